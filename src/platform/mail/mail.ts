import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'
import type { Queryable } from '../database.ts'
import { type Context, newId } from '../operation.ts'

export type Letter = { to: string; subject: string; text: string }
export type Mailer = { deliver(letter: Letter & { id: string }): Promise<{ keptAs: string | null }> }

/** Delivers by SMTP when a server is configured, else keeps each message as a file that a mail program can open. Text only: nothing to hide in. */
export function openMail(config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR'>): Mailer {
  if (config.SMTP_URL) {
    const transport = nodemailer.createTransport(config.SMTP_URL, { from: config.MAIL_FROM })
    return {
      async deliver({ id, to, subject, text }) {
        await transport.sendMail({ to, subject, text, messageId: `<${id}@sinergi>` })
        return { keptAs: null }
      },
    }
  }
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from: config.MAIL_FROM })
  return {
    async deliver({ id, to, subject, text }) {
      const { message } = await transport.sendMail({ to, subject, text, messageId: `<${id}@sinergi>` })
      const folder = join(config.DATA_DIR, 'mail')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${id}.eml`), message as Buffer)
      return { keptAs: `${id}.eml` }
    },
  }
}

/** Puts a letter in the outbox; it leaves by a job after this transaction, so a change that fails sends nothing. */
export async function post(context: Pick<Context, 'db' | 'clock' | 'enqueue'>, { to, subject, text }: Letter): Promise<void> {
  const id = newId()
  await context.db
    .insertInto('mail_message')
    .values({ id, recipient: to, subject: oneLine(subject), body: text, created_at: context.clock.now() })
    .execute()
  await context.enqueue('mail.send', { id })
}

/** One delivery. A letter that already left is left alone, so a repeated job sends nothing twice. */
export async function sendPosted(db: Queryable, mailer: Mailer, now: Date, id: string): Promise<void> {
  const letter = await db.selectFrom('mail_message').selectAll().where('id', '=', id).where('sent_at', 'is', null).executeTakeFirst()
  if (!letter) return
  try {
    const { keptAs } = await mailer.deliver({ id, to: letter.recipient, subject: letter.subject, text: letter.body })
    await db.updateTable('mail_message').set({ sent_at: now, kept_as: keptAs, failure: null }).where('id', '=', id).execute()
  } catch (error) {
    await db
      .updateTable('mail_message')
      .set({ failure: String((error as Error).message).slice(0, 500) })
      .where('id', '=', id)
      .execute()
    throw error
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)
