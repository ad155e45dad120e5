import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { type Holder, holders } from '../../../platform/authority/holders.ts'
import { instantOf, type Zone } from '../../../platform/i18n/format.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { cancel, schedule } from '../../../platform/timers/schedule.ts'
import type { Again } from '../../../platform/timers/timer.ts'
import { addEscalation, escalatedSoFar, officesAbove } from '../queries/escalations.ts'
import { awaits, nextEscalation, nextEscalationDay } from '../rules.ts'
import type { State } from '../schema.ts'

const escalation = (id: string) => ({ kind: 'followup.escalate', subject: { kind: 'follow_up', id } })
type Waiting = { id: string; state: State; dueOn: string; zone: Zone }

/** It is told upwards once it is overdue for long enough, as long as somebody must still do something. */
export async function scheduleEscalation(context: Context, { id, state, dueOn, zone }: Waiting): Promise<void> {
  if (!awaits(state)) return cancel(context, escalation(id))
  const so = await escalatedSoFar(context, id, dueOn, zone)
  const day = so.level === 1 ? null : nextEscalationDay(dueOn, so)
  return day ? schedule(context, { ...escalation(id), dueAt: morningOf(day, zone) }) : cancel(context, escalation(id))
}

/**
 * Tells those who may judge it at the nearest office that has not been told of this due date, its owner apart; an office that nobody
 * answers for is passed over at once, and that is said. Each level once, whoever holds the power there on that day.
 */
export async function escalateFollowUp(context: Context, id: string): Promise<Again | undefined> {
  const followUp = await context.db
    .selectFrom('follow_up as f')
    .innerJoin('office_card as o', 'o.id', 'f.office_id')
    .select(['f.number', 'f.action', 'f.state', 'f.due_on as dueOn', 'f.owner_id as ownerId', 'f.partner_id as partnerId', 'o.zone'])
    .select(sql<string>`o.path::text`.as('path'))
    .where('f.id', '=', id)
    .forUpdate('f')
    .executeTakeFirst()
  if (!followUp || !awaits(followUp.state as State)) return undefined
  const { number, action, dueOn, ownerId, path } = followUp
  const zone = followUp.zone as Zone
  const so = await escalatedSoFar(context, id, dueOn, zone)
  const day = nextEscalationDay(dueOn, so)
  if (context.clock.today(zone) < day) return { dueAt: morningOf(day, zone) }
  const all = (await holders(context, 'followup.verify', path, context.clock.today())).filter(holder => holder.id !== ownerId)
  const next = nextEscalation(path.split('.').length, so.level, all)
  if (!next) return undefined
  const offices = await officesAbove(context, path)
  const office = offices.get(next.level)!
  const passed = next.passed.flatMap(level => offices.get(level) ?? [])
  const persons = all.filter(({ level }) => level === next.level).slice(0, mostTold)
  await addEscalation(context, {
    followUpId: id,
    dueOn,
    level: next.level,
    officeId: office.id,
    personIds: persons.map(({ id }) => id),
    passed: passed.map(({ id }) => id),
  })
  record(context, { kind: 'follow_up', id, reach: [path], partnerId: followUp.partnerId }, null, {
    escalatedTo: office.name,
    persons: persons.map(({ name }) => name),
    ...(passed.length ? { passed: passed.map(({ name }) => name) } : {}),
  })
  const params = { number, action, dueOn, passed: passed.map(({ name }) => name) }
  const subject = { kind: 'follow_up', id }
  await notify(
    context,
    persons.map(({ id: to }: Holder) => ({ to, kind: 'followup.escalated', key: `${id} ${dueOn} ${next.level}`, subject, params })),
  )
  const later = nextEscalationDay(dueOn, { times: so.times + 1, on: context.clock.today(zone) })
  return next.level > 1 ? { dueAt: morningOf(later, zone) } : undefined
}

/** Of an office at once; more would each wait for another. */
const mostTold = 20

/** Before the summaries of that day in every zone. */
const morningOf = (day: string, zone: Zone): Date => instantOf(day, 4, zone)
