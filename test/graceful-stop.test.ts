import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKernel } from '../src/kernel.ts'
import { addDocument, publishDocument } from '../src/modules/agreements/operations/documents.ts'
import { createAgreement } from '../src/modules/agreements/operations/write.ts'
import { uploadImport } from '../src/modules/imports/operations/reading.ts'
import { confirmImport } from '../src/modules/imports/operations/running.ts'
import { createPartner } from '../src/modules/partners/operations/write.ts'
import { system } from '../src/platform/authority/actor.ts'
import { openEmbedded } from '../src/platform/database/database.ts'
import { call } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { root } from '../src/platform/process/root.ts'
import { startParams } from './empty-database.ts'
import { asDump } from './template.ts'

const folder = mkdtempSync(join(tmpdir(), 'sinergi-stop-'))
const environment = { ...process.env, DATABASE_URL: '', BASE_URL: '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'info', NODE_OPTIONS: '' }
const dataDir = join(folder, 'database')
const children: ChildProcess[] = []
/** The one that the tests before have left at work: a start costs seconds. */
let running: Running

/** The database is there, as after a first start, which `test/template.ts` has made. */
beforeAll(async () => {
  await (await import(join(root, 'bin/build.js'))).build()
  await (await openEmbedded({ dataDir, loadDataDir: new Blob([readFileSync(await asDump())]), startParams })).close()
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Running = {
  child: ChildProcess
  port: number
  printed: () => string
  says(words: string): Promise<void>
  ended: Promise<number | null>
}

/** The server as it is started by hand, on the embedded database in the test's folder. */
async function start(LOG_LEVEL = 'info'): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'build/main.js')], { env: { ...environment, LOG_LEVEL } })
  children.push(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (printed += data))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const says = async (words: string): Promise<void> => {
    while (!printed.includes(words)) {
      if (child.exitCode !== null) throw new Error(`Ended before it said "${words}":\n${printed}`)
      await setTimeout(5)
    }
  }
  await says('Sinergi: http')
  return { child, port: Number(printed.match(/Sinergi: http:\/\/127\.0\.0\.1:(\d+)/)?.[1]), printed: () => printed, says, ended }
}

/** What a server has that does not run. */
const opened = () => openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))

/** A form whose second half is sent when the caller says so; the server has begun on it once this returns. */
async function halfForm(port: number): Promise<() => Promise<IncomingMessage>> {
  const [first, second] = ['tema=dark&kemb', 'ali=%2Fmasuk']
  const headers = {
    origin: `http://127.0.0.1:${port}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': first.length + second.length,
    expect: '100-continue',
  }
  const sending = request({ host: '127.0.0.1', port, path: '/tampilan', method: 'POST', headers })
  const answered = once(sending, 'response').then(([answer]) => answer as IncomingMessage)
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(first)
  return () => {
    sending.end(second)
    return answered
  }
}

test('a server that is told to stop finishes what runs, refuses what is new, and leaves a database that opens again', async () => {
  const server = await start()
  expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200)
  const finish = await halfForm(server.port)

  server.child.kill('SIGTERM')
  await server.says('server.stopping')
  await expect(fetch(`http://127.0.0.1:${server.port}/healthz`, { headers: { connection: 'close' } })).rejects.toThrow()
  expect(server.child.exitCode).toBeNull()

  const answer = await finish()
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/masuk'])
  expect(answer.headers['set-cookie']?.[0]).toContain('tampilan=dark')
  answer.resume()
  expect(await server.ended).toBe(0)
  expect(server.printed()).toContain('server.stopped')

  const again = await start()
  expect(again.printed()).not.toContain('database.migrated')
  running = again
})

test('a second process on the same data folder is told who uses it, and what to do', async () => {
  const server = running
  const attempt = await new Promise<{ code: unknown; printed: string }>(resolve =>
    execFile(process.execPath, [join(root, 'build/main.js')], { env: environment, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, printed: out + err }),
    ),
  )
  expect(attempt.code).toBe(1)
  expect(attempt.printed.trim()).toBe(
    `The data folder ${folder} is in use by process ${server.child.pid}. Stop that one first, or use PostgreSQL (DATABASE_URL), which several can share.`,
  )
  expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200)

  server.child.kill('SIGKILL')
  await server.ended
  const next = await start() // the lock of a process that was killed is taken over
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
})

