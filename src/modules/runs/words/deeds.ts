import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('runs.deeds', {
  'runs.end': { id: 'menghentikan pekerjaan yang tidak dapat dilanjutkan', en: 'stopped work that could not go on' },
  'runs.cancel': { id: 'membatalkan pekerjaan yang berjalan', en: 'cancelled work that was going on' },
  'runs.retry': { id: 'mencoba lagi pekerjaan yang terhenti', en: 'tried stopped work again' },
  'runs.resume': { id: 'melanjutkan pekerjaan yang terputus', en: 'resumed interrupted work' },
})
