import type { Role } from '../../../platform/authority/roles.ts'
import { byHand } from '../schema/first-days.ts'

export type FirstDayStep = { key: string; href: string; roles: readonly Role[]; doneBy?: readonly string[] }

const everyRole: readonly Role[] = [
  'national_admin',
  'cooperation_officer',
  'office_operator',
  'office_leader',
  'inspector',
  'partner_contact',
  'auditor',
]

/** What somebody who is new does first, by role: three to five steps. `doneBy` are operations; having carried out one is having done it. */
export const steps = {
  guide: { href: '/bantuan', roles: everyRole },
  notices: { href: '/akun/pemberitahuan', roles: everyRole, doneBy: ['notices.prefer'] },
  secure: { href: '/akun/dua-langkah', roles: ['national_admin', 'office_leader'], doneBy: ['account.second-factor'] },
  agreements: { href: '/perjanjian', roles: ['cooperation_officer', 'office_operator', 'inspector', 'partner_contact', 'auditor'] },
  contact: { href: '/mitra', roles: ['cooperation_officer', 'office_operator'], doneBy: ['contacts.create'] },
  answer: { href: '/evaluasi', roles: ['office_operator', 'partner_contact'], doneBy: ['answers.submit'] },
  colleague: { href: '/orang', roles: ['national_admin', 'office_leader'], doneBy: ['persons.create', 'persons.invite'] },
  verify: { href: '/tindak-lanjut?periksa=ya', roles: ['office_leader', 'inspector'], doneBy: ['followups.verify'] },
  trail: { href: '/jejak', roles: ['auditor'] },
} as const satisfies Record<string, Omit<FirstDayStep, 'key'>>
export type StepKey = keyof typeof steps

/** The steps of whoever holds these roles, in their order. */
export const stepsFor = (own: readonly Role[]): (FirstDayStep & { key: StepKey })[] =>
  (Object.keys(steps) as StepKey[])
    .map(key => ({ key, ...(steps[key] as Omit<FirstDayStep, 'key'>) }))
    .filter(({ roles }) => roles.some(role => own.includes(role)))

export const isByHand = (key: string): boolean => (byHand as readonly string[]).includes(key)
