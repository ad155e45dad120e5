import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.live.refusals', {
  tooManyTopics: { id: 'Paling banyak sepuluh topik dapat diikuti sekaligus.', en: 'At most ten topics can be followed at once.' },
  tooManyFollowed: {
    id: 'Terlalu banyak halaman sedang diikuti. Silakan coba lagi sebentar lagi.',
    en: 'Too many pages are being followed. Please try again in a moment.',
  },
})
