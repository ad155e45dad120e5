import { sql } from 'kysely'
import type { z } from 'zod'
import { reach, within } from '../../platform/authority/reach.ts'
import { hasInOrder } from '../../platform/database/search.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { deedOf, idsIn, kindNames, namesIn, recordedAs } from '../../platform/subject/subject.ts'
import type { AuditFilter, Verification } from './schema.ts'

/** Lines about the offices and partners in reach. */
export const visible = (context: Context) =>
  context.db
    .selectFrom('audit_event as e')
    .where(within(reach(context, 'audit.read'), { paths: sql.ref('e.reach'), partner: sql.ref('e.partner_id') }))

export const lineColumns = [
  'e.id',
  'e.at',
  'e.door',
  'e.operation',
  'e.changes',
  sql<{ id: string | null; name: string }>`jsonb_build_object('id', e.person_id, 'name', e.person_name)`.as('person'),
  sql<{ kind: string; id: string }>`jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id)`.as('subject'),
  sql<string>`e.transaction::text`.as('transaction'),
] as const

/** Lines with what they are about and mention, called by name. */
export async function named<L extends { operation: string; subject: { kind: string; id: string }; changes: unknown }>(
  context: Context,
  lines: readonly L[],
) {
  const names = await namesIn(context, lines as readonly (L & { changes: object })[])
  return lines.map(line => ({
    ...line,
    deed: deedOf(context.subjects, line.operation, line.subject.kind),
    subject: {
      ...line.subject,
      kindNames: kindNames(context.subjects, line.subject.kind),
      ...(names.get(line.subject.id) ?? { name: null, path: null }),
    },
    names: Object.fromEntries(idsIn(line.changes).flatMap(id => (names.has(id) ? [[id, names.get(id)!.name]] : []))),
  }))
}

/** Days are those of the reader's zone. */
export function filtered(
  context: Context,
  { office, person, kind, id, operation, withoutSignIns, from, to }: z.output<typeof AuditFilter>,
) {
  const { zone } = context.actor
  return visible(context)
    .$if(!!office, query =>
      query.where(
        sql<boolean>`e.reach <@ coalesce((select path from office_card where code = ${office} or id::text = ${office}), 'nowhere')`,
      ),
    )
    .$if(!!person, query =>
      query.where(
        sql<boolean>`e.person_id in (select id from person_card where id::text = ${person} or email = lower(${person}) or ${hasInOrder(sql`name`, person!)})`,
      ),
    )
    .$if(!!kind, query => query.where('e.subject_kind', 'in', recordedAs(context.subjects, kind!)))
    .$if(!!id, query => query.where('e.subject_id', '=', id!))
    .$if(!!operation, query => query.where('e.operation', '=', operation!))
    .$if(!!withoutSignIns, query => query.where(sql<boolean>`e.operation not like 'sign-in.%'`))
    .$if(!!from, query => query.where(sql<boolean>`e.at >= ${from}::date::timestamp at time zone ${zone}`))
    .$if(!!to, query => query.where(sql<boolean>`e.at < (${to}::date + 1)::timestamp at time zone ${zone}`))
}

/** How many lines fit, counted up to `mostCounted`: one more stands for all that is beyond. */
export async function countLines(context: Context, filter: z.output<typeof AuditFilter>): Promise<number> {
  const some = filtered(context, filter)
    .select('e.id')
    .limit(mostCounted + 1)
  const { count } = await context.db
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
export const mostCounted = 10_000

/** Earlier states of the subject's own row, those written in the same transaction as the line. */
export const revisionsOfLine = sql<{ table: string; change: 'update' | 'delete'; before: Record<string, unknown> }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('table', r.table_name, 'change', r.change, 'before', r.before) order by r.id)
  from revision r where r.row_id = e.subject_id and r.transaction = e.transaction), '[]')`.as('revisions')

const batch = 5000
type Checked = {
  count: number
  last: number | null
  lastHash: Buffer | null
  brokenId: number | null
  why: 'changed' | 'unlinked' | 'missing' | null
}

/** Computes every seal again, batch by batch, in the database; stops at the first that does not fit. */
export async function verifyChain({ db }: Pick<Context, 'db'>): Promise<Verification> {
  const head = await db.selectFrom('audit_head').select(['id', 'hash']).executeTakeFirstOrThrow()
  const start = await sql<{ hash: Buffer }>`select sha256('sinergi') as hash`.execute(db)
  let at = { id: 0, hash: start.rows[0]!.hash }
  let lines = 0
  const result = (broken: Verification['broken']): Verification => ({ lines, head: at.hash.toString('hex'), broken })
  while (at.id < head.id) {
    const { count, last, lastHash, brokenId, why } = await checkBatch(db, at, head.id)
    lines += count
    if (brokenId !== null && why) return result({ id: brokenId, why })
    if (last === null || lastHash === null) return result({ id: at.id + 1, why: 'cut_off' })
    at = { id: last, hash: lastHash }
  }
  return result(at.hash.equals(head.hash) ? null : { id: at.id, why: 'changed' })
}

async function checkBatch(db: Context['db'], at: { id: number; hash: Buffer }, most: number): Promise<Checked> {
  const { rows } = await sql<Checked>`
    with part as (select * from audit_event where id > ${at.id} and id <= ${most} order by id limit ${batch}),
    checked as (
      select id, hash, case
        when id <> lag(id, 1, ${at.id}::bigint) over inorder + 1 then 'missing'
        when previous <> lag(hash, 1, ${at.hash}::bytea) over inorder then 'unlinked'
        when hash <> audit_hash(previous, id, at, person_id, person_name, door, operation, subject_kind, subject_id, reach, partner_id, changes) then 'changed'
      end as why from part window inorder as (order by id))
    select count(*) as count, max(id) as last, (array_agg(hash order by id desc))[1] as "lastHash",
      min(id) filter (where why is not null) as "brokenId", (array_agg(why order by id) filter (where why is not null))[1] as why
    from checked`.execute(db)
  return rows[0]!
}
