import { z } from 'zod'
import { roleNames } from '../../platform/authority/roles.ts'
import { Cursor, Most } from '../../platform/database/keyset.ts'
import { fixedId } from '../../platform/values/fixed-id.ts'
import {
  day,
  email,
  flag,
  id,
  keptDay,
  keptRev,
  language,
  line,
  list,
  officeCode,
  optional,
  phone,
  rule,
  seenRev,
  wholeFrom,
  written,
} from '../../platform/values/shapes.ts'
import { refusals } from './words/refusals.ts'

export const officeKinds = ['national', 'province', 'regency', 'district', 'village'] as const
export type OfficeKind = (typeof officeKinds)[number]
export const OfficeKind = z.enum(officeKinds)
export const Zone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
/** An office by its id or, as people write it, by its code: `35.10`; fields of a form take its name as well. */
export const OfficeRef = line(240)
/** A person by id or e-mail address. */
export const PersonRef = line(254)

export const Office = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: OfficeKind,
  parentId: id.nullable(),
  path: z.string(),
  zone: Zone,
  openedOn: keptDay,
  closedOn: keptDay.nullable(),
  rev: keptRev,
  children: z.int().describe('Open ones right below it, in your reach'),
})
export const OfficeAbove = z.object({
  id,
  name: z.string(),
  inReach: z.boolean().describe('Whether you may read more of it than its name'),
})
export type Office = z.infer<typeof Office>
/** Somebody who may register and invite people at an office, and where they serve themselves. */
export const Inviter = z.object({ id, name: z.string(), office: z.string(), email: z.string(), phones: z.array(z.string()) })
export type Inviter = z.infer<typeof Inviter>

const turn = { after: Cursor.optional(), before: Cursor.optional(), most: Most }
export const OfficeFilter = z.object({
  parent: OfficeRef.optional().describe('Only those right below this office'),
  top: flag.optional().describe('Only the topmost offices of your reach'),
  q: line(100).optional().describe('Part of the name, or the code'),
  kind: OfficeKind.optional(),
  closed: flag.optional().describe('Closed ones too'),
  ...turn,
})
export const OfficeDraft = z.object({
  code: officeCode,
  name: line(200, 3),
  parentId: OfficeRef,
  zone: Zone,
  openedOn: day,
})
export const OfficeChange = z.object({ id, name: line(200, 3), zone: Zone, openedOn: day, closedOn: optional(day), rev: seenRev })

export const positionLevels = ['national', 'province', 'regency', 'any'] as const
export const PositionLevel = z.enum(positionLevels)
/** What a position is, whatever it is called by now. */
export const positionKinds = [
  'ketua',
  'wakil_ketua_divisi',
  'ketua_divisi',
  'anggota',
  'sekretaris_jenderal',
  'sekretaris',
  'kepala_biro',
  'kepala_bagian',
  'kepala_subbagian',
  'pejabat_fungsional',
  'operator',
  'staf',
] as const
export type PositionKind = (typeof positionKinds)[number]
/** Divisions of the members and sections of the secretariats, as PKPU 8/2019 and PKPU 14/2020 have them. */
export const units = ['keuangan', 'sosdiklih', 'data', 'teknis', 'hukum'] as const
export type Unit = (typeof units)[number]
export const Position = z.object({
  id,
  name: z.string(),
  level: PositionLevel,
  rank: z.number().int(),
  kind: z.enum(positionKinds).nullable().describe('What it is, whatever it is called; an import finds it by this'),
  fromOn: keptDay.nullable(),
  toOn: keptDay.nullable(),
  rev: keptRev,
})
export type Position = z.infer<typeof Position>
export const PositionDraft = z.object({
  name: line(120, 3),
  level: PositionLevel,
  rank: wholeFrom(1, 999).default(100),
  kind: optional(z.enum(positionKinds)),
  fromOn: optional(day),
  toOn: optional(day),
})
export const PositionChange = PositionDraft.extend({ id, rev: seenRev })

/** Acting for a vacant position (*pelaksana tugas*), or for somebody who is away (*pelaksana harian*). */
export const Acting = z.enum(['plt', 'plh'])
export const GrantState = z.enum(['coming', 'current', 'ended', 'revoked'])
export type GrantState = z.infer<typeof GrantState>
export const RoleName = z.enum(roleNames)

const named = z.object({ id, name: z.string() })
export const Appointment = z.object({
  id,
  position: named,
  office: named,
  unit: z.enum(units).nullable(),
  acting: Acting.nullable(),
  fromOn: keptDay,
  toOn: keptDay.nullable(),
  state: GrantState,
})
export type Appointment = z.infer<typeof Appointment>
export const AppointmentDraft = z.object({
  person: PersonRef,
  office: OfficeRef,
  positionId: id,
  unit: optional(z.enum(units)),
  acting: optional(Acting),
  fromOn: day,
  toOn: optional(day),
})

