import { holders, nearestOf } from '../../../platform/authority/holders.ts'
import { covers, isEmpty, reach } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { findFollowUpForChange } from '../queries/visible.ts'
import { mayJudge, mayReport } from '../rules.ts'
import { FollowUp, Report } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { tell } from './letters.ts'
import { reload, thisFollowUp, transition } from './transition.ts'

export const reportFollowUp = operation({
  name: 'followups.report',
  summary: 'Report what was done, with evidence; those nearest who may verify it are told by mail',
  power: 'followup.report',
  input: Report,
  output: FollowUp,
  example: { id: example.followUp, note: 'Jadwal koordinasi disusun dan disepakati kedua pihak.', evidence: [], rev: 0 },
  async run(context, { id, rev, note, evidence }) {
    const held = await findFollowUpForChange(context, id)
    const reporter = self(context)
    const own = reach(context, 'followup.report')
    if (!mayReport(reporter === held.ownerId, { here: covers(own, { path: held.path }), anywhere: !isEmpty(own) })) throw forbidden()
    checkRevision(rev, held, thisFollowUp)
    if (held.important && !evidence.length) throw invalid('evidence', refusals.evidenceMissing)
    const event = await transition(context, held, 'report', { kind: 'reported', note })
    for (const upload of evidence) {
      const file = await keepFile(context, upload, { reach: [held.path], partnerId: held.partnerId }, 'evidence')
      await context.db.insertInto('follow_up_evidence').values({ event_id: event, file_id: file.id }).execute()
    }
    const reporterIds = [...held.reporterIds, reporter]
    const verifiers = await holders(context, 'followup.verify', held.path, context.clock.today(held.zone))
    await tell(
      context,
      'reported',
      event,
      held,
      nearestOf(verifiers.filter(holder => mayJudge({ ownerIds: held.ownerIds, reporterIds }, holder.id))),
      note,
    )
    return reload(context, id)
  },
})
