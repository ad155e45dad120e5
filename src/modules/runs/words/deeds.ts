import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('runs.deeds', {
  'runs.end': { id: 'menghentikan pekerjaan yang tidak dapat dilanjutkan', en: 'stopped work that could not continue' },
  'runs.cancel': { id: 'membatalkan pekerjaan yang berjalan', en: 'cancelled work in progress' },
  'runs.retry': { id: 'mencoba lagi pekerjaan yang terhenti', en: 'retried stopped work' },
  'runs.resume': { id: 'melanjutkan pekerjaan yang terputus', en: 'resumed interrupted work' },
})
