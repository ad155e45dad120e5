import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import { operations } from '../../modules.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listAudit, showHistory } from '../audit/operations.ts'
import { listChanges } from '../changes/operations.ts'
import { listNotices } from '../notices/operations/inbox.ts'
import { showAttachment } from './operations/pictures.ts'
import { listComments, listReaders, showComment } from './operations/read.ts'
import { changeAudience, changeComment, createComment, removeComment } from './operations/write.ts'
import type { Comment, CommentDetail, CommentPage } from './schema.ts'

const showFile = operations.find(({ name }) => name === 'files.show')!
const pdf = { name: 'surat.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF') }

let sari: Actor
let budi: Actor
let neighbour: Actor
let province: Actor
let auditor: Actor
let contact: Actor
let otherContact: Actor
let shared: string
let partnerId: string

beforeAll(async () => {
  partnerId = await partner('Kejaksaan Negeri Uji')
  shared = await agreement('Pertukaran Data Uji', ['35.10'], [partnerId])
  sari = await person('Sari Dewi', 'office_operator', '35.10')
  budi = await person('Budi Santoso', 'office_leader', '35.10')
  neighbour = await person('Nina Neighbour', 'national_admin', '35.11')
  province = await person('Putri Provinsi', 'office_operator', '35')
  auditor = await person('Agus Auditor', 'auditor')
  contact = await person('Laksmi Paramita', 'partner_contact', '00', false, { partnerId })
  otherContact = await person('Orang Lain', 'partner_contact', '00', false, { partnerId: await partner('Radio Uji') })
})
afterAll(() => kernel.close())

const say = (who: Actor, text: string, more: object = {}) =>
  as(who)<Comment>(createComment, { kind: 'agreement', subject: shared, text, ...more })
const read = (who: Actor, subject = shared, kind = 'agreement') => as(who)<CommentPage>(listComments, { kind, subject })
const textsFor = async (who: Actor, subject = shared) => (await read(who, subject)).comments.map(({ text }) => text)
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    ({ code }) => code,
  )

test('who may read the thing reads what is said about it, and nobody else; whoever only reads writes nothing', async () => {
  const { id } = await say(sari, 'Rapat\nhari Senin')
  for (const who of [sari, budi, province, auditor]) expect(await textsFor(who)).toEqual(['Rapat\nhari Senin'])
  for (const who of [neighbour, otherContact]) {
    expect(await code(read(who))).toBe('not_found')
    expect(await code(as(who)(showComment, { id }))).toBe('not_found')
    expect(await code(say(who, 'Saya juga'))).toBe('not_found')
  }
  expect((await read(auditor)).mayWrite).toBe(false)
  expect(await code(say(auditor, 'Saya juga'))).toBe('forbidden')
  await as(sari)(removeComment, { id })
})

test('what is for the commission alone is for a partner not there, through any door', async () => {
  const hidden = await agreement('Tersembunyi', ['35.10'], [partnerId])
  const about = { subject: hidden, mentions: [] }
  const inside = await say(sari, 'Rahasia dalam', { ...about, files: [pdf] })
  const both = await say(sari, 'Kabar bersama', { ...about, audience: 'both' })
  const gone = await say(sari, 'Rahasia dihapus', about)
  await as(sari)(removeComment, { id: gone.id })
  const seen = await read(contact, hidden)
  expect([seen.comments.map(({ id }) => id), seen.total, seen.attachments, seen.audiences]).toEqual([[both.id], 1, 0, ['both']])
  expect([(await read(sari, hidden)).total, (await read(sari, hidden)).attachments]).toEqual([2, 1])
  const file = inside.attachments[0]!.id
  for (const { id } of [inside, gone]) expect(await code(as(contact)(showComment, { id }))).toBe('not_found')
  expect(await code(as(contact)(showFile, { id: file }))).toBe('not_found')
  expect(await code(as(contact)(showAttachment, { file }))).toBe('not_found')
  expect(await code(as(sari)(showFile, { id: file }))).toBe('answered')
  const visit = await browser(contact)
  for (const path of [
    `/perjanjian/${hidden}`,
    `/komentar/pada/agreement/${hidden}`,
    `/mitra/${partnerId}`,
    '/yang-berubah',
    '/kotak-masuk',
  ])
    expect(await (await visit.get(path)).text()).not.toMatch(/Rahasia|surat\.pdf|Komentar \([23]\)/)
  for (const path of [`/komentar/${inside.id}`, `/komentar/${inside.id}/suntingan`, `/komentar/berkas/${file}`, `/berkas/${file}`])
    expect([path, (await visit.get(path)).status]).toEqual([path, 404])
  for (const work of [as(contact)(listAudit, { kind: 'comment' }), as(contact)(showHistory, { kind: 'comment', id: inside.id })])
    expect(await code(work)).toBe('forbidden')
  const powerful = await person('Berkuasa', 'national_admin', '00', false, { partnerId })
  expect((await as(powerful)<{ lines: unknown[] }>(listAudit, { kind: 'comment' })).lines).toEqual([])
  expect(await textsFor(powerful, hidden)).toEqual(['Kabar bersama'])
  expect((await as(powerful)<CommentDetail>(showComment, { id: both.id })).acts).toEqual([])
})

