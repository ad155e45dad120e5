import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { app, as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { questionsFor } from '../questionnaires/rules/questions.ts'
import { type AnswerHistory, showAnswerHistory } from './operations/answer-history.ts'
import { showAssignment } from './operations/assignments.ts'
import { saveAnswers } from './operations/save-answers.ts'
import type { Assignment, Cycle } from './schema.ts'

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
const shown = (by: Actor, id: string) => as(by)<Assignment>(showAssignment, { id })
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

test('the value that was not chosen is in the history of the answers, whichever it was, for the own side alone', async () => {
  const { kpu } = await fresh('Yang tidak dipilih')
  const history = async () =>
    (await as(sari)<AnswerHistory>(showAnswerHistory, { id: kpu })).moments.map(({ key, value, before, by, isUnchosen }) => [
      key,
      value,
      before,
      by,
      isUnchosen,
    ])
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'usul Sari' } })
  const budis = await program(budi)
  const mine = { suggestion: 'usul Budi', criticism: 'kritik Budi' }
  for (let times = 0; times < 2; times++) await budis('PATCH', `/assignments/${kpu}/answers`, { rev: '0', answers: mine })
  const lost = ['suggestion', 'usul Budi', null, 'Budi', true]
  const both = [
    ['criticism', 'kritik Budi', null, 'Budi', false],
    ['suggestion', 'usul Sari', null, 'Sari', false],
  ]
  expect(await history()).toEqual([lost, ...both])
  const page = await (await (await browser(sari)).get(`/evaluasi/isian/${kpu}/riwayat`)).text()
  expect(page).toMatch(/Dikirim, tetapi tidak dipilih[\s\S]*Budi[\s\S]*usul Budi/)
  expect(await (await (await browser(sari)).get(`/evaluasi/isian/${kpu}`)).text()).toContain(`/evaluasi/isian/${kpu}/riwayat`)

  const { rev } = await shown(budi, kpu)
  await as(budi)(saveAnswers, { id: kpu, rev, answers: { suggestion: 'usul Budi' } })
  expect(await history()).toEqual([['suggestion', 'usul Budi', 'usul Sari', 'Budi', false], ...both])
  expect((await (await browser(mitra)).get(`/evaluasi/isian/${kpu}/riwayat`)).status).toBe(404)
  await expect(as(mitra)(showAnswerHistory, { id: kpu })).rejects.toMatchObject({ code: 'not_found' })
})

test('what a device gave up for the stored value is told with what it sends next, row by row of a table', async () => {
  const { form, key, rev, rows, choices, all } = await table('Ditinggalkan', (all, [x]) => all(x!))
  const [x, y] = choices as [string, string]
  const here = await browser(mitra)
  const lost = [
    { name: 'suggestion', value: ['usul lama'], at: 1 },
    { name: `${key}[${rows[0]}]`, value: [y], at: 1 },
    { name: 'criticism', value: [], at: 1 },
    { name: 'evidence', value: ['x'], at: 1 },
    { name: 'unknown', value: ['x'], at: 1 },
  ].map(each => JSON.stringify(each))
  await here.post(`/evaluasi/isian/${form}/draf`, { rev, _kalah: [...lost, 'no JSON', '{}'] })
  const { moments } = await as(mitra)<AnswerHistory>(showAnswerHistory, { id: form })
  expect(moments.map(({ key, value, isUnchosen }) => [key, value, isUnchosen])).toEqual([
    ['criticism', null, true],
    [key, { [rows[0]!]: y }, true],
    ['suggestion', 'usul lama', true],
    [key, all(x), false],
  ])
})

