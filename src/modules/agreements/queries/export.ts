import { sql } from 'kysely'
import { pageOf } from '../../../platform/keyset.ts'
import type { Context } from '../../../platform/operation.ts'
import type { PartnerClass } from '../../partners/schema.ts'
import type { AgreementFilter, Kind, Openness, Status } from '../schema.ts'
import { hasWords, orderOf, usualSort } from './filters.ts'
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

const chunk = 2000

/** Everything that is filtered, in the order of the list, a chunk at a time, so that a hundred thousand never stand in memory at once. */
export async function* exported(context: Context, filter: AgreementFilter): AsyncGenerator<Exported> {
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
    parties('kpu').as('offices'),
    parties('partner').as('partners'),
    sql<string[]>`coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope s where s.agreement_id = a.id), '[]')`.as('scope'),
  ])
  const order = orderOf(filter.sort ?? usualSort(filter))
  for (let after: string | undefined; ; ) {
    const page = await pageOf(query, order, sql`a.id`, { after }, chunk)
    for (const { sortKey: _, ...agreement } of page.rows) yield agreement
    if (!page.next) return
    after = page.next
  }
}

const parties = (side: 'kpu' | 'partner') => sql<ExportedParty[]>`coalesce((
  select jsonb_agg(jsonb_build_object('name', coalesce(o.name, q.name), 'class', q.class, 'code', o.code, 'number', p.number, 'signatory', p.signatory, 'position', p.signatory_position) order by p.seq)
  from agreement_party p left join office o on o.id = p.office_id left join partner q on q.id = p.partner_id where p.agreement_id = a.id and p.side = ${side}), '[]')`
