import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('calendar.receipts', {
  revoked: {
    id: 'Langganan “{name}” dicabut. Alamatnya tidak berlaku lagi; hapus kalender itu dari ponsel Anda.',
    en: 'The subscription “{name}” is revoked. Its address no longer works; remove that calendar from your phone.',
  },
})
