import { type Holder, holders } from '../../../platform/authority/holders.ts'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { transition as move, nextState, type Workflow } from '../../../platform/workflow/workflow.ts'
import { findFollowUp, followUpFrom, type LockedFollowUp } from '../queries/visible.ts'
import { type Transition, transitions } from '../rules.ts'
import type { EventKind, FollowUp, State } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words.ts'
import { scheduleEscalation } from './escalating.ts'
import { scheduleReminder } from './reminding.ts'

type Line = { kind: EventKind; note?: string | null; adequate?: boolean; ownerId?: string; dueOn?: string }

const workflow: Workflow<State, Transition> = { transitions, thing: refusals.followUp, states: locale => words[locale].states }

/**
 * Takes a locked follow-up through one transition, with its next reminder. @returns the id of the line of its history. Refuses `conflict`
 * where its state does not allow it.
 */
export async function transition(context: Context, held: LockedFollowUp, name: Transition, line: Line): Promise<string> {
  const state = nextState(workflow, held.state, name)
  const after = { state, owner: line.ownerId ?? held.ownerId, dueOn: line.dueOn ?? held.dueOn }
  const event = await move(context, workflow, held.state, name, {
    subject: placeOf(held),
    before: { state: held.state, owner: held.ownerId, dueOn: held.dueOn },
    after: { ...after, note: line.note ?? null },
    write: state =>
      context.db
        .updateTable('follow_up')
        .set({ state, owner_id: after.owner, due_on: after.dueOn, rev: held.rev + 1 })
        .where('id', '=', held.id)
        .execute(),
    event: () => addEvent(context, held.id, line),
  })
  await scheduleReminder(context, { id: held.id, state, dueOn: after.dueOn, zone: held.zone })
  await scheduleEscalation(context, { id: held.id, state, dueOn: after.dueOn, zone: held.zone })
  return event
}

export async function addEvent(context: Context, followUpId: string, { kind, note, adequate, ownerId, dueOn }: Line): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('follow_up_event')
    .values({
      id,
      follow_up_id: followUpId,
      kind,
      note: note ?? null,
      adequate: adequate ?? null,
      owner_id: ownerId ?? null,
      due_on: dueOn ?? null,
      by: context.actor.personId,
      at: context.clock.now(),
    })
    .execute()
  return id
}

export const placeOf = ({ id, path, partnerId }: Pick<LockedFollowUp, 'id' | 'path' | 'partnerId'>) => ({
  kind: 'follow_up',
  id,
  reach: [path],
  partnerId,
})

/**
 * Who may own a follow-up of an office: those who may report in it, of the office itself, of the one right above it, and of those that the
 * one who asks writes follow-ups for. So nobody in a regency gives work to the national office.
 */
export async function ownersFor(context: Context, { path, zone }: Pick<LockedFollowUp, 'path' | 'zone'>, only?: string): Promise<Holder[]> {
  const parts = path.split('.')
  const writes = reachOf(context.actor, 'followup.write')
  const reporters = await holders(context, 'followup.report', path, context.clock.today(zone), only)
  return reporters.filter(({ level }) => level >= parts.length - 1 || covers(writes, { path: parts.slice(0, level).join('.') }))
}

export async function checkOwner(context: Context, ownerId: string, place: Pick<LockedFollowUp, 'path' | 'zone'>): Promise<void> {
  const [owner] = await ownersFor(context, place, ownerId)
  if (!owner) throw invalid('ownerId', refusals.ownerElsewhere)
}

export function checkDue(context: Context, dueOn: string, zone: LockedFollowUp['zone']): void {
  if (dueOn < context.clock.today(zone)) throw invalid('dueOn', refusals.dueDateInPast)
}

/** As it stands after a change, for whoever changed it; who may no longer see it is told by the refusal of the next request. */
export const reload = async (context: Context, id: string): Promise<FollowUp> => followUpFrom(await findFollowUp(context, id))

export const thisFollowUp = refusals.followUp
