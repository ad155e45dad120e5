import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('meetings.titles', {
  meetings: { id: 'Rapat', en: 'Meetings' },
  meetingKind: { id: 'jenis rapat', en: 'type of meeting' },
  programmeChanges: { id: 'Perubahan acara rapat Anda', en: 'Changes to your meetings' },
  sessions: { id: 'Sesi rapat Anda', en: 'Your sessions' },
  session: { id: 'sesi rapat', en: 'session' },
  meetingChanges: { id: 'Pembatalan rapat Anda', en: 'Cancelled meetings of yours' },
  meeting: { id: 'rapat', en: 'meeting' },
})
