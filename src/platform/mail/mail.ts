import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { type Context, newId } from '../operation/operation.ts'
import type { Config } from '../process/config.ts'
import { firstOf } from '../values/cut.ts'

/** `calendar` is an iCalendar object (RFC 5545) that mail programs offer to put into the calendar. */
export type Letter = { to: string; subject: string; text: string; calendar?: string | null }
export type Mailer = {
  /** Delivers; what has left stays left: asked again for the same id before `noted`, it answers as it did and sends nothing. */
  deliver(letter: Letter & { id: string }): Promise<{ keptAs: string | null }>
  /** The database knows that it has left. */
  noted(id: string): unknown
}

/**
 * How long a conversation with the mail server may take, in milliseconds: to be connected, to be greeted, without a word from it, and
 * altogether. RFC 5321 (4.5.3.2) allows a server ten minutes to think about a message; one that is given up earlier comes twice.
 */
export const mailLimits = { connection: 15_000, greeting: 30_000, silence: 300_000, total: 600_000 }

/**
 * Delivers by SMTP when a server is configured, else keeps each message as a file that a mail program can open. Text only: nothing to hide
 * in.
 */
export function openMail(config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR'>, limits = mailLimits): Mailer {
  return remembering(config.SMTP_URL ? bySmtp(config.SMTP_URL, config.MAIL_FROM, limits) : asFiles(config))
}

type Deliver = Mailer['deliver']

function bySmtp(url: string, from: string, limits: typeof mailLimits): Deliver {
  const { connection, greeting, silence, total } = limits
  const options = { url, connectionTimeout: connection, dnsTimeout: connection, greetingTimeout: greeting, socketTimeout: silence }
  const transport = nodemailer.createTransport(options, { from })
  return async ({ id, to, subject, text, calendar }) => {
    await transport.sendMail({
      to,
      subject,
      text,
      ...withCalendar(calendar),
      messageId: `<${id}@sinergi>`,
      signal: AbortSignal.timeout(total),
    })
    return { keptAs: null }
  }
}

function asFiles({ MAIL_FROM, DATA_DIR }: Pick<Config, 'MAIL_FROM' | 'DATA_DIR'>): Deliver {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from: MAIL_FROM })
  return async ({ id, to, subject, text, calendar }) => {
    const { message } = await transport.sendMail({ to, subject, text, ...withCalendar(calendar), messageId: `<${id}@sinergi>` })
    const folder = join(DATA_DIR, 'mail')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${id}.eml`), message as Buffer)
    return { keptAs: `${id}.eml` }
  }
}

/** As RFC 6047 has it: an alternative to the text whose method is that of the object. */
function withCalendar(calendar: string | null | undefined) {
  if (!calendar) return {}
  const [, method = 'PUBLISH'] = calendar.match(/^METHOD:(\w+)\r?$/m) ?? []
  return { icalEvent: { method, filename: 'undangan.ics', content: calendar } }
}

/** Between the server's yes and our note of it the database may go away: the next try then only notes it. */
function remembering(deliver: Deliver): Mailer {
  const left = new Map<string, { keptAs: string | null }>()
  return {
    async deliver(letter) {
      const answer = left.get(letter.id) ?? (await deliver(letter))
      left.set(letter.id, answer)
      return answer
    },
    noted: id => left.delete(id),
  }
}

/**
 * Puts a letter in the outbox; it leaves by a job after this transaction (not before `notBefore`), so a change that fails sends nothing.
 */
export async function post(
  context: Pick<Context, 'db' | 'clock' | 'enqueue'>,
  { to, subject, text }: Letter,
  notBefore: Date | null = null,
): Promise<void> {
  await context.db
    .insertInto('mail_message')
    .values({ id: newId(), recipient: to, subject: oneLine(subject), body: text, created_at: context.clock.now(), next_try_at: notBefore })
    .execute()
  await context.enqueue('mail.send', {})
}

/** The same for many, in one statement. */
export async function postAll(context: Pick<Context, 'db' | 'clock' | 'enqueue'>, letters: readonly Letter[]): Promise<void> {
  if (!letters.length) return
  const rows = letters.map(({ to, subject, text, calendar }) => ({
    id: newId(),
    recipient: to,
    subject: oneLine(subject),
    body: text,
    calendar: calendar ?? null,
    created_at: context.clock.now(),
  }))
  await context.db.insertInto('mail_message').values(rows).execute()
  await context.enqueue('mail.send', {})
}

/** Takes back what waits to be sent to an address, as in quiet hours: whoever has left is written to no more. */
export async function withdrawLetters({ db, clock }: Pick<Context, 'db' | 'clock'>, recipient: string): Promise<void> {
  const now = clock.now()
  await db
    .deleteFrom('mail_message')
    .where('recipient', '=', recipient)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where(eb => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', now)]))
    .execute()
}

const oneLine = (text: string): string => firstOf(text.replace(/\s+/g, ' ').trim(), 200)
