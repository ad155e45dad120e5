import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { findAgreements } from '../queries/detail.ts'
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

/**
 * Puts what agreements say in place of what they said, each once, in a few statements for all; the history keeps both. The caller has
 * asked whether this is permitted.
 */
export async function rewriteAgreements(context: Context, rewritings: readonly { id: string; to: Rewriting }[]): Promise<void> {
  const ids = rewritings.map(({ id }) => id)
  const before = await byId(context, ids)
  await sql`
    update agreement a set kind = r.kind, title = r.title, parent_id = r."parentId", office_id = r."officeId", signed_on = r."signedOn", starts_on = r."startsOn",
      ends_on = r."endsOn", place = r.place, openness = r.openness, exclusion_reason = r."exclusionReason", rev = a.rev + 1,
      source_at = case when r.sourced then r."sourceAt" else a.source_at end
    from jsonb_to_recordset(${JSON.stringify(rewritings.map(rowOf))}::jsonb)
      as r (id uuid, kind text, title text, "parentId" uuid, "officeId" uuid, "signedOn" date, "startsOn" date, "endsOn" date, place text, openness text, "exclusionReason" text, "sourceAt" timestamptz, sourced boolean)
    where a.id = r.id`.execute(context.db)
  await writeParties(
    context,
    rewritings.map(({ id, to }) => ({ id, parties: to.parties })),
  )
  await writeScope(
    context,
    rewritings.map(({ id, to }) => ({ id, scope: to.scope })),
  )
  await refresh(context, ids)
  const after = await byId(context, ids)
  for (const id of ids) {
    const [was, is] = [before.get(id), after.get(id)]
    if (!was || !is) throw notFound()
    record(context, audience(was), auditedFields(was), auditedFields(is))
  }
}

const byId = async (context: Context, ids: readonly string[]) =>
  new Map((await findAgreements(context, ids)).map(agreement => [agreement.id, agreement]))

const rowOf = ({ id, to: { parties: _parties, scope: _scope, ...row } }: { id: string; to: Rewriting }) => ({
  ...row,
  id,
  sourced: row.sourceAt !== undefined,
})

/** What the audit trail says about an agreement: words, not ids. */
const auditedFields = ({
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
}: Omit<AgreementDetail, 'children' | 'below'>) => ({
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
