import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('imports.receipts', {
  columnsRead: { id: 'Kolom sudah dibaca. Periksa baris-barisnya.', en: 'The columns have been read. Look through the rows.' },
  rowJudged: { id: 'Baris {row} diperiksa kembali.', en: 'Row {row} was judged again.' },
})
