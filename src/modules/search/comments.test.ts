import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { createComment, removeComment } from '../comments/operations/write.ts'
import type { Comment } from '../comments/schema.ts'
import { search } from './operations/list.ts'
import type { SearchAnswer } from './schema.ts'

let admin: Actor
let sari: Actor
let neighbour: Actor
let laksmi: Actor
let stranger: Actor
let shared: string
let finding: string

beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  neighbour = await person('Tono', 'office_operator', '35.11', false)
  const bahari = await partner('Universitas Bahari', 'university')
  laksmi = await person('Laksmi', 'partner_contact', '00', true, { partnerId: bahari })
  stranger = await person('Maya', 'partner_contact', '00', true, { partnerId: await partner('Universitas Lain', 'university') })
  shared = await agreement('Kerja sama pesisir', ['35.10'], [bahari], 0)
  finding = newId()
  const row = { number: 'TM-2025-9100', text: 'Gudang penuh', kind: 'obstacle' as const, source_kind: 'hand', partner_id: bahari }
  await db
    .insertInto('finding')
    .values({ id: finding, ...row, office_id: office('35.10').id, created_at: now.at })
    .execute()
})
afterAll(() => kernel.close())

const say = (text: string, more: object = {}) =>
  as(sari)<Comment>(createComment, { kind: 'agreement', subject: shared, audience: 'internal', text, mentions: [], files: [], ...more })
const find = async (actor: Actor, q: string) => {
  const { groups } = await as(actor)<SearchAnswer>(search, { q })
  return groups.flatMap(({ kind, total, found }) => [total, ...found.map(({ title, text }) => `${kind}: ${title}: ${text}`)])
}
const everybody = () => [admin, sari, neighbour, laksmi, stranger]
const findAll = (q: string) => Promise.all(everybody().map(who => find(who, q)))

test('what the office says for itself is found by whoever reads the thing at its side; for both sides, by its partner too', async () => {
  await say('Narahubung zirkonium belum menjawab')
  await say('Jadwal rapat tembaga disepakati', { audience: 'both' })
  const internal = [1, 'comment: 35.10/NK/2024, Kerja sama pesisir: Narahubung zirkonium belum menjawab']
  const both = [1, 'comment: 35.10/NK/2024, Kerja sama pesisir: Jadwal rapat tembaga disepakati']
  expect(await findAll('zirkonium')).toEqual([internal, internal, [], [], []])
  expect(await findAll('zirkonum')).toEqual([internal, internal, [], [], []])
  expect(await findAll('rapat tembaga')).toEqual([both, both, [], both, []])
})

test('what is said of a finding stays with the office, also from the partner that it names', async () => {
  await say('Palet mangan bertumpuk', { kind: 'finding', subject: finding })
  const found = [1, 'comment: TM-2025-9100: Gudang penuh: Palet mangan bertumpuk']
  expect(await findAll('mangan')).toEqual([found, found, [], [], []])
})

test('one that was removed is found no more by what it said', async () => {
  const { id } = await say('Rahasia paladium', { audience: 'both' })
  expect((await findAll('paladium')).map(found => found.length)).toEqual([2, 2, 0, 2, 0])
  await as(sari)(removeComment, { id })
  expect(await findAll('paladium')).toEqual([[], [], [], [], []])
})

test('a role that ended yesterday, was revoked or begins tomorrow finds none', async () => {
  const actor = await person('Agus', 'office_operator', '35.10', false)
  const found = async () => find((await actorOfPerson(db, actor.personId!, kernel.clock.today()))!, 'zirkonium')
  expect(await found()).toHaveLength(2)
  const grant = db.updateTable('role_grant').where('person_id', '=', actor.personId!)
  for (const change of [{ to_on: '2025-11-19' }, { to_on: null, from_on: '2025-11-21' }, { from_on: '2020-01-01', revoked_at: now.at }]) {
    await grant.set(change).execute()
    expect([change, await found()]).toEqual([change, []])
  }
})

