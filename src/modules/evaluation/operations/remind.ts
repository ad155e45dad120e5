import { sql } from 'kysely'
import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'
import { id, optional } from '../../../platform/values/shapes.ts'
import { restDays } from '../queries/letters.ts'
import { type Recipient, recipientsOf } from '../queries/people.ts'
import { type ReminderKind, reminderFor } from '../rules/phase.ts'
import { remind } from './telling.ts'

const batch = 200
type Waiting = { id: string; cycleId: string; cycle: string; agreement: string; dueOn: string }
type Reminder = Recipient & Waiting & { reminder: ReminderKind }

export const remindAssignments = operation({
  name: 'assignments.remind',
  summary:
    'Remind both sides of forms that wait, 21, 14 and 7 days before they are due and each week after: one letter a person and cycle (runs every morning of an open cycle)',
  power: 'cycle.write',
  input: z.object({ cycle: optional(id) }),
  output: z.object({ letters: z.int(), more: z.boolean() }),
  example: {},
  async run(context, { cycle }) {
    authorize(context, 'cycle.write', nationally)
    const today = context.clock.today()
    const letters = [
      ...Map.groupBy(await dueReminders(context, today, cycle), ({ personId, cycleId }) => `${personId} ${cycleId}`).values(),
    ]
    await remind(context, letters.slice(0, batch).flat())
    return { letters: Math.min(letters.length, batch), more: letters.length > batch }
  },
})

/**
 * Who is to be reminded of what, without those who got this very reminder before: once, or within a week when overdue. More time begins
 * the count anew: a letter about the former due day says nothing of the new one. Who was just reminded by hand is left in peace; what is
 * due then is made up for. Four statements.
 */
async function dueReminders(context: Context, today: string, cycle: string | null): Promise<Reminder[]> {
  const { rows: waiting } = await sql<Waiting>`
    select t.id, t.cycle_id as "cycleId", c.name as cycle, a.title as agreement, n.due as "dueOn"
    from assignment t join cycle c on c.id = t.cycle_id join agreement_card a on a.id = t.agreement_id, lateral (select coalesce(t.extended_to, c.due_on) as due) n
    where t.submitted_at is null and c.opened_at is not null and c.closed_at is null and c.opens_on <= ${today}::date
      and (${cycle}::uuid is null or c.id = ${cycle}::uuid) and greatest(c.closes_on, t.extended_to) >= ${today}::date and n.due <= ${today}::date + 21`.execute(
    context.db,
  )
  const assignments = new Map(waiting.map(assignment => [assignment.id, assignment]))
  const people = await recipientsOf(context, [...assignments.keys()])
  const { rows: sent } = await sql<{ key: string }>`
    select l.assignment_id || ' ' || l.person_id || ' ' || l.kind as key from assignment_letter l
    where l.assignment_id = any (${[...assignments.keys()]}::uuid[]) and l.kind <> 'reminder' and (l.kind <> 'overdue' or l.day > ${today}::date - 7)
      and l.at >= coalesce((select max(e.at) from assignment_event e where e.assignment_id = l.assignment_id and e.kind = 'extended'), '-infinity')`.execute(
    context.db,
  )
  const before = new Set(sent.map(({ key }) => key))
  const resting = await remindedByHand(context, [...assignments.keys()], addDays(today, 1 - restDays))
  return people.flatMap(person => {
    const assignment = assignments.get(person.assignmentId)!
    const kind = reminderFor(daysBetween(today, assignment.dueOn))
    if (resting.has(`${assignment.cycleId} ${person.personId}`)) return []
    const isTold = before.has(`${person.assignmentId} ${person.personId} ${kind}`)
    return kind === null || isTold ? [] : [{ ...assignment, ...person, reminder: kind }]
  })
}

async function remindedByHand({ db }: Context, assignmentIds: string[], since: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct t.cycle_id || ' ' || l.person_id as key from assignment_letter l join assignment t on t.id = l.assignment_id
    where l.kind = 'reminder' and l.day >= ${since}::date
      and t.cycle_id in (select asked.cycle_id from assignment asked where asked.id = any (${assignmentIds}::uuid[]))`.execute(db)
  return new Set(rows.map(row => row.key))
}
