import { sql } from 'kysely'
import type { Kernel } from '../operation/operation.ts'
import { firstOf } from '../values/cut.ts'

type Claimed = { id: string; recipient: string; subject: string; body: string; calendar: string | null; tries: number; since: Date }
/** What became of the letters of one turn. */
export type Turn = { sent: number; again: number; givenUp: number }

/**
 * After this long a turn takes no further letter, so that it ends before its job does: this and one conversation are less than twenty
 * minutes.
 */
const turn = 300_000
/** A letter belongs to whoever took it, longer than any conversation lasts. */
const claim = '20 minutes'
const days = 5

/**
 * Sends what is due, each letter by one worker only. What the server does not take now is tried again after 1, 2, 4, … minutes, at
 * most two hours, for five days; what it refuses for good is not tried again.
 *
 * One doubt nobody can take away: when the connection breaks, or this process dies, after the end of the message and before the
 * server's answer, the letter may have been taken. It is then sent again, under the same Message-ID.
 */
export async function deliverDue(kernel: Pick<Kernel, 'store' | 'mailer' | 'clock' | 'log'>): Promise<Turn> {
  const counts: Turn = { sent: 0, again: 0, givenUp: 0 }
  const began = performance.now()
  while (performance.now() - began < turn) {
    const letter = await claimNext(kernel)
    if (!letter) break
    counts[await attempt(kernel, letter)]++
  }
  return counts
}

async function claimNext({ store, clock }: Pick<Kernel, 'store' | 'clock'>): Promise<Claimed | undefined> {
  const now = clock.now()
  const { rows } = await sql<Claimed>`
    update mail_message set tries = tries + 1, tried_at = ${now}, claimed_until = ${now}::timestamptz + ${claim}::interval
    where id = (
      select id from mail_message
      where sent_at is null and given_up_at is null and coalesce(next_try_at <= ${now}, true) and coalesce(claimed_until <= ${now}, true)
      order by next_try_at nulls first, created_at, id limit 1 for update skip locked)
    returning id, recipient, subject, body, calendar, tries, coalesce(retried_at, created_at) as since`.execute(store.db)
  return rows[0]
}

async function attempt(kernel: Pick<Kernel, 'store' | 'mailer' | 'clock' | 'log'>, letter: Claimed): Promise<keyof Turn> {
  const { store, mailer, clock, log } = kernel
  const { id, tries } = letter
  const row = store.db.updateTable('mail_message').where('id', '=', id)
  const delivered = await mailer
    .deliver({ id, to: letter.recipient, subject: letter.subject, text: letter.body, calendar: letter.calendar })
    .catch((error: Error) => error)
  const now = clock.now()
  if (!(delivered instanceof Error)) {
    const left = { sent_at: now, kept_as: delivered.keptAs, failure: null, next_try_at: null, claimed_until: null }
    await row.set(left).execute()
    mailer.noted(id)
    return 'sent'
  }
  const failure = firstOf(delivered.message, 500)
  const isFinal = isRefusedForGood(delivered) || now.getTime() - letter.since.getTime() >= days * 86_400_000
  const next = isFinal ? { given_up_at: now, next_try_at: null } : { next_try_at: new Date(now.getTime() + pauseAfter(tries)) }
  await row.set({ ...next, failure, claimed_until: null }).execute()
  if (isFinal) log.warn('mail.given_up', { id, tries, failure })
  else log.info('mail.delayed', { id, tries, failure })
  return isFinal ? 'givenUp' : 'again'
}

/** Milliseconds until the next try: 1, 2, 4, … minutes, at most two hours. */
export const pauseAfter = (tries: number): number => Math.min(2 ** (tries - 1), 120) * 60_000

/**
 * A 5xx to this receiver or this message, or an address that is none. One to our name, our password or our sender is ours to mend, and is
 * tried again.
 */
function isRefusedForGood(error: Error): boolean {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number }
  if (/^(No recipients defined|Invalid recipient)/.test(error.message)) return true
  return !!responseCode && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE')
}
