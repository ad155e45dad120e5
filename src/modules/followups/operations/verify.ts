import { authorize } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { findFollowUpForChange } from '../queries/visible.ts'
import { mayJudge } from '../rules.ts'
import { FollowUp, Verdict } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { ownerOf, tell } from './letters.ts'
import { reload, thisFollowUp, transition } from './transition.ts'

export const verifyFollowUp = operation({
  name: 'followups.verify',
  summary:
    'Say whether what was reported is adequate: yes ends it, no returns it with a reason; never by anybody who owned it or reported on it',
  power: 'followup.verify',
  input: Verdict,
  output: FollowUp,
  example: { id: example.reportedFollowUp, adequate: true, rev: 0 },
  async run(context, { id, rev, adequate, note }) {
    const held = await findFollowUpForChange(context, id)
    authorize(context, 'followup.verify', { path: held.path })
    checkRevision(rev, held, thisFollowUp)
    if (!mayJudge(held, context.actor.personId)) throw anotherPerson()
    if (!adequate && (note ?? '').length < 5) throw invalid('note', refusals.returnWithoutReason)
    const event = await transition(context, held, adequate ? 'accept' : 'return', {
      kind: adequate ? 'verified' : 'returned',
      note,
      adequate,
    })
    await tell(context, adequate ? 'verified' : 'returned', event, held, await ownerOf(context, held.ownerId), note)
    return reload(context, id)
  },
})

const anotherPerson = (): Refusal => new Refusal('forbidden', refusals.verifierIsOwner)
