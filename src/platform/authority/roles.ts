import type { Localized } from '../i18n/words.ts'
import { titles } from './title-words.ts'

/** Everything that a role can be given, as `subject.verb`. */
export const powers = [
  'office.read',
  'office.write',
  'person.read',
  'person.write',
  'grant.write',
  'audit.read',
  'change.read',
  'setting.write',
  'partner.read',
  'partner.write',
  'partner.contact',
  'agreement.read',
  'agreement.write',
  'agreement.end',
  'agreement.import',
  'agreement.export',
  'register.read',
  'cycle.read',
  'cycle.write',
  'assignment.read',
  'assignment.extend',
  'assignment.remind',
  'answer.read',
  'answer.write',
  'answer.submit',
  'finding.read',
  'finding.write',
  'followup.read',
  'followup.write',
  'followup.report',
  'followup.verify',
  'meeting.read',
  'meeting.write',
  'round.write',
  'report.read',
  'report.write',
  'comment.read',
  'comment.write',
  'comment.manage',
] as const
export type Power = (typeof powers)[number]

/** What everybody holds without a grant, also somebody who is not signed in. It reaches what is public, and nothing else, for all alike. */
export const everybody = { name: titles.everybody, powers: ['register.read'] } satisfies { name: Localized; powers: Power[] }
const forEverybody = new Set<Power>(everybody.powers)
export const isForEverybody = (power: Power): boolean => forEverybody.has(power)

/** What is asked of the national office alone: settings are one for all. */
export const isNational = (power: Power): boolean => power === 'setting.write'

const granted = powers.filter(power => !isForEverybody(power))
const readAll = granted.filter(power => power.endsWith('.read'))
const officeReads: Power[] = readAll.filter(power => power !== 'audit.read')

/** What each role may do inside the reach of its grant. The one table: documents and tests are made from it. */
export const roles = {
  national_admin: { name: titles.nationalAdministrator, powers: [...granted] },
  cooperation_officer: {
    name: titles.cooperationOfficer,
    powers: [
      ...readAll,
      'partner.write',
      'partner.contact',
      'agreement.write',
      'agreement.end',
      'agreement.import',
      'agreement.export',
      'cycle.write',
      'assignment.extend',
      'assignment.remind',
      'answer.write',
      'answer.submit',
      'meeting.write',
      'round.write',
      'finding.write',
      'followup.write',
      'followup.report',
      'followup.verify',
      'report.write',
      'comment.write',
      'comment.manage',
    ],
  },
  office_operator: {
    name: titles.officeOperator,
    powers: [
      ...officeReads,
      'partner.write',
      'partner.contact',
      'agreement.write',
      'agreement.import',
      'agreement.export',
      'assignment.remind',
      'answer.write',
      'answer.submit',
      'meeting.write',
      'round.write',
      'finding.write',
      'followup.write',
      'followup.report',
      'report.write',
      'comment.write',
    ],
  },
  office_leader: {
    name: titles.officeLeader,
    powers: [
      ...readAll,
      'partner.write',
      'partner.contact',
      'agreement.write',
      'agreement.end',
      'agreement.import',
      'agreement.export',
      'assignment.remind',
      'answer.write',
      'answer.submit',
      'meeting.write',
      'round.write',
      'finding.write',
      'followup.write',
      'followup.report',
      'followup.verify',
      'grant.write',
      'person.write',
      'report.write',
      'comment.write',
      'comment.manage',
    ],
  },
  inspector: { name: titles.inspector, powers: [...readAll, 'agreement.export', 'followup.verify', 'comment.write'] },
  partner_contact: {
    name: titles.partnerContact,
    powers: [
      'partner.read',
      'agreement.read',
      'cycle.read',
      'assignment.read',
      'answer.read',
      'answer.write',
      'answer.submit',
      'followup.read',
      'comment.read',
      'comment.write',
    ],
  },
  auditor: { name: titles.auditor, powers: [...readAll, 'agreement.export'] },
} satisfies { [role: string]: { name: Localized; powers: Power[] } }

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as [Role, ...Role[]]
const powersByRole = new Map(roleNames.map(role => [role, new Set<Power>(roles[role].powers)]))
export const holds = (role: Role, power: Power): boolean => powersByRole.get(role)?.has(power) ?? false

/** Whether whoever holds a role may give another: nobody gives more than they have. */
const gives = (giver: Role, role: Role): boolean => holds(giver, 'grant.write') && roles[role].powers.every(power => holds(giver, power))

/** The roles whose holders can give at least one of these. */
export const giversOf = (some: readonly Role[]): Role[] => roleNames.filter(giver => some.some(role => gives(giver, role)))

/** The roles of an office that a power comes with. */
export const rolesWith = (power: Power): Role[] => roleNames.filter(role => role !== 'partner_contact' && holds(role, power))
