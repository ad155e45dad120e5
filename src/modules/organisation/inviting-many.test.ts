import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { doBulkAct, planBulkAct, undoBulkAct } from '../bulk/operations/acts.ts'
import type { BulkDetail } from '../bulk/schema.ts'
import { createPerson, listPersons } from './operations/persons.ts'
import type { Person } from './schema.ts'

let leader: Actor
beforeAll(async () => {
  leader = await person('Nur Aini', 'national_admin')
})
afterAll(() => kernel.close())

const register = (name: string, email: string | null, code = '35.10', invite = false) =>
  as(leader)<Person>(createPerson, {
    name,
    email,
    office: office(code).id,
    role: 'office_operator',
    fromOn: '2025-11-20',
    invite,
  })
const letters = async () => (await db.selectFrom('mail_message').select('recipient').execute()).map(({ recipient }) => recipient)
const plan = (input: object, actor = leader) => as(actor)<BulkDetail>(planBulkAct, { kind: 'persons.invite', ...input })

test('who was registered and not invited is invited with all others of an office, once each', async () => {
  const [dewi, eko] = [await register('Dewi', 'dewi@contoh.go.id'), await register('Eko', 'eko@contoh.go.id')]
  const [invited, elsewhere] = [
    await register('Fitri', 'fitri@contoh.go.id', '35.10', true),
    await register('Gani', 'gani@contoh.go.id', '12.71'),
  ]
  await db.deleteFrom('mail_message').execute()
  const { persons } = await as(leader)<{ persons: Person[] }>(listPersons, { office: '35.10', state: 'new' })
  expect(persons.map(({ name }) => name)).toEqual(['Dewi', 'Eko'])

  const all = await plan({ ids: [dewi.id, eko.id, invited.id] })
  expect([all.counts.ready, all.rows[0]?.id, all.restorable]).toEqual([2, invited.id, false])
  expect(all.rows[0]?.reason).toBe('Orang ini sudah diundang atau sudah aktif.')
  expect(await letters()).toEqual([])

  const { id } = await plan({ filter: { office: '35.10', state: 'new' } })
  const done = await as(leader)<BulkDetail>(doBulkAct, { id })
  expect([done.counts.done, done.undoUntil]).toEqual([2, null])
  expect((await letters()).toSorted()).toEqual(['dewi@contoh.go.id', 'eko@contoh.go.id'])
  await expect(as(leader)(undoBulkAct, { id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await as(leader)<BulkDetail>(doBulkAct, { id: all.id })).counts).toMatchObject({ done: 0, refused: 3 })
  expect(await letters()).toHaveLength(2)
  expect((await as(leader)<{ persons: Person[] }>(listPersons, { office: '12.71', state: 'new' })).persons[0]?.id).toBe(elsewhere.id)
})

test('an office invites its own people and nobody else’s', async () => {
  const [own, other] = [await register('Hasan', 'hasan@contoh.go.id', '35.11'), await register('Indah', 'indah@contoh.go.id', '35.10')]
  const head = await person('Joko', 'office_leader', '35.11', false)
  const { rows } = await plan({ ids: [own.id, other.id] }, head)
  expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
    [other.id, 'refused'],
    [own.id, 'ready'],
  ])
  const auditor = await person('Kartika', 'auditor', '35.11', false)
  await expect(plan({ ids: [own.id] }, auditor)).rejects.toMatchObject({ code: 'forbidden' })
})

test('from the list of people: chosen, looked at, done', async () => {
  const lina = await register('Lina', 'lina@contoh.go.id', '35.12')
  await register('Mega', 'mega@contoh.go.id', '35.12')
  const page = await browser(leader)
  const list = await (await page.get('/orang?kantor=35.12&status=new')).text()
  expect([list.includes(`value="${lina.id}"`), list.includes('Kirim undangan…')]).toEqual([true, true])
  const planned = await page.post('/massal', { tindakan: 'persons.invite', id: lina.id, baris: 'pilihan' })
  const at = planned.headers.get('location')!
  expect(await (await page.get(at)).text()).toContain('tidak dapat dikembalikan')
  expect((await page.post(`${at}/pelaksanaan`, {})).headers.get('location')).toBe(at)
  expect((await letters()).at(-1)).toBe('lina@contoh.go.id')
  expect(await (await page.get(`/orang/${lina.id}`)).text()).toMatch(/sudah kami kirim ke lina@contoh\.go\.id/)
})
