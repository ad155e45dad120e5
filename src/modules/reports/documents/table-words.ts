import { together } from '../../../platform/i18n/words.ts'
import { agreementTables } from './table-words/agreements.ts'
import { answerTables } from './table-words/answers.ts'
import { findingTables } from './table-words/findings.ts'

/** Titles and column headings of the report's tables, by the key of the table and of the column. */
export const tableWords = together(agreementTables, answerTables, findingTables)
