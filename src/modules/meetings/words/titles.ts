import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('meetings.titles', {
  meetings: { id: 'Rapat', en: 'Meetings' },
  meetingKind: { id: 'jenis rapat', en: 'type of meeting' },
  programmeChanges: { id: 'Perubahan acara rapat Anda', en: 'Changes to your meetings' },
  ownMeetings: { id: 'Rapat saya', en: 'My meetings' },
  sessions: { id: 'Sesi rapat Anda', en: 'Your sessions' },
  session: { id: 'sesi rapat', en: 'session' },
  meetingChanges: { id: 'Pembatalan rapat Anda', en: 'Cancelled meetings of yours' },
  clashes: { id: 'Bentrok', en: 'Clashes' },
  material: { id: 'bahan sesi', en: 'material of a session' },
  clash: { id: 'bentrok jadwal', en: 'schedule clash' },
  meetingMoves: { id: 'Perubahan waktu atau tempat rapat Anda', en: 'Changed time or place of your meetings' },
  tellingMoves: { id: 'Memberi tahu perubahan waktu atau tempat rapat', en: 'Telling of a changed time or place' },
  series: { id: 'seri rapat', en: 'series of meetings' },
  meeting: { id: 'rapat', en: 'meeting' },
})