/** A role given to a person, or to whoever holds a position; at an office, with those below it or not, or at one partner. */
export const Grant = z.object({
  id,
  role: RoleName,
  person: named.nullable(),
  position: named.nullable(),
  office: named.nullable(),
  partner: named.nullable(),
  descendants: z.boolean(),
  fromOn: keptDay,
  toOn: keptDay.nullable(),
  state: GrantState,
  revocable: z.boolean().describe('Whether you may revoke it'),
  delegatedBy: named.nullable(),
  grantedBy: named.nullable(),
  grantedAt: z.coerce.date<Date | string>(),
  revokedAt: z.coerce.date<Date | string>().nullable(),
})
export type Grant = z.infer<typeof Grant>
const isOne = (a: string | null, b: string | null): boolean => (a === null) !== (b === null)
export const GrantDraft = z
  .object({
    person: optional(PersonRef).describe('Who gets the role; or positionId'),
    positionId: optional(id).describe('Whoever holds this position in the office gets the role there'),
    role: RoleName,
    office: optional(OfficeRef),
    partnerId: optional(id),
    descendants: flag.default(false).describe('Also in the offices below'),
    fromOn: day,
    toOn: optional(day),
  })
  .refine(({ person, positionId }) => isOne(person, positionId), rule(['person'], refusals.personOrPosition, ['person', 'positionId']))
  .refine(({ office, partnerId }) => isOne(office, partnerId), rule(['office'], refusals.officeOrPartner, ['office', 'partnerId']))
export const GrantFilter = z.object({
  person: PersonRef.optional(),
  office: OfficeRef.optional(),
  role: RoleName.optional(),
  ended: flag.optional().describe('Ended and revoked ones too'),
  ...turn,
})

/** What a person may do today, and why: by a grant of their own, by a position, or by delegation. */
export const Readout = z.object({
  grantId: id,
  role: RoleName,
  place: z.string(),
  descendants: z.boolean(),
  toOn: keptDay.nullable(),
  position: z.string().nullable(),
  delegatedBy: z.string().nullable(),
  grantedBy: z.string().nullable(),
})
export type Readout = z.infer<typeof Readout>

/** How far somebody has come in. */
export const personStates = ['new', 'invited', 'active', 'left'] as const
export const PersonRow = z.object({
  id,
  name: z.string(),
  email: z.string().nullable().describe('null of somebody who cannot sign in yet'),
  phones: z.array(z.string()),
  nip: z.string().nullable().describe("A civil servant's number"),
  state: z.enum(personStates),
  positions: z.array(z.object({ position: z.string(), office: z.string(), unit: z.enum(units).nullable(), acting: Acting.nullable() })),
  partners: z.array(z.string()).describe('Names of the partners that the person speaks for'),
  roles: z.array(RoleName),
  offices: z.array(z.string()).describe('Names of the offices at which the roles hold'),
})
export type PersonRow = z.infer<typeof PersonRow>
export const Person = PersonRow.extend({
  locale: language,
  rev: keptRev,
  invitedAt: z.coerce.date<Date | string>().nullable(),
  leftAt: z.coerce.date<Date | string>().nullable(),
  appointments: z.array(Appointment),
  grants: z.array(Grant),
  may: z.array(Readout),
  changeable: z.boolean().describe('Whether you may change this person'),
  secondFactor: z.boolean().nullable().describe('Whether they sign in in two steps; null unless you may change them'),
})
export type Person = z.infer<typeof Person>
export const PersonFilter = z.object({
  q: line(100).optional().describe('Part of the name or of the e-mail address'),
  office: OfficeRef.optional().describe('Placed at this office'),
  below: flag.optional().describe('Or at one below it'),
  role: RoleName.optional(),
  state: z.enum(personStates).exclude(['left']).optional(),
  left: flag.optional().describe('Those who left too'),
  ...turn,
})
const nip = z
  .string()
  .transform(text => text.replace(/[\s.']/g, ''))
  .pipe(written(/^\d{18}$/, refusals.nip18Digits))
/** Several numbers in one box are apart by semicolons. */
const phones = z.preprocess(
  value => (typeof value === 'string' ? value.split(';').filter(part => part.trim() !== '') : value),
  list(phone, 10),
)
const about = { name: line(200, 2), phones: phones.default([]), nip: optional(nip), locale: language.default('id') }
export const PersonChange = z
  .object({
    id,
    ...about,
    email: optional(email),
    withoutEmail: flag.default(false).describe('The person has no address yet, and is given none'),
    rev: seenRev,
  })
  .refine(({ email, withoutEmail }) => email !== null || withoutEmail, rule(['email'], refusals.emailMissing, ['email', 'withoutEmail']))
export const PersonDraft = z
  .object({
    ...about,
    email,
    office: OfficeRef,
    positionId: optional(id),
    unit: optional(z.enum(units)),
    acting: optional(Acting),
    role: optional(RoleName),
    descendants: flag.default(false),
    fromOn: day,
    toOn: optional(day),
    invite: flag.default(false).describe('Send the invitation at once'),
  })
  .refine(
    ({ positionId, role }) => positionId !== null || role !== null,
    rule(['positionId'], refusals.positionOrRoleMissing, ['positionId', 'role']),
  )

/** The id of an office of the region data follows from its code. */
export const officeId = (code: string): string => fixedId(`office:${code}`)
export const positionId = (name: string, level: string): string => fixedId(`position:${level}:${name}`)