test('a partner writes for both sides only, and what they wrote stays so', async () => {
  const asked = await agreement('Ditanya mitra', ['35.10'], [partnerId])
  expect(await code(say(contact, 'Diam-diam', { subject: asked, audience: 'internal' }))).toBe('invalid')
  const theirs = await say(contact, 'Kami siap', { subject: asked })
  expect(theirs).toMatchObject({ audience: 'both', author: 'Laksmi Paramita', institution: 'Kejaksaan Negeri Uji' })
  expect(await code(as(budi)(changeAudience, { id: theirs.id, audience: 'internal', rev: 0 }))).toBe('conflict')
  expect(await code(as(contact)(changeAudience, { id: theirs.id, audience: 'internal', rev: 0 }))).toBe('conflict')
  expect(await code(as(sari)(removeComment, { id: theirs.id }))).toBe('forbidden')
  expect(await code(as(budi)(removeComment, { id: theirs.id }))).toBe('answered')
  expect((await read(contact, asked)).comments[0]).toMatchObject({ text: null, removed: { by: 'Budi Santoso' } })
})

test('a thing whose page no partner sees takes comments of the commission alone', async () => {
  const own = await agreement('Tanpa mitra', ['35.10'], [])
  expect((await read(sari, own)).audiences).toEqual(['internal'])
  expect(await code(say(sari, 'Terbuka', { subject: own, audience: 'both' }))).toBe('invalid')
  const { id } = await say(sari, 'Dalam', { subject: own })
  expect(await code(as(sari)(changeAudience, { id, audience: 'both', rev: 0 }))).toBe('invalid')
})

test('permission is that of today: yesterday’s role reads nothing, tomorrow’s not yet, and a thing that moved takes its comments along', async () => {
  const moved = await agreement('Berpindah', ['35.10'], [])
  await say(sari, 'Sebelum pindah', { subject: moved })
  const [past, coming] = [await person('Kemarin', 'office_operator', '35.10'), await person('Besok', 'office_operator', '35.10')]
  const grant = (who: Actor) => db.updateTable('role_grant').where('person_id', '=', who.personId)
  await grant(past).set({ to_on: '2025-11-19' }).execute()
  await grant(coming).set({ from_on: '2025-11-21' }).execute()
  const today = async (who: Actor) => (await actorOfPerson(db, who.personId!, kernel.clock.today()))!
  for (const who of [past, coming]) expect(await code(read(await today(who), moved))).toBe('forbidden')
  expect(
    (await as(sari)<{ people: { name: string }[] }>(listReaders, { kind: 'agreement', subject: moved })).people.map(({ name }) => name),
  ).not.toContain('Besok')
  const before = now.at
  now.at = new Date('2025-11-21T03:00:00Z')
  expect(await textsFor(await today(coming), moved)).toEqual(['Sebelum pindah'])
  now.at = before
  await db
    .updateTable('agreement_party')
    .set({ office_id: office('35.11').id })
    .where('agreement_id', '=', moved)
    .execute()
  await db
    .updateTable('agreement')
    .set({ office_id: office('35.11').id })
    .where('id', '=', moved)
    .execute()
  await sql`select refresh_agreements(array[${moved}]::uuid[])`.execute(db)
  expect(await code(read(sari, moved))).toBe('not_found')
  expect(await textsFor(neighbour, moved)).toEqual(['Sebelum pindah'])
})

