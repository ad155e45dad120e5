import { isDeepStrictEqual } from 'node:util'
import type { Localized } from '../../../platform/i18n/words.ts'
import { judgeOutcomes } from '../../../platform/reading/outcomes.ts'
import { nameKey, readPersonName, shownName } from '../../../platform/reading/person-names.ts'
import { readPhones } from '../../../platform/reading/phones.ts'
import type { KnownOfficial } from '../../organisation/queries/officials.ts'
import type { ComparedName, JudgedPerson, PersonProblem, SaidPerson } from '../schema.ts'
import type { ReadPerson } from './read-person.ts'

/** What is registered: persons by key, who has which e-mail address, where the one who imports may register persons, what closed. */
export type Register = {
  officials: ReadonlyMap<string, KnownOfficial>
  owners: ReadonlyMap<string, { id: string; name: string }>
  inReach(office: string): boolean
  /** Why the office of a row takes nobody for a term; null where it does. */
  whyClosed(office: string, term: { startsOn: string | null; endsOn: string | null }): Localized | null
}
export const emptyRegister: Register = { officials: new Map(), owners: new Map(), inReach: () => true, whyClosed: () => null }

/** Where a row stands: its place in the file, which `of` names, and its number in its sheet. */
export type Located = { place: number; row: number; sheet: string | null }

/** Judges rows with those above them and with what is registered; `located` says where each of them stands. */
export function judgePersons(rows: readonly ReadPerson[], located: readonly Located[], register: Register = emptyRegister): JudgedPerson[] {
  const nips = new Map([...register.officials].map(([key, { nip }]) => [key, nip]))
  const addresses = new Map<string, SameEmail>()
  const repeated: (SameEmail | undefined)[] = []
  const problems = rows.map((row, at) => {
    const closed = closedFor(row, register) ? (['office_closed'] as const) : []
    const registered = registerProblems(row, register)
    const same = registered.includes('email_taken') ? undefined : ownerAbove(row, addresses)
    if (same) repeated[at] = same
    const found = [...row.problems, ...registered, ...(same ? (['email_repeated'] as const) : []), ...closed, ...nipProblem(row, nips)]
    if (row.nip && !found.length) nips.set(row.key, row.nip)
    if (row.email && row.name && !found.length)
      addresses.set(row.email, { row: located[at]!.row, sheet: located[at]!.sheet, name: row.name })
    return found.toSorted()
  })
  const known = new Map([...register.officials].map(([key, official]) => [key, comparedValues(saidOf(official))]))
  const outcomes = judgeOutcomes(
    rows.map((row, at) => ({ place: located[at]!.place, problems: problems[at]!, key: row.key, values: comparedValues(row) })),
    known,
  )
  return rows.map(({ problems: _, ...row }, at) => {
    const { outcome, of, news, from } = outcomes[at]!
    const official = outcome === 'attention' ? undefined : register.officials.get(row.key)
    const reason = problems[at]!.includes('office_closed') ? closedFor(rows[at]!, register) : null
    return {
      ...row,
      outcome,
      of,
      news: news as ComparedName[],
      ...(from && { from }),
      ...(repeated[at] && { sameEmail: repeated[at] }),
      ...(reason && { reason }),
      problems: problems[at]!,
      known: official ? { id: official.personId, name: official.name } : null,
    }
  })
}

/** The key under which a registered official is met. */
export const keyOfOfficial = ({ office, name }: Pick<KnownOfficial, 'office' | 'name'>): string =>
  `${office} ${nameKey(readPersonName(name))}`

/** In which values a row says something else than what is registered. */
export const newsFor = (said: SaidPerson, official: KnownOfficial): ComparedName[] =>
  judgeOutcomes([{ place: 0, problems: [], key: '', values: comparedValues(said) }], new Map([['', comparedValues(saidOf(official))]]))[0]!
    .news as ComparedName[]

/** Whether what an update changes is registered as it was when the row was judged; of somebody new, the rows above say what it was. */
export const isAsJudged = ({ known, from = {} }: JudgedPerson, official: KnownOfficial): boolean => {
  const now = comparedValues(saidOf(official))
  return known === null || Object.entries(from).every(([name, value]) => isDeepStrictEqual(now[name as ComparedName] ?? null, value))
}

/** A NIP is one person's: two of one name who each have another are two people, whom nothing else here tells apart. */
const nipProblem = ({ key, nip }: ReadPerson, nips: ReadonlyMap<string, string | null>): PersonProblem[] =>
  nip && (nips.get(key) ?? nip) !== nip ? ['nip_differs'] : []

/** The row above that gives the e-mail address of this one to somebody of another name. Rows that wait for a person give nobody one. */
function ownerAbove({ email, name }: ReadPerson, addresses: ReadonlyMap<string, SameEmail>): SameEmail | undefined {
  const above = email === null ? undefined : addresses.get(email)
  return above && !sameName(above.name, name) ? above : undefined
}

function registerProblems({ office, name, email, key }: ReadPerson, register: Register): PersonProblem[] {
  const owner = email === null ? undefined : register.owners.get(email)
  const isOwn = owner && (register.officials.get(key)?.personId === owner.id || sameName(owner.name, name))
  return [
    ...(office !== null && !register.inReach(office) ? (['office_out_of_reach'] as const) : []),
    ...(owner && !isOwn ? (['email_taken'] as const) : []),
  ]
}

/** Why the office of a row takes nobody for what the row says; of whoever is placed there so already there is nothing to take. */
function closedFor(row: ReadPerson, { officials, whyClosed }: Register): Localized | null {
  if (row.office === null) return null
  const official = officials.get(row.key)
  if (official && !newsFor(row, official).some(name => name === 'position' || name === 'startsOn' || name === 'endsOn')) return null
  return whyClosed(row.office, { startsOn: row.startsOn ?? official?.fromOn ?? null, endsOn: row.endsOn ?? official?.toOn ?? null })
}

const sameName = (a: string, b: string | null): boolean => b !== null && nameKey(readPersonName(a)) === nameKey(readPersonName(b))

type SameEmail = NonNullable<JudgedPerson['sameEmail']>
type Compared = Omit<SaidPerson, 'office'>

/** What is compared between rows of one key, by name. */
const comparedValues = ({
  name,
  nip,
  position,
  unit,
  acting,
  phones,
  email,
  startsOn,
  endsOn,
}: Compared): Record<ComparedName, unknown> => ({
  name,
  nip,
  position: { position, unit, acting },
  phones,
  email,
  startsOn,
  endsOn,
})

/** As a row would say it: names and telephones in one spelling. */
const saidOf = ({ name, phones, acting, fromOn, toOn, ...official }: KnownOfficial): Compared => ({
  ...official,
  name: shownName(readPersonName(name)),
  phones: phones.flatMap(phone => readPhones(phone).phones),
  acting: acting ?? 'none',
  startsOn: fromOn,
  endsOn: toOn,
})
