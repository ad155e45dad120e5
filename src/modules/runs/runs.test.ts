import { beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, operator, person, program, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import type { RunState } from '../../platform/runs/run.ts'
import { listRuns, showRun } from './operations/listing.ts'
import { cancel, retry } from './operations/moving.ts'

let officer: Actor
beforeAll(async () => {
  officer = await person('Pengelola', 'cooperation_officer', '35.10')
})

type Row = { id: string; askedBy: string | null; subject: { name: string | null } }
type Asked = { kind?: string; path?: string; by?: Actor; state?: RunState }
/** Long work as its row says, each a second after the one before. */
async function work({ kind = 'reports.make', path = 'id.35.3510', by, state = 'running' }: Asked = {}): Promise<string> {
  now.at = new Date(now.at.getTime() + 1000)
  const id = newId()
  const over = state === 'running' || state === 'waiting' ? {} : { ended_at: now.at }
  await db
    .insertInto('run')
    .values({
      id,
      kind,
      subject_kind: 'report',
      subject_id: newId(),
      path,
      asked_by: by?.personId ?? null,
      asked_at: now.at,
      state,
      ...over,
    })
    .execute()
  return id
}
const seenBy = async (who: Actor, filter: object = {}): Promise<string[]> =>
  (await as(who)<{ runs: Row[] }>(listRuns, filter)).runs.map(({ id }) => id)

test('one piece of work and three take equally many statements, in the list and on its page', async () => {
  const web = await browser(officer)
  const queries = async () => [await countQueries(() => as(officer)(listRuns)), await countQueries(() => web.get('/pekerjaan'))]
  await work({ by: officer })
  await web.get('/pekerjaan')
  const one = await queries()
  await work({ kind: 'imports.apply' })
  await work({ kind: 'evaluation.letters', state: 'stopped' })
  expect(await seenBy(officer)).toHaveLength(3)
  expect(await queries()).toEqual(one)
})

test('each sees what they asked for and what is done for offices that they read; nobody else sees anything', async () => {
  const place = 'id.51.5101'
  const asker = await person('Peminta', 'cooperation_officer', '51.01')
  const [report, letters, imported] = [
    await work({ path: place, by: asker }),
    await work({ path: place, kind: 'evaluation.letters' }),
    await work({ path: place, kind: 'imports.apply' }),
  ]
  const all = [imported, letters, report]
  const eyes: [string, Actor, string[]][] = [
    ['the one who asked', asker, all],
    ['the national administrator', await person('Nasional', 'national_admin'), all],
    ['the office above', await person('Provinsi', 'cooperation_officer', '51'), all],
    ['an operator', await person('Operator', 'office_operator', '51.01'), all],
    ['an auditor: reports', await person('Auditor', 'auditor', '51.01'), [report]],
    ['the office above, without those below', await person('Provinsi saja', 'cooperation_officer', '51', false), []],
    ['a neighbour', await person('Tetangga', 'cooperation_officer', '52'), []],
    ['a partner', await person('Mitra', 'partner_contact'), []],
    ['somebody without any role', await person('Tanpa'), []],
  ]
  for (const [who, actor, expected] of eyes) {
    expect([who, (await seenBy(actor)).filter(id => all.includes(id))]).toEqual([who, expected])
    const rest = await program(actor)
    for (const id of all) {
      const status = expected.includes(id) ? 200 : 404
      expect([who, (await rest('GET', `/runs/${id}`)).status]).toEqual([who, status])
      if (status === 404) expect([(await rest('PUT', `/runs/${id}/cancellation`, {})).status]).toEqual([404])
    }
    const page = await (await browser(actor)).get('/pekerjaan')
    const followed = (await page.text()).match(/(?<=data-topic="run:)[\w-]+/g) ?? []
    expect([who, page.status, followed.filter(id => all.includes(id))]).toEqual([who, 200, expected])
  }
  await expect(as(stranger)(listRuns)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await (await browser(null)).get('/pekerjaan')).headers.get('location')).toBe('/masuk?ke=%2Fpekerjaan')
})

test('whose role ended yesterday or begins tomorrow sees only what they asked for, and may not change it', async () => {
  const [past, future] = [await person('Kemarin', 'cooperation_officer', '52.01'), await person('Besok', 'cooperation_officer', '52.01')]
  const grantOf = (who: Actor, days: object) => db.updateTable('role_grant').set(days).where('person_id', '=', who.personId!).execute()
  const [own, other] = [await work({ path: 'id.52.5201', by: past, state: 'stopped' }), await work({ path: 'id.52.5201' })]
  expect(await seenBy(past)).toEqual([other, own])
  await grantOf(past, { to_on: '2025-11-19' })
  await grantOf(future, { from_on: '2025-11-21' })
  const today = async (who: Actor) => (await actorOfPerson(db, who.personId!, kernel.clock.today()))!
  expect([await seenBy(await today(past)), await seenBy(await today(future))]).toEqual([[own], []])
  for (const act of [retry, cancel])
    await expect(as(await today(past))(act, { id: own })).rejects.toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) })
  await expect(as(await today(future))(showRun, { id: other })).rejects.toMatchObject({ code: 'not_found' })
  await grantOf(past, { to_on: '2025-11-20' })
  expect(await seenBy(await today(past))).toEqual([other, own])
})

test('the list is narrowed to what is mine, is not over, or stands in one state', async () => {
  const me = await person('Saya', 'cooperation_officer', '53')
  const path = 'id.53'
  const [mine, done, stopped] = [await work({ path, by: me }), await work({ path, state: 'done' }), await work({ path, state: 'stopped' })]
  expect([await seenBy(me), await seenBy(me, { own: true }), await seenBy(me, { open: true })]).toEqual([
    [stopped, done, mine],
    [mine],
    [mine],
  ])
  expect([await seenBy(me, { state: 'done' }), await seenBy(me, { state: 'failed' })]).toEqual([[done], []])
  expect(await seenBy(operator, { own: true })).toEqual([])
  const page = await (await browser(me)).get('/pekerjaan?saya=ya&status=running')
  expect((await page.text()).match(/data-topic="run:[\w-]+"/g)).toEqual([`data-topic="run:${mine}"`])
})
