import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { checkFollowUp, openFollowUp } from '../../followups/operations/create.ts'
import { findFollowUpLike } from '../../followups/queries/visible.ts'
import { FollowUp } from '../../followups/schema.ts'
import { type FindingRow, findFindingForChange } from '../queries/visible.ts'
import { FindingDetail, Plan } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { noteChange, reload } from './write.ts'

export const planFollowUp = operation({
  name: 'findings.plan',
  summary: 'Create a follow-up from a finding, in its office; the new owner is told by mail',
  power: 'followup.write',
  input: Plan,
  output: FollowUp,
  example: { id: example.finding, action: 'Menyepakati narahubung tetap di kedua pihak', ownerId: example.colleague, dueOn: '2099-03-31' },
  async check(context, { id, ownerId, dueOn }) {
    const finding = id ? await findFindingForChange(context, id) : null
    if (finding) await checkFollowUp(context, { officeId: finding.office_id, ownerId, dueOn })
  },
  async run(context, { id, shared, ...draft }) {
    const finding = await findFindingForChange(context, id)
    authorize(context, 'followup.write', { path: finding.path })
    checkKept(finding)
    const partner = shared ? finding.partner_id : null
    const followUp = await openFollowUp(
      context,
      { ...draft, officeId: finding.office_id, partner },
      { kind: 'finding', id, label: finding.number },
    )
    await link(context, finding, followUp)
    return followUp
  },
})

export const linkFollowUp = operation({
  name: 'findings.link',
  summary: 'Say that a follow-up which exists already (by its number or id) answers a finding',
  power: 'finding.write',
  input: z.object({ id, followUp: line(50) }),
  output: FindingDetail,
  example: { id: example.finding, followUp: 'TL-2020-0001' },
  async run(context, { id, followUp: ref }) {
    const finding = await findFindingForChange(context, id)
    authorize(context, 'finding.write', { path: finding.path })
    checkKept(finding)
    const followUp = await findFollowUpLike(context, ref)
    if (!followUp) throw invalid('followUp', refusals.followUpNotFound)
    await link(context, finding, followUp)
    return reload(context, id)
  },
})

export const unlinkFollowUp = operation({
  name: 'findings.unlink',
  summary: 'Take back that a follow-up answers a finding; both stay',
  power: 'finding.write',
  input: z.object({ id, followUp: line(50) }),
  output: FindingDetail,
  example: { id: example.linkedFinding, followUp: example.followUp },
  async run(context, { id, followUp: ref }) {
    const finding = await findFindingForChange(context, id)
    authorize(context, 'finding.write', { path: finding.path })
    const followUp = await findFollowUpLike(context, ref)
    if (!followUp) throw notFound()
    await unlinkFrom(context, finding, followUp.id, followUp.number)
    return reload(context, id)
  },
})

export async function unlinkFrom(context: Context, finding: FindingRow, followUp: string, number = followUp): Promise<void> {
  const gone = await context.db
    .deleteFrom('finding_follow_up')
    .where('finding_id', '=', finding.id)
    .where('follow_up_id', '=', followUp)
    .executeTakeFirst()
  if (!gone.numDeletedRows) throw notFound()
  await touch(context, finding)
  noteChange(context, finding, { followUp: number }, {})
}

/** What it leads to is part of it: whoever saw it without looks again before they put something back. */
const touch = ({ db }: Context, { id, rev }: FindingRow) =>
  db
    .updateTable('finding')
    .set({ rev: rev + 1 })
    .where('id', '=', id)
    .execute()

async function link(context: Context, finding: FindingRow, { id, number }: Pick<FollowUp, 'id' | 'number'>): Promise<void> {
  const made = await context.db
    .insertInto('finding_follow_up')
    .values({ finding_id: finding.id, follow_up_id: id })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw invalid('followUp', refusals.followUpIsLinked)
  await touch(context, finding)
  noteChange(context, finding, {}, { followUp: number })
}

function checkKept({ status }: FindingRow): void {
  if (status === 'dismissed') throw new Refusal('conflict', refusals.findingToRestore)
}
