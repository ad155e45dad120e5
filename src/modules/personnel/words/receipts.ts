import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('personnel.receipts', {
  rowJudged: { id: 'Baris {row} sudah diperiksa lagi.', en: 'Row {row} has been checked again.' },
})
