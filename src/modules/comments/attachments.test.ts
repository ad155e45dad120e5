import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, kernel, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { listAttachments, listComments } from './operations/read.ts'
import { createComment, removeComment } from './operations/write.ts'
import type { AttachmentPage, Comment, CommentPage } from './schema.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')

let sari: Actor
let neighbour: Actor
let contact: Actor
let about: string
beforeAll(async () => {
  const partnerId = await partner('Universitas Lampiran')
  about = await agreement('Berlampiran', ['35.10'], [partnerId])
  sari = await person('Sari Dewi', 'office_operator', '35.10')
  neighbour = await person('Nina', 'national_admin', '35.11')
  contact = await person('Laksmi', 'partner_contact', '00', false, { partnerId })
})
afterAll(() => kernel.close())

const attach = (name: string, bytes: Uint8Array, more: object = {}) =>
  as(sari)<Comment>(createComment, {
    kind: 'agreement',
    subject: about,
    text: 'Terlampir',
    mentions: [],
    files: [{ name, bytes }],
    ...more,
  })
const last = async (who = sari) => (await as(who)<CommentPage>(listComments, { kind: 'agreement', subject: about })).comments[0]!
const headersOf = ({ headers }: Response) =>
  ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'].map(name => headers.get(name))

test('a picture has its copies made in a job, small and larger, and is handed out to whoever may read the comment', async () => {
  const taken = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'Rahasia' } })
    .jpeg()
    .toBuffer()
  const { attachments } = await attach('papan.jpg', taken, { audience: 'both' })
  expect(attachments[0]!.preview).toBe('waiting')
  await kernel.jobs.drain(kernel)
  const { id, preview } = (await last()).attachments[0]!
  expect(preview).toEqual({ width: 240, height: 120 })
  for (const who of [sari, contact]) {
    const small = await (await browser(who)).get(`/komentar/berkas/${id}/kecil`)
    expect([small.status, ...headersOf(small)]).toEqual([
      200,
      'image/webp',
      `inline; filename="papan.jpg.webp"; filename*=UTF-8''papan.jpg.webp`,
      'nosniff',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ])
    const bytes = new Uint8Array(await small.arrayBuffer())
    expect(bytes.byteLength).toBeLessThanOrEqual(8 * 1024)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Rahasia')
  }
  const visit = await browser(neighbour)
  for (const path of ['', '/kecil', '/besar']) expect((await visit.get(`/komentar/berkas/${id}${path}`)).status).toBe(404)
  expect((await (await browser(null)).get(`/komentar/berkas/${id}/kecil`)).status).toBe(303)
  await as(sari)(removeComment, { id: (await last()).id })
  for (const path of ['', '/kecil', '/besar']) expect((await (await browser(sari)).get(`/komentar/berkas/${id}${path}`)).status).toBe(404)
})

test('a picture that cannot be read, and one that would take too much to read, stays a plain download', async () => {
  const broken = (
    await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
  ).subarray(0, 200)
  const { attachments } = await attach('rusak.png', broken)
  await kernel.jobs.drain(kernel)
  const { id, preview } = (await last()).attachments[0]!
  expect([attachments[0]!.preview, preview]).toEqual(['waiting', null])
  const visit = await browser(sari)
  expect((await visit.get(`/komentar/berkas/${id}/kecil`)).status).toBe(404)
  expect((await visit.get(`/komentar/berkas/${id}?unduh`)).headers.get('content-disposition')).toMatch(/^attachment; filename="rusak.png"/)
})

test('a PDF opens in the browser behind a sandbox; everything else is a download, whatever it is called', async () => {
  const visit = await browser(sari)
  const open = async (name: string, bytes: Uint8Array) =>
    headersOf(await visit.get(`/komentar/berkas/${(await attach(name, bytes)).attachments[0]!.id}`))
  expect(await open('surat.html', pdf)).toEqual([
    'application/pdf',
    `inline; filename="surat.html"; filename*=UTF-8''surat.html`,
    'nosniff',
    "default-src 'none'; sandbox",
  ])
  expect(await open('data.pdf', bytesOf('a;b\n1;2\n'))).toEqual([
    'text/csv',
    `attachment; filename="data.pdf"; filename*=UTF-8''data.pdf`,
    'nosniff',
    "default-src 'none'; sandbox",
  ])
  for (const text of ['<html><script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', ''])
    await expect(attach('surat.pdf', bytesOf(text))).rejects.toMatchObject({ code: 'invalid', fields: { files: expect.anything() } })
})

test('names and words that mean harm are shown as what they are', async () => {
  const harm = '"><img src=x onerror=alert(1)>'
  await attach(`${harm}.pdf`, pdf, { text: `${harm} javascript:alert(1) https://kpu.go.id@jahat.example/` })
  const page = await (await (await browser(sari)).get(`/komentar/pada/agreement/${about}`)).text()
  expect(page).toContain('&lt;img src=x onerror=alert(1)')
  expect(page).not.toMatch(/<img src=x|href="javascript:|href="https:\/\/kpu\.go\.id@/)
})

test('all files on a thing stand in one list, of as many statements for one as for many; a partner’s has those for both sides', async () => {
  const [one, many] = [await agreement('Satu', ['35.10'], []), await agreement('Banyak', ['35.10'], [])]
  await attach('satu.pdf', pdf, { subject: one })
  for (let each = 0; each < 4; each++) await attach(`banyak-${each}.pdf`, pdf, { subject: many })
  const list = (subject: string, who = sari) => as(who)<AttachmentPage>(listAttachments, { kind: 'agreement', subject })
  expect(await countQueries(() => list(many))).toBe(await countQueries(() => list(one)))
  expect((await list(many)).attachments.map(({ name }) => name)).toEqual(['banyak-3.pdf', 'banyak-2.pdf', 'banyak-1.pdf', 'banyak-0.pdf'])
  await attach('dalam.pdf', pdf)
  const shared = await attach('bersama.pdf', pdf, { audience: 'both' })
  const theirs = await list(about, contact)
  expect([theirs.total, theirs.attachments.map(({ comment }) => comment)]).toEqual([1, [shared.id]])
})
