import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../platform/audit/record.ts'
import { authorize, nationally } from '../../platform/authority/reach.ts'
import { Ends, pageOf } from '../../platform/database/keyset.ts'
import { type Context, newId, operation } from '../../platform/operation/operation.ts'
import { namesIn } from '../../platform/subject/subject.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id, optional } from '../../platform/values/shapes.ts'
import { ShownTimer, TimerListing } from './schema.ts'

export const listTimers = operation({
  name: 'timers.list',
  summary:
    'What is to happen at a moment or has happened, such as the closing of a cycle: the latest moment first, of `open` ones the next; how many failed and how many are late',
  power: 'setting.write',
  reads: true,
  input: TimerListing,
  output: z.object({ timers: z.array(ShownTimer), failed: z.int(), late: z.int().describe('Due for more than a minute'), ...Ends }),
  example: {},
  async run(context, { state, kind, ...turn }) {
    authorize(context, 'setting.write', nationally)
    const query = context.db
      .selectFrom('timer as t')
      .select(['t.id', 't.kind', 't.subject_kind as subjectKind', 't.subject_id as subjectId', 't.key', 't.due_at as dueAt'])
      .select([sql<ShownTimer['state']>`t.state`.as('state'), 't.step', 't.tries', 't.failure', 't.next_at as nextAt'])
      .$if(!!state, query => query.where('t.state', '=', state!))
      .$if(!!kind, query => query.where('t.kind', '=', kind!))
    const isNextFirst = state === 'open'
    const order = {
      name: isNextFirst ? 'next' : 'due',
      column: sql.ref('t.due_at'),
      type: 'timestamptz',
      descending: !isNextFirst,
    } as const
    const { rows, ...ends } = await pageOf(query, order, sql.ref('t.id'), turn)
    const { rows: counts } = await sql<{ failed: number; late: number }>`
      select count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'open' and due_at < ${context.clock.now()}::timestamptz - interval '1 minute') as late
      from timer where state in ('open', 'failed')`.execute(context.db)
    return { timers: await named(context, rows), ...counts[0]!, ...ends }
  },
})

type Row = Omit<ShownTimer, 'does' | 'subject'> & { subjectKind: string; subjectId: string }

async function named(context: Context, rows: readonly Row[]): Promise<ShownTimer[]> {
  const names = await namesIn(
    context,
    rows.map(({ subjectId }) => ({ subject: { id: subjectId }, changes: {} })),
  )
  return rows.map(({ subjectKind, subjectId, ...timer }) => ({
    ...timer,
    does: context.timerKinds.get(timer.kind)?.names[context.locale] ?? timer.kind,
    subject: { kind: subjectKind, id: subjectId, name: null, path: null, ...names.get(subjectId) },
  }))
}

export const retryTimers = operation({
  name: 'timers.retry',
  summary: 'Try again now what failed at its moment: one, or all of them',
  power: 'setting.write',
  input: z.object({ id: optional(id) }),
  output: z.object({ timers: z.int() }),
  example: { id: example.timer },
  async run(context, { id }) {
    authorize(context, 'setting.write', nationally)
    const again = await context.db
      .updateTable('timer')
      .set({ state: 'open', tries: 0, next_at: context.clock.now(), ended_at: null })
      .where(sql<boolean>`(state = 'failed' or (state = 'open' and tries > 0))`)
      .$if(id !== null, query => query.where('id', '=', id!))
      .returning('id')
      .execute()
    if (again.length) record(context, { kind: 'timer', id: id ?? newId() }, null, { timers: again.length })
    return { timers: again.length }
  },
})
