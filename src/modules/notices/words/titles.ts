import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('notices.titles', {
  summary: { id: 'Mengirim ringkasan harian', en: 'Sending the daily summary' },
})
