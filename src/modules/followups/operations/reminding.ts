import { instantOf, type Zone } from '../../../platform/i18n/format.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { cancel, schedule } from '../../../platform/timers/schedule.ts'
import type { Again } from '../../../platform/timers/timer.ts'
import { awaits, nextReminderDay, reminderOn } from '../rules.ts'
import type { State } from '../schema.ts'
import { ownerOf } from './letters.ts'

const reminder = (id: string) => ({ kind: 'followup.remind', subject: { kind: 'follow_up', id } })

/** Its owner is reminded on the next of the days for that, as long as somebody must still do something. */
export const scheduleReminder = (
  context: Context,
  { id, state, dueOn, zone }: { id: string; state: State; dueOn: string; zone: Zone },
): Promise<void> =>
  awaits(state)
    ? schedule(context, { ...reminder(id), dueAt: morningOf(nextReminderDay(context.clock.today(zone), dueOn), zone) })
    : cancel(context, reminder(id))

/** Tells its owner where it stands, once for each of those days; one that was missed is made up for until the next. */
export async function remindOwner(context: Context, id: string): Promise<Again | undefined> {
  const followUp = await context.db
    .selectFrom('follow_up as f')
    .innerJoin('office_card as o', 'o.id', 'f.office_id')
    .select(['f.number', 'f.action', 'f.state', 'f.due_on as dueOn', 'f.owner_id as ownerId', 'o.zone'])
    .where('f.id', '=', id)
    .executeTakeFirst()
  if (!followUp || !awaits(followUp.state as State)) return undefined
  const { number, action, dueOn, ownerId } = followUp
  const zone = followUp.zone as Zone
  const today = context.clock.today(zone)
  const owed = reminderOn(today, dueOn)
  const told = (to: string, since: string) => ({
    to,
    kind: 'followup.due',
    key: `${id} ${since}`,
    subject: { kind: 'follow_up', id },
    params: { number, action, dueOn, stands: owed!.kind },
  })
  if (owed)
    await notify(
      context,
      (await ownerOf(context, ownerId)).map(owner => told(owner.id, owed.since)),
    )
  return { dueAt: morningOf(nextReminderDay(today, dueOn), zone) }
}

/** Before the summaries of that day in every zone. */
const morningOf = (day: string, zone: Zone): Date => instantOf(day, 4, zone)
