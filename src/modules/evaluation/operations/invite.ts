import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { example } from '../../../platform/example-ids.ts'
import { type Context, operation } from '../../../platform/operation.ts'
import { authorize } from '../../../platform/permissions/reach.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { findAssignmentForChange } from '../queries/assignments.ts'
import { type Recipient, recipientsOf } from '../queries/people.ts'
import { dueDayOf } from '../rules/phase.ts'
import { mustBeOpen } from './answering.ts'
import { letterWords } from './letter-words.ts'
import { pathOf, write } from './letters.ts'

export const inviteAssignment = operation({
  name: 'assignments.invite',
  summary: 'Send the contacts of a partner a letter with the way to their form; each at most once a day',
  power: 'partner.contact',
  input: z.object({ id }),
  output: z.object({ letters: z.int() }),
  example: { id: example.partnerAssignment },
  async run(context, { id }) {
    const assignment = await findAssignmentForChange(context, id)
    authorize(context, 'partner.contact', { path: assignment.officePath })
    if (assignment.side !== 'partner')
      throw new Refusal('conflict', {
        id: 'Isian ini diisi oleh satuan kerja, bukan mitra.',
        en: 'This form is for an office, not a partner.',
      })
    mustBeOpen(context, assignment)
    const people = await recipientsOf(context, [id])
    if (people.length === 0)
      throw new Refusal('conflict', {
        id: 'Mitra ini belum mempunyai narahubung yang dapat masuk. Berikan akses pada halaman mitra, lalu undang lagi.',
        en: 'This partner has no contact who can sign in. Give one access on the partner’s page, then invite again.',
      })
    const letters = await invite(
      context,
      people,
      new Map([
        [
          id,
          { agreement: assignment.agreementTitle, dueOn: dueDayOf({ dueOn: assignment.cycleDueOn, extendedTo: assignment.extendedTo }) },
        ],
      ]),
      assignment.cycleName,
    )
    record(context, { kind: 'assignment', id, reach: [assignment.officePath], partnerId: assignment.partnerId }, null, { invited: letters })
    return { letters }
  },
})

/** Each person at most one invitation a day to each form, whoever sends it. */
export async function invite(
  context: Context,
  people: Recipient[],
  assignments: ReadonlyMap<string, { agreement: string; dueOn: string }>,
  cycle: string,
): Promise<number> {
  const fresh = await recordSent(context, people, () => 'invitation')
  for (const person of fresh) {
    const { agreement, dueOn } = assignments.get(person.assignmentId)!
    await write(context, person, pathOf(person.assignmentId), (locale, name, url) =>
      letterWords[locale].invitation(name, agreement, cycle, dueOn, url),
    )
  }
  return fresh.length
}

/** Notes which letters are written today; those that were noted before fall out. */
export async function recordSent<P extends Recipient>({ db, clock }: Context, people: P[], kindOf: (person: P) => string): Promise<P[]> {
  if (people.length === 0) return []
  const rows = people.map(person => ({ assignment_id: person.assignmentId, person_id: person.personId, kind: kindOf(person) }))
  const { rows: noted } = await sql<{ assignment_id: string; person_id: string }>`
    insert into assignment_letter (assignment_id, person_id, kind, day, at)
    select r.assignment_id, r.person_id, r.kind, ${clock.today()}::date, ${clock.now()} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (assignment_id uuid, person_id uuid, kind text)
    on conflict do nothing returning assignment_id, person_id`.execute(db)
  const keys = new Set(noted.map(row => `${row.assignment_id} ${row.person_id}`))
  return people.filter(person => keys.has(`${person.assignmentId} ${person.personId}`))
}
