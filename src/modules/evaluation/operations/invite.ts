import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findAssignmentForChange } from '../queries/assignments.ts'
import { recipientsOf } from '../queries/people.ts'
import { dueDayOf } from '../rules/phase.ts'
import { refusals } from '../words/refusals.ts'
import { mustBeOpen } from './answering.ts'
import { invite } from './telling.ts'

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
    if (assignment.side !== 'partner') throw new Refusal('conflict', refusals.formNotOfPartner)
    mustBeOpen(context, assignment)
    const people = await recipientsOf(context, [id])
    if (people.length === 0) throw new Refusal('conflict', refusals.contactMissing)
    const dueOn = dueDayOf({ dueOn: assignment.cycleDueOn, extendedTo: assignment.extendedTo })
    const form = { cycleId: assignment.cycleId, cycle: assignment.cycleName, agreement: assignment.agreementTitle, dueOn }
    const letters = await invite(
      context,
      people.map(person => ({ ...person, ...form })),
    )
    record(context, { kind: 'assignment', id, reach: [assignment.officePath], partnerId: assignment.partnerId }, null, { invited: letters })
    return { letters }
  },
})
