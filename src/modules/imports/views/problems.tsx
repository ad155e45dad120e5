import { useWords } from '../../../web/viewer.ts'
import type { BatchRow, Cause, Problem } from '../schema.ts'
import { words } from '../words.ts'

/** Why a row waits: each problem in words, with the cells that it comes from and what stood in them. */
export function Problems({ row: { problems, judged } }: { row: Pick<BatchRow, 'problems' | 'judged'> }) {
  const w = useWords(words)
  if (!problems.length) return null
  const causesOf = (problem: Problem) => judged.causes.filter(cause => cause.problem === problem)
  return (
    <ul class="problems">
      {problems.map(problem => (
        <li>
          {w.problems[problem]}
          {causesOf(problem).map(cause => (
            <CauseLine cause={cause} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function CauseLine({ cause: { field, cell, text, proposal } }: { cause: Cause }) {
  const w = useWords(words)
  const place = [cell === null ? null : w.cell(cell), field && w.fields[field]].filter(Boolean).join(', ')
  return (
    <>
      <br />
      <small>
        {place}: <q>{text}</q>
        {proposal === undefined ? null : ` ${w.proposal(proposal)}`}
      </small>
    </>
  )
}
