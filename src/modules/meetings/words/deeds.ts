import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('meetings.deeds', {
  'meetings.create': { id: 'merencanakan rapat', en: 'planned the meeting' },
  'meetings.change': { id: 'mengubah rencana rapat', en: 'changed the plan of the meeting' },
  'meetings.copy': { id: 'menyalin rapat', en: 'copied the meeting' },
  'meetings.answer': { id: 'mencatat capaian tujuan rapat', en: 'recorded what the meeting achieved' },
  'meetings.invite': { id: 'mencatat undangan rapat', en: 'recorded the invitation to the meeting' },
  'meetings.start': { id: 'memulai rapat', en: 'started the meeting' },
  'meetings.end': { id: 'mengakhiri rapat', en: 'ended the meeting' },
  'meetings.report': { id: 'menutup laporan rapat', en: 'closed the report of the meeting' },
  'programmes.release': { id: 'merilis acara rapat', en: 'released the programme of the meeting' },
  'programmes.fill': { id: 'mengambil acara rapat dari berkas', en: 'took the programme of the meeting from a file' },
  'sessions.create': { id: 'menambah sesi dalam rapat', en: 'added a session to the meeting' },
  'sessions.change': { id: 'mengubah sesi dalam rapat', en: 'changed a session of the meeting' },
  'sessions.remove': { id: 'mengeluarkan sesi dari rapat', en: 'took a session out of the meeting' },
  'parts.create': { id: 'menugaskan orang dalam rapat', en: 'gave somebody a part in the meeting' },
  'parts.remove': { id: 'menghapus tugas seseorang dalam rapat', en: 'took away somebody’s part in the meeting' },
  'meetings.cancel': { id: 'membatalkan rapat', en: 'cancelled the meeting' },
  'meetings.restore': { id: 'merencanakan kembali rapat', en: 'planned the meeting again' },
})
