import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('attendance.titles', {
  participantReport: { id: 'Laporan peserta daring', en: 'Participant reports' },
  participant: { id: 'Nama dalam laporan peserta', en: 'Names in a participant report' },
  present: { id: 'Hadir (sesi teramai)', en: 'Present (fullest session)' },
  presentOf: { id: '{count} ({rate}%)', en: '{count} ({rate} %)' },
  presence: { id: 'Kehadiran dalam rapat', en: 'Attendance of meetings' },
})
