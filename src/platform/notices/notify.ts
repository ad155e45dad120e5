import { sql } from 'kysely'
import { signInUrl } from '../auth/letters.ts'
import { post } from '../mail/mail.ts'
import { type Context, newId } from '../operation/operation.ts'
import { scheduleDigest } from './digest.ts'
import { quietUntil } from './hours.ts'
import { lineOf, type MailMode, type Telling } from './kind.ts'
import { dashed, type LetterText, letterOf } from './letter.ts'
import { type Addressed, hasAddress, receiversOf } from './receivers.ts'
import { letterWords } from './words.ts'

/**
 * The letters about all that one person is told at once; without it there is one with the lines of the notices and the way to the inbox.
 */
export type WriteLetter<T extends Telling> = (receiver: Addressed, told: T[]) => LetterText[] | Promise<LetterText[]>

/**
 * The one way to tell people something. Each notice is claimed in the ledger first; those that were told before fall out, and so does who
 * has left. It stands in the inbox, and goes by mail as the person chose: at once (outside their quiet hours, usually one letter for all
 * that is told in this call), in their summary of the day, or not. All within the transaction of the caller: nothing is told that did not
 * happen.
 * What an act does to many things is `gathered`, and told at its end, so that one letter says it all.
 * @returns those that were told, in the order given
 */
export async function notify<T extends Telling>(context: Context, told: readonly T[], write?: WriteLetter<T>): Promise<T[]> {
  if (told.length === 0) return []
  if (context.gathered) {
    context.gathered.push(...told)
    return [...told]
  }
  const claimed = await claim(context, told)
  await replaceUnread(context, claimed)
  const receivers = await receiversOf(context, [...new Set(claimed.map(({ to }) => to))])
  // In the order of their ids, so that two who tell the same people take turns at the timers of their summaries.
  for (const [id, own] of [...Map.groupBy(claimed, ({ to }) => to)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const receiver = receivers.get(id)
    if (!hasAddress(receiver)) continue
    const now = own.filter(({ mail }) => mail === 'now').map(({ told }) => told)
    for (const letter of now.length ? await (write ?? usual(context))(receiver, now) : []) await send(context, receiver, letter)
    if (own.some(({ mail }) => mail === 'digest')) await scheduleDigest(context, receiver)
  }
  return claimed.map(({ told }) => told)
}

type Claimed<T> = { to: string; mail: MailMode; told: T }

async function claim<T extends Telling>({ db, clock, noticeKinds }: Context, told: readonly T[]): Promise<Claimed<T>[]> {
  const asked = new Map<string, T>()
  for (const each of told) {
    const known = noticeKinds.get(each.kind)
    if (!known) throw new Error(`No module knows notices of the kind ${each.kind}`)
    if (known.grows || !asked.has(keyOf(each))) asked.set(keyOf(each), each)
  }
  const rows = [...asked.values()].map(({ to, kind, key, subject, params }) => {
    const known = noticeKinds.get(kind)!
    return { id: newId(), to, kind, key, about: subject.kind, subject: subject.id, params: known.params.parse(params), mail: known.mail }
  })
  const growing = rows.flatMap(({ kind }) => (noticeKinds.get(kind)!.grows ? kind : []))
  const { rows: claimed } = await sql<{ to: string; kind: string; key: string; mail: MailMode }>`
    insert into notice as told (id, person_id, kind, key, subject_kind, subject_id, params, mail, mailed_at, created_at)
    select r.id, r.to, r.kind, r.key, r.about, r.subject, r.params, n.mail, case n.mail when 'now' then ${clock.now()}::timestamptz end, ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "to" uuid, kind text, key text, about text, subject uuid, params jsonb, mail text)
    join person_card p on p.id = r.to and p.left_at is null left join notice_preference c on c.person_id = r.to and c.kind = r.kind,
    lateral (select coalesce(c.mail, r.mail) as mail) n
    order by r.to, r.kind, r.key
    on conflict ${growing.length ? replace(growing) : sql`do nothing`} returning person_id as to, kind, key, mail`.execute(db)
  const mails = new Map(claimed.map(row => [keyOf(row), row.mail]))
  return [...asked].flatMap(([key, told]) => {
    const mail = mails.get(key)
    return mail ? [{ to: told.to, mail, told }] : []
  })
}

/** What was told somebody of the same thing before and is unread, by those that say all of it. */
async function replaceUnread<T extends Telling>({ db, clock }: Context, claimed: readonly Claimed<T>[]): Promise<void> {
  const newest = claimed.map(({ told }) => told).filter(({ replaces }) => replaces)
  if (newest.length === 0) return
  const rows = newest.map(({ to, kind, key, subject }) => ({ to, kind, key, about: subject.kind, subject: subject.id }))
  await sql`
    update notice n set read_at = ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("to" uuid, kind text, key text, about text, subject uuid)
    where n.person_id = r.to and n.read_at is null and n.kind = r.kind and n.subject_kind = r.about and n.subject_id = r.subject
      and n.key <> r.key`.execute(db)
}

const keyOf = ({ to, kind, key }: Pick<Telling, 'to' | 'kind' | 'key'>): string => `${to} ${kind} ${key}`

/** The line of a kind that grows is replaced; the others stay as they are. */
const replace = (growing: readonly string[]) => sql`(person_id, kind, key) do update set params = excluded.params, mail = excluded.mail,
  mailed_at = excluded.mailed_at, read_at = null, created_at = excluded.created_at where told.kind = any (${growing}::text[])`

async function send(context: Context, receiver: Addressed, letter: LetterText): Promise<void> {
  await post(context, { to: receiver.email, ...letter }, quietUntil(context.clock.now(), receiver))
}

const usual =
  (context: Context): WriteLetter<Telling> =>
  async (receiver, told) => {
    const w = letterWords[receiver.locale]
    const lines = told.map(each => lineOf(context.noticeKinds, receiver.locale, each))
    const given = { name: receiver.name, url: await signInUrl(context, receiver, '/kotak-masuk') }
    if (lines.length === 1) return [letterOf(w.one, { ...given, line: lines.join() })]
    return [letterOf(w.many, { ...given, count: lines.length, lines: dashed(lines) })]
  }
