import { z } from 'zod'
import { Cursor, Ends, Most } from '../../platform/database/keyset.ts'
import { id, keptDay, line, year } from '../../platform/values/shapes.ts'
import { Kind, Sort } from '../agreements/schema.ts'
import { PartnerClass } from '../partners/schema.ts'

const text = z.string()
/** As the dates say it: what is being renewed is in force or expired to everybody else. */
export const statuses = ['awaiting_start', 'in_force', 'expired', 'terminated', 'completed'] as const
export const Status = z.enum(statuses)
export type Status = z.output<typeof Status>
/** Those that the register names; what is excluded is only counted. */
export const opennesses = ['public', 'on_request'] as const
/** The letters of article 17 of Law 14/2008. */
export const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const

/** One line of the public register. `number` is KPU's own, `partners` the names of all. */
export const Entry = z.object({
  id,
  openness: z.enum(opennesses),
  kind: Kind,
  title: text,
  number: text.nullable(),
  partners: text,
  office: text,
  signedOn: keptDay.nullable(),
  startsOn: keptDay.nullable(),
  endsOn: keptDay.nullable(),
  endedOn: keptDay.nullable().describe('When it was ended before its time, or completed'),
  status: Status,
})
export type Entry = z.output<typeof Entry>

const place = {
  office: line(200).optional().describe('Id, code or name; those below it count too'),
  year: year.optional().describe('Of signing'),
}
export const RegisterFilter = z.object({
  q: line(200)
    .optional()
    .describe('Words, or the beginnings of words, of the title, partners and numbers, and of the scope of what is public'),
  ...place,
  kind: Kind.optional(),
  class: PartnerClass.optional(),
  status: Status.optional(),
  openness: z.enum(opennesses).optional(),
  sort: Sort.optional().describe('Latest signed first unless given'),
})
export type RegisterFilter = z.output<typeof RegisterFilter>
export const RegisterQuery = RegisterFilter.extend({ after: Cursor.optional(), before: Cursor.optional(), most: Most })
/** `total` counts up to 1,000; `more` says that there are more than that. */
export const RegisterList = z.object({
  agreements: z.array(Entry),
  total: z.int(),
  more: z.boolean(),
  similar: z.boolean().describe('Nothing has the words: these come nearest'),
  ...Ends,
})
export type RegisterList = z.output<typeof RegisterList>

export const Party = z.object({ side: z.enum(['kpu', 'partner']), name: text, number: text.nullable() })
export const RegisterDocument = z.object({ id, label: text, size: z.int() })
/** `scope` and `documents` are of what is public; `askAt` is the office that answers who asks for more. */
export const RegisterAgreement = Entry.extend({
  parties: z.array(Party),
  scope: z.array(text),
  documents: z.array(RegisterDocument),
  askAt: text.nullable(),
})
export type RegisterAgreement = z.output<typeof RegisterAgreement>

export const ExclusionQuery = z.object(place)
/** `letter` is that of article 17 of Law 14/2008; null where the recorded reason names none. */
export const Exclusions = z.object({ total: z.int(), grounds: z.array(z.object({ letter: z.enum(letters).nullable(), count: z.int() })) })
export type Exclusions = z.output<typeof Exclusions>

export const formats = ['csv', 'json'] as const
