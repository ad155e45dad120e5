import { sql } from 'kysely'
import { everyPage, flowSize, pageOf } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { PartnerClass } from '../../partners/schema.ts'
import { usualSort } from '../rules/usual-sort.ts'
import type { AgreementFilter, Kind, Openness, Status } from '../schema.ts'
import { hasWords, orderOf } from './filters.ts'
import { filtered } from './list.ts'
import { statusColumn, today, visible } from './visible.ts'

type ExportedParty = {
  name: string
  class: PartnerClass | null
  code: string | null
  number: string | null
  signatory: string | null
  position: string | null
}
/** An agreement as it leaves: everything that a register holds, parties in their order. */
export type Exported = {
  id: string
  kind: Kind
  title: string
  status: Status
  offices: ExportedParty[]
  partners: ExportedParty[]
  parentNumber: string | null
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  place: string | null
  scope: string[]
  openness: Openness
  exclusionReason: string | null
}

/**
 * Everything that is filtered, in the order of the list, a page at a time, each with what belongs to its rows in two further statements.
 */
export async function exported(context: Context, filter: AgreementFilter): Promise<AsyncGenerator<Exported[], void>> {
  const all = await filtered(context, filter, visible(context, 'agreement.export'))
  const query = (filter.q ? all.where(hasWords(filter.q)) : all).select([
    'a.id',
    'a.kind',
    'a.title',
    'a.signed_on as signedOn',
    'a.starts_on as startsOn',
    'a.ends_on as endsOn',
    'a.place',
    'a.openness',
    'a.exclusion_reason as exclusionReason',
    statusColumn(today(context)).$castTo<Status>().as('status'),
    sql<string | null>`(select up.kpu_number from agreement up where up.id = a.parent_id)`.as('parentNumber'),
  ])
  const order = orderOf(filter.sort ?? usualSort(filter))
  return everyPage(async after => {
    const page = await pageOf(query, order, sql`a.id`, after ? { after } : {}, flowSize)
    const rows = page.rows.map(({ sortKey: _, ...agreement }): Exported => ({ ...agreement, offices: [], partners: [], scope: [] }))
    await addParties(context, rows)
    return { rows, next: page.next }
  })
}

async function addParties(context: Context, rows: Exported[]): Promise<void> {
  const known = new Map(rows.map(row => [row.id, row]))
  const ids = [...known.keys()]
  const parties = await context.db
    .selectFrom('agreement_party as p')
    .leftJoin('office_card as o', 'o.id', 'p.office_id')
    .leftJoin('partner_card as q', 'q.id', 'p.partner_id')
    .where('p.agreement_id', '=', any(ids))
    .select(['p.agreement_id as agreement', 'p.side', 'q.class', 'o.code', 'p.number', 'p.signatory', 'p.signatory_position as position'])
    .select(sql<string>`coalesce(o.name, q.name)`.as('name'))
    .orderBy('p.agreement_id')
    .orderBy('p.seq')
    .execute()
  for (const { agreement, side, name, class: partnerClass, code, number, signatory, position } of parties)
    known.get(agreement)![side === 'kpu' ? 'offices' : 'partners'].push({ name, class: partnerClass, code, number, signatory, position })
  const scope = await context.db
    .selectFrom('agreement_scope')
    .where('agreement_id', '=', any(ids))
    .select(['agreement_id as agreement', 'text'])
    .orderBy('agreement_id')
    .orderBy('seq')
    .execute()
  for (const { agreement, text } of scope) known.get(agreement)!.scope.push(text)
}

/** One parameter however many there are. */
const any = (ids: string[]) => sql<string>`any (${ids}::uuid[])`
