import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../../bin/free-port.js'
import { startPostgres } from '../../bin/postgres.js'
import { openKernel } from '../../src/kernel.ts'
import { listMail } from '../../src/modules/mail/operations.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { deliverDue } from '../../src/platform/mail/delivery.ts'
import { mailLimits, openMail } from '../../src/platform/mail/mail.ts'
import { call, newId } from '../../src/platform/operation/operation.ts'
import { readConfig } from '../../src/platform/process/config.ts'
import { clockAt } from '../../src/platform/values/clock.ts'
import { environmentOf } from '../setup/server.ts'

const [letters, minute] = [40, 60_000]
/** What the mail server does, by the hour since it went away: is not there, takes the connection and says nothing, says "not now". */
const ways = ['gone', 'silent', 'refusing'] as const

/**
 * Two days without a mail server, by the clock of our process: each minute what is due is tried as the job does, letters are written all
 * the while, and then the server is there again.
 */
export async function mailDown(): Promise<string[]> {
  const postgres = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-drill-'))
  const started = Date.now()
  const time = { at: started }
  const environment = { ...environmentOf(folder, await freePort()), DATABASE_URL: postgres.url, LOG_LEVEL: 'silent' }
  const kernel = await openKernel(readConfig(environment), { clock: clockAt(() => new Date(time.at)) })
  const port = await freePort()
  // shorter, so that two days pass in minutes
  const limits = { ...mailLimits, connection: 300, greeting: 300, silence: 1_000, total: 5_000 }
  const config = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'sinergi@kpu.example', DATA_DIR: folder }
  const working = { ...kernel, mailer: openMail(config, limits) }
  const written: string[] = []
  async function write(): Promise<void> {
    const id = newId()
    const letter = { id, recipient: `orang${written.length}@contoh.go.id`, subject: 'Undangan', body: 'Isi', created_at: new Date(time.at) }
    await kernel.store.db.insertInto('mail_message').values(letter).execute()
    written.push(id)
  }
  let [tries, server] = [0, null as Down | null]
  for (let hour = 0; hour < 48; hour++) {
    await server?.close()
    server = await down(ways[hour % ways.length]!, port)
    if (written.length < letters) await write()
    for (let at = 0; at < 60; at++) {
      time.at += minute
      const { sent, again, givenUp } = await deliverDue(working)
      tries += again
      if (sent || givenUp) return [`a letter was ${sent ? 'sent to nobody' : 'given up'}`]
    }
  }
  await server?.close()
  const { open } = await call(kernel, system(), listMail, {}, 'command')
  console.log(
    `  two days: ${written.length} letters written, ${tries} tries, none left, none given up; administrators see ${open.retrying} that are tried again`,
  )
  const { received, close } = await mailServer(port)
  const back = time.at
  while (received.length < written.length && time.at - back < 180 * minute) {
    time.at += minute
    await deliverDue(working)
  }
  console.log(`  the mail server is back: all had left ${Math.round((time.at - back) / minute)} minutes later`)
  for (let at = 0; at < 300; at++) {
    time.at += minute
    await deliverDue(working)
  }
  await close()
  const times = written.map(id => received.filter(each => each === id).length)
  const [lost, double] = [times.filter(count => count === 0).length, times.filter(count => count > 1).length]
  console.log(`  five hours on: ${received.length} received, ${lost} lost, ${double} double`)
  const left = await kernel.store.db.selectFrom('mail_message').select('id').where('sent_at', 'is', null).execute()
  await kernel.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  return [
    ...(open.retrying === written.length ? [] : [`administrators see ${open.retrying} of ${written.length} waiting letters`]),
    ...(lost || double ? [`${lost} letters lost, ${double} double`] : []),
    ...(left.length ? [`${left.length} letters are said not to have left`] : []),
  ]
}

type Down = { close(): Promise<void> }

async function down(way: (typeof ways)[number], port: number): Promise<Down> {
  if (way === 'gone') return { close: async () => {} }
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    if (way === 'refusing') socket.end('421 4.3.2 Not now\r\n')
  })
  await listening(server, port)
  return {
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Takes every letter; the ids of those that it said yes to. */
async function mailServer(port: number): Promise<Down & { received: string[] }> {
  const received: string[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      received.push(
        Buffer.concat(parts)
          .toString()
          .match(/^Message-ID: <([^@]+)@/im)?.[1] ?? '',
      )
      done()
    },
  })
  await new Promise<void>(resolve => smtp.listen(port, '127.0.0.1', resolve))
  return { received, close: () => new Promise(resolve => smtp.close(() => resolve())) }
}

const listening = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server.address() as AddressInfo))
  })
