import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('timers.deeds', {
  'timers.fire': { id: 'menjalankan jadwal otomatis', en: 'carried out what was due' },
  'timers.retry': { id: 'mencoba lagi jadwal otomatis yang gagal', en: 'tried again what had failed at its moment' },
})
