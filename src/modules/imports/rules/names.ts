import { chooseName, foldName } from '../../partners/rules/partner-names.ts'
import type { JudgedRow } from '../schema/rows.ts'
import type { Known } from './classify.ts'
import { nearNames } from './near-names.ts'
import type { ReadRow } from './rows.ts'

/** A partner as it should be written; the one of the register, and what it may be a slip of. */
export type NamedPartner = { partner: string; partnerId: string | null; suggestions: JudgedRow['suggestions'] }

/** For each folded name: how it should be written, whether the register has it, and what it may be a slip of. */
export function partnersNamed(
  rows: readonly Pick<ReadRow, 'partners' | 'partnersFolded'>[],
  { partners, called = new Map() }: Known,
): (folded: string) => NamedPartner {
  const spellings = new Map<string, Map<string, number>>()
  for (const row of rows)
    row.partnersFolded.forEach((name, at) => {
      const of = spellings.get(name) ?? new Map<string, number>()
      spellings.set(name, of.set(row.partners[at]!, (of.get(row.partners[at]!) ?? 0) + 1))
    })
  const known = new Map(partners.map(partner => [foldName(partner.name), partner]))
  const byId = new Map(called.size ? partners.map(partner => [partner.id, partner]) : [])
  for (const [name, id] of called) if (!known.has(name) && byId.has(id)) known.set(name, byId.get(id)!)
  const near = nearNames()
  for (const name of known.keys()) near.add(name)
  for (const name of spellings.keys()) if (!known.has(name)) near.add(name)
  const chosen = new Map<string, string>()
  for (const [name, of] of spellings) chosen.set(name, known.get(name)?.name ?? chooseName(of))
  const timesOf = (name: string) => [...(spellings.get(name)?.values() ?? [])].reduce((sum, times) => sum + times, 0)

  /** A name of the register needs no suggestion; a new one may be a slip of that, or of a name that the file has more often. */
  const suggest = (name: string) =>
    known.has(name)
      ? []
      : near
          .near(name)
          .filter(other => known.has(other) || timesOf(other) > timesOf(name))
          .map(other => ({ name: known.get(other)?.name ?? chosen.get(other)!, partnerId: known.get(other)?.id ?? null }))

  const found = new Map<string, NamedPartner>()
  return (name: string) => {
    const ready = found.get(name) ?? { partner: chosen.get(name)!, partnerId: known.get(name)?.id ?? null, suggestions: suggest(name) }
    found.set(name, ready)
    return ready
  }
}
