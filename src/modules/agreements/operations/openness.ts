import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, keptRev, seenRev } from '../../../platform/values/shapes.ts'
import { audience, findAgreementForChange, type LockedAgreement } from '../queries/visible.ts'
import { Classification, Openness } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { refresh } from './insert.ts'
import { thisAgreement } from './write.ts'

export const classifyAgreement = operation({
  name: 'agreements.classify',
  summary: 'Say how open an agreement is: public, on request, or excluded with the reason that the law asks for',
  power: 'agreement.write',
  input: Classification.safeExtend({ id, rev: seenRev }),
  output: z.object({ id, openness: Openness, exclusionReason: z.string().nullable(), rev: keptRev }),
  example: { id: example.agreement, openness: 'on_request', rev: 0 },
  async run(context, { id, rev, ...to }) {
    const agreement = await findAgreementForChange(context, id)
    authorize(context, 'agreement.write', { path: agreement.office.path })
    checkRevision(rev, agreement, thisAgreement)
    if (to.openness === agreement.openness && to.exclusionReason === agreement.exclusionReason)
      throw new Refusal('conflict', refusals.alreadySo)
    await setOpenness(context, agreement, to)
    return { id, ...to, rev: agreement.rev + 1 }
  },
})

/** Whoever calls has asked whether this is permitted. */
export async function setOpenness(context: Context, agreement: LockedAgreement, to: z.output<typeof Classification>): Promise<void> {
  await context.db
    .updateTable('agreement')
    .set({ openness: to.openness, exclusion_reason: to.exclusionReason, rev: agreement.rev + 1 })
    .where('id', '=', agreement.id)
    .execute()
  await refresh(context, [agreement.id])
  const { openness, exclusionReason } = agreement
  record(context, audience(agreement), { openness, exclusionReason }, to)
}
