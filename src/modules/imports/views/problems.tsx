import { useWords } from '../../../web/viewer.ts'
import { reasonOf } from '../rules/reasons.ts'
import type { Problem } from '../schema/codes.ts'
import type { BatchRow, Cause } from '../schema/rows.ts'
import { type ImportWords, words } from '../words.ts'

/** Why a row waits: each problem in words, with the cells that it comes from and what stood in them. */
export function Problems({ row: { problems: all, judged }, without = [] }: ProblemsProps) {
  const w = useWords(words)
  const problems = all.filter(problem => !without.includes(problem))
  const lacksTitle = all.length > 0 && !judged.title
  if (!problems.length && !lacksTitle) return null
  const causesOf = (problem: Problem) => judged.causes.filter(cause => cause.problem === problem)
  return (
    <ul class="problems">
      {problems.map(problem => (
        <li>
          {problemText(w, problem, causesOf(problem))}
          {causesOf(problem).map(cause => (
            <CauseLine cause={cause} />
          ))}
        </li>
      ))}
      {lacksTitle ? <li>{w.titleMissing}</li> : null}
    </ul>
  )
}

type ProblemsProps = {
  row: Pick<BatchRow, 'problems' | 'judged'>
  /** Those that are said elsewhere. */
  without?: readonly Problem[]
}

/** A kind that nothing says is another matter than one that is not understood. */
export const problemText = (w: ImportWords, problem: Problem, causes: readonly Cause[]): string =>
  problem === 'kind_unknown' && causes.length === 0 ? w.kindMissing : reasonOf(w, problem, causes)

function CauseLine({ cause: { field, cell, text, proposal } }: { cause: Cause }) {
  const w = useWords(words)
  const place = [cell === null ? null : w.cell({ cell, sheet: null }), field && w.fields[field]].filter(Boolean).join(', ')
  return (
    <>
      <br />
      <small>
        {place}: <q>{text}</q>
        {proposal === undefined ? null : ` ${w.proposal({ text: proposal })}`}
      </small>
    </>
  )
}
