import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

const names = define('attendance.fields', {
  id: {
    attendanceNoted: 'Catatan kehadiran',
    attendanceIs: 'Status kehadiran',
    checkedIn: 'Hadir di sesi',
    participantReport: 'Laporan peserta nomor',
    badge: 'Kode QR terbitan ke',
    namesRead: 'Nama yang terbaca',
    participant: 'Nama yang tampil',
    is: 'Yang dimaksud',
    nobody: 'Bukan peserta',
  },
  en: {
    attendanceNoted: 'Attendance entries',
    attendanceIs: 'Attendance',
    checkedIn: 'Checked in to session',
    participantReport: 'Participant report number',
    badge: 'QR code edition',
    namesRead: 'Names read',
    participant: 'Displayed name',
    is: 'Who it is',
    nobody: 'Not a participant',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { attendanceIs: locale => words[locale].statuses },
}
