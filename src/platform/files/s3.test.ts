import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { db, kernel, now, person } from '../../../test/world.ts'
import { showFile } from '../../modules/files/operations/show.ts'
import { sweepFiles } from '../../modules/files/operations/sweep.ts'
import { verifyFiles } from '../../modules/files/operations/verify.ts'
import type { Actor } from '../authority/actor.ts'
import { authorize, nationally } from '../authority/reach.ts'
import { inEach } from '../i18n/words.ts'
import { call, type Kernel, newId, operation } from '../operation/operation.ts'
import { readConfig } from '../process/config.ts'
import { subjectsOf } from '../subject/subject.ts'
import { bytesOf } from '../values/file-answer.ts'
import { Upload } from '../values/shapes.ts'
import { keyOf } from './listing.ts'
import { keepFile, openFiles } from './store.ts'

/** A small S3 service: objects by path, whoever does not sign with the right key is turned away. */
const objects = new Map<string, { body: Buffer; type: string | undefined; at?: Date }>()
const seen: string[] = []
let failing = false
let server: Server
let ours: Kernel
let ratna: Actor

const text = 'nama,nilai\nBanyuwangi,87\n'
const upload = { name: 'nilai.csv', bytes: new TextEncoder().encode(text) }
const keep = operation({
  name: 'files.keep',
  summary: 'Keep a file',
  power: 'agreement.write',
  input: z.object({ file: Upload }),
  output: z.object({ id: z.string(), sha256: z.string(), size: z.number() }),
  example: { file: upload },
  async run(context, { file }) {
    authorize(context, 'agreement.write', nationally)
    return keepFile(context, file, { reach: ['id'] })
  },
})

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const config = readConfig({
    DATA_DIR: kernel.config.DATA_DIR,
    S3_BUCKET: 'berkas',
    S3_REGION: 'ap-southeast-3',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'kunci-uji',
    S3_SECRET_ACCESS_KEY: 'rahasia-uji',
  })
  const everything = { kind: 'file', names: inEach(tag => (tag === 'en' ? 'file' : 'berkas')), holdsFile: async () => true }
  ours = { ...kernel, config, files: await openFiles(config), subjects: subjectsOf([{ subjects: [everything] }]) }
  ratna = await person('Ratna', 'national_admin')
})
beforeEach(() => {
  seen.length = 0
  failing = false
})
afterAll(async () => {
  server.close()
  await kernel.close()
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url!, 'http://peer')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  seen.push(`${request.method} ${pathname}`)
  if (failing) return void response.writeHead(500).end()
  const signed = /^AWS4-HMAC-SHA256 Credential=kunci-uji\/\d{8}\/ap-southeast-3\/s3\/aws4_request, /.test(
    request.headers.authorization ?? '',
  )
  if (!signed) return void response.writeHead(403).end()
  if (request.method === 'PUT') {
    const hash = request.headers['x-amz-content-sha256']
    if (hash !== 'UNSIGNED-PAYLOAD' && hash !== createHash('sha256').update(body).digest('hex')) return void response.writeHead(400).end()
    objects.set(pathname, { body, type: request.headers['x-amz-acl'] as string | undefined })
    return void response.writeHead(200, { etag: '"1"' }).end()
  }
  if (request.method === 'GET' && searchParams.has('list-type')) return void response.writeHead(200).end(listing(searchParams))
  const object = objects.get(pathname)
  if (request.method === 'DELETE') {
    objects.delete(pathname)
    return void response.writeHead(204).end()
  }
  if (!object) return void response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>')
  response.writeHead(200, { 'content-length': object.body.byteLength, etag: '"1"', 'last-modified': new Date().toUTCString() })
  response.end(request.method === 'HEAD' ? undefined : object.body)
}

