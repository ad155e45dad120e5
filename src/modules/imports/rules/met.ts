import type { JudgedRow } from '../schema/rows.ts'
import type { KnownValues } from './changes.ts'

/** An agreement that rows may be about: of the register, or of an earlier row. `number` and `partners` are folded. */
export type Met = {
  number: string | null
  partners: string[]
  values: KnownValues
  at: string | null
  earlier: { values: KnownValues; at: string | null }[]
  source: NonNullable<JudgedRow['duplicateOf']>
}

/** How the partners of a row stand to those of an agreement of the same number. */
type Relation = 'same' | 'fewer' | 'more' | 'others'

/**
 * Finds the agreement that a row is about: the same number, and the same partners or some of them. Two offices may use one number with
 * the same partner: a row means that of its own office, else it says that the office is another. A row with one partner more makes that
 * one a party; one that shares only some partners, or stands above several agreements, is for a person (`'differs'`).
 */
export function agreementsMet() {
  const byPair = new Map<string, Met[]>()
  return {
    add(met: Met): void {
      for (const partner of met.partners) {
        const pair = `${met.number} | ${partner}`
        const there = byPair.get(pair)
        if (!there) byPair.set(pair, [met])
        else if (there.length < most && !there.includes(met)) there.push(met)
      }
    },
    find(number: string, partners: readonly string[], office: string | null): Met | 'differs' | null {
      const found = new Set(partners.flatMap(partner => byPair.get(`${number} | ${partner}`) ?? []))
      let best: { met: Met; rank: number } | null = null
      let [more, others] = [0, 0]
      for (const met of found) {
        const own = met.values.office === undefined || met.values.office === office
        const relation = relationOf(partners, met.partners)
        if (own && relation === 'more') more++
        if (own && relation === 'others') others++
        const rank = own ? ownRank[relation] : otherRank[relation]
        if (rank > (best?.rank ?? 0)) best = { met, rank }
      }
      if (best && best.rank >= ownRank.fewer) return best.met
      if (more > 1 || (others > 0 && more === 0 && !best)) return 'differs'
      return best?.met ?? null
    },
  }
}

const ownRank = { same: 6, fewer: 5, more: 4, others: 0 }
const otherRank = { same: 3, fewer: 2, more: 0, others: 0 }
/** More agreements of one number and partner than this are not told apart. */
const most = 50

function relationOf(row: readonly string[], known: readonly string[]): Relation {
  const all = row.every(partner => known.includes(partner))
  const none = known.every(partner => row.includes(partner))
  return all ? (none ? 'same' : 'fewer') : none ? 'more' : 'others'
}