test('when it was written is kept beside when it came, unless the clock of the device is wrong, and decides nothing', async () => {
  const { kpu } = await fresh('Kapan diisi')
  const before = now.at
  const written = '2025-11-10T14:06:00.000Z'
  const moments = async () =>
    (await as(sari)<AnswerHistory>(showAnswerHistory, { id: kpu })).moments.map(({ value, at, capturedAt }) => [
      value,
      at.toISOString(),
      capturedAt?.toISOString(),
    ])
  const rest = await program(sari)
  const save = (suggestion: string, claim: string) =>
    rest('PATCH', `/assignments/${kpu}/answers`, {
      rev: '0',
      answers: { suggestion },
      capturedAt: { suggestion: claim, criticism: before },
    })
  await save('satu', written)
  await save('dua', '2030-01-01T00:00:00Z')
  expect(await moments()).toEqual([
    ['dua', before.toISOString(), undefined],
    ['satu', before.toISOString(), written],
  ])
  await as(budi)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'tiga' }, capturedAt: { suggestion: written } })
  expect((await moments())[0]).toEqual(['tiga', before.toISOString(), written])
  for (const wrong of ['x', '{', '{"suggestion":1e99}', '[]'])
    expect((await (await browser(sari)).post(`/evaluasi/isian/${kpu}/draf`, { rev: '0', _ditulis: wrong })).status).toBe(200)

  const times = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${at}`, written]))
  await expect(as(budi)(saveAnswers, { id: kpu, rev: '0', capturedAt: times(5001) })).rejects.toMatchObject({ code: 'invalid' })
  await as(budi)(saveAnswers, { id: kpu, rev: '0', capturedAt: times(5000) })

  await as(sari)(saveAnswers, { id: kpu, rev: (await shown(sari, kpu)).rev, answers: complete(await shown(sari, kpu), 1) })
  try {
    now.at = new Date('2025-12-11T01:10:00Z')
    await rest('PUT', `/assignments/${kpu}/submission`, { capturedAt: written })
    const { late, submittedAt, events } = await shown(sari, kpu)
    expect([late, submittedAt, events]).toEqual([
      true,
      now.at,
      [{ kind: 'submitted', note: null, by: 'Sari', at: now.at, capturedAt: new Date(written) }],
    ])
  } finally {
    now.at = before
  }
})

test('the device sends what was touched and gets the answer that it understands', async () => {
  const { kpu } = await fresh('Simpan sendiri')
  const send = async (who: Actor | null, fields: [string, string][]) =>
    app.request(`http://sinergi.test/evaluasi/isian/${kpu}/draf`, {
      method: 'POST',
      headers: { cookie: (await browser(who)).cookie, origin: 'http://sinergi.test', accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
  const first = await send(sari, [
    ['suggestion', 'satu'],
    ['rev', '0'],
    ['op', crypto.randomUUID()], // of pages from before, which still send it
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
    ['suggestion', 'satu lagi'],
    ['rev', '1'],
    ['berubah', 'activities'],
    ['berubah', 'suggestion'],
  ])
  expect([wrong.status, await wrong.json()]).toEqual([
    422,
    { rev: '2', savedAt: now.at.toISOString(), wrong: { activities: 'Tulis angka saja, misalnya 12 atau 1.000.' } },
  ])
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
  expect((await shown(sari, kpu)).given!.answers).toEqual({ suggestion: 'satu lagi', criticism: 'baru' })
})

test('the same over REST: what is wrong is a problem, what conflicts comes back', async () => {
  const { kpu } = await fresh('Program')
  const rest = await program(sari)
  const saved = await (
    await rest('PATCH', `/assignments/${kpu}/answers`, { rev: '0', answers: { coordination: 'good', activities: 'x', unknown: 'y' } })
  ).json()
  expect(saved).toMatchObject({ changed: 1, conflicts: {}, problems: { activities: { code: 'not_a_number' } }, unknown: ['unknown'] })
  const early = await rest('PUT', `/assignments/${kpu}/submission`, {})
  expect(early.status).toBe(422)
  expect((await early.json()).errors.relevance).toEqual(['Pertanyaan ini wajib dijawab.'])
  expect((await rest('GET', `/assignments/${kpu}`)).status).toBe(200)
  expect((await (await program(mitra))('GET', `/assignments/${kpu}`)).status).toBe(404)
})

