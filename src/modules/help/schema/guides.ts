import type { Role } from '../../../platform/authority/roles.ts'

/** The address of the guide of each role. */
export const guideNames = {
  cooperation_officer: 'pengelola',
  office_operator: 'operator',
  office_leader: 'pimpinan',
  inspector: 'inspektorat',
  partner_contact: 'mitra',
  national_admin: 'administrator',
  auditor: 'auditor',
} as const satisfies Record<Role, string>

/** What the people of each role do, in the order in which they come to it: keys of the tasks of the modules. */
export const guideTasks: Readonly<Record<Role, readonly string[]>> = {
  cooperation_officer: [
    'import-agreements',
    'agreement-find',
    'evaluation-open',
    'evaluation-remind',
    'evaluation-correct',
    'finding-plan',
    'followup-verify',
    'report-make',
  ],
  office_operator: [
    'agreement-record',
    'agreement-complete',
    'partner-contact',
    'evaluation-answer',
    'device-offline',
    'agreement-renew',
    'finding-record',
    'followup-report',
  ],
  office_leader: [
    'person-register',
    'evaluation-watch',
    'evaluation-remind',
    'evaluation-answer',
    'followup-verify',
    'agreement-end',
    'report-read',
    'person-delegate',
  ],
  inspector: ['followup-verify', 'evaluation-watch', 'report-read', 'audit-trace', 'agreement-find'],
  partner_contact: ['account-enter', 'evaluation-answer', 'device-offline', 'agreement-read', 'followup-follow', 'comment-write'],
  national_admin: ['person-register', 'person-give', 'import-people', 'mail-resend', 'audit-trace', 'account-secure'],
  auditor: ['search-find', 'agreement-find', 'audit-trace', 'report-read', 'account-secure'],
}

/** Tasks of everybody, beside those of their guides. */
export const furtherTasks = [
  'meeting-plan',
  'meeting-close',
  'round-run',
  'round-award',
  'voices-speak',
  'voices-moderate',
  'minutes-write',
  'minutes-approve',
  'minutes-decide',
  'search-find',
  'device-offline',
  'comment-write',
  'notice-prefer',
  'account-secure',
] as const

/** The longest that may be looked for. */
export const longest = 100
