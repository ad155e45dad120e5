import { texts } from '../i18n/words.ts'

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
