import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { search } from './operations/list.ts'
import type { SearchAnswer } from './schema.ts'

let admin: Actor
let sari: Actor
let own: string
let universitas: string

beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  universitas = await partner('Universitas Bahari Nusantara', 'university')
  own = await agreement('Sosialisasi pendidikan pemilih', ['35.10'], [universitas], 0)
  await db
    .insertInto('obligation')
    .values({ id: newId(), agreement_id: own, seq: 1, side: 'kpu', text: 'Menyediakan narasumber pelatihan' })
    .execute()
  await refreshed(own)
})
afterAll(() => kernel.close())

const refreshed = async (id: string) => {
  const { refresh } = await import('../agreements/operations/insert.ts')
  await refresh({ db }, [id])
}
const ask = (actor: Actor, q: string, more: object = {}) => as(actor)<SearchAnswer>(search, { q, ...more })
const titles = ({ groups }: SearchAnswer) => Object.fromEntries(groups.map(({ kind, found }) => [kind, found.map(({ title }) => title)]))
const outcomeOf = async (actor: Actor, q: string) => {
  const answer = await ask(actor, q)
  return [answer.outcome, titles(answer)]
}

async function finding(text: string, code: string, number: string): Promise<string> {
  const id = newId()
  const row = { kind: 'obstacle' as const, source_kind: 'hand', office_id: office(code).id, created_at: now.at }
  await db
    .insertInto('finding')
    .values({ id, number, text, ...row })
    .execute()
  return id
}

test('misspelt words find what was meant, and the answer says that it only comes near', async () => {
  await agreement('Pertukaran data tahapan pemilu', ['35.10'], [], 0)
  for (const q of ['pertukran', 'tahapn', 'pertukran tahapn', 'pertukran dta', 'daat tahapn', 'pertukraan', 'petrukaran tahapann'])
    expect([q, ...(await outcomeOf(sari, q))]).toEqual([q, 'similar', { agreement: ['Pertukaran data tahapan pemilu'] }])
  expect(await outcomeOf(sari, 'sosialisai pendidkan')).toEqual(['similar', { agreement: ['Sosialisasi pendidikan pemilih'] }])
  expect(await outcomeOf(sari, 'univeristas bahri')).toEqual([
    'similar',
    { partner: ['Universitas Bahari Nusantara'], agreement: ['Sosialisasi pendidikan pemilih'] },
  ])
  expect(await outcomeOf(sari, 'qqwwzzxx')).toEqual(['nothing', {}])
})

test('an agreement is found by its obligations, and no more once one is taken away', async () => {
  const answer = await ask(sari, 'narasumber latih')
  expect(titles(answer)).toEqual({ agreement: ['Sosialisasi pendidikan pemilih'] })
  const [{ text, marks }] = answer.groups[0]!.found as [SearchAnswer['exact'][number]]
  expect(marks.text.map(([from, to]) => text!.slice(from, to))).toEqual(['narasumber', 'pelatihan'])
  await db.updateTable('obligation').set({ removed_at: now.at }).where('agreement_id', '=', own).execute()
  await refreshed(own)
  expect(await outcomeOf(sari, 'narasumber')).toEqual(['nothing', {}])
})

test('a place finds its offices and what is there, also where its name stands in no title; in reach only', async () => {
  await agreement('Layanan data terpadu', ['51.03'], [], 0)
  await finding('Anggaran terlambat turun', '51.03', 'TM-2025-9001')
  expect(await outcomeOf(admin, 'badung')).toEqual([
    'found',
    { office: ['KPU Kabupaten Badung'], finding: ['Anggaran terlambat turun'], agreement: ['Layanan data terpadu'] },
  ])
  expect(titles(await ask(admin, 'bali layanan'))).toEqual({ agreement: ['Layanan data terpadu'] })
  expect(await outcomeOf(admin, 'badng')).toEqual([
    'similar',
    { office: ['KPU Kabupaten Badung'], finding: ['Anggaran terlambat turun'], agreement: ['Layanan data terpadu'] },
  ])
  expect(await outcomeOf(sari, 'badung')).toEqual(['nothing', {}])
  expect(titles(await ask(sari, 'banyuwangi')).agreement).toContain('Sosialisasi pendidikan pemilih')
})

test('what is out of reach changes nothing: not what is found, not the counts, not what comes near', async () => {
  const words = ['xenomorfikal', 'xenomorfikaz', 'xenomorfikalz', 'Xenowati', 'xenomorfi']
  await agreement('Pembinaan xenomorfikal', ['35.10'], [], 0)
  const before = await Promise.all(words.map(q => ask(sari, q)))
  expect(before.map(({ outcome }) => outcome)).toEqual(['found', 'similar', 'similar', 'nothing', 'found'])
  await agreement('Penyelidikan xenomorfikaz dan xenomorfikalz', ['51'], [], 3)
  await finding('Kendala xenomorfikaz', '35.11', 'TM-2025-9002')
  await person('Xenowati Xenomorfikaz', 'office_operator', '35.11', false)
  expect(await Promise.all(words.map(q => ask(sari, q)))).toEqual(before)
  expect(await outcomeOf(admin, 'xenomorfikaz')).toEqual([
    'found',
    {
      person: ['Xenowati Xenomorfikaz'],
      finding: ['Kendala xenomorfikaz'],
      agreement: ['Penyelidikan xenomorfikaz dan xenomorfikalz'],
    },
  ])
})

