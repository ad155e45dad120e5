import { folded } from '../../../platform/reading/text.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import type { FurtherPartner } from '../schema/rows.ts'
import type { ReadRow } from './rows.ts'

/** Rows that are one agreement of several parties: by the place of each, the places of all; and the first with all their partners. */
export type Together = { places: ReadonlyMap<number, number[]>; rows: ReadRow[] }

/**
 * One number, one title and one day, but in each row another partner: that is one agreement of several parties, and its first row takes
 * in the partners of the others. Not when a person says that they are `apart` (folded numbers), nor when two of the rows stand by
 * themselves: in the register, as `isApart` says, or in another row of the file with another title or day.
 */
export function together(rows: readonly ReadRow[], apart: ReadonlySet<string>, isApart: (row: ReadRow) => boolean): Together {
  const groups = Map.groupBy(rows, row => keyOf(row, apart))
  groups.delete(null)
  const elsewhere = besideOthers(rows, apart)
  const places = new Map<number, number[]>()
  const heads = new Map<number, ReadRow>()
  for (const group of groups.values()) {
    const fresh = withFreshPartners(group)
    if (fresh.length < 2 || fresh.filter(row => isApart(row) || elsewhere(row)).length > 1) continue
    const all = group.map(({ place }) => place)
    for (const place of all) places.set(place, all)
    heads.set(fresh[0]!.place, taking(fresh[0]!, fresh.slice(1)))
  }
  return { places, rows: rows.map(row => heads.get(row.place) ?? row) }
}

function keyOf({ problems, doubts, key, kpuNumber, values }: ReadRow, apart: ReadonlySet<string>): string | null {
  if (problems.length > 0 || doubts.length > 0 || key === null || !values.title || !values.signedOn) return null
  const number = foldNumber(kpuNumber!)
  if (apart.has(number)) return null
  return JSON.stringify([number, folded(values.title), values.signedOn, values.startsOn, values.endsOn, values.office, values.kind])
}

/** Whether the number and partners of a row stand in a row of another group as well. */
function besideOthers(rows: readonly ReadRow[], apart: ReadonlySet<string>): (row: ReadRow) => boolean {
  const groupsOf = new Map<string, Set<string | null>>()
  const pairOf = ({ values, key }: ReadRow) => `${values.office} | ${key}`
  for (const row of rows)
    if (row.problems.length === 0 && row.key !== null)
      groupsOf.set(pairOf(row), (groupsOf.get(pairOf(row)) ?? new Set()).add(keyOf(row, apart)))
  return row => (groupsOf.get(pairOf(row))?.size ?? 0) > 1
}

/** Of the rows of a group those that name a partner that none before them names. */
function withFreshPartners(group: readonly ReadRow[]): ReadRow[] {
  const seen = new Set<string>()
  return group.filter(({ partnersFolded }) => {
    const fresh = partnersFolded.some(name => !seen.has(name))
    for (const name of partnersFolded) seen.add(name)
    return fresh
  })
}

function taking(head: ReadRow, others: readonly ReadRow[]): ReadRow {
  const seen = new Set(head.partnersFolded)
  const partners = [...head.partners]
  const further: FurtherPartner[] = [...head.values.furtherPartners]
  for (const other of others)
    partnersOf(other).forEach((party, at) => {
      const name = other.partnersFolded[at]!
      if (seen.has(name)) return
      seen.add(name)
      partners.push(other.partners[at]!)
      further.push(party)
    })
  return { ...head, partners, partnersFolded: [...seen], values: { ...head.values, furtherPartners: further } }
}

/** The partners of a row, each with what it says of it. */
const partnersOf = ({ partner, values }: ReadRow): FurtherPartner[] => [
  { partner, partnerId: null, partnerClass: values.partnerClass, number: values.partnerNumber, signatory: values.partnerSignatory },
  ...values.furtherPartners,
]
