import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('meetings.deeds', {
  'meetings.create': { id: 'merencanakan rapat', en: 'planned the meeting' },
  'meetings.change': { id: 'mengubah rencana rapat', en: 'changed the plan of the meeting' },
  'meetings.copy': { id: 'menyalin rapat', en: 'copied the meeting' },
  'meetings.answer': { id: 'mencatat capaian tujuan rapat', en: 'recorded the outcome of the meeting' },
  'meetings.invite': { id: 'mencatat undangan terkirim untuk rapat', en: 'recorded that invitations were sent for the meeting' },
  'meetings.start': { id: 'memulai rapat', en: 'started the meeting' },
  'meetings.end': { id: 'mengakhiri rapat', en: 'ended the meeting' },
  'meetings.report': { id: 'menutup laporan rapat', en: 'closed the report of the meeting' },
  'meetings.chooseSeries': { id: 'menentukan seri rapat', en: 'chose the series of the meeting' },
  'programmes.release': { id: 'merilis acara rapat', en: 'released the programme of the meeting' },
  'programmes.fill': { id: 'mengambil acara rapat dari berkas', en: 'imported the programme of the meeting from a file' },
  'sessions.create': { id: 'menambahkan sesi ke rapat', en: 'added a session to the meeting' },
  'sessions.change': { id: 'mengubah sesi rapat', en: 'changed a session of the meeting' },
  'sessions.remove': { id: 'mengeluarkan sesi dari rapat', en: 'removed a session from the meeting' },
  'parts.create': { id: 'menugaskan orang dalam rapat', en: 'assigned a person to a role in the meeting' },
  'parts.remove': { id: 'menghapus tugas seseorang dalam rapat', en: 'removed a person from a role in the meeting' },
  'meetings.tellMoved': {
    id: 'memberi tahu perubahan waktu atau tempat rapat',
    en: 'told people of the changed time or place of the meeting',
  },
  'materials.create': { id: 'menambahkan bahan ke sesi rapat', en: 'added a file to a session of the meeting' },
  'materials.remove': { id: 'menghapus bahan dari sesi rapat', en: 'removed a file from a session of the meeting' },
  'rooms.create': { id: 'menambahkan ruang ke rapat', en: 'added a room to the meeting' },
  'rooms.change': { id: 'mengubah ruang rapat', en: 'changed a room of the meeting' },
  'rooms.remove': { id: 'menghapus ruang dari rapat', en: 'removed a room from the meeting' },
  'clashes.dismiss': { id: 'mengabaikan bentrok', en: 'ignored a clash' },
  'clashes.restore': { id: 'tidak mengabaikan lagi bentrok', en: 'stopped ignoring a clash' },
  'meetings.cancel': { id: 'membatalkan rapat', en: 'cancelled the meeting' },
  'meetings.restore': { id: 'merencanakan kembali rapat', en: 'reinstated the meeting' },
})