test('who is mentioned is told once and finds the way; one who may not read it is to the writer one who is not there', async () => {
  const about = await agreement('Menyebut', ['35.10'], [partnerId])
  const inbox = async (who: Actor) => (await as(who)<{ notices: { text: string; path: string }[] }>(listNotices)).notices
  const { id } = await say(sari, 'Mohon dilihat', { subject: about, mentions: ['budi santoso', budi.personId] })
  expect(await inbox(budi)).toMatchObject([
    { text: expect.stringContaining('Sari Dewi menyebut Anda dalam komentar pada'), path: `/komentar/${id}` },
  ])
  for (const who of ['Nina Neighbour', neighbour.personId, 'Laksmi Paramita', contact.personId, 'Tidak Ada'])
    expect([who, await code(say(sari, 'Mohon dilihat', { subject: about, mentions: [who] }))]).toEqual([who, 'invalid'])
  await say(sari, 'Mohon dilihat mitra', { subject: about, audience: 'both', mentions: ['Laksmi Paramita'] })
  expect(await inbox(contact)).toHaveLength(1)
  expect(await inbox(neighbour)).toEqual([])
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', contact.personId).execute()
  const revoked = (await actorOfPerson(db, contact.personId!, kernel.clock.today()))!
  expect((await inbox(revoked))[0]).toMatchObject({ text: 'Komentar yang menyebut Anda', path: null })
  expect(await code(say(sari, 'Lagi', { subject: about, audience: 'both', mentions: ['Laksmi Paramita'] }))).toBe('invalid')
  await db.updateTable('role_grant').set({ revoked_at: null }).where('person_id', '=', contact.personId).execute()
})

test('whom one can mention: those who may read the thing; a partner learns of nobody above the offices that share it', async () => {
  const about = { kind: 'agreement', subject: await agreement('Memilih', ['35.10'], [partnerId]) }
  const names = async (who: Actor, q = '') =>
    (await as(who)<{ people: { name: string }[] }>(listReaders, { ...about, q })).people.map(({ name }) => name)
  const all = await names(sari)
  expect(all).toEqual(expect.arrayContaining(['Budi Santoso', 'Putri Provinsi', 'Laksmi Paramita']))
  for (const name of ['Sari Dewi', 'Nina Neighbour', 'Orang Lain']) expect(all).not.toContain(name)
  expect(await names(sari, 'nina')).toEqual([])
  expect(await names(contact)).toEqual(expect.arrayContaining(['Budi Santoso', 'Sari Dewi']))
  expect(await names(contact, 'putri')).toEqual([])
})

test('what was said before is kept: for the commission, never for the partner, who might read what was not for them', async () => {
  const about = await agreement('Menyunting', ['35.10'], [partnerId])
  const { id } = await say(sari, 'Mitra lambat', { subject: about })
  expect(await code(as(budi)(changeComment, { id, text: 'Lain', rev: 0 }))).toBe('forbidden')
  const changed = await as(sari)<Comment>(changeComment, { id, text: 'Mohon dipercepat', rev: 0 })
  expect(changed).toMatchObject({ text: 'Mohon dipercepat', editedAt: now.at.toISOString(), rev: 1 })
  expect(await code(as(sari)(changeComment, { id, text: 'Yang lama', rev: 0 }))).toBe('conflict')
  expect(await code(as(province)(changeAudience, { id, audience: 'both', rev: 1 }))).toBe('forbidden')
  await as(budi)(changeAudience, { id, audience: 'both', rev: 1 })
  expect((await as(contact)<CommentDetail>(showComment, { id })).earlier).toEqual([])
  expect(await (await (await browser(contact)).get(`/komentar/${id}`)).text()).not.toContain('lambat')
  expect((await as(province)<CommentDetail>(showComment, { id })).earlier).toEqual([
    { text: 'Mitra lambat', audience: 'internal', at: now.at.toISOString() },
  ])
  await as(sari)(changeAudience, { id, audience: 'internal', rev: 2 })
  expect(await code(as(contact)(showComment, { id }))).toBe('not_found')
})

test('of many texts before, twenty are told at a time, each once, with the way to the rest', async () => {
  const about = await agreement('Sering disunting', ['35.10'], [partnerId])
  const { id } = await say(sari, 'Tulisan ke-0', { subject: about })
  for (let rev = 0; rev < 22; rev++) await as(sari)(changeComment, { id, text: `Tulisan ke-${rev + 1}`, rev })
  await as(budi)(changeAudience, { id, audience: 'both', rev: 22 })
  const first = await as(sari)<CommentDetail>(showComment, { id })
  const second = await as(sari)<CommentDetail>(showComment, { id, after: first.next! })
  const texts = [first, second].map(({ earlier }) => earlier.map(({ text }) => text))
  expect(texts).toEqual([Array.from({ length: 20 }, (_, at) => `Tulisan ke-${21 - at}`), ['Tulisan ke-1', 'Tulisan ke-0']])
  expect([first.previous, second.next]).toEqual([null, null])
  expect((await as(sari)<CommentDetail>(showComment, { id, before: second.previous! })).earlier).toEqual(first.earlier)
  const web = await browser(sari)
  expect(await (await web.get(`/komentar/${id}`)).text()).toContain(`/komentar/${id}?sesudah=${first.next}`)
  expect(await (await web.get(`/komentar/${id}?sesudah=${first.next}`)).text()).toContain('Tulisan ke-0')
})