test('whoever sends a form off is told at once of what is wrong and of what is missing', async () => {
  const { kpu } = await fresh('Sekaligus')
  const page = await browser(sari)
  const { rev } = await shown(sari, kpu)
  const answer = await page.post(`/evaluasi/isian/${kpu}`, { rev, activities: '-3', aksi: 'kirim' })
  const summary = /<div class="notice error".*?<\/div>/s.exec(await answer.text())![0]
  const lines = [...summary.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id)
  expect([answer.status, lines.includes('activities'), lines.length > 10]).toEqual([422, true, true])
  const draft = await page.post(`/evaluasi/isian/${kpu}`, { rev, activities: '-3', aksi: 'draf' })
  expect((await draft.text()).match(/<div class="notice error".*?<\/div>/s)![0].match(/<a href="#/g)).toHaveLength(1)
})

test('a number is read the same from a form, a program and one who saves by itself; what can be read in two ways is asked back', async () => {
  const { kpu } = await fresh('Angka')
  const rest = await program(sari)
  const stored = async () => (await shown(sari, kpu)).given?.answers.activities
  const page = await browser(sari)
  const byForm = (typed: string, rev: string) => page.post(`/evaluasi/isian/${kpu}`, { rev, activities: typed, aksi: 'draf' })
  await rest('PATCH', `/assignments/${kpu}/answers`, { rev: '0', answers: { activities: '1.000' } })
  expect(await stored()).toBe(1000)
  const { rev } = await shown(sari, kpu)
  const unclear = await rest('PATCH', `/assignments/${kpu}/answers`, { rev, answers: { activities: '1,000' } })
  expect((await unclear.json()).problems).toEqual({ activities: { code: 'unclear_number' } })
  const again = await byForm('1.5', rev)
  expect([again.status, (await again.text()).includes('value="1.5"')]).toEqual([422, true])
  expect(await stored()).toBe(1000)
  expect((await byForm('２.٠00', rev)).status).toBe(303)
  expect(await stored()).toBe(2000)
})

/**
 * The table of scales that a partner's form begins with: its key, the rows, the choices, and a sender of single rows as a device sends
 * them.
 */
async function table(title: string, first: (all: (choice: string) => Record<string, string>, choices: string[]) => Record<string, string>) {
  const { partner: form } = await fresh(title)
  const assignment = await shown(mitra, form)
  const { key, question } = questionsFor(assignment).find(asked => asked.question.type === 'table-of-scales')!
  if (question.type !== 'table-of-scales') throw new Error('no table')
  const rows = question.rows.map(row => row.key)
  const choices = question.options.map(({ v }) => v)
  const all = (choice: string) => Object.fromEntries(rows.map(row => [row, choice]))
  const { rev } = await as(mitra)(saveAnswers, { id: form, rev: '0', answers: { [key]: first(all, choices) } })
  const fields = (held: Record<string, string>) => Object.entries(held).map(([row, choice]): [string, string] => [`${key}[${row}]`, choice])
  async function device(who: Actor) {
    const { cookie } = await browser(who)
    return async (rev: string, held: Record<string, string>, ...touched: string[]) => {
      const answer = await app.request(`http://sinergi.test/evaluasi/isian/${form}/draf`, {
        method: 'POST',
        headers: { cookie, origin: 'http://sinergi.test', accept: 'application/json' },
        body: new URLSearchParams([
          ['rev', rev],
          ...touched.map((row): [string, string] => ['berubah', `${key}[${row}]`]),
          ...fields(held),
        ]),
      })
      return { status: answer.status, ...((await answer.json()) as { rev: string; fields?: Record<string, object> }) }
    }
  }
  const stored = async () => (await shown(mitra, form)).given!.answers[key]
  return { form, key, rev, rows, choices, all, fields, device, stored }
}

test('two people in one table keep each the rows that they filled in, and are asked only about the same row', async () => {
  const { key, rev, rows, choices, all, device, stored } = await table('Satu tabel', (all, [x]) => all(x!))
  const rekan = await person('Rekan', 'partner_contact', '00', false, { partnerId: kejari })
  const [x, y, z] = choices as [string, string, string]
  const [first, second, third] = rows as [string, string, string]
  const [ours, theirs] = [await device(mitra), await device(rekan)]
  expect((await theirs(rev, { ...all(x), [second]: y, [third]: y }, second, third)).status).toBe(200)
  const merged = await ours(rev, { ...all(x), [first]: z }, first)
  expect([merged.status, await stored()]).toEqual([200, { ...all(x), [first]: z, [second]: y, [third]: y }])
  const clash = await ours(merged.rev, { ...all(x), [first]: y, [third]: z }, first, third)
  expect([clash.status, clash.fields]).toEqual([409, { [`${key}[${third}]`]: { value: [y], by: 'Rekan', at: '20 Nov 2025, 10.00 WIB' } }])
  expect(await stored()).toEqual({ ...all(x), [first]: y, [second]: y, [third]: y })
  expect((await ours(clash.rev, { ...all(x), [first]: y, [third]: z }, third)).status).toBe(200)
  expect(await stored()).toEqual({ ...all(x), [first]: y, [second]: y, [third]: z })
  expect((await ours(clash.rev, { ...all(x), [second]: z }, second)).status).toBe(409)
})

test('one person on two devices keeps the rows of both', async () => {
  const { rev, rows, choices, all, device, stored } = await table('Dua gawai', (all, [x]) => all(x!))
  const [x, y, z] = choices as [string, string, string]
  const [first, second] = rows as [string, string]
  const [phone, desk] = [await device(mitra), await device(mitra)]
  await phone(rev, { ...all(x), [first]: z, [second]: y }, first, second)
  expect((await desk(rev, { ...all(x), [first]: y }, first)).status).toBe(200)
  expect(await stored()).toEqual({ ...all(x), [first]: y, [second]: y })
})

test('a whole form from a page without scripts leaves the rows that it did not touch as another left them', async () => {
  const { form, key, rev, rows, choices, all, fields, device, stored } = await table('Tabel tanpa skrip', (all, [x]) => all(x!))
  const rekan = await person('Rekan', 'partner_contact', '00', false, { partnerId: kejari })
  const [x, y, z] = choices as [string, string, string]
  const [first, second, third] = rows as [string, string, string]
  await (await device(rekan))(rev, { ...all(x), [second]: y, [third]: y }, second, third)
  const here = await browser(mitra)
  const send = (rev: string, held: Record<string, string>, more = {}) =>
    here.post(`/evaluasi/isian/${form}`, { rev, aksi: 'draf', ...Object.fromEntries(fields(held)), ...more })
  const clash = await send(rev, { ...all(x), [first]: z, [third]: z })
  expect(clash.status).toBe(409)
  expect(await stored()).toEqual({ ...all(x), [first]: z, [second]: y, [third]: y })
  await send(revIn(await clash.text()), { ...all(x), [first]: z, [third]: z }, { _pakai: key })
  expect(await stored()).toEqual({ ...all(x), [first]: z, [second]: y, [third]: y })
})

test('what somebody typed without scripts into a form that was submitted meanwhile is shown to copy, and stored nowhere', async () => {
  const { kpu } = await fresh('Sudah dikirim rekan')
  const person = await browser(budi)
  const rev = revIn(await (await person.get(`/evaluasi/isian/${kpu}`)).text())
  const stored = await submitted(sari, kpu, 1, () => ({ criticism: 'kritik Sari' }))
  for (const aksi of ['draf', 'kirim']) {
    const late = await person.post(`/evaluasi/isian/${kpu}`, { rev, suggestion: 'usul <Budi>', criticism: 'kritik Sari', aksi })
    const html = await late.text()
    expect(late.status).toBe(409)
    for (const said of ['sudah dikirim dan tidak dapat diubah lagi', 'Salin yang masih Anda perlukan', 'usul &lt;Budi'])
      expect(html).toContain(said)
    expect(html.split('id="temuan"')[0]!.match(/kritik Sari/g)).toHaveLength(1)
  }
  expect((await shown(sari, kpu)).given!.answers).toEqual(stored)
})
