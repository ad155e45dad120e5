import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('search.receipts', {
  saved: { id: 'Pencarian tersimpan. Anda menemukannya di halaman Cari.', en: 'The search is saved. You find it on the search page.' },
  renamed: { id: 'Nama pencarian diganti.', en: 'The search has its new name.' },
  removed: { id: 'Pencarian dihapus.', en: 'The search is removed.' },
})
