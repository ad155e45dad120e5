import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('personnel.receipts', {
  rowJudged: { id: 'Baris {row} diperiksa kembali.', en: 'Row {row} was judged again.' },
})
