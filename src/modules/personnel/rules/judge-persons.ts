import { judgeOutcomes, type RowOutcome } from '../../../platform/reading/outcomes.ts'
import type { ReadPerson } from './read-person.ts'

export type JudgedPerson = { outcome: RowOutcome; of: number | null; news: string[] }

/** The outcome of each row, with those above it; `places` are what `of` names. Position, unit and acting are one value. */
export const judgePersons = (
  rows: readonly ReadPerson[],
  places: readonly number[],
  known?: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): JudgedPerson[] =>
  judgeOutcomes(
    rows.map((row, at) => ({ place: places[at]!, problems: row.problems, key: row.key, values: comparedValues(row) })),
    known,
  )

/** What is compared between rows of one key, by name. */
export const comparedValues = ({ name, nip, position, unit, acting, phones, email, startsOn, endsOn }: Compared) => ({
  name,
  nip,
  position: { position, unit, acting },
  phones,
  email,
  startsOn,
  endsOn,
})
type Compared = Pick<ReadPerson, 'name' | 'nip' | 'position' | 'unit' | 'acting' | 'phones' | 'email' | 'startsOn' | 'endsOn'>
