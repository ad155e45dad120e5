import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, expect, test } from 'vitest'
import { hostileTexts } from '../../../test/hostile-words.ts'
import { jar } from '../../../test/jar.ts'
import { db, kernel, now } from '../../../test/world.ts'
import { newId } from '../operation.ts'
import { openMail, post, sendPosted } from './mail.ts'

const opened: SMTPServer[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})
afterAll(() => kernel.close())

type Received = { from: string; to: string[]; message: string }
/** A mail server on a free port; `refuses` turns receivers away, for now or for good. */
async function mailServer(refuses: { code: number } | null = null): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuses ? Object.assign(new Error('Not now'), { responseCode: refuses.code }) : undefined),
    async onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      received.push({ from, to: envelope.rcptTo.map(({ address }) => address), message: Buffer.concat(parts).toString('utf8') })
      done()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  opened.push(server)
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}
const mailerTo = (url: string) =>
  openMail({ SMTP_URL: url, MAIL_FROM: 'Sinergi KPU <sinergi@kpu.example>', DATA_DIR: kernel.config.DATA_DIR })

async function somebody(): Promise<string> {
  const id = newId()
  const email = `${id.slice(-8)}@contoh.go.id`
  await db.insertInto('person').values({ id, name: 'Sari Nur’aini', email, created_at: now.at }).execute()
  return email
}
/** The text of a message, its quoted-printable or base64 undone. */
function textOf(message: string): string {
  const [head = '', ...body] = message.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return text
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

test('a forgotten password goes through a real conversation with a mail server, and its link opens', async () => {
  const { url, received } = await mailServer()
  const email = await somebody()
  await jar().post('/lupa-sandi', { email })
  await kernel.jobs.drain({ ...kernel, mailer: mailerTo(url) })
  expect(received.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'sinergi@kpu.example', to: [email] }])
  const { message } = received[0]!
  expect(message).toContain('From: Sinergi KPU <sinergi@kpu.example>')
  expect(message).toContain('Subject: Atur ulang kata sandi Sinergi')
  const text = textOf(message)
  expect(text).toContain('Yth. Sari Nur’aini,')
  const path = new URL(text.match(/http:\S+/)![0]).pathname
  expect(await (await jar().get(path)).text()).toContain(email)
  const row = await db
    .selectFrom('mail_message')
    .select(['sent_at', 'kept_as', 'failure'])
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ sent_at: now.at, kept_as: null, failure: null })
})

test('a letter that has left does not leave twice', async () => {
  const { url, received } = await mailServer()
  const email = await somebody()
  await jar().post('/lupa-sandi', { email })
  await kernel.jobs.drain({ ...kernel, mailer: mailerTo(url) })
  const { id } = await db.selectFrom('mail_message').select('id').where('recipient', '=', email).executeTakeFirstOrThrow()
  await sendPosted(db, mailerTo(url), now.at, id)
  expect(received).toHaveLength(1)
})

test('what a server refuses stays in the outbox with the reason, and leaves when it is taken', async () => {
  const busy = await mailServer({ code: 451 })
  const id = newId()
  await db
    .insertInto('mail_message')
    .values({ id, recipient: 'sari@contoh.go.id', subject: 'Uji', body: 'Isi', created_at: now.at })
    .execute()
  await expect(sendPosted(db, mailerTo(busy.url), now.at, id)).rejects.toThrow()
  const held = await db.selectFrom('mail_message').select(['sent_at', 'failure']).where('id', '=', id).executeTakeFirstOrThrow()
  expect(held.sent_at).toBeNull()
  expect(held.failure).toContain('Not now')
  const open = await mailServer()
  await sendPosted(db, mailerTo(open.url), now.at, id)
  expect(open.received).toHaveLength(1)
  expect(await db.selectFrom('mail_message').select(['sent_at', 'failure']).where('id', '=', id).executeTakeFirstOrThrow()).toEqual({
    sent_at: now.at,
    failure: null,
  })
})

test('without a mail server a letter is kept as a file that a mail program opens', async () => {
  const email = await somebody()
  await jar().post('/lupa-sandi', { email })
  await kernel.jobs.drain(kernel)
  const { id, kept_as } = await db
    .selectFrom('mail_message')
    .select(['id', 'kept_as'])
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  expect(kept_as).toBe(`${id}.eml`)
  const message = await readFile(join(kernel.config.DATA_DIR, 'mail', kept_as!), 'utf8')
  expect(message).toContain(`To: ${email}`)
  expect(textOf(message)).toContain('http://sinergi.test/sandi/')
})

test('a name cannot add a header or another receiver', async () => {
  const { url, received } = await mailServer()
  const id = newId()
  await db
    .insertInto('mail_message')
    .values({
      id,
      recipient: 'sari@contoh.go.id',
      subject: 'Uji\r\nBcc: jahat@contoh.go.id',
      body: 'Isi\r\n.\r\nMAIL FROM:<jahat@contoh.go.id>',
      created_at: now.at,
    })
    .execute()
  await sendPosted(db, mailerTo(url), now.at, id)
  expect(received).toHaveLength(1)
  expect(received[0]!.to).toEqual(['sari@contoh.go.id'])
  expect(received[0]!.message.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
})

const { nul: _nul, half: _half, ...storable } = hostileTexts // what no text may hold is refused or mended before it is stored
test.each(Object.entries(storable))('a letter that holds %s is plain text and says it unchanged', async (_kind, text) => {
  const { url, received } = await mailServer()
  const id = newId()
  const body = `Catatan:\n> ${text}\n\nBuka: http://sinergi.test/temuan`
  await kernel.store.db.transaction().execute(async db => {
    await post({ db, clock: kernel.clock, enqueue: async () => {} }, { to: 'sari@contoh.go.id', subject: `[TL-1] ${text}`, text: body })
    await db.updateTable('mail_message').set({ id }).where('body', '=', body).where('sent_at', 'is', null).execute()
  })
  await sendPosted(db, mailerTo(url), now.at, id)
  const [{ to, message }] = received as [Received]
  const head = message.slice(0, message.indexOf('\r\n\r\n'))
  expect([to, head.match(/^content-type: [^;\r]+/gim), textOf(message).replaceAll('\r\n', '\n').trimEnd()]).toEqual([
    ['sari@contoh.go.id'],
    ['Content-Type: text/plain'],
    body.trimEnd(),
  ])
  expect(
    head
      .split('\r\n')
      .filter(line => !/^(from|to|subject|message-id|content-transfer-encoding|date|mime-version|content-type): |^[ \t]/i.test(line)),
  ).toEqual([])
})
