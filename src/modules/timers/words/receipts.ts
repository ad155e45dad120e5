import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('timers.receipts', {
  triedAgain: {
    id: '{timers, number} jadwal otomatis dicoba lagi sekarang.',
    en: '{timers, plural, one {# scheduled task is} other {# scheduled tasks are}} being tried again now.',
  },
})
