import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('organisation.titles', {
  offices: { id: 'Satuan kerja', en: 'Offices' },
  people: { id: 'Orang', en: 'People' },
  look: { id: 'Buka', en: 'Open' },
  rolesEndSoon: { id: 'Peran yang segera berakhir', en: 'Roles ending soon' },
  officesUsers: { id: 'Satuan kerja yang sudah mempunyai orang', en: 'Offices with people' },
  offices2: { id: 'satuan kerja', en: 'offices' },
  office: { id: 'satuan kerja', en: 'office' },
  person: { id: 'orang', en: 'person' },
  position: { id: 'jabatan', en: 'position' },
  roles: { id: 'Peran', en: 'Roles' },
  role: { id: 'peran', en: 'role' },
})
