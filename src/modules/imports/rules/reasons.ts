import type { Field, Problem } from '../schema/codes.ts'
import type { BatchRow } from '../schema/rows.ts'

type Words = { fields: Record<Field, string>; problems: Record<Problem, string>; dateMissing: string }

/** Columns that the workbook of rows with problems adds; brought in again, they are ours and no part of the file. */
export const reasonHeaders = ['Baris asal', 'Alasan']

/** A day that nobody wrote is another matter than one that cannot be read. */
export const reasonOf = (w: Pick<Words, 'problems' | 'dateMissing'>, problem: Problem, causes: readonly unknown[]): string =>
  problem === 'date_invalid' && causes.length === 0 ? w.dateMissing : w.problems[problem]

/** The problems of a row in one text: each in words, with the cells that it comes from. */
export function textOfProblems({ problems, judged }: Pick<BatchRow, 'problems' | 'judged'>, w: Words): string {
  return problems
    .map(problem => {
      const causes = judged.causes.filter(cause => cause.problem === problem)
      const places = causes.map(({ cell, field, text }) => `${cell ?? (field ? w.fields[field] : '')}: ${text}`)
      return places.length ? `${w.problems[problem]} (${places.join('; ')})` : reasonOf(w, problem, causes)
    })
    .join('\n')
}
