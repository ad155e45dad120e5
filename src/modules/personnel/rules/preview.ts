import { countOutcomes } from '../../../platform/reading/outcomes.ts'
import type { JudgedPerson } from './judge-persons.ts'
import type { PersonRow } from './person-rows.ts'
import type { ReadPerson } from './read-person.ts'

/** What a preview prints: how many rows become what, and of each row its values as read. `of` is the first row of its person. */
export function personPreview(rows: readonly PersonRow[], read: readonly ReadPerson[], judged: readonly JudgedPerson[]) {
  const byPlace = new Map(rows.map(row => [row.place, row]))
  return {
    counts: countOutcomes(judged),
    rows: rows.map(({ row, sheet }, at) => {
      const { outcome, of } = judged[at]!
      const { problems, office, name, nip, position, unit, acting, phones, email, startsOn, endsOn } = read[at]!
      const first = of === null ? undefined : byPlace.get(of)
      return {
        row,
        ...(sheet !== null && { sheet }),
        outcome,
        problems,
        office,
        name,
        nip,
        position,
        unit,
        acting,
        phones,
        email,
        startsOn,
        endsOn,
        ...(first && { of: first.row }),
        ...(first?.sheet && first.sheet !== sheet && { ofSheet: first.sheet }),
      }
    }),
  }
}
