import { sql } from 'kysely'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { foldedIn, lockNumbersAndTitles } from '../../agreements/queries/same.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import type { Outcome } from '../schema/codes.ts'
import type { JudgedRow } from '../schema/rows.ts'

export type RowToApply = { id: string; place: number; outcome: Outcome; decision: 'draft' | 'skip' | null; judged: JudgedRow }

/** Under which a recorded row is remembered: two offices may use one number with the same partner. */
export const officeKey = ({ office, key }: JudgedRow): string => `${office} | ${key}`

export type Same = {
  /** The agreement that a row which is to be recorded is about already, by the row's id. */
  taken: Map<string, string>
  /** What earlier rows of the batch became, by their place. */
  ofRows: Map<number, string>
  /** The agreement itself while it is in reach. */
  standing(agreementId: string): string | undefined
  /** Keys of these rows whose agreement has gone to an office out of reach: they are free again. */
  strayKeys: Set<string>
}

/**
 * Which agreements of the register rows are about, as it stands now. Only those kept by offices that the one who imports may import
 * for: of others it is neither told that they exist nor are they touched. A few statements for all rows.
 */
export async function agreementsOfRows({ db, actor }: Context, batchId: string, rows: readonly RowToApply[]): Promise<Same> {
  const own = reachOf(actor, 'agreement.import')
  const ready = rows.filter(({ outcome }) => outcome === 'ready')
  // Earlier rows were remembered by number and partner alone.
  const keys = ready.flatMap(({ judged }) => [officeKey(judged), judged.key!])
  const remembered = await db
    .selectFrom('import_key')
    .select(['key', 'agreement_id as id'])
    .where(sql<boolean>`key = any (${keys}::text[])`)
    .execute()
  const of = rows.flatMap(({ judged }) => judged.duplicateOf ?? [])
  const places = of.flatMap(same => ('place' in same ? [same.place] : []))
  const earlier = await db
    .selectFrom('import_row')
    .select(['place', 'agreement_id as id'])
    .where('batch_id', '=', batchId)
    .where('agreement_id', 'is not', null)
    .where(sql<boolean>`place = any (${places}::int[])`)
    .execute()
  const standing = await standingOf(db, ready)
  const ids = [...remembered, ...earlier, ...[...standing.values()].flat()]
    .map(({ id }) => id!)
    .concat(of.flatMap(same => ('place' in same ? [] : [same.agreementId])))
  const kept = await db
    .selectFrom('agreement_card as a')
    .innerJoin('office_card as o', 'o.id', 'a.office_id')
    .select(['a.id', sql<string>`o.path::text`.as('path')])
    .where(sql<boolean>`a.id = any (${ids}::uuid[])`)
    .execute()
  const inReach = new Set(kept.flatMap(({ id, path }) => (covers(own, { path }) ? [id] : [])))
  const byKey = new Map(remembered.flatMap(({ key, id }) => (inReach.has(id) ? [[key, id] as const] : [])))
  const byHand = (judged: JudgedRow) =>
    standing.get(foldNumber(judged.kpuNumber!))?.find(each => inReach.has(each.id) && isAbout(each, judged))?.id
  return {
    taken: new Map(
      ready.flatMap(({ id, judged }) => {
        const found = byKey.get(officeKey(judged)) ?? byKey.get(judged.key!) ?? byHand(judged)
        return found ? [[id, found] as const] : []
      }),
    ),
    ofRows: new Map(earlier.flatMap(({ place, id }) => (inReach.has(id!) ? [[place, id!] as const] : []))),
    standing: id => (inReach.has(id) ? id : undefined),
    strayKeys: new Set(remembered.flatMap(({ key, id }) => (inReach.has(id) ? [] : [key]))),
  }
}

type RecordedAgreement = { id: string; number: string; partners: { id: string; folded: string }[] | null }

/** The agreement of this number with all partners of the row, each known by itself, whatever it is called now, else by its name. */
const isAbout = ({ partners }: RecordedAgreement, judged: JudgedRow): boolean =>
  partnersOf(judged).every(({ partner, partnerId }) =>
    partners?.some(({ id, folded }) => (partnerId ? id === partnerId : folded === foldName(partner))),
  )

const partnersOf = ({ partner, partnerId, furtherPartners }: JudgedRow): { partner: string; partnerId: string | null }[] => [
  { partner: partner!, partnerId },
  ...furtherPartners.map(each => ({ partner: each.partner!, partnerId: each.partnerId })),
]

/**
 * What somebody may have recorded by hand since: agreements with these rows' numbers, under each. Whoever records one now is waited for.
 */
async function standingOf(db: Context['db'], rows: readonly RowToApply[]): Promise<Map<string, RecordedAgreement[]>> {
  const numbers = foldedIn(rows.map(({ judged }) => judged.kpuNumber!))
  await lockNumbersAndTitles({ db }, numbers)
  const { rows: found } = await sql<RecordedAgreement>`
    select m.agreement_id as id, folded_number(m.number) as number,
      (select jsonb_agg(jsonb_build_object('id', q.id, 'folded', q.folded)) from agreement_party_card p join partner_card q on q.id = p.partner_id where p.agreement_id = m.agreement_id) as partners
    from agreement_party_card m where m.side = 'kpu' and m.number is not null and folded_number(m.number) = any (${numbers}::text[]) order by m.agreement_id`.execute(
    db,
  )
  return Map.groupBy(found, ({ number }) => number)
}
