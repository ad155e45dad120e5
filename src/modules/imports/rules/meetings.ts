import { isDeepStrictEqual } from 'node:util'
import { isDitto } from '../../../platform/reading/dittos.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import { fields } from '../schema/codes.ts'
import type { Mapping } from '../schema/files.ts'
import { textOf } from './layouts.ts'
import type { NamedPartner } from './names.ts'
import type { ReadRow, RowToRead } from './rows.ts'

/**
 * By what a row meets other rows of its file: all of it that decides, beside their own cells, how those are read and judged. `names`,
 * `spelled` and `ids` are its partners in their order: folded, as typed, and which partner of the register each stood for.
 */
export type Meeting = {
  number: string | null
  record: string | null
  names: string[]
  spelled: string[]
  ids: (string | null)[]
  /** The folded name in a cell of one line; null when there is none. */
  line: string | null
  /** Whether its cell of partners may hold several, which the names on one line elsewhere decide. */
  several: boolean
  /** Whether a cell points to the row above. */
  above: boolean
}

export function meetingOf(row: RowToRead, mapping: Mapping, read: ReadRow, named: (folded: string) => NamedPartner): Meeting {
  const { kpuNumber, recordId: record, partnersFolded: names, partners: spelled } = read
  return {
    number: kpuNumber === null ? null : foldNumber(kpuNumber),
    record,
    names,
    spelled,
    ids: names.map(name => named(name).partnerId),
    ...cellsOf(row, mapping),
  }
}

/** What of a meeting the cells say by themselves. */
export function cellsOf({ cells, correction }: RowToRead, mapping: Mapping): Pick<Meeting, 'line' | 'several' | 'above'> {
  const line = nameOnOneLine(textOf(cells, mapping, correction, 'partner'))
  return {
    line,
    several: line === null && textOf(cells, mapping, correction, 'partner') !== '',
    above: fields.some(field => isDitto(textOf(cells, mapping, correction, field))),
  }
}

export const nameOnOneLine = (text: string): string | null =>
  text !== '' && text.length <= 300 && !/[\n;]/.test(text) ? foldName(text) : null

/** Folded names and the partner of the register that each stood for when the rows were judged. */
export const calledIn = (meetings: Iterable<Meeting>): Map<string, string> =>
  new Map([...meetings].flatMap(({ names, ids }) => names.flatMap((name, at) => (ids[at] ? [[name, ids[at]] as const] : []))))

/** Names that are written or known otherwise than before, or may be a slip of another. */
export function renamed(names: Iterable<string>, before: (name: string) => NamedPartner, now: (name: string) => NamedPartner): Set<string> {
  return new Set([...new Set(names)].filter(name => !isDeepStrictEqual(before(name), now(name))))
}

/** These rows, and those that share a number or a record with one of them, before or now, and those with them. By place. */
export function meeting(places: Iterable<number>, before: ReadonlyMap<number, Meeting>, now: ReadonlyMap<number, Meeting>): Set<number> {
  const met = new Set<number>()
  const sharing = Map.groupBy(
    [...before, ...now].flatMap(([place, { number, record }]) =>
      [number === null ? [] : [`number ${number}`], record === null ? [] : [`record ${record}`]].flat().map(by => ({ by, place })),
    ),
    ({ by }) => by,
  )
  const bys = (place: number) =>
    [before.get(place), now.get(place)].flatMap(each => (each ? [`number ${each.number}`, `record ${each.record}`] : []))
  for (const open = [...places]; open.length; ) {
    const place = open.pop()!
    if (met.has(place)) continue
    met.add(place)
    for (const by of bys(place)) {
      open.push(...(sharing.get(by) ?? []).map(each => each.place))
      sharing.delete(by)
    }
  }
  return met
}
