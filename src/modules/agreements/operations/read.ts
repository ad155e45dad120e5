import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { agreementChoices, officeChoices } from '../queries/choices.ts'
import { pageOfAgreements } from '../queries/list.ts'
import { AgreementDetail, AgreementList, AgreementQuery, Choice } from '../schema.ts'
import { detailOf } from './write.ts'

export const listAgreements = operation({
  name: 'agreements.list',
  summary: 'Agreements in your reach, found by words, status, kind, class of partner, office, year and partner; 50 a page',
  power: 'agreement.read',
  reads: true,
  input: AgreementQuery,
  output: AgreementList,
  example: { q: 'rahasia', status: 'active', kind: 'mou', sort: '-signed' },
  run: pageOfAgreements,
})

export const showAgreement = operation({
  name: 'agreements.show',
  summary: 'One agreement with its parties, scope, obligations, documents, events, and what stands above and below it',
  power: 'agreement.read',
  reads: true,
  input: z.object({ id }),
  output: AgreementDetail,
  example: { id: example.agreement },
  run: (context, { id }) => detailOf(context, id),
})

export const searchAgreements = operation({
  name: 'agreements.search',
  summary: 'Agreements by what was typed, for fields that choose one: those in your reach, and public ones of the offices above yours',
  power: 'agreement.read',
  reads: true,
  input: z.object({ q: optional(line(200)) }),
  output: z.array(Choice),
  example: { q: 'rahasia' },
  run: async (context, { q }) =>
    (await agreementChoices(context, q ?? '')).map(({ id, title, number, partners, near }) => ({
      value: id,
      label: [number, title, partners].filter(Boolean).join(' – '),
      near,
    })),
})

export const searchOffices = operation({
  name: 'agreements.offices',
  summary: 'Offices whose agreements you read, by what was typed, for fields that choose one',
  power: 'agreement.read',
  reads: true,
  input: z.object({ q: optional(line(100)) }),
  output: z.array(Choice),
  example: { q: 'banyu' },
  run: async (context, { q }) => (await officeChoices(context, q ?? '')).map(({ name, near }) => ({ value: name, label: name, near })),
})
