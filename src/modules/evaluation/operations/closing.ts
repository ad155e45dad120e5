import { sql } from 'kysely'
import { instantOf } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { cancel, schedule } from '../../../platform/timers/schedule.ts'
import type { Again } from '../../../platform/timers/timer.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { transition } from '../../../platform/workflow/workflow.ts'
import { cancelReminders } from './reminding.ts'
import { cycleWorkflow } from './workflows.ts'

const closing = (id: string) => ({ kind: 'cycle.close', subject: { kind: 'cycle', id } })

/** The cycle closes by itself at the end of its last day. */
export const scheduleClosing = (context: Context, { id, closesOn }: { id: string; closesOn: string }): Promise<void> =>
  schedule(context, { ...closing(id), dueAt: nightAfter(closesOn) })

export async function close(context: Context, id: string, path: string): Promise<void> {
  const closedAt = context.clock.now()
  await transition(context, cycleWorkflow, 'open', 'close', {
    subject: { kind: 'cycle', id, reach: [path] },
    before: { closedAt: null },
    after: { closedAt },
    write: () => context.db.updateTable('cycle').set({ closed_at: closedAt }).where('id', '=', id).execute(),
  })
  await context.enqueue('evaluation.findings', { id })
  await cancel(context, closing(id))
  await cancelReminders(context, id)
}

/** Closes it, unless a form was given more time that is not over: then it is looked at again each night. */
export async function closeWhenOver(context: Context, id: string): Promise<Again | undefined> {
  const { db, clock } = context
  await db.selectFrom('cycle').select('id').where('id', '=', id).forUpdate().execute()
  const today = clock.today()
  // Held first and asked after: more time that was given while this waited counts.
  const cycle = await db
    .selectFrom('cycle as c')
    .innerJoin('office_card as o', 'o.id', 'c.office_id')
    .select([
      sql<string>`o.path::text`.as('path'),
      sql<boolean>`exists (select from assignment t where t.cycle_id = c.id and t.submitted_at is null and t.extended_to >= ${today}::date)`.as(
        'waits',
      ),
    ])
    .where('c.id', '=', id)
    .where('c.opened_at', 'is not', null)
    .where('c.closed_at', 'is', null)
    .executeTakeFirst()
  if (!cycle) return undefined
  if (cycle.waits) return { dueAt: nightAfter(today) }
  await close(context, id, cycle.path)
  return undefined
}

const nightAfter = (day: string): Date => instantOf(addDays(day, 1))
