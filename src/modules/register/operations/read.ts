import { z } from 'zod'
import { storedFile } from '../../../platform/files/flow.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id, line, optional } from '../../../platform/values/shapes.ts'
import { Choice } from '../../agreements/schema.ts'
import { countExclusions, findInRegister, officesOfRegister, pageOfRegister, publicFile } from '../queries/register.ts'
import { ExclusionQuery, Exclusions, RegisterAgreement, RegisterList, RegisterQuery } from '../schema.ts'

export const listRegister = operation({
  name: 'register.list',
  summary: 'The public register: signed agreements that are public or on request; 50 a page',
  power: 'register.read',
  reads: true,
  input: RegisterQuery,
  output: RegisterList,
  example: { status: 'in_force', kind: 'mou', sort: '-signed' },
  run: pageOfRegister,
})

export const showRegister = operation({
  name: 'register.show',
  summary: 'What is public of one agreement: title, parties with their numbers, days, status; of a public one also scope and files',
  power: 'register.read',
  reads: true,
  input: z.object({ id }),
  output: RegisterAgreement,
  example: { id: example.agreement },
  run: (context, { id }) => findInRegister(context, id),
})

export const showExclusions = operation({
  name: 'register.exclusions',
  summary: 'How many signed agreements are excluded from the public register, by the letter of article 17 of Law 14/2008',
  power: 'register.read',
  reads: true,
  input: ExclusionQuery,
  output: Exclusions,
  example: { year: 2024 },
  run: countExclusions,
})

export const downloadPublicFile = operation({
  name: 'register.file',
  summary: 'Download a file of a public agreement that its office has published',
  power: 'register.read',
  reads: true,
  input: z.object({ id, document: id }),
  output: Download,
  example: { id: example.agreement, document: example.document },
  run: async (context, { id, document }) => storedFile(context, await publicFile(context, id, document)),
})

export const searchRegisterOffices = operation({
  name: 'register.offices',
  summary: 'Offices by what was typed, for the filter of the public register',
  power: 'register.read',
  reads: true,
  input: z.object({ q: optional(line(100)) }),
  output: z.array(Choice),
  example: { q: 'banyu' },
  run: async (context, { q }) => (await officesOfRegister(context, q ?? '')).map(({ name, near }) => ({ value: name, label: name, near })),
})
