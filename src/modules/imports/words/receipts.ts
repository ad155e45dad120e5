import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('imports.receipts', {
  columnsRead: { id: 'Kolom sudah dibaca. Periksa baris-barisnya.', en: 'The columns have been read. Check the rows.' },
  rowJudged: { id: 'Baris {row} sudah diperiksa lagi.', en: 'Row {row} has been checked again.' },
})
