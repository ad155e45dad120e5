import { type RawBuilder, sql } from 'kysely'
import { type Reach, reach } from '../../../platform/authority/reach.ts'
import { sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { AgreementDetail, Descendant } from '../schema.ts'
import { inReach, lifecycleColumns, statusColumn, today, visible } from './visible.ts'

type Detail = Omit<AgreementDetail, 'children' | 'below'>

export async function findAgreement(context: Context, id: string): Promise<Detail> {
  const [found] = await findAgreements(context, [id])
  if (!found) throw notFound()
  return found
}

/** Agreements with all that belongs to them, in one statement; in no order. */
export async function findAgreements(context: Context, ids: readonly string[]): Promise<Detail[]> {
  const own = reach(context, 'agreement.read')
  const found = await visible(context)
    .where(sql<boolean>`a.id = any (${ids}::uuid[])`)
    .select(lifecycleColumns)
    .select([
      statusColumn(today(context)).as('status'),
      'a.created_at as createdAt',
      sql<
        Detail['parent']
      >`(select jsonb_build_object('id', up.id, 'kind', up.kind, 'title', up.title, 'number', up.kpu_number, 'visible', exists (select from agreement a where a.id = up.id and ${inReach(own)}))
        from agreement up where up.id = a.parent_id)`.as('parent'),
      sql<
        Detail['parties']
      >`coalesce((select jsonb_agg(jsonb_build_object('side', p.side, 'number', p.number, 'signatory', p.signatory, 'signatoryPosition', p.signatory_position, 'authority', p.authority,
          'office', case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end, 'partner', case when q.id is null then null else jsonb_build_object('id', q.id, 'name', q.name) end) order by p.seq)
        from agreement_party p left join office_card o on o.id = p.office_id left join partner_card q on q.id = p.partner_id where p.agreement_id = a.id), '[]')`.as(
        'parties',
      ),
      sql<string[]>`coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope s where s.agreement_id = a.id), '[]')`.as(
        'scope',
      ),
      sql<
        Detail['obligations']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'article', b.article, 'side', b.side, 'text', b.text, 'indicator', b.indicator, 'target', b.target, 'dueOn', b.due_on, 'rev', b.rev) order by b.seq)
        from obligation b where b.agreement_id = a.id and b.removed_at is null), '[]')`.as('obligations'),
      sql<
        Detail['documents']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'label', d.label, 'file', jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size), 'addedBy', r.name, 'addedAt', d.added_at, 'published', d.published_at is not null) order by d.added_at, d.id)
        from agreement_document d join stored_file_card f on f.id = d.file_id left join person_card r on r.id = d.added_by where d.agreement_id = a.id and d.removed_at is null), '[]')`.as(
        'documents',
      ),
      sql<
        Detail['events']
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.happened_on, 'note', ${noteFor(own)}, 'by', r.name, 'at', e.at) order by e.at desc, e.id desc)
        from agreement_event e left join person_card r on r.id = e.by where e.agreement_id = a.id), '[]')`.as('events'),
    ])
    .execute()
  return found.map(({ createdAt, partnerIds: _partners, parentId: _parent, documents, events, ...rest }) => ({
    ...rest,
    createdAt: instant(createdAt),
    documents: documents.map(document => ({ ...document, addedAt: instant(document.addedAt) })),
    events: events.map(event => ({ ...event, at: instant(event.at) })),
  }))
}

/** What an office wrote of an agreement in the file that it came by, of its troubles and wishes, was not written for the partner. */
const noteFor = (own: Reach): RawBuilder<string | null> =>
  sql`case when e.kind <> 'imported' or ${inReach({ ...own, partners: [] })} then e.note end`

const instant = (at: string | Date): string => new Date(at).toISOString()

/** What stands below an agreement and is in reach, parents before children. */
export async function descendantsOf(context: Context, id: string, most = 200): Promise<Descendant[]> {
  const { rows } = await sql<Descendant>`
    with recursive below as (
      select c.id, c.parent_id, 1 as depth from agreement c where c.parent_id = ${id}::uuid
      union all
      select c.id, c.parent_id, b.depth + 1 from agreement c join below b on c.parent_id = b.id where b.depth < 4
    )
    select b.id, b.parent_id as "parentId", b.depth, a.kind, a.title, a.kpu_number as number, o.name as office, ${statusColumn(today(context))} as status
    from below b join agreement a on a.id = b.id join office_card o on o.id = a.office_id
    where ${inReach(reach(context, 'agreement.read'))} order by b.depth, o.path, ${sortKey(sql`a.title`)}, a.id limit ${most}`.execute(
    context.db,
  )
  return rows
}

/** As many as the list of those under this agreement has. */
export async function countBelow(context: Context, id: string): Promise<number> {
  const counted = visible(context)
    .where('a.parent_id', '=', id)
    .select(eb => eb.fn.countAll<number>().as('many'))
  return (await counted.executeTakeFirstOrThrow()).many
}
