import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('mail.receipts', {
  lettersBeingSent: {
    id: '{letters} surat dikirim sekarang. Keadaannya tampil di halaman ini.',
    en: 'Sending now: {letters}. Their state is shown on this page.',
  },
  letterBeingSent: {
    id: 'Surat dikirim ulang. Keadaannya tampil di halaman ini.',
    en: 'The letter is being sent again. Its state is shown on this page.',
  },
})
