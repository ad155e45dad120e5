import { texts, words } from '../i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('platform.authority.titles', {
  everybody: { id: 'Siapa pun', en: 'Everybody' },
  nationalAdministrator: { id: 'Administrator nasional', en: 'National administrator' },
  cooperationOfficer: { id: 'Pengelola kerja sama', en: 'Cooperation officer' },
  officeOperator: { id: 'Operator satuan kerja', en: 'Office operator' },
  officeLeader: { id: 'Pimpinan satuan kerja', en: 'Office leader' },
  inspector: { id: 'Inspektorat', en: 'Inspector' },
  partnerContact: { id: 'Narahubung mitra', en: 'Partner contact' },
  auditor: { id: 'Auditor', en: 'Auditor' },
})

/** What a role is called within a sentence. */
export const withinSentence = words('platform.authority.roles', {
  id: {
    national_admin: 'Administrator nasional',
    cooperation_officer: 'Pengelola kerja sama',
    office_operator: 'Operator satuan kerja',
    office_leader: 'Pimpinan satuan kerja',
    inspector: 'Inspektorat',
    partner_contact: 'Narahubung mitra',
    auditor: 'Auditor',
  },
  en: {
    national_admin: 'national administrator',
    cooperation_officer: 'cooperation officer',
    office_operator: 'office operator',
    office_leader: 'office leader',
    inspector: 'inspector',
    partner_contact: 'partner contact',
    auditor: 'auditor',
  },
})
