import { texts } from './platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('home.refusals', {
  sinergiRestartingTryMoment: {
    id: 'Sinergi sedang dimuat ulang. Silakan coba lagi sebentar lagi.',
    en: 'Sinergi is restarting. Please try again in a moment.',
  },
})
