import { beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listTimers, retryTimers } from './operations.ts'
import type { ShownTimer } from './schema.ts'

let admin: Actor
beforeAll(async () => {
  admin = await person('Nur Aini', 'national_admin')
})

/** One that is due so many seconds from now. */
async function timed(
  seconds: number,
  more: { kind?: string; state?: ShownTimer['state']; tries?: number; failure?: string } = {},
): Promise<string> {
  const [id, due] = [newId(), new Date(now.at.getTime() + seconds * 1000)]
  const moments = { asked_for: due, due_at: due, next_at: due, created_at: now.at }
  const ended_at = more.state && more.state !== 'open' ? now.at : null
  const about = { kind: 'cycle.close', subject_kind: 'cycle', subject_id: newId(), key: '' }
  await db
    .insertInto('timer')
    .values({ id, ...about, ...moments, ended_at, ...more })
    .execute()
  return id
}
type Listed = { timers: { id: string; does: string }[]; failed: number; late: number; next: string | null }
const ids = async (filter: object) => (await as(admin)<Listed>(listTimers, filter)).timers.map(({ id }) => id)

test('one timer and three take equally many statements, in the list and on its page', async () => {
  const web = await browser(admin)
  const queries = async () => [await countQueries(() => as(admin)(listTimers)), await countQueries(() => web.get('/jadwal-otomatis'))]
  await timed(3600)
  await web.get('/jadwal-otomatis')
  const one = await queries()
  await timed(7200, { kind: 'followup.remind' })
  await timed(10_800, { kind: 'nobody.knows' })
  expect(await queries()).toEqual(one)
  await db.deleteFrom('timer').execute()
})

test('what is to come stands with the next one first, everything else with the latest; each said in words', async () => {
  const [last, first, second] = [await timed(300), await timed(100), await timed(200, { kind: 'nobody.knows' })]
  const done = await timed(-50, { state: 'done' })
  expect(await ids({ state: 'open' })).toEqual([first, second, last])
  expect(await ids({})).toEqual([last, second, first, done])
  const { timers } = await as(admin)<Listed>(listTimers, { state: 'open' })
  expect(timers.map(({ does }) => does)).toEqual(['Menutup siklus evaluasi', 'nobody.knows', 'Menutup siklus evaluasi'])
  const many = await Promise.all(Array.from({ length: 60 }, (_, at) => timed(1000 + at)))
  const page = await as(admin)<Listed>(listTimers, { state: 'open' })
  const rest = await as(admin)<Listed>(listTimers, { state: 'open', after: page.next! })
  expect([...page.timers, ...rest.timers].map(({ id }) => id)).toEqual([first, second, last, ...many])
  await expect(as(admin)(listTimers, { after: page.next! })).rejects.toMatchObject({ code: 'invalid' })
  await db.deleteFrom('timer').execute()
})

test('what failed and what is late is said above the list, and tried again from the page', async () => {
  const web = await browser(admin)
  const failed = await timed(-100, { state: 'failed', tries: 16, failure: 'Rusak' })
  await timed(-100)
  expect(await as(admin)(listTimers)).toMatchObject({ failed: 1, late: 1 })
  const page = await (await web.get('/jadwal-otomatis?status=failed')).text()
  expect(page).toContain('Percobaan ke-16 gagal: Rusak')
  expect(page).toContain('1 jadwal otomatis gagal')
  const answer = await web.post('/jadwal-otomatis/percobaan', { id: failed })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/jadwal-otomatis'])
  expect(await as(admin)(listTimers, { state: 'failed' })).toMatchObject({ timers: [], failed: 0 })
})

test('they are for whoever keeps the settings of the whole, today', async () => {
  const keeper = await person('Kemarin', 'national_admin')
  const others = [
    await person('Petugas', 'cooperation_officer'),
    await person('Daerah', 'national_admin', '35'),
    await person('Mitra', 'partner_contact'),
  ]
  await db.updateTable('role_grant').set({ to_on: '2025-11-19' }).where('person_id', '=', keeper.personId!).execute()
  others.push((await actorOfPerson(db, keeper.personId!, kernel.clock.today()))!, await person('Tanpa'))
  for (const other of others) {
    await expect(as(other)(listTimers)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as(other)(retryTimers)).rejects.toMatchObject({ code: 'forbidden' })
    expect([other.name, (await (await browser(other)).get('/jadwal-otomatis')).status]).toEqual([other.name, 403])
  }
})
