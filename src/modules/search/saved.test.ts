import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { listSavedSearches, removeSavedSearch, renameSavedSearch, saveSearch } from './operations/saved.ts'
import type { SavedSearch } from './schema.ts'

let sari: Actor
let tono: Actor

beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  tono = await person('Tono', 'office_operator', '35.10', false)
})
afterAll(() => kernel.close())

const saved = async (actor: Actor) => (await as(actor)<{ saved: SavedSearch[] }>(listSavedSearches)).saved
const names = async (actor: Actor) => (await saved(actor)).map(({ name }) => name)

test('a search and a filtered list are saved, renamed and removed, each once, for oneself alone', async () => {
  const one = await as(sari)<SavedSearch>(saveSearch, { name: 'Sosialisasi', address: '/cari?q=sosialisasi' })
  await as(sari)(saveSearch, { name: 'Segera berakhir', address: '/perjanjian?status=expiring' })
  expect([await names(sari), await names(tono)]).toEqual([['Segera berakhir', 'Sosialisasi'], []])
  await as(sari)(renameSavedSearch, { id: one.id, name: 'Sosialisasi pemilih', rev: one.rev })
  await expect(as(sari)(renameSavedSearch, { id: one.id, name: 'Lain', rev: one.rev })).rejects.toMatchObject({ code: 'conflict' })
  await as(sari)(saveSearch, { name: 'Sosialisasi lagi', address: '/cari?q=sosialisasi' })
  expect(await names(sari)).toEqual(['Segera berakhir', 'Sosialisasi lagi'])
  for (const operation of [renameSavedSearch, removeSavedSearch])
    await expect(as(tono)(operation, { id: one.id, name: 'Milik orang', rev: 2 })).rejects.toMatchObject({ code: 'not_found' })
  await as(sari)(removeSavedSearch, { id: one.id, rev: 2 })
  expect(await names(sari)).toEqual(['Segera berakhir'])
  const kept = await db
    .selectFrom('revision')
    .select('change')
    .where('table_name', '=', 'saved_search')
    .where('row_id', '=', one.id)
    .execute()
  expect(kept.map(({ change }) => change)).toEqual(['update', 'update', 'delete'])
})

test('only an address of this site is saved, and no more than thirty', async () => {
  for (const address of [
    'https://contoh.id',
    '//contoh.id',
    '/\\contoh.id',
    'javascript:alert(1)',
    '/cari?q=a b',
    '/cari#x',
    `/${'a'.repeat(1000)}`,
  ])
    await expect([address, await as(tono)(saveSearch, { name: 'X', address }).catch(({ code }) => code)]).toEqual([address, 'invalid'])
  for (let at = 1; at <= 30; at++) await as(tono)(saveSearch, { name: `Cari ${at}`, address: `/cari?q=${at}` })
  await expect(as(tono)(saveSearch, { name: 'Satu lagi', address: '/cari?q=31' })).rejects.toMatchObject({ code: 'conflict' })
  const send = await program(tono)
  expect((await send('POST', '/saved-searches', { name: 'Lewat program', address: '/cari?q=1' })).status).toBe(201)
  expect(((await (await send('GET', '/saved-searches')).json()) as { saved: unknown[] }).saved).toHaveLength(30)
})

test('from the page: what was searched is saved there, shown where nothing is searched, and kept as it was typed when it is refused', async () => {
  const { get, post } = await browser(sari)
  const page = await (await get('/cari?q=temu%20wicara')).text()
  expect(page).toContain('value="/cari?q=temu+wicara"')
  const answer = await post('/cari/tersimpan', { name: 'Temu wicara', address: '/cari?q=temu+wicara' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cari?q=temu+wicara'])
  expect(await (await get('/cari')).text()).toContain('<a href="/cari?q=temu+wicara">Temu wicara</a>')
  const [first] = await saved(sari)
  const refused = await post(`/cari/tersimpan/${first!.id}`, { name: '', rev: String(first!.rev) })
  expect(refused.status).toBe(422)
  expect((await post(`/cari/tersimpan/${first!.id}/penghapusan`, { rev: String(first!.rev) })).status).toBe(303)
  expect(await names(sari)).not.toContain(first!.name)
})
