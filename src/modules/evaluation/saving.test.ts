import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/permissions/actor.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { showTarget } from './operations/targets.ts'
import type { Cycle, Target } from './schema.ts'

let sari: Actor, budi: Actor, mitra: Actor, admin: Actor, kejari: string
beforeAll(async () => {
  kejari = await partner('Kejaksaan Negeri Banyuwangi')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
  mitra = await person('Mitra', 'partner_contact', '00', false, { partnerId: kejari })
  admin = await person('Admin', 'national_admin')
})
afterAll(() => kernel.close())

/** A new agreement of office 35.10 and the partner, with its two forms. */
async function fresh(title: string): Promise<{ kpu: string; partner: string; agreement: string; cycle: Cycle }> {
  const id = await agreement(title, ['35.10'], [kejari])
  const own = await openedCycle(admin, '00')
  return { kpu: await formOf(own, id, 'kpu'), partner: await formOf(own, id, 'partner'), agreement: id, cycle: own }
}
const shown = (by: Actor, id: string) => as(by)<Target>(showTarget, { id })
const revIn = (html: string) => html.match(/name="rev" value="([^"]*)"/)![1]!

test('two people change the same question: both values come back with name and time, and neither is lost', async () => {
  const { kpu } = await fresh('Dua orang sekaligus')
  const { rev } = await shown(sari, kpu)
  await as(sari)(saveAnswers, { id: kpu, rev, answers: { suggestion: 'usul Sari', coordination: 'good' } })
  const merged = await as(budi)(saveAnswers, { id: kpu, rev, answers: { criticism: 'kritik Budi' } })
  expect([merged.changed, merged.conflicts]).toEqual([1, {}])
  const clash = await as(budi)(saveAnswers, {
    id: kpu,
    rev: merged.rev,
    answers: { suggestion: 'usul Budi', coordination: 'good', relevance: 'high' },
  })
  expect(clash.conflicts).toEqual({ suggestion: { mine: 'usul Budi', theirs: 'usul Sari', by: 'Sari', at: now.at } })
  expect((await shown(sari, kpu)).given!.answers).toEqual({
    suggestion: 'usul Sari',
    coordination: 'good',
    criticism: 'kritik Budi',
    relevance: 'high',
  })
  const kept = await as(budi)(saveAnswers, { id: kpu, rev: clash.rev, answers: { suggestion: 'usul Budi' } })
  expect([kept.changed, kept.conflicts]).toEqual([1, {}])
  const history = await db.selectFrom('revision').select('before').where('table_name', '=', 'answer').execute()
  expect(history.map(({ before }) => (before as { value: unknown }).value)).toContain('usul Sari')
})

test('on a page without scripts a conflict shows both values, keeps the own one, and a tick takes the other', async () => {
  const { kpu } = await fresh('Konflik tanpa skrip')
  const person = await browser(budi)
  const page = await (await person.get(`/evaluasi/isian/${kpu}`)).text()
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'usul <Sari>', criticism: 'kritik Sari' } })
  const clash = await person.post(`/evaluasi/isian/${kpu}`, { rev: revIn(page), suggestion: 'usul Budi', activities: '7', aksi: 'draf' })
  expect(clash.status).toBe(409)
  const html = await clash.text()
  for (const said of ['usul &lt;Sari', 'usul Budi', 'Yang tersimpan (Sari, 20 Nov 2025', 'name="_pakai" value="suggestion"'])
    expect(html).toContain(said)
  expect((await shown(sari, kpu)).given!.answers).toEqual({ suggestion: 'usul <Sari>', criticism: 'kritik Sari', activities: 7 })
  await person.post(`/evaluasi/isian/${kpu}`, {
    rev: revIn(html),
    suggestion: 'usul Budi',
    activities: '8',
    _pakai: 'suggestion',
    aksi: 'draf',
  })
  expect((await shown(sari, kpu)).given!.answers).toEqual({ suggestion: 'usul <Sari>', criticism: 'kritik Sari', activities: 8 })
  await person.post(`/evaluasi/isian/${kpu}`, { rev: revIn(html), suggestion: 'usul Budi', activities: '8', aksi: 'draf' })
  expect((await shown(sari, kpu)).given!.answers.suggestion).toBe('usul Budi')
})

test('the device sends what was touched and gets the answer that it understands', async () => {
  const { kpu } = await fresh('Simpan sendiri')
  const send = async (who: Actor | null, fields: [string, string][]) =>
    (await import('../../../test/world.ts')).app.request(`http://sinergi.test/evaluasi/isian/${kpu}/draf`, {
      method: 'POST',
      headers: { cookie: (await browser(who)).cookie, origin: 'http://sinergi.test', accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
  const first = await send(sari, [
    ['suggestion', 'satu'],
    ['rev', '0'],
    ['op', crypto.randomUUID()],
    ['berubah', 'suggestion'],
  ])
  expect([first.status, await first.json()]).toEqual([200, { rev: '1', savedAt: now.at.toISOString() }])
  const clash = await send(budi, [
    ['suggestion', 'dua'],
    ['rev', '0'],
    ['berubah', 'suggestion'],
  ])
  expect([clash.status, await clash.json()]).toEqual([
    409,
    { rev: '1', fields: { suggestion: { value: ['satu'], by: 'Sari', at: '20 Nov 2025, 10.00 WIB' } } },
  ])
  const wrong = await send(sari, [
    ['activities', 'banyak'],
    ['rev', '1'],
    ['berubah', 'activities'],
  ])
  expect(wrong.status).toBe(422)
  expect(
    (
      await send(null, [
        ['suggestion', 'x'],
        ['rev', '1'],
        ['berubah', 'suggestion'],
      ])
    ).status,
  ).toBe(401)
  const untouched = await send(budi, [
    ['suggestion', ''],
    ['criticism', 'baru'],
    ['rev', '0'],
    ['berubah', 'criticism'],
  ])
  expect(untouched.status).toBe(200)
  expect((await shown(sari, kpu)).given!.answers).toEqual({ suggestion: 'satu', criticism: 'baru' })
})

test('the same over REST: what is wrong is a problem, what conflicts comes back', async () => {
  const { kpu } = await fresh('Program')
  const rest = await program(sari)
  const saved = await (
    await rest('PATCH', `/targets/${kpu}/answers`, { rev: '0', answers: { coordination: 'good', activities: 'x', unknown: 'y' } })
  ).json()
  expect(saved).toMatchObject({ changed: 1, conflicts: {}, problems: { activities: { code: 'not_a_number' } }, unknown: ['unknown'] })
  const early = await rest('PUT', `/targets/${kpu}/submission`, {})
  expect(early.status).toBe(422)
  expect((await early.json()).errors.relevance).toEqual(['Pertanyaan ini wajib dijawab.'])
  expect((await rest('GET', `/targets/${kpu}`)).status).toBe(200)
  expect((await (await program(mitra))('GET', `/targets/${kpu}`)).status).toBe(404)
})
