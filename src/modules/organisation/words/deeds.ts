import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('organisation.deeds', {
  'offices.create': { id: 'mendaftarkan satuan kerja', en: 'registered the office' },
  'offices.load': { id: 'memuat daftar satuan kerja dan jabatan', en: 'loaded the lists of offices and positions' },
  'offices.change': { id: 'mengubah satuan kerja', en: 'changed the office' },
  'positions.create': { id: 'menambah jabatan', en: 'added the position' },
  'positions.change': { id: 'mengubah jabatan', en: 'changed the position' },
  'persons.create': { id: 'mendaftarkan', en: 'registered' },
  'persons.change': { id: 'mengubah data', en: 'changed the details of' },
  'persons.leave': { id: 'mencatat berhentinya', en: 'recorded the departure of' },
  'persons.return': { id: 'membatalkan catatan berhenti', en: 'cancelled the departure of' },
  'persons.resetSecondFactor': { id: 'mengatur ulang verifikasi dua langkah', en: 'reset the two-step verification of' },
  'persons.invite': { id: 'mengundang', en: 'invited' },
  'appointments.create': { id: 'mengangkat ke jabatan:', en: 'appointed to a position:' },
  'appointments.end': { id: 'mengakhiri jabatan yang dipegang', en: 'ended a position of' },
  'grants.create': { id: 'memberi peran kepada', en: 'gave a role to' },
  'grants.revoke': { id: 'mencabut peran', en: 'revoked a role of' },
  'grants.delegate': { id: 'mendelegasikan peran kepada', en: 'delegated a role to' },
})
