import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('calendar.receipts', {
  revoked: {
    id: 'Langganan "{name}" dicabut. Alamatnya tidak dapat dibaca lagi; hapus kalender itu dari ponsel Anda.',
    en: 'The subscription “{name}” is revoked. Its address can no longer be read; remove that calendar from your phone.',
  },
})
