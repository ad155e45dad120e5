import { type RawBuilder, sql } from 'kysely'
import { type Reach, reach } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { LifecycleDates } from '../rules/status.ts'
import type { Kind, Openness } from '../schema.ts'

/**
 * The same as `within(reach, { paths: a.reach, partners: a.partner_ids })`, asked of the one index that lists use: an agreement's
 * facets name the paths of its offices and of all above them, `@path` of the offices themselves, and its partners.
 */
export function inReach(own: Reach): RawBuilder<boolean> {
  if (own.everywhere) return sql<boolean>`true`
  const facets = [...own.below, ...own.at.map(path => `@${path}`), ...own.partners]
  return facets.length ? sql<boolean>`a.facets && ${facets}::text[]` : sql<boolean>`false`
}

/** Agreements of which an office in reach, or the partner that one speaks for, is a party. `power` is a further one that is needed. */
export const visible = (context: Context, power: Power = 'agreement.read') => {
  const query = context.db.selectFrom('agreement as a').where(inReach(reach(context, 'agreement.read')))
  return power === 'agreement.read' ? query : query.where(inReach(reach(context, power)))
}

export const today = (context: Pick<Context, 'clock' | 'actor'>): string => context.clock.today(context.actor.zone)
export const statusColumn = (day: string) =>
  sql<'draft'>`agreement_status(a.stage, a.starts_on, a.ends_on, a.renewal_since, a.ended_how, a.ended_on, ${day}::date)`

/** What the operations decide by: locked, so that of two people at once the second sees what the first left behind. */
export type LockedAgreement = LifecycleDates & {
  id: string
  kind: Kind
  title: string
  parentId: string | null
  office: { id: string; name: string; path: string }
  reach: string[]
  partnerIds: string[]
  place: string | null
  openness: Openness
  exclusionReason: string | null
  endedReason: string | null
  rev: number
}

export const lifecycleColumns = [
  'a.id',
  'a.kind',
  'a.title',
  'a.parent_id as parentId',
  'a.stage',
  'a.signed_on as signedOn',
  'a.starts_on as startsOn',
  'a.ends_on as endsOn',
  'a.place',
  'a.openness',
  'a.exclusion_reason as exclusionReason',
  'a.renewal_since as renewalSince',
  'a.ended_on as endedOn',
  'a.ended_how as endedHow',
  'a.ended_reason as endedReason',
  'a.rev',
  sql<string[]>`a.reach::text[]`.as('reach'),
  'a.partner_ids as partnerIds',
  sql<{
    id: string
    name: string
    path: string
  }>`(select jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text) from office_card o where o.id = a.office_id)`.as(
    'office',
  ),
] as const

export async function findAgreementForChange(context: Context, id: string): Promise<LockedAgreement> {
  const agreement = await visible(context).where('a.id', '=', id).select(lifecycleColumns).forUpdate('a').executeTakeFirst()
  if (!agreement) throw notFound()
  return agreement
}

/** The places whose people may read the audit lines about an agreement. */
export const audience = ({ id, reach: paths, office }: Pick<LockedAgreement, 'id' | 'reach' | 'office'>) => ({
  kind: 'agreement',
  id,
  reach: [...new Set([office.path, ...paths])],
})
