import { sql } from 'kysely'
import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { nextState, transition } from '../../../platform/workflow/workflow.ts'
import { candidates, snapshots } from '../queries/candidates.ts'
import { findCycle, findCycleForChange } from '../queries/cycles.ts'
import { cycleStateOf } from '../rules/transitions.ts'
import { Cycle } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { close, scheduleClosing } from './closing.ts'
import { thisCycle } from './cycles.ts'
import { scheduleReminders } from './reminding.ts'
import { cycleWorkflow } from './workflows.ts'

export const openCycle = operation({
  name: 'cycles.open',
  summary:
    'Open a cycle: make a form for every office and every partner of each agreement in its scope; it closes by itself the night after its last day, unless a form was given more time. Again later, it adds those of agreements registered since',
  power: 'cycle.write',
  limit: 'long',
  input: z.object({ id, rev: seenRev }),
  output: z.object({ cycle: Cycle, added: z.int() }),
  example: { id: example.draftCycle, rev: 0 },
  async run(context, { id, rev }) {
    const before = await findCycleForChange(context, id)
    authorize(context, 'cycle.write', { path: before.office.path })
    checkRevision(rev, before, thisCycle)
    const today = context.clock.today(context.actor.zone)
    nextState(cycleWorkflow, cycleStateOf(before), 'open')
    if (before.closesOn < today) throw new Refusal('conflict', refusals.closingDayPassed)
    const added = await addAssignments(context, before, today)
    const openedAt = before.openedAt ?? context.clock.now()
    await transition(context, cycleWorkflow, cycleStateOf(before), 'open', {
      subject: { kind: 'cycle', id, reach: [before.office.path] },
      before: { openedAt: before.openedAt, assignments: before.assignments },
      after: { openedAt, assignments: before.assignments + added },
      write: () => context.db.updateTable('cycle').set({ opened_at: openedAt }).where('id', '=', id).execute(),
    })
    await scheduleClosing(context, before)
    if (!before.openedAt) await scheduleReminders(context, before)
    return { cycle: await findCycle(context, id), added }
  },
})

/** One statement, whatever the number. Ids are UUIDv7 of this moment; a form that is there stays as it is. */
async function addAssignments({ db, clock }: Context, cycle: Cycle, today: string): Promise<number> {
  const time = clock.now().getTime().toString(16).padStart(12, '0')
  const { numAffectedRows } = await sql`
    with ${candidates(cycle, today)}, ${snapshots}
    insert into assignment (id, cycle_id, agreement_id, office_id, side, partner_id, obligations)
    select overlay(overlay(gen_random_uuid()::text placing ${`${time.slice(0, 8)}-${time.slice(8)}`} from 1 for 13) placing '7' from 15 for 1)::uuid,
      ${cycle.id}, w.agreement_id, w.office_id, w.side, w.partner_id, coalesce(k.obligations, '[]')
    from wanted w left join asked k on k.agreement_id = w.agreement_id
    where not exists (select from assignment t where t.cycle_id = ${cycle.id} and t.agreement_id = w.agreement_id and t.side = w.side
      and (t.partner_id = w.partner_id or (w.side = 'kpu' and t.office_id = w.office_id)))
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export const closeCycle = operation({
  name: 'cycles.close',
  summary: 'Close a cycle: no answer is taken any more, and both sides see what the other submitted',
  power: 'cycle.write',
  limit: 'long',
  input: z.object({ id }),
  output: Cycle,
  example: { id: example.cycle },
  async run(context, { id }) {
    const before = await findCycleForChange(context, id)
    authorize(context, 'cycle.write', { path: before.office.path })
    nextState(cycleWorkflow, cycleStateOf(before), 'close')
    await close(context, id, before.office.path)
    return findCycle(context, id)
  },
})
