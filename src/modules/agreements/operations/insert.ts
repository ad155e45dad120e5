import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import type { EventKind, Kind, ObligationDraft, Openness, Stage } from '../schema.ts'

/** A party whose office or partner is known by id. */
export type NewParty = {
  side: 'kpu' | 'partner'
  officeId: string | null
  partnerId: string | null
  number: string | null
  signatory: string | null
  signatoryPosition: string | null
  authority: string | null
}
export type NewAgreement = {
  id?: string
  kind: Kind
  title: string
  parentId: string | null
  /** The office that keeps the record; one of the parties. */
  officeId: string
  stage: Stage
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  place: string | null
  openness: Openness
  exclusionReason: string | null
  /** When the source from which it was imported said so. */
  sourceAt?: string | null
  parties: readonly NewParty[]
  scope: readonly string[]
  obligations?: readonly ObligationDraft[]
  events: readonly { kind: EventKind; on: string; note?: string | null }[]
}

const chunk = 1000
/** From so many rows on the planner is told at once: an embedded database never looks by itself. */
const many = 500

/**
 * Writes agreements with all that belongs to them in a few statements a thousand, refreshes what lists need, and notes each for the
 * audit trail. The caller has asked whether this is permitted and has resolved every name.
 * @returns the ids, in the order of the drafts
 */
export async function insertAgreements(context: Context, drafts: readonly NewAgreement[]): Promise<string[]> {
  const made = drafts.map(draft => ({ ...draft, id: draft.id ?? newId() }))
  for (let at = 0; at < made.length; at += chunk) await insertSome(context, made.slice(at, at + chunk))
  if (made.length >= many) await sql`analyze agreement`.execute(context.db)
  return made.map(({ id }) => id)
}

type Made = NewAgreement & { id: string }

async function insertSome(context: Context, made: readonly Made[]): Promise<void> {
  const { db, clock, actor } = context
  const now = clock.now()
  await sql`
    insert into agreement (id, kind, title, parent_id, office_id, stage, signed_on, starts_on, ends_on, place, openness, exclusion_reason, source_at, created_by, created_at)
    select id, kind, title, "parentId", "officeId", stage, "signedOn", "startsOn", "endsOn", place, openness, "exclusionReason", "sourceAt", ${actor.personId}::uuid, ${now}
    from jsonb_to_recordset(${JSON.stringify(made.map(({ parties: _p, scope: _s, obligations: _o, events: _e, ...row }) => row))}::jsonb)
      as r (id uuid, kind text, title text, "parentId" uuid, "officeId" uuid, stage text, "signedOn" date, "startsOn" date, "endsOn" date, place text, openness text, "exclusionReason" text, "sourceAt" timestamptz)`.execute(
    db,
  )
  await writeParties(context, made)
  await writeScope(context, made)
  await writeObligations(
    context,
    made.flatMap(({ id, obligations = [] }) =>
      obligations.map((obligation, seq) => ({ id: newId(), agreement: id, seq: seq + 1, ...obligation })),
    ),
  )
  await writeEvents(context, made)
  await refresh(
    context,
    made.map(({ id }) => id),
  )
  const paths = new Map(
    (
      await db
        .selectFrom('agreement')
        .select(['id', sql<string[]>`reach::text[]`.as('reach')])
        .where(sql<boolean>`id = any (${made.map(({ id }) => id)}::uuid[])`)
        .execute()
    ).map(row => [row.id, row.reach]),
  )
  for (const { id, kind, title, stage, signedOn, startsOn, endsOn } of made)
    record(context, { kind: 'agreement', id, reach: paths.get(id) ?? [] }, null, { kind, title, stage, signedOn, startsOn, endsOn })
}

type WithParties = { id: string; parties: readonly NewParty[] }

/**
 * The parties as they are now, in their order; a place that is no longer needed goes, and the history keeps what stood there. One
 * statement.
 */
export async function writeParties({ db }: Pick<Context, 'db'>, agreements: readonly WithParties[]): Promise<void> {
  const rows = agreements.flatMap(({ id, parties }) =>
    parties.map((party, seq) => ({ ...party, id: newId(), agreement: id, seq: seq + 1 })),
  )
  await sql`
    with gone as (
      delete from agreement_party p using jsonb_to_recordset(${JSON.stringify(agreements.map(({ id, parties }) => ({ id, most: parties.length })))}::jsonb) as r (id uuid, most int)
      where p.agreement_id = r.id and p.seq > r.most)
    insert into agreement_party (id, agreement_id, seq, side, office_id, partner_id, number, signatory, signatory_position, authority)
    select id, agreement, seq, side, "officeId", "partnerId", number, signatory, "signatoryPosition", authority
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, agreement uuid, seq int, side text, "officeId" uuid, "partnerId" uuid, number text, signatory text, "signatoryPosition" text, authority text)
    on conflict (agreement_id, seq) do update set side = excluded.side, office_id = excluded.office_id, partner_id = excluded.partner_id, number = excluded.number,
      signatory = excluded.signatory, signatory_position = excluded.signatory_position, authority = excluded.authority`.execute(db)
}

export async function writeScope(
  { db }: Pick<Context, 'db'>,
  agreements: readonly { id: string; scope: readonly string[] }[],
): Promise<void> {
  const rows = agreements.flatMap(({ id, scope }) => scope.map((text, seq) => ({ id: newId(), agreement: id, seq: seq + 1, text })))
  await sql`
    with gone as (
      delete from agreement_scope s using jsonb_to_recordset(${JSON.stringify(agreements.map(({ id, scope }) => ({ id, most: scope.length })))}::jsonb) as r (id uuid, most int)
      where s.agreement_id = r.id and s.seq > r.most)
    insert into agreement_scope (id, agreement_id, seq, text)
    select id, agreement, seq, text from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, agreement uuid, seq int, text text)
    on conflict (agreement_id, seq) do update set text = excluded.text`.execute(db)
}

type ObligationRow = ObligationDraft & { id: string; agreement: string; seq: number }
async function writeObligations({ db }: Pick<Context, 'db'>, rows: readonly ObligationRow[]): Promise<void> {
  if (!rows.length) return
  await sql`
    insert into obligation (id, agreement_id, seq, article, side, text, indicator, target, due_on)
    select id, agreement, seq, article, side, text, indicator, target, "dueOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, agreement uuid, seq int, article text, side text, text text, indicator text, target text, "dueOn" date)`.execute(
    db,
  )
}

/** What happened, by whoever does this, now. */
export async function writeEvents(
  { db, actor, clock }: Context,
  agreements: readonly { id: string; events: NewAgreement['events'] }[],
): Promise<void> {
  const rows = agreements.flatMap(({ id, events }) =>
    events.map(({ kind, on, note = null }) => ({ id: newId(), agreement: id, kind, on, note })),
  )
  if (!rows.length) return
  await sql`
    insert into agreement_event (id, agreement_id, kind, happened_on, note, by, at)
    select id, agreement, kind, "on", note, ${actor.personId}::uuid, ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, agreement uuid, kind text, "on" date, note text)`.execute(db)
}

export const refresh = ({ db }: Pick<Context, 'db'>, ids: readonly string[]) => sql`select refresh_agreements(${ids}::uuid[])`.execute(db)