test('what an attached file says is found with its comment, by the same people', { timeout: 120_000 }, async () => {
  const bytes = new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Denah gudang iridium lantai dua')] }] })),
  )
  await say('Terlampir', { audience: 'both', files: [{ name: 'denah.docx', bytes }] })
  const { id } = await say('Terlampir juga', { files: [{ name: 'denah dalam.docx', bytes }] })
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)
  const files = async (actor: Actor) => {
    const { groups } = await as(actor)<SearchAnswer>(search, { q: 'iridium' })
    return groups.flatMap(({ kind, found }) => found.map(({ about, text }) => `${kind}: ${about.at(-1)}: ${text}`)).sort()
  }
  const of = (name: string) => `comment: ${name}: Denah gudang iridium lantai dua`
  expect(await Promise.all(everybody().map(files))).toEqual([
    [of('denah dalam.docx'), of('denah.docx')],
    [of('denah dalam.docx'), of('denah.docx')],
    [],
    [of('denah.docx')],
    [],
  ])
  await as(sari)(removeComment, { id })
  expect(await files(sari)).toEqual([of('denah.docx')])
})

test('comments come after all things, however near they are, and the kinds of what is found are anchors with their numbers', async () => {
  await say('Neodimium')
  const lembaga = await partner('Lembaga Kajian Neodimium dan Logam Tanah Jarang')
  await agreement('Kerja sama pengadaan neodimium dan bahan lain', ['35.10'], [lembaga], 0)
  const { groups } = await as(sari)<SearchAnswer>(search, { q: 'neodimium' })
  expect([groups.length, groups.at(-1)!.kind]).toEqual([3, 'comment'])
  const page = await (await (await browser(sari)).get('/cari?q=neodimium')).text()
  for (const { kind, name, total } of groups) {
    expect(page).toMatch(new RegExp(`<section[^>]* id="${kind}"`))
    expect(page).toContain(`<a href="#${kind}">${name}<span class="tally"> ${total}</span></a>`)
  }
})

test('one comment takes as many statements as many', async () => {
  for (let at = 1; at <= 20; at++) await say(`Pengadaan kobalt tahap ${at}`)
  const [one, many] = [await countQueries(() => find(sari, 'zirkonium')), await countQueries(() => find(sari, 'kobalt'))]
  expect(many).toBe(one)
})

test('comments on things of three kinds take as many statements for three as for many, however many things there are', async () => {
  const followUp = async (nth: number) => {
    const id = newId()
    const row = { number: `TL-2025-92${10 + nth}`, office_id: office('35.10').id, owner_id: sari.personId!, state: 'open' as const }
    await db
      .insertInto('follow_up')
      .values({ id, ...row, action: `Tugas ${nth}`, due_on: '2025-12-01', created_at: now.at })
      .execute()
    return id
  }
  const bahari = (await db.selectFrom('partner').select('id').where('name', '=', 'Universitas Bahari').executeTakeFirstOrThrow()).id
  const comment = (text: string, kind: string, subject: string) => say(text, { kind, subject })
  await comment('Pagar rodium rusak', 'agreement', shared)
  await comment('Pagar rodium retak', 'finding', finding)
  await comment('Pagar rodium roboh', 'follow_up', await followUp(0))
  for (let nth = 1; nth < 5; nth++) {
    await comment(`Atap osmium ${nth}`, 'agreement', await agreement(`Kerja sama ke-${nth}`, ['35.10'], [bahari], 0))
    await comment(`Dinding osmium ${nth}`, 'finding', finding)
    await comment(`Pintu osmium ${nth}`, 'follow_up', await followUp(nth))
  }
  const numbers = async (who: Actor) => [
    await countQueries(() => as(who)(search, { q: 'rodium', kind: 'comment' })),
    await countQueries(() => as(who)(search, { q: 'osmium', kind: 'comment' })),
  ]
  const totals = async (q: string) => (await as(sari)<SearchAnswer>(search, { q, kind: 'comment' })).groups.map(({ total }) => total)
  expect([await totals('rodium'), await totals('osmium')]).toEqual([[3], [12]])
  for (const who of [sari, admin]) {
    const [three, many] = await numbers(who)
    expect(many).toBe(three)
  }
})
