import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../platform/audit/record.ts'
import { authorize, nationally } from '../../platform/authority/reach.ts'
import { Cursor, Ends, pageOf } from '../../platform/database/keyset.ts'
import { newId, operation } from '../../platform/operation/operation.ts'
import { timerStates } from '../../platform/timers/timer.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id, optional } from '../../platform/values/shapes.ts'

const State = z.enum(timerStates)
const Shown = z.object({
  id,
  kind: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  key: z.string(),
  dueAt: z.coerce.date<Date | string>(),
  state: State,
  step: z.int(),
  tries: z.int(),
  nextAt: z.coerce.date<Date | string>().describe('When it is tried next'),
  failure: z.string().nullable().describe('Why the last try did not succeed'),
})

export const listTimers = operation({
  name: 'timers.list',
  summary:
    'What is to happen at a moment or has happened, such as the closing of a cycle, the latest moment first; how many failed and how many are late',
  power: 'setting.write',
  reads: true,
  input: z.object({ state: State.optional(), kind: z.string().max(100).optional(), after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ timers: z.array(Shown), failed: z.int(), late: z.int().describe('Due for more than a minute'), ...Ends }),
  example: {},
  async run(context, { state, kind, ...turn }) {
    authorize(context, 'setting.write', nationally)
    const query = context.db
      .selectFrom('timer as t')
      .select([
        't.id',
        't.kind',
        't.subject_kind',
        't.subject_id',
        't.key',
        't.due_at as dueAt',
        't.state',
        't.step',
        't.tries',
        't.failure',
      ])
      .select('t.next_at as nextAt')
      .$if(!!state, query => query.where('t.state', '=', state!))
      .$if(!!kind, query => query.where('t.kind', '=', kind!))
    const order = { name: 'due', column: sql.ref('t.due_at'), type: 'timestamptz' as const, descending: true }
    const { rows, ...ends } = await pageOf(query, order, sql.ref('t.id'), turn)
    const { rows: counts } = await sql<{ failed: number; late: number }>`
      select count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'open' and due_at < ${context.clock.now()}::timestamptz - interval '1 minute') as late
      from timer where state in ('open', 'failed')`.execute(context.db)
    const timers = rows.map(row => ({ ...row, state: State.parse(row.state), subject: { kind: row.subject_kind, id: row.subject_id } }))
    return { timers, ...counts[0]!, ...ends }
  },
})

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
