import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { hostileTexts } from '../../../test/hostile-words.ts'
import { jar } from '../../../test/jar.ts'
import { db, kernel, now } from '../../../test/world.ts'
import { deliverDue } from '../../platform/mail/delivery.ts'
import { mailLimits, openMail, post } from '../../platform/mail/mail.ts'
import { newId } from '../../platform/operation/operation.ts'

const opened: SMTPServer[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})
afterAll(() => kernel.close())

type Received = { from: string; to: string[]; message: string }
/** A mail server on a free port; `refuses` turns receivers away, for now or for good, and `thinks` is how long it takes over a message. */
async function mailServer({
  refuses,
  thinks = 0,
}: {
  refuses?: number
  thinks?: number
} = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuses ? Object.assign(new Error('Not now'), { responseCode: refuses }) : undefined),
    async onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      await new Promise(resolve => setTimeout(resolve, thinks))
      received.push({ from, to: envelope.rcptTo.map(({ address }) => address), message: Buffer.concat(parts).toString('utf8') })
      done()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  opened.push(server)
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}
const nobody = 'smtp://127.0.0.1:1'
const deliver = (url: string, limits = {}) =>
  deliverDue({
    ...kernel,
    mailer: openMail({ SMTP_URL: url, MAIL_FROM: 'sinergi@kpu.example', DATA_DIR: '' }, { ...mailLimits, ...limits }),
  })
