import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('help.receipts', {
  dismissed: {
    id: 'Daftar hari pertama disembunyikan. Anda dapat menemukannya di Bantuan.',
    en: 'The list of your first days is hidden. You can find it in Help.',
  },
  restored: { id: 'Daftar hari pertama tampil lagi di beranda.', en: 'The list of your first days is on the home page again.' },
  completed: { id: 'Langkah itu ditandai selesai.', en: 'The step is marked as done.' },
})
