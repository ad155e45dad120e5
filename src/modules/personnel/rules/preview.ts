import { countOutcomes } from '../../../platform/reading/outcomes.ts'
import { type JudgedPerson, type PersonPreview, SaidPerson } from '../schema.ts'
import type { PersonRow } from './person-rows.ts'

/** What a preview prints: how many rows become what, and of each row its values as read. */
export function personPreview(rows: readonly PersonRow[], judged: readonly JudgedPerson[]): PersonPreview {
  const byPlace = new Map(rows.map(row => [row.place, row]))
  return {
    counts: countOutcomes(judged),
    rows: rows.map(({ row, sheet }, at) => {
      const { outcome, problems, of, sameEmail } = judged[at]!
      const first = of === null ? undefined : byPlace.get(of)
      return {
        row,
        ...(sheet !== null && { sheet }),
        outcome,
        problems,
        ...SaidPerson.parse(judged[at]),
        ...(sameEmail && { sameEmail }),
        ...(first && { of: first.row }),
        ...(first?.sheet && first.sheet !== sheet && { ofSheet: first.sheet }),
      }
    }),
  }
}
