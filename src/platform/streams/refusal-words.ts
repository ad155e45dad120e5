import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.streams.refusals', {
  otherDownloadsStillBeing: {
    id: 'Unduhan Anda yang lain belum selesai disiapkan. Tunggu sebentar, lalu unduh lagi.',
    en: 'Your other downloads are still being prepared. Wait a moment, then download again.',
  },
  manyLargeDownloadsBeing: {
    id: 'Banyak unduhan besar sedang disiapkan. Silakan coba lagi sebentar lagi.',
    en: 'Many large downloads are being prepared. Please try again in a moment.',
  },
})