test('a setting that makes no sense is named at start, and nothing is opened', async () => {
  const printed = await new Promise<string>(resolve =>
    execFile(
      process.execPath,
      [join(root, 'build/main.js')],
      { env: { ...environment, PORT: 'delapan', SECRET: 'pendek' }, timeout: 60_000 },
      (error, out, err) => resolve(`${error?.code} ${out}${err}`),
    ),
  )
  expect(printed).toMatch(/^1 /)
  expect(printed).toMatch(/PORT: .*\nSECRET: /)
  expect(printed).not.toContain('pendek')
})

test('long work under way ends between two steps; the next start does the rest, each row once', { timeout: 120_000 }, async () => {
  const count = 3000 // twelve steps
  const head = 'Nomor KPU,Jenis Naskah,Tentang,Nama Mitra,Kode Wilayah,Tanggal Penandatanganan,Berlaku Sampai'
  const rows = Array.from({ length: count }, (_, at) => `${at + 1}/A/2025,MoU,Data ${at + 1},Universitas A,35.10,2025-01-05,2029-01-05`)
  const file = { name: 'perjanjian.csv', bytes: new TextEncoder().encode([head, ...rows].join('\n')) }
  const kernel = await opened()
  const { id } = await call(kernel, system(), uploadImport, { file })
  await kernel.jobs.drain(kernel)
  const { runId } = await call(kernel, system(), confirmImport, { id, rev: 0 })
  await kernel.close()
  const found = async () => {
    const store = await openEmbedded({ dataDir })
    const run = await store.db.selectFrom('run').select(['state', 'done']).where('id', '=', runId).executeTakeFirstOrThrow()
    const agreements = await store.db.selectFrom('agreement').select('kpu_number').execute()
    await store.close()
    return { ...run, rows: agreements.length, different: new Set(agreements.map(row => row.kpu_number)).size }
  }

  const first = await start('debug')
  await first.says('"run.step"')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const { state, done, ...kept } = await found()
  expect([state, done > 0 && done < count, kept]).toEqual(['running', true, { rows: done, different: done }])

  const second = await start('debug')
  await second.says('"job.done","job":"imports.apply"')
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(await found()).toEqual({ state: 'done', done: count, rows: count, different: count })
})

test('whoever reads a download slowly keeps no server from its stop, nor does a second signal of another kind', async () => {
  const kernel = await opened()
  const operator = system()
  await call(kernel, operator, createPartner, { name: 'Yayasan Pendidikan Pemilih', class: 'university' })
  const { id } = await call(kernel, operator, createAgreement, {
    kind: 'mou',
    title: 'Tentang pendidikan pemilih',
    parties: [
      { side: 'kpu', office: '35.10', number: '1/NK/2024' },
      { side: 'partner', partner: 'Yayasan Pendidikan Pemilih' },
    ],
    scope: ['Pendidikan pemilih'],
    obligations: [],
    stage: 'signed',
    signedOn: '2024-02-01',
  })
  const file = { name: 'naskah.csv', bytes: Buffer.alloc(kernel.files.limit, 'Isi;naskah\n') } // more than the machine keeps unread
  const { documents } = await call(kernel, operator, addDocument, { agreement: id, label: 'Naskah', file })
  await call(kernel, operator, publishDocument, { id: documents[0]!.id })
  await kernel.close()

  const server = await start()
  const asking = request({ host: '127.0.0.1', port: server.port, path: `/api/v1/register/${id}/documents/${documents[0]!.id}` })
  asking.end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  const broken = once(answer, 'error')
  await once(answer, 'readable') // has begun, and is left at that
  expect(answer.statusCode).toBe(200)
  server.child.kill('SIGTERM')
  await server.says('server.stopping')
  server.child.kill('SIGINT')
  expect(await server.ended).toBe(0)
  expect(server.printed().match(/server\.stop\w+/g)).toEqual(['server.stopping', 'server.stopped'])
  answer.resume()
  expect((await broken)[0]).toMatchObject({ code: 'ECONNRESET' })
})
