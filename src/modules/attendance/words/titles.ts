import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('attendance.titles', {
  presence: { id: 'Kehadiran dalam rapat', en: 'Attendance of meetings' },
})
