import { dayIn, instantOf } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { cancel, schedule } from '../../../platform/timers/schedule.ts'
import type { Again } from '../../../platform/timers/timer.ts'
import { addDays } from '../../../platform/values/clock.ts'

const reminding = (id: string) => ({ kind: 'cycle.remind', subject: { kind: 'cycle', id } })

/** Each morning of an open cycle those are reminded whose form waits. */
export const scheduleReminders = (context: Context, { id, opensOn }: { id: string; opensOn: string }): Promise<void> =>
  schedule(context, { ...reminding(id), dueAt: morningAfter(context.clock.now(), opensOn) })

export const cancelReminders = (context: Context, id: string): Promise<void> => cancel(context, reminding(id))

/** The letters are many, so a job writes them. */
export async function remindThisMorning(context: Context, id: string): Promise<Again | undefined> {
  const open = await context.db
    .selectFrom('cycle')
    .select('id')
    .where('id', '=', id)
    .where('opened_at', 'is not', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!open) return undefined
  await context.enqueue('evaluation.remind', { cycle: id })
  return { dueAt: morningAfter(context.clock.now()) }
}

/** The next seven o'clock in Jakarta, not before that of `first`. */
function morningAfter(now: Date, first = ''): Date {
  const today = dayIn(now)
  const next = instantOf(today, 7) > now ? today : addDays(today, 1)
  return instantOf(next < first ? first : next, 7)
}
