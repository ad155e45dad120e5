import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { audience, findAgreementForChange } from '../queries/visible.ts'
import { AgreementDetail, DocumentAddition } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { detailOf } from './write.ts'

export const addDocument = operation({
  name: 'documents.create',
  summary: 'Add a file to an agreement: the signed text, an annex, a power of attorney',
  power: 'agreement.write',
  input: DocumentAddition,
  output: AgreementDetail,
  example: {
    agreement: example.agreement,
    label: 'Rahasia naskah bertanda tangan',
    file: { name: 'rahasia.csv', bytes: new TextEncoder().encode('Rahasia;naskah\n') },
  },
  async run(context, { agreement: agreementId, label, file: upload }) {
    const agreement = await findAgreementForChange(context, agreementId)
    authorize(context, 'agreement.write', { path: agreement.office.path })
    const { reach } = audience(agreement)
    const file = await keepFile(context, upload, { reach, partnerId: agreement.partnerIds[0] ?? null })
    const row = {
      id: newId(),
      agreement_id: agreementId,
      file_id: file.id,
      label,
      added_by: context.actor.personId,
      added_at: context.clock.now(),
    }
    await context.db.insertInto('agreement_document').values(row).execute()
    record(context, { kind: 'document', id: row.id, reach }, null, {
      agreement: agreement.title,
      label,
      file: file.name,
      sha256: file.sha256,
    })
    return detailOf(context, agreementId)
  },
})

export const removeDocument = operation({
  name: 'documents.remove',
  summary: 'Take a file away from an agreement; the file itself is kept',
  power: 'agreement.write',
  input: z.object({ id }),
  output: AgreementDetail,
  example: { id: example.document },
  async run(context, { id }) {
    const { agreement, document } = await lockDocument(context, id)
    // Asked again behind the lock: of two at once, the second finds nothing left to remove.
    const { numUpdatedRows } = await context.db
      .updateTable('agreement_document')
      .set({ removed_at: context.clock.now(), removed_by: context.actor.personId })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (!numUpdatedRows) throw notFound()
    record(context, { ...audience(agreement), kind: 'document', id }, { label: document.label }, null)
    return detailOf(context, agreement.id)
  },
})

export const publishDocument = operation({
  name: 'documents.publish',
  summary: 'Say whether everybody may read a file of a public agreement, in the public register',
  power: 'agreement.write',
  input: z.object({ id, withdraw: flag.default(false).describe('Takes it back out of the register') }),
  output: AgreementDetail,
  example: { id: example.document, withdraw: true },
  async run(context, { id, withdraw }) {
    const published = !withdraw
    const { agreement, document } = await lockDocument(context, id)
    if (published && (agreement.stage !== 'signed' || agreement.openness !== 'public')) throw new Refusal('conflict', refusals.notPublic)
    if (published === document.published) throw new Refusal('conflict', refusals.publishedAlready)
    await context.db
      .updateTable('agreement_document')
      .set(
        published
          ? { published_at: context.clock.now(), published_by: context.actor.personId }
          : { published_at: null, published_by: null },
      )
      .where('id', '=', id)
      .execute()
    const about = { ...audience(agreement), kind: 'document', id }
    record(context, about, { label: document.label, published: document.published }, { label: document.label, published })
    return detailOf(context, agreement.id)
  },
})

/** A document that was not taken away, behind the lock of its agreement, for whoever may change that. */
async function lockDocument(context: Context, id: string) {
  const query = context.db
    .selectFrom('agreement_document')
    .select(['agreement_id as agreementId', 'label', sql<boolean>`published_at is not null`.as('published')])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
  const found = await query.executeTakeFirst()
  if (!found) throw notFound()
  const agreement = await findAgreementForChange(context, found.agreementId)
  authorize(context, 'agreement.write', { path: agreement.office.path })
  const document = await query.executeTakeFirst() // as whoever had the lock before left it
  if (!document) throw notFound()
  return { agreement, document }
}
