import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import type { Context } from '../../../platform/operation.ts'
import { findAgreement } from '../queries/detail.ts'
import { audience } from '../queries/visible.ts'
import type { AgreementDetail } from '../schema.ts'
import { type NewAgreement, refresh, writeParties, writeScope } from './insert.ts'

export type Rewriting = Pick<
  NewAgreement,
  | 'kind'
  | 'title'
  | 'parentId'
  | 'officeId'
  | 'signedOn'
  | 'startsOn'
  | 'endsOn'
  | 'place'
  | 'openness'
  | 'exclusionReason'
  | 'sourceAt'
  | 'parties'
  | 'scope'
>

/** Puts what an agreement says in place of what it said; the history keeps both. The caller has asked whether this is permitted. */
export async function rewriteAgreement(context: Context, id: string, to: Rewriting): Promise<void> {
  const before = await findAgreement(context, id)
  await context.db
    .updateTable('agreement')
    .set({
      kind: to.kind,
      title: to.title,
      parent_id: to.parentId,
      office_id: to.officeId,
      signed_on: to.signedOn,
      starts_on: to.startsOn,
      ends_on: to.endsOn,
      place: to.place,
      openness: to.openness,
      exclusion_reason: to.exclusionReason,
      rev: sql`rev + 1`,
      ...(to.sourceAt === undefined ? {} : { source_at: to.sourceAt }),
    })
    .where('id', '=', id)
    .execute()
  await writeParties(context, [{ id, parties: to.parties }])
  await writeScope(context, [{ id, scope: to.scope }])
  await refresh(context, [id])
  const [was, is] = [told(before), told(await findAgreement(context, id))]
  record(context, audience(before), was, is)
}

/** What the audit trail says about an agreement: words, not ids. */
const told = ({
  kind,
  title,
  parent,
  signedOn,
  startsOn,
  endsOn,
  place,
  openness,
  exclusionReason,
  parties,
  scope,
}: Omit<AgreementDetail, 'children'>) => ({
  kind,
  title,
  parent: parent?.number ?? parent?.title ?? null,
  signedOn,
  startsOn,
  endsOn,
  place,
  openness,
  exclusionReason,
  scope,
  parties: parties.map(({ office, partner, number, signatory, signatoryPosition, authority }) => ({
    name: (office ?? partner)?.name ?? null,
    number,
    signatory,
    signatoryPosition,
    authority,
  })),
})
