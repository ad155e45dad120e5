import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { audience, findAgreementForChange } from '../queries/visible.ts'
import { AgreementDetail, ObligationAddition, ObligationChange, type ObligationDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { refresh } from './insert.ts'
import { detailOf } from './write.ts'

export const addObligation = operation({
  name: 'obligations.create',
  summary: 'Add what a side, or both, must do under an agreement',
  power: 'agreement.write',
  input: ObligationAddition,
  output: AgreementDetail,
  example: {
    agreement: example.agreement,
    side: 'partner',
    article: 'Pasal 5',
    text: 'Rahasia menyediakan narasumber',
    dueOn: '2026-06-30',
  },
  async run(context, { agreement: agreementId, ...draft }) {
    const agreement = await findAgreementForChange(context, agreementId)
    authorize(context, 'agreement.write', { path: agreement.office.path })
    const row = { id: newId(), agreement_id: agreementId, ...columnsOf(draft) }
    await context.db
      .insertInto('obligation')
      .values({ ...row, seq: sql`coalesce((select max(seq) from obligation where agreement_id = ${agreementId}), 0) + 1` })
      .execute()
    await refresh(context, [agreementId])
    record(context, { ...audience(agreement), kind: 'obligation', id: row.id }, null, draft)
    return detailOf(context, agreementId)
  },
})

export const changeObligation = operation({
  name: 'obligations.change',
  summary: 'Change an obligation; evaluations that were opened keep the wording they began with',
  power: 'agreement.write',
  input: ObligationChange,
  output: AgreementDetail,
  example: { id: example.obligation, side: 'both', article: 'Pasal 4', text: 'Rahasia rapat koordinasi setiap semester', rev: 0 },
  async run(context, { id, rev, ...draft }) {
    const { agreement, obligation } = await lockObligation(context, id, rev)
    await context.db
      .updateTable('obligation')
      .set({ ...columnsOf(draft), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await refresh(context, [agreement.id])
    record(context, { ...audience(agreement), kind: 'obligation', id }, obligation, draft)
    return detailOf(context, agreement.id)
  },
})

export const removeObligation = operation({
  name: 'obligations.remove',
  summary: 'Take an obligation out of an agreement; it stays in the history',
  power: 'agreement.write',
  input: z.object({ id, rev: seenRev }),
  output: AgreementDetail,
  example: { id: example.obligation, rev: 0 },
  async run(context, { id, rev }) {
    const { agreement, obligation } = await lockObligation(context, id, rev)
    await context.db
      .updateTable('obligation')
      .set({ removed_at: context.clock.now(), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await refresh(context, [agreement.id])
    record(context, { ...audience(agreement), kind: 'obligation', id }, obligation, null)
    return detailOf(context, agreement.id)
  },
})

const columnsOf = ({ article, side, text, indicator, target, dueOn }: ObligationDraft) => ({
  article,
  side,
  text,
  indicator,
  target,
  due_on: dueOn,
})

/** The agreement is locked first: two people at once queue there. */
async function lockObligation(context: Context, id: string, seen: number) {
  const found = await context.db
    .selectFrom('obligation')
    .select('agreement_id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound()
  const agreement = await findAgreementForChange(context, found.agreement_id)
  authorize(context, 'agreement.write', { path: agreement.office.path })
  const row = await context.db
    .selectFrom('obligation')
    .select(['article', 'side', 'text', 'indicator', 'target', 'due_on as dueOn', 'rev', 'removed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { rev, removed_at, ...obligation } = row
  // Who began before another took it away is told that; whoever comes later finds nothing.
  checkRevision(seen, { rev }, refusals.obligation)
  if (removed_at) throw notFound()
  return { agreement, obligation }
}
