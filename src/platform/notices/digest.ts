import { sql } from 'kysely'
import { signInUrl } from '../auth/letters.ts'
import { actorOfPerson } from '../authority/load-actor.ts'
import { dayIn } from '../i18n/format.ts'
import { post } from '../mail/mail.ts'
import type { Context } from '../operation/operation.ts'
import type { SubjectRef } from '../subject/subject.ts'
import { schedule } from '../timers/schedule.ts'
import type { Again } from '../timers/timer.ts'
import { nextDigest, quietUntil } from './hours.ts'
import { lineOf } from './kind.ts'
import { dashed, letterOf } from './letter.ts'
import { reachedOf } from './reached.ts'
import { hasAddress, type Receiver, receiversOf } from './receivers.ts'
import { letterWords } from './words.ts'

/**
 * Has the next summary of this person come at their hour. Where another process, a moment ahead, has just made the one of that hour, the
 * timer runs once more: it finds the day taken and moves to the next.
 */
export const scheduleDigest = (context: Context, { id, lastDigest, ...hours }: Receiver): Promise<void> =>
  schedule(context, {
    kind: 'notices.digest',
    subject: { kind: 'person', id },
    dueAt: nextDigest(context.clock.now(), hours, lastDigest),
    evenDone: true,
  })

/** Lines of one summary at most; it says how many more wait in the inbox. */
const most = 50

/**
 * One letter with all that waits for the summary of a person; what they have read meanwhile or reach no longer is left out, and where
 * nothing is left there is no letter. No second one on the same day of their zone, whatever the clock does. One that is due or late in
 * their quiet hours leaves when they are over.
 */
export async function sendDigest(context: Context, personId: string): Promise<Again | undefined> {
  const { db, clock } = context
  const receiver = (await receiversOf(context, [personId])).get(personId)
  if (!hasAddress(receiver)) return undefined
  // What waits is told once they hold something again; until then it is not for them to read in their mail.
  const actor = await actorOfPerson(db, personId, clock.today())
  if (!actor?.grants.length) return undefined
  const now = clock.now()
  const today = dayIn(now, receiver.zone)
  const { rows: claimed } = await sql`
    insert into notice_digest (person_id, day) values (${personId}, ${today}::date) on conflict do nothing returning day`.execute(db)
  if (claimed.length === 0) return { dueAt: nextDigest(now, receiver, receiver.lastDigest) }
  const { rows: waiting } = await sql<Waiting>`
    with told as (
      update notice set mailed_at = ${now} where person_id = ${personId} and mail = 'digest' and mailed_at is null
      returning id, kind, params, subject_kind, subject_id, created_at, read_at)
    select kind, params, jsonb_build_object('kind', subject_kind, 'id', subject_id) as subject, read_at is not null as "isRead" from told order by kind, created_at, id`.execute(
    db,
  )
  const unread = await readable(
    { ...context, actor },
    waiting.filter(({ isRead }) => !isRead),
  )
  if (unread.length === 0) return undefined
  const groups = [...Map.groupBy(unread.slice(0, most), ({ kind }) => kind)].map(([kind, some]) => {
    const lines = some.map(each => lineOf(context.noticeKinds, receiver.locale, each))
    return `${context.noticeKinds.get(kind)?.names[receiver.locale] ?? kind}\n${dashed(lines)}`
  })
  const url = await signInUrl(context, receiver, '/kotak-masuk')
  const letter = letterOf(letterWords[receiver.locale].digest, {
    name: receiver.name,
    groups: groups.join('\n\n'),
    count: unread.length,
    more: Math.max(0, unread.length - most),
    url,
  })
  await post(context, { to: receiver.email, ...letter }, quietUntil(now, receiver))
  return undefined
}

type Waiting = { kind: string; params: unknown; subject: SubjectRef; isRead: boolean }

/** Those about what the one who asks may read today. */
async function readable(context: Context, waiting: readonly Waiting[]): Promise<Waiting[]> {
  const reached = await reachedOf(
    context,
    waiting.map(({ subject }) => subject),
  )
  return waiting.filter((_, index) => reached[index]!.isReadable)
}
