import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('mail.receipts', {
  lettersBeingSent: {
    id: '{letters} surel dikirim sekarang. Statusnya tampil di halaman ini.',
    en: 'Sending now: {letters}. This page shows their status.',
  },
  letterBeingSent: {
    id: 'Surel dikirim ulang. Statusnya tampil di halaman ini.',
    en: 'The e-mail is being sent again. This page shows its status.',
  },
})
