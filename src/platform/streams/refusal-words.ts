import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.streams.refusals', {
  ownDownloadsWaiting: {
    id: 'Unduhan Anda yang lain belum selesai disiapkan. Tunggu sebentar, lalu unduh lagi.',
    en: 'Your other downloads are still being prepared. Wait a moment, then download again.',
  },
  tooManyDownloads: {
    id: 'Banyak unduhan besar sedang disiapkan. Silakan unduh lagi sekitar {seconds, number} detik lagi.',
    en: 'Many large downloads are being prepared. Please download again in about {seconds, number} seconds.',
  },
  manyOthersDownload: {
    id: 'Banyak orang lain sedang mengunduh. Silakan unduh lagi sekitar {seconds, number} detik lagi.',
    en: 'Many other people are downloading. Please download again in about {seconds, number} seconds.',
  },
  networkStillDownloads: {
    id: 'Unduhan lain dari jaringan Anda belum selesai. Silakan unduh lagi sekitar {seconds, number} detik lagi.',
    en: 'Other downloads from your network have not finished. Please download again in about {seconds, number} seconds.',
  },
})