test('a comment that was changed too often is changed no more, and can still be removed', async () => {
  const { id } = await say(sari, 'Awal', { subject: await agreement('Diubah terus', ['35.10'], [partnerId]) })
  await db.updateTable('comment').set({ rev: 199 }).where('id', '=', id).execute()
  await as(sari)(changeComment, { id, text: 'Perubahan terakhir', rev: 199 })
  expect(await code(as(sari)(changeComment, { id, text: 'Satu lagi', rev: 200 }))).toBe('conflict')
  expect((await as(sari)<CommentDetail>(showComment, { id })).text).toBe('Perubahan terakhir')
  await as(sari)(removeComment, { id })
})

test('a removed one stays as that, its words and files for those who read the trail', async () => {
  const about = await agreement('Menghapus', ['35.10'], [partnerId])
  const { id, attachments } = await say(sari, 'Salah kirim', { subject: about, audience: 'both', files: [pdf] })
  await as(sari)(removeComment, { id })
  expect(await code(as(sari)(removeComment, { id }))).toBe('conflict')
  const seen = await read(contact, about)
  expect([seen.total, seen.comments[0]]).toEqual([
    0,
    expect.objectContaining({ text: null, attachments: [], removed: { by: 'Sari Dewi', at: now.at.toISOString() } }),
  ])
  for (const who of [sari, contact, budi]) expect(await code(as(who)(showFile, { id: attachments[0]!.id }))).toBe('not_found')
  const earlier = async (who: Actor) => (await as(who)<CommentDetail>(showComment, { id })).earlier.map(({ text }) => text)
  expect([await earlier(sari), await earlier(contact), await earlier(budi)]).toEqual([[], [], ['Salah kirim']])
  const { lines } = await as(budi)<{ lines: { operation: string }[] }>(showHistory, { kind: 'comment', id })
  expect(lines.map(({ operation }) => operation)).toEqual(['comments.remove', 'comments.create'])
})

test('the same form sent twice says it once', async () => {
  const about = await agreement('Dua kali', ['35.10'], [])
  const form = { kind: 'agreement', subject: about, text: 'Sekali saja', idempotency_key: 'k-dua-kali' }
  const visit = await browser(sari)
  expect([(await visit.post('/komentar', form)).status, (await visit.post('/komentar', form)).status]).toEqual([303, 303])
  expect(await textsFor(sari, about)).toEqual(['Sekali saja'])
})

test('a form that is refused comes back with everything that was typed', async () => {
  const visit = await browser(sari)
  const answer = await visit.post('/komentar', {
    kind: 'agreement',
    subject: shared,
    text: 'Panjang dan sudah ditulis',
    'mentions.0': 'Entah Siapa',
  })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Panjang dan sudah ditulis')
  expect(page).toContain('value="Entah Siapa"')
  expect(page).toContain('Tidak ada orang dengan nama itu')
})

test('a list of many takes as many statements as a list of one, and the page of a thing at most three more', async () => {
  const [one, many] = [await agreement('Satu', ['35.10'], [partnerId]), await agreement('Banyak', ['35.10'], [partnerId])]
  await say(sari, 'Satu', { subject: one, files: [pdf], mentions: ['Budi Santoso'] })
  for (let each = 0; each < 6; each++) await say(sari, `Banyak ${each}`, { subject: many, files: [pdf], mentions: ['Budi Santoso'] })
  const count = (subject: string) => countQueries(() => read(sari, subject))
  expect(await count(many)).toBe(await count(one))
  expect(await count(many)).toBeLessThanOrEqual(3)
  const changes = (who: Actor) => countQueries(() => as(who)(listChanges))
  expect(await changes(budi)).toBeGreaterThan(0)
})