async function letter(more: object = {}): Promise<string> {
  const id = newId()
  await db
    .insertInto('mail_message')
    .values({ id, recipient: 'sari@contoh.go.id', subject: 'Uji', body: 'Isi', created_at: now.at, ...more })
    .execute()
  return id
}
const state = (id: string) =>
  db
    .selectFrom('mail_message')
    .select(['sent_at', 'tries', 'failure', 'next_try_at', 'given_up_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const start = now.at
beforeEach(async () => {
  now.at = start
  await db.deleteFrom('mail_message').execute()
})
const later = (minutes: number) => {
  now.at = new Date(now.at.getTime() + minutes * 60_000)
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

test('a letter leaves once, however many workers look and however long the server thinks about it', async () => {
  const { url, received } = await mailServer({ thinks: 300 })
  const id = await letter()
  const turns = await Promise.all([deliver(url), deliver(url), deliver(url)])
  expect(await deliver(url)).toEqual({ sent: 0, again: 0, givenUp: 0 })
  expect([turns.map(({ sent }) => sent).sort(), received.length]).toEqual([[0, 0, 1], 1])
  expect(await state(id)).toEqual({ sent_at: now.at, tries: 1, failure: null, next_try_at: null, given_up_at: null })
})

test('through two days without a mail server a letter is tried again and again, ever more rarely, and leaves once when it is back', async () => {
  const id = await letter()
  const pauses: number[] = []
  for (let minutes = 0; minutes < 2 * 1440; ) {
    expect(await deliver(nobody)).toEqual({ sent: 0, again: 1, givenUp: 0 })
    expect(await deliver(nobody)).toEqual({ sent: 0, again: 0, givenUp: 0 }) // not before its time
    const { next_try_at, failure } = await state(id)
    expect(failure).toContain('ECONNREFUSED')
    pauses.push((next_try_at!.getTime() - now.at.getTime()) / 60_000)
    minutes += pauses.at(-1)!
    later(pauses.at(-1)!)
  }
  expect(pauses.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
  const { url, received } = await mailServer()
  expect(await deliver(url)).toEqual({ sent: 1, again: 0, givenUp: 0 })
  expect(received.map(({ to }) => to)).toEqual([['sari@contoh.go.id']])
  expect(await state(id)).toMatchObject({ sent_at: now.at, failure: null, tries: pauses.length + 1 })
})

test('after five days a letter is given up for all to see', async () => {
  const id = await letter({
    tries: 60,
    failure: 'ECONNREFUSED',
    next_try_at: now.at,
    created_at: new Date(now.at.getTime() - 5 * 86_400_000),
  })
  expect(await deliver(nobody)).toEqual({ sent: 0, again: 0, givenUp: 1 })
  expect(await state(id)).toMatchObject({ sent_at: null, next_try_at: null, given_up_at: now.at })
  const { url, received } = await mailServer()
  later(10_000)
  await deliver(url)
  expect(received).toEqual([])
})

test.each([
  [451, { again: 1, givenUp: 0 }],
  [550, { again: 0, givenUp: 1 }],
])('a receiver that is refused with %d is tried again, or given up at once', async (refuses, turn) => {
  const { url } = await mailServer({ refuses })
  const id = await letter()
  expect(await deliver(url)).toEqual({ sent: 0, ...turn })
  expect((await state(id)).failure).toContain('Not now')
})

test('an address that is none is given up at once, and keeps no other letter waiting', async () => {
  const { url, received } = await mailServer()
  await letter({ recipient: 'bukan alamat' })
  await letter()
  expect(await deliver(url)).toEqual({ sent: 1, again: 0, givenUp: 1 })
  expect(received).toHaveLength(1)
})

test('a server that greets nobody, falls silent or drips is left within its limit', async () => {
  const servers: [string, (socket: Socket) => void, object][] = [
    ['silent', () => {}, { greeting: 100 }],
    ['silent after the greeting', socket => socket.write('220 here\r\n'), { silence: 100 }],
    ['dripping', socket => setInterval(() => socket.write('220-still\r\n'), 20).unref(), { total: 300 }],
  ]
  for (const [name, behave, limits] of servers) {
    const sockets: Socket[] = []
    const server = createServer(socket => {
      sockets.push(socket.on('error', () => {}).resume())
      behave(socket)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const id = await letter()
    expect(await deliver(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, limits), name).toEqual({
      sent: 0,
      again: 1,
      givenUp: 0,
    })
    expect((await state(id)).next_try_at, name).not.toBeNull()
    await Promise.all(sockets.map(socket => socket.destroyed || once(socket, 'close'))) // nothing goes on behind our back
    server.close()
    await db.deleteFrom('mail_message').execute()
  }
})

test('a letter that has left while the database was gone is noted by the next try, and not sent again', async () => {
  const { url, received } = await mailServer()
  const id = await letter()
  const mailer = mailerTo(url)
  await new Promise<void>(left => {
    const gone = () => {
      left()
      return new Promise<never>(() => {}) // the answer of a database that is gone
    }
    void deliverDue({ ...kernel, mailer: { ...mailer, deliver: each => mailer.deliver(each).then(gone) } })
  })
  later(19)
  await deliverDue({ ...kernel, mailer })
  expect((await state(id)).sent_at).toBeNull() // it still belongs to whoever took it
  later(2)
  await deliverDue({ ...kernel, mailer })
  expect([(await state(id)).sent_at, received.length]).toEqual([now.at, 1])
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
  await letter({ subject: 'Uji\r\nBcc: jahat@contoh.go.id', body: 'Isi\r\n.\r\nMAIL FROM:<jahat@contoh.go.id>' })
  await deliver(url)
  expect(received).toHaveLength(1)
  expect(received[0]!.to).toEqual(['sari@contoh.go.id'])
  expect(received[0]!.message.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
})

const { nul: _nul, half: _half, ...storable } = hostileTexts // what no text may hold is refused or mended before it is stored
test.each(Object.entries(storable))('a letter that holds %s is plain text and says it unchanged', async (_kind, text) => {
  const { url, received } = await mailServer()
  const body = `Catatan:\n> ${text}\n\nBuka: http://sinergi.test/temuan`
  await kernel.store.db.transaction().execute(async db => {
    await post({ db, clock: kernel.clock, enqueue: async () => {} }, { to: 'sari@contoh.go.id', subject: `[TL-1] ${text}`, text: body })
  })
  await deliver(url)
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