test('a partner finds its own agreements, and nothing of what offices keep to themselves', async () => {
  const laksmi = await person('Laksmi', 'partner_contact', '00', true, { partnerId: universitas })
  await finding('Kritik atas universitas bahari', '35.10', 'TM-2025-9003')
  const other = await partner('Universitas Bahari Lain', 'university')
  await agreement('Riset bersama pesisir', ['35.10'], [other], 1)
  expect(await outcomeOf(laksmi, 'universitas bahari')).toEqual([
    'found',
    { partner: ['Universitas Bahari Nusantara'], agreement: ['Sosialisasi pendidikan pemilih'] },
  ])
  for (const q of ['kritik', 'pesisir', 'TM-2025-9003', 'kritik pesisir', 'Sari'])
    expect([q, ...(await outcomeOf(laksmi, q))]).toEqual([q, 'nothing', {}])
  // Where nothing has all of the words, what has some; the riset of another is none of it, as above.
  for (const q of ['banyuwangi riset', 'banyuwngi ristt'])
    expect([q, ...(await outcomeOf(laksmi, q))]).toEqual([q, 'similar', { agreement: ['Sosialisasi pendidikan pemilih'] }])
})

test('a role that ended yesterday, was revoked or begins tomorrow finds nothing', async () => {
  const actor = await person('Agus', 'office_operator', '35.10', false)
  const found = async () => outcomeOf((await actorOfPerson(db, actor.personId!, kernel.clock.today()))!, 'pendidikan pemilih')
  expect((await found())[0]).toBe('found')
  const grant = db.updateTable('role_grant').where('person_id', '=', actor.personId!)
  for (const change of [{ to_on: '2025-11-19' }, { to_on: null, from_on: '2025-11-21' }, { from_on: '2020-01-01', revoked_at: now.at }]) {
    await grant.set(change).execute()
    expect([change, ...(await found())]).toEqual([change, 'nothing', {}])
  }
})

test('a number that is typed whole comes first, on every door', async () => {
  await finding('Ruang rapat penuh', '35.10', 'TM-2025-9010')
  const answer = await ask(sari, 'tm-2025-9010')
  expect(answer.exact.map(({ kind, number, path }) => [kind, number, path.startsWith('/temuan/')])).toEqual([
    ['finding', 'TM-2025-9010', true],
  ])
  expect((await ask(sari, 'Nomor: 35.10/NK/2024')).exact.map(({ kind }) => kind)).toContain('agreement')
  expect((await ask(sari, '35.10')).exact.map(({ title }) => title)).toEqual(['KPU Kabupaten Banyuwangi'])
  expect((await ask(sari, '35.11')).exact).toEqual([])
  const response = await (await program(sari))('GET', '/search?q=tm-2025-9010')
  expect([response.status, await response.json()]).toEqual([200, answer])
})

test('what is no word is said to be none, and nothing is too hostile to look for', async () => {
  for (const [q, outcome] of [
    ['', 'empty'],
    ['   ', 'empty'],
    ['dan', 'unclear'],
    ['...', 'unclear'],
    ['“”—', 'unclear'],
    ['ab', 'short'],
    ['a b c', 'short'],
    ["' or 1=1 --", 'short'],
    [`'); drop table agreement; --`, 'nothing'],
    ['sosialisasi & | ! ( :* <->', 'found'],
    ['%_\\%', 'unclear'],
  ] as const)
    expect([q, (await ask(sari, q)).outcome]).toEqual([q, outcome])
  await expect(ask(sari, 'x'.repeat(201))).rejects.toMatchObject({ code: 'invalid' })
  expect((await ask(sari, 'pemilih '.repeat(25).trim())).outcome).toBe('found')
})

test('a kind is looked through to its end, fifty at a time, and its total is what it lists', async () => {
  for (let at = 1; at <= 53; at++) await finding(`Kendala gudang logistik ${at}`, '35.10', `TM-2024-${1000 + at}`)
  const beside = await ask(sari, 'gudang')
  expect(beside.groups.map(({ kind, total, more, found }) => [kind, total, more, found.length])).toEqual([['finding', 53, false, 5]])
  const pages = await Promise.all([1, 2, 3].map(page => ask(sari, 'gudang', { kind: 'finding', page })))
  const ids = pages.flatMap(({ groups }) => groups.flatMap(({ found }) => found.map(({ id }) => id)))
  expect([ids.length, new Set(ids).size]).toEqual([53, 53])
})

test('one thing takes as many statements as many, and what is nowhere as many as what stands elsewhere', async () => {
  await finding('Kunci lemari hilang', '35.10', 'TM-2025-9020')
  const one = await countQueries(() => ask(sari, 'lemari'))
  const many = await countQueries(() => ask(sari, 'gudang'))
  expect([many, one <= 4]).toEqual([one, true])
  // As many whether a word is known elsewhere, near one that is, or known nowhere.
  await finding('Penyelewengan dana', '35.11', 'TM-2025-9021')
  const nowhere = await countQueries(() => ask(sari, 'qqwwzzxxyy'))
  for (const q of ['penyelewengan', 'penyelewengam', 'penyelubungam']) {
    expect(await ask(sari, q)).toMatchObject({ outcome: 'nothing' })
    expect([q, await countQueries(() => ask(sari, q))]).toEqual([q, nowhere])
  }
})
