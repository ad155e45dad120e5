import { together } from '../../platform/i18n/words.ts'
import { batchWords } from './words/batches.ts'
import { columnWords } from './words/columns.ts'
import { problemWords } from './words/problems.ts'
import { rowWords } from './words/rows.ts'
import { unreadWords } from './words/unread.ts'

/** The words of files, their columns and their rows, in one dictionary. */
export const words = together(batchWords, columnWords, problemWords, rowWords, unreadWords)
export type ImportWords = (typeof words)['id']
