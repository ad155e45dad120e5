import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays } from '../../../platform/values/clock.ts'
import type { Side } from '../../questionnaires/schema.ts'
import { type Recipient, recipientsOf } from './people.ts'

/** Of whom a run of letters is: forms of a cycle that wait, in the whole of it or below a path. Invitations are for partners alone, and
 * go to nobody who was invited to the same form since a day, today unless it is said. */
export type Scope = { cycleId: string; letter: 'invitation' | 'reminder'; path: string | null; invitedSince?: string | undefined }
export type WaitingForm = {
  id: string
  side: Side
  agreement: string
  dueOn: string
  /** Who answers: the partner or the office. */
  ownerId: string
  owner: string
  officeCode: string
}
export type Addressed = WaitingForm & Recipient

/** Nobody is reminded by hand who had any letter about the same cycle within so many days. */
export const restDays = 3

/** In reach of whoever writes: a role at an office alone writes about none of those below it. */
export async function waitingForms(context: Context, { cycleId, letter, path }: Scope): Promise<WaitingForm[]> {
  const own = within(reach(context, 'assignment.remind'), { path: sql.ref('o.path') })
  const { rows } = await sql<WaitingForm>`
    select t.id, t.side, a.title as agreement, coalesce(t.extended_to, c.due_on) as "dueOn", coalesce(p.id, o.id) as "ownerId",
      coalesce(p.name, o.name) as owner, o.code as "officeCode"
    from assignment t join cycle c on c.id = t.cycle_id join agreement_card a on a.id = t.agreement_id join office_card o on o.id = t.office_id
    left join partner_card p on p.id = t.partner_id
    where t.cycle_id = ${cycleId} and t.submitted_at is null and (${letter} = 'reminder' or t.side = 'partner')
      and (${path}::text is null or o.path <@ ${path}::text::ltree) and ${own}
    order by t.id`.execute(context.db)
  return rows
}

/**
 * Who gets a letter about which of the forms, who had theirs lately, and the forms that nobody can be written to about.
 * Three statements, whatever the number.
 */
export async function addressed(
  context: Context,
  scope: Scope,
): Promise<{ forms: WaitingForm[]; letters: Addressed[]; told: Addressed[]; without: WaitingForm[] }> {
  const forms = await waitingForms(context, scope)
  const byId = new Map(forms.map(form => [form.id, form]))
  const people = (await recipientsOf(context, [...byId.keys()])).map(person => ({ ...byId.get(person.assignmentId)!, ...person }))
  const had = await lately(context, scope)
  const key = ({ assignmentId, personId }: Addressed) => (scope.letter === 'invitation' ? `${assignmentId} ${personId}` : personId)
  const reached = new Set(people.map(({ assignmentId }) => assignmentId))
  return {
    forms,
    letters: people.filter(person => !had.has(key(person))),
    told: people.filter(person => had.has(key(person))),
    without: forms.filter(({ id }) => !reached.has(id)),
  }
}

/** Who was invited, by form and person; or whom a reminder would come too early, by person: it waits until any letter about the cycle is `restDays` old. */
async function lately({ db, clock }: Context, { cycleId, letter, invitedSince }: Scope): Promise<Set<string>> {
  const today = clock.today()
  const since = letter === 'invitation' ? (invitedSince ?? today) : addDays(today, 1 - restDays)
  const { rows } = await sql<{ key: string }>`
    select distinct ${letter === 'invitation' ? sql`l.assignment_id || ' ' || l.person_id` : sql`l.person_id::text`} as key
    from assignment_letter l join assignment t on t.id = l.assignment_id
    where t.cycle_id = ${cycleId} and l.day >= ${since}::date and (${letter} = 'reminder' or l.kind = 'invitation')`.execute(db)
  return new Set(rows.map(row => row.key))
}
