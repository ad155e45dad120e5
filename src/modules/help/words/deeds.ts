import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('help.deeds', {
  'firstDays.complete': { id: 'menandai langkah hari pertama', en: 'marked a step of the first days of' },
  'firstDays.dismiss': { id: 'menyembunyikan daftar hari pertama', en: 'hid the list of the first days of' },
  'firstDays.restore': { id: 'menampilkan lagi daftar hari pertama', en: 'restored the list of the first days of' },
})
