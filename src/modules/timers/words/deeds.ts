import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('timers.deeds', {
  'timers.fire': { id: 'menjalankan jadwal otomatis', en: 'carried out the scheduled task' },
  'timers.retry': { id: 'mencoba lagi jadwal otomatis yang gagal', en: 'retried failed scheduled tasks' },
})
