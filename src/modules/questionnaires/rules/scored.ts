import type { Instrument } from '../schema.ts'
import { isScoredQuestion } from './score.ts'

/** The keys under which a tally keeps points: scored questions, and the rows of scored tables as `table.row`. */
export const pathsOf = ({ sections }: Instrument): string[] =>
  sections.flatMap(({ questions }) =>
    questions
      .filter(isScoredQuestion)
      .flatMap(question => [
        question.key,
        ...(question.type === 'table-of-scales' ? question.rows.map(row => `${question.key}.${row.key}`) : []),
      ]),
  )
