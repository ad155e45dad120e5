import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('search.receipts', {
  saved: {
    id: 'Pencarian tersimpan. Anda dapat membukanya dari halaman Cari.',
    en: 'The search is saved. You can find it on the search page.',
  },
  renamed: { id: 'Nama pencarian diganti.', en: 'The search is renamed.' },
  removed: { id: 'Pencarian dihapus.', en: 'The search is removed.' },
})
