import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, kernel, now, operator, person, program, stranger } from '../../../test/world.ts'
import { modules } from '../../modules.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { roleNames } from '../../platform/authority/roles.ts'
import { changePreferences } from '../notices/operations/preferences.ts'
import { completeFirstStep, dismissFirstDays, restoreFirstDays, showFirstDays } from './operations/first-days.ts'
import { stepsFor } from './rules/first-days.ts'
import type { FirstDays } from './schema/first-days.ts'

const start = new Date('2026-01-05T02:00:00Z')
beforeAll(() => {
  now.at = start
})
beforeEach(() => {
  now.at = new Date(now.at.getTime() + 86_400_000)
})
afterAll(() => kernel.close())
const shown = (actor: Actor) => as(actor)<FirstDays>(showFirstDays, {})
/** Somebody who did a first thing here just now. */
async function newcomer(name: string, role: Parameters<typeof person>[1] = 'office_operator') {
  const actor = await person(name, role, role === 'office_operator' ? '35.10' : '00', false)
  await as(actor)(dismissFirstDays, {})
  await as(actor)(restoreFirstDays, {})
  return actor
}

test('each role has three to five steps of its own', () => {
  const counts = roleNames.map(role => [role, stepsFor([role]).length] as const)
  expect(counts.filter(([, count]) => count < 3 || count > 5)).toEqual([])
})

test('what does a step is something that the trail names', () => {
  const names = new Set(modules.flatMap(({ operations, deeds = {} }) => [...operations.map(({ name }) => name), ...Object.keys(deeds)]))
  expect(roleNames.flatMap(role => stepsFor([role])).flatMap(({ doneBy = [] }) => doneBy.filter(name => !names.has(name)))).toEqual([])
})

test('home shows the list for thirty days after somebody first did something, and never before', async () => {
  const quiet = await person('Belum pernah', 'office_operator', '35.10', false)
  expect((await shown(quiet)).isShown).toBe(false)
  const lia = await newcomer('Lia')
  expect(await shown(lia)).toMatchObject({ isShown: true, isNew: true })
  const day = now.at
  now.at = new Date(day.getTime() + 29 * 86_400_000)
  expect((await shown(lia)).isShown).toBe(true)
  now.at = new Date(day.getTime() + 30 * 86_400_000)
  expect(await shown(lia)).toMatchObject({ isShown: false, isNew: false })
})

test('a step is done by doing it, and one that leaves no trace by saying so', async () => {
  const budi = await newcomer('Budi')
  const done = async () => (await shown(budi)).steps.filter(({ isDone }) => isDone).map(({ key }) => key)
  expect(await done()).toEqual([])
  await as(budi)(changePreferences, { mail: ['followup.due:now'], digestHour: 8 })
  await as(budi)(completeFirstStep, { step: 'guide' })
  await as(budi)(completeFirstStep, { step: 'guide' })
  expect(await done()).toEqual(['guide', 'notices'])
  await expect(as(budi)(completeFirstStep, { step: 'answer' })).rejects.toMatchObject({ code: 'invalid' })
})

test('what is put away comes back from the help, by the buttons of the pages', async () => {
  const dewi = await newcomer('Dewi')
  const here = await browser(dewi)
  expect(await (await here.get('/')).text()).toContain('Hari-hari pertama Anda')
  expect((await here.post('/bantuan/hari-pertama/penutupan', {})).status).toBe(303)
  expect(await (await here.get('/')).text()).not.toContain('id="hari-pertama"')
  expect(await (await here.get('/bantuan')).text()).toContain('/bantuan/hari-pertama/pembukaan')
  await here.post('/bantuan/hari-pertama/pembukaan', {})
  await here.post('/bantuan/hari-pertama/guide', {})
  const home = await (await here.get('/')).text()
  expect([home.includes('id="hari-pertama"'), home.includes('/bantuan/hari-pertama/guide')]).toEqual([true, false])
  expect((await here.post('/bantuan/hari-pertama/tidak-ada', {})).status).toBe(404)
})

test('programs have it too; a stranger and the operator of the machine have no first days', async () => {
  const rest = await program(await newcomer('Program'))
  expect((await rest('PUT', '/first-days/guide/completion')).status).toBe(200)
  expect((await rest('PUT', '/first-days/dismissal')).status).toBe(200)
  expect((await rest('DELETE', '/first-days/dismissal')).status).toBe(200)
  for (const nobody of [stranger, operator]) await expect(as(nobody)(showFirstDays, {})).rejects.toMatchObject({ code: 'unauthenticated' })
})
