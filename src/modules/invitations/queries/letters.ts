import { sql } from 'kysely'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Invitee } from '../schema/invitations.ts'
import type { LetterKind, LettersRun } from '../schema/letters.ts'

/** Whom a letter of each kind is for, of invitees `i`: `invitation` those who were not written to yet and whom a rule names. */
const meantFor = {
  invitation: sql`i.sent_at is null and i.gone_at is null`,
  reminder: sql`i.sent_at is not null and i.answer = 'waiting'`,
  change: sql`i.sent_at is not null`,
  cancellation: sql`i.sent_at is not null`,
} satisfies Record<LetterKind, unknown>

export type Receiver = {
  id: string
  personId: string | null
  name: string
  email: string | null
  locale: Locale
  position: string | null
  unit: Invitee['unit']
  acting: Invitee['acting']
  office: string | null
  involvement: Invitee['involvement']
  answer: Invitee['answer']
  version: number
}

/** The next of those whom a letter is for, in the order of their ids. Without an address only `byHand`. */
export async function receiversAfter(
  { db }: Pick<Context, 'db'>,
  meetingId: string,
  letter: LetterKind,
  { after, byHand, most }: { after: string | null; byHand: boolean; most: number },
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select i.id, i.person_id as "personId", i.name, i.email, coalesce(p.locale, 'id') as locale, i.position, i.unit, i.acting,
      coalesce(o.name, k.name, i.institution) as office, i.involvement, i.answer, i.link_version as version
    from meeting_invitee i left join person_card p on p.id = i.person_id left join office_card o on o.id = i.office_id left join partner_card k on k.id = i.partner_id
    where i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null and ${meantFor[letter]} and (${byHand} or i.email is not null)
      and (${after}::uuid is null or i.id > ${after}::uuid)
    order by i.id limit ${most}`.execute(db)
  return rows
}

/** How many a letter is for: by mail, and those without an address. */
export async function countReceivers(
  { db }: Pick<Context, 'db'>,
  meetingId: string,
  letter: LetterKind,
): Promise<{ mail: number; without: number }> {
  const { rows } = await sql<{ mail: number; without: number }>`
    select count(i.email)::integer as mail, (count(*) - count(i.email))::integer as without from meeting_invitee i
    where i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null and ${meantFor[letter]}`.execute(db)
  return rows[0]!
}

type Sent = { id: string; hash: string }
/** Notes that these were written to: from now on they stay as they are, and their people read the meeting. */
export async function markSent(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  meetingId: string,
  number: string | null,
  sent: readonly Sent[],
): Promise<void> {
  await sql`
    update meeting_invitee i set sent_at = ${clock.now()}, letter = ${number}, link_hash = r.hash, rev = i.rev + 1
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as r (id uuid, hash text) where i.id = r.id and i.meeting_id = ${meetingId}::uuid`.execute(
    db,
  )
}

/** The last letters of a meeting, and how far they are. */
export async function lastLetters({ db }: Pick<Context, 'db'>, meetingId: string, kind: string): Promise<LettersRun | null> {
  const { rows } = await sql<LettersRun>`
    select id, input ->> 'letter' as letter, state, total, done, coalesce((cursor ->> 'letters')::integer, 0) as letters, ended_at is not null as finished
    from run_card where kind = ${kind} and subject_id = ${meetingId}::uuid order by asked_at desc, id desc limit 1`.execute(db)
  return rows[0] ?? null
}