test('the page of comments turns by key, the newest at its end', async () => {
  const long = await agreement('Panjang', ['35.10'], [])
  for (let each = 0; each < 3; each++) await say(sari, `Nomor ${each}`, { subject: long })
  const first = await as(sari)<CommentPage>(listComments, { kind: 'agreement', subject: long, most: 2 })
  expect([first.comments.map(({ text }) => text), first.total]).toEqual([['Nomor 2', 'Nomor 1'], 3])
  const next = await as(sari)<CommentPage>(listComments, { kind: 'agreement', subject: long, most: 2, after: first.next })
  expect(next.comments.map(({ text }) => text)).toEqual(['Nomor 0'])
})

test('whoever is on both sides is on that of the commission only where their office reaches the thing', async () => {
  const elsewhere = await agreement('Di tempat lain', ['35.11'], [partnerId])
  await say(neighbour, 'Hanya KPU', { subject: elsewhere })
  await say(neighbour, 'Untuk semua', { subject: elsewhere, audience: 'both' })
  const twofold = await person('Dua Pihak', 'office_operator', '35.10')
  await db
    .insertInto('role_grant')
    .values({
      id: twofold.personId!,
      person_id: twofold.personId!,
      role: 'partner_contact',
      partner_id: partnerId,
      from_on: '2020-01-01',
      granted_at: now.at,
    })
    .execute()
  const both = (await actorOfPerson(db, twofold.personId!, kernel.clock.today()))!
  expect(await textsFor(both, elsewhere)).toEqual(['Untuk semua'])
  expect((await textsFor(both)).length).toBe((await textsFor(sari)).length)
})

test('comments that were removed leave the way to those before them', async () => {
  const about = { subject: await agreement('Yang Ramai', ['35.10'], [partnerId]) }
  const said = []
  for (let at = 1; at <= 7; at++) said.push(await say(sari, `Kabar ke-${at}`, about))
  for (const { id } of said.slice(4)) await as(sari)(removeComment, { id })
  const page = await (await (await browser(sari)).get(`/perjanjian/${about.subject}`)).text()
  expect(page).toContain(`href="/komentar/pada/agreement/${about.subject}"`)
})

test('of many names alike the very one that was written is meant', async () => {
  const about = { subject: await agreement('Yang Dikenal', ['35.10'], [partnerId]) }
  for (let at = 0; at < 25; at++) await person(`Aaa ${at} Citra Lestari`, 'office_operator', '35.10')
  const citra = await person('Citra Lestari', 'office_operator', '35.10')
  const { id } = await say(sari, 'Mohon dilihat', { ...about, mentions: ['citra lestari'] })
  const told = await db.selectFrom('comment_mention').select('person_id').where('comment_id', '=', id).execute()
  expect(told.map(({ person_id }) => person_id)).toEqual([citra.personId])
})

test('what was said for an office is not its author’s to change for whom they speak now', async () => {
  const about = { subject: await agreement('Yang Berpindah', ['35.10', '35.11'], [partnerId]) }
  const tono = await person('Tono', 'office_operator', '35.10')
  const { id } = await say(tono, 'Keputusan KPU: tolak.', { ...about, audience: 'both' })
  const own = db.updateTable('role_grant').where('person_id', '=', tono.personId!)
  const moved = async () => (await actorOfPerson(db, tono.personId!, kernel.clock.today()))!
  const acts = async () => (await as(await moved())<CommentDetail>(showComment, { id })).acts
  expect(await acts()).toContain('change')
  await own.set({ to_on: '2025-11-19' }).execute()
  const grant = { person_id: tono.personId!, from_on: '2025-11-20', granted_at: now.at }
  await db
    .insertInto('role_grant')
    .values({ ...grant, id: newId(), role: 'partner_contact', partner_id: partnerId })
    .execute()
  expect(await acts()).toEqual([])
  expect(await code(as(await moved())(changeComment, { id, rev: 0, text: 'Keputusan KPU: setuju.' }))).toBe('forbidden')
  expect(await code(as(await moved())(removeComment, { id }))).toBe('forbidden')
  await db.deleteFrom('role_grant').where('person_id', '=', tono.personId!).where('partner_id', 'is not', null).execute()
  await db
    .insertInto('role_grant')
    .values({ ...grant, id: newId(), role: 'office_operator', office_id: office('35.11').id, with_descendants: false })
    .execute()
  expect(await code(as(await moved())(changeComment, { id, rev: 0, text: 'Keputusan KPU: setuju.' }))).toBe('forbidden')
  expect((await as(budi)(showComment, { id })).text).toBe('Keputusan KPU: tolak.')
})
