import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('timers.receipts', {
  triedAgain: {
    id: '{timers, number} jadwal otomatis dicoba lagi sekarang.',
    en: '{timers, plural, one {# timed action is} other {# timed actions are}} being tried again now.',
  },
})
