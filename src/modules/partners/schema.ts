import { z } from 'zod'
import { Cursor, Ends, Most } from '../../platform/database/keyset.ts'
import { day, email, flag, id, keptDay, keptRev, line, optional, paragraphs, phone, seenRev } from '../../platform/values/shapes.ts'

export const partnerClasses = [
  'ministry',
  'state_body',
  'university',
  'professional_organisation',
  'ngo',
  'student_association',
  'media',
  'company',
  'other',
] as const
export const PartnerClass = z.enum(partnerClasses)
export type PartnerClass = z.infer<typeof PartnerClass>

const text = z.string()
const Named = z.object({ id, name: text })

/** One line of the register. `contact` is somebody whom an office in your reach knows there, or null. */
export const Partner = z.object({ id, name: text, class: PartnerClass, parent: Named.nullable(), contact: text.nullable() })
export type Partner = z.output<typeof Partner>

/**
 * Somebody at the partner, known to one office. `invited` is whether this person can sign in for the partner; `rev` goes back with a
 * change.
 */
export const Contact = z.object({
  id,
  name: text,
  position: text.nullable(),
  email: text.nullable(),
  phone: text.nullable(),
  office: Named.extend({ path: text }),
  fromOn: keptDay,
  toOn: keptDay.nullable(),
  invited: z.boolean(),
  rev: keptRev,
})
export type Contact = z.output<typeof Contact>

/**
 * `units` are the partners below this one, such as the regional offices of a ministry; `office` keeps the entry, said to those in whose
 * reach it is; `rev` goes back with a change.
 */
export const PartnerDetail = z.object({
  id,
  name: text,
  class: PartnerClass,
  parent: Named.nullable(),
  address: text.nullable(),
  website: text.nullable(),
  office: Named.extend({ path: text }).nullable(),
  rev: keptRev,
  units: z.array(Named.extend({ class: PartnerClass })),
  contacts: z.array(Contact),
  invitable: z.boolean().describe('Whether you may let a contact sign in for this partner'),
})
export type PartnerDetail = z.output<typeof PartnerDetail>

export const PartnerFilter = z.object({
  q: line(200).optional(),
  class: PartnerClass.optional(),
  withFindings: flag.optional().describe('Findings about them wait to be followed up'),
  withoutContact: flag.optional().describe('No office in your reach knows anybody there'),
  sort: z
    .enum(['name', '-name', 'agreements', '-agreements', 'findings', '-findings', 'score', '-score'])
    .default('name')
    .describe('By name or by what `things.count` counts; those of which there is nothing stand last'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})
/** `total` counts up to 1,000; `more` says that there are more than that. */
export const PartnerList = z.object({ partners: z.array(Partner), total: z.number().int(), more: z.boolean(), ...Ends })
export type PartnerList = z.output<typeof PartnerList>

/** For fields that find one of very many by typing; `near` where nothing fits and this may have been meant. */
export const Choice = z.object({ value: text, label: text, near: z.boolean() })
export const Similar = z.object({ id, name: text, class: PartnerClass, same: z.boolean() })
export type Similar = z.output<typeof Similar>

const website = z
  .string()
  .trim()
  .max(300)
  .transform(address => (/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))

const fields = {
  name: line(200, 3),
  class: PartnerClass,
  parent: optional(line(200)).describe('Id or name of the partner that this one is a unit of'),
  address: optional(paragraphs(500)),
  website: optional(website),
}
export const PartnerDraft = z.object({
  ...fields,
  office: optional(line(40)).describe('Id or code of the office that keeps the entry; your own unless given'),
  distinct: flag.optional().describe('Create it although there are partners with a similar name'),
})
export const PartnerChange = z.object({ id, ...fields, rev: seenRev })

const contact = {
  name: line(150, 2),
  position: optional(line(150)),
  email: optional(email),
  phone: optional(phone),
}
export const ContactDraft = z.object({
  partner: id,
  ...contact,
  office: optional(line(40)).describe('Id or code of the office that knows this contact; your own unless given'),
  fromOn: optional(day).describe('Today unless given'),
})
export const ContactChange = z.object({
  id,
  ...contact,
  rev: seenRev,
})