/** Two objects at a time, and where to go on. */
function listing(parameters: URLSearchParams): string {
  const from = Number(parameters.get('continuation-token') ?? 0)
  const all = [...objects]
    .map(([path, object]) => ({ ...object, key: path.replace('/berkas/', '') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const contents = all.slice(from, from + 2).map(({ key, body, at = new Date() }) => {
    const [size, modified] = [body.byteLength, at.toISOString()]
    return `<Contents><Key>${key}</Key><LastModified>${modified}</LastModified><ETag>"1"</ETag><Size>${size}</Size></Contents>`
  })
  const next = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult><Name>berkas</Name>${contents.join('')}${next}</ListBucketResult>`
}

test('a file goes into the bucket under its own key, private, and comes back as it was', async () => {
  const { id, sha256, size } = await call(ours, ratna, keep, { file: upload })
  const path = `/berkas/${id.slice(0, 2)}/${id}`
  expect(objects.get(path)?.body.toString()).toBe(text)
  expect([undefined, 'private']).toContain(objects.get(path)?.type)
  expect([sha256, size]).toEqual([createHash('sha256').update(text).digest('hex'), text.length])
  expect(existsSync(join(kernel.config.DATA_DIR, 'files', id.slice(0, 2), id))).toBe(false)

  const back = await call(ours, ratna, showFile, { id })
  expect([back.name, back.type, back.size, Buffer.from(await bytesOf(back)).toString()]).toEqual([
    'nilai.csv',
    'text/csv',
    text.length,
    text,
  ])
  expect(seen).toEqual([`PUT ${path}`, `GET ${path}`])
})

test('a file in the bucket that is not what was stored is not handed out', async () => {
  const { id } = await call(ours, ratna, keep, { file: upload })
  objects.get(`/berkas/${id.slice(0, 2)}/${id}`)!.body.write('x')
  await expect(call(ours, ratna, showFile, { id })).rejects.toThrow(`File ${id} is not what was stored`)
})

test('a file that is gone from the bucket is a bug, not an empty file', async () => {
  const { id } = await call(ours, ratna, keep, { file: upload })
  expect(objects.delete(`/berkas/${id.slice(0, 2)}/${id}`)).toBe(true)
  await expect(call(ours, ratna, showFile, { id })).rejects.toThrow(/read/)
})

test('while the service fails nothing is recorded, so no row points at nothing', async () => {
  const before = await db.selectFrom('stored_file').select('id').execute()
  failing = true
  await expect(call(ours, ratna, keep, { file: upload })).rejects.toThrow(/write/)
  expect(await db.selectFrom('stored_file').select('id').execute()).toEqual(before)
  failing = false
  await call(ours, ratna, keep, { file: upload })
  expect(await db.selectFrom('stored_file').select('id').execute()).toHaveLength(before.length + 1)
})

test('an object can be asked for and deleted', async () => {
  const { disk } = ours.files
  await disk.put('coba/satu', 'isi')
  expect(await disk.exists('coba/satu')).toBe(true)
  await disk.delete('coba/satu')
  expect(await disk.exists('coba/satu')).toBe(false)
})

test('what failed uploads left in the bucket is swept, page after page of it; the rest stays, and is read to be verified', async () => {
  await db.updateTable('migration').set({ applied_at: '2025-01-01' }).execute()
  objects.clear()
  await db.deleteFrom('stored_file').execute()
  const kept = await call(ours, ratna, keep, { file: upload })
  const old = new Date(now.at.getTime() - 8 * 86_400_000)
  const left = Array.from({ length: 5 }, () => `/berkas/${keyOf(newId())}`)
  for (const path of left) objects.set(path, { body: Buffer.from('gagal'), type: 'private', at: old })
  const [young, foreign] = [`/berkas/${keyOf(newId())}`, '/berkas/arsip/lain.txt']
  objects.set(young, { body: Buffer.from('baru'), type: 'private', at: now.at })
  objects.set(foreign, { body: Buffer.from('lain'), type: 'private', at: old })
  objects.get(`/berkas/${keyOf(kept.id)}`)!.at = old
  expect(await call(ours, ratna, sweepFiles, {})).toEqual({ looked: 7, removed: 5, bytes: 25, passed: 7, stored: 7 })
  expect([...objects.keys()].sort()).toEqual([young, foreign, `/berkas/${keyOf(kept.id)}`].sort())
  expect(await call(ours, ratna, verifyFiles, {})).toMatchObject({ files: 1, bad: 0 })
  objects.delete(`/berkas/${keyOf(kept.id)}`)
  expect(await call(ours, ratna, verifyFiles, {})).toMatchObject({ bad: 1, shown: [{ id: kept.id, problem: 'missing' }] })
  failing = true
  await expect(call(ours, ratna, verifyFiles, {})).rejects.toThrow(/read/) // a store that is gone is not a store that lost its files
})
