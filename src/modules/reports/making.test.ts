import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { summaryIn } from '../../../test/posted-forms.ts'
import { as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import { operations } from '../../modules.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listChanges } from '../changes/operations.ts'
import type { Changes } from '../changes/schema.ts'
import { showAssignment } from '../evaluation/operations/assignments.ts'
import { closeCycle } from '../evaluation/operations/cycle-lifecycle.ts'
import { saveAnswers } from '../evaluation/operations/save-answers.ts'
import { submitAnswers } from '../evaluation/operations/submit-answers.ts'
import type { Cycle } from '../evaluation/schema.ts'
import { createAppointment } from '../organisation/operations/appointments.ts'
import { positionId } from '../organisation/schema.ts'
import { retry } from '../runs/operations/moving.ts'
import { attachReport, computeReport, freezeReport } from './operations/making.ts'
import { cancelReport, createReport, listReports, newReport, showDashboard, showReport } from './operations/reports.ts'
import { shareReport, withdrawReport } from './operations/sharing.ts'
import { contradictions, type Figures, type Report, type ReportData } from './schema.ts'

const signatory = { name: 'Hendra', position: 'Sekretaris', place: 'Jakarta' }
let admin: Actor, officer: Actor, contact: Actor
let cycle: Cycle
let last: string

/** One agreement, of which the office has answered and the partner is about to. */
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  officer = await person('Pengelola', 'cooperation_officer', '35.10')
  const side = await partner('Mitra laporan')
  contact = await person('Kontak', 'partner_contact', '00', false, { partnerId: side })
  const id = await agreement('Laporan', ['35.10'], [side])
  cycle = await openedCycle(admin, '00')
  await submitted(officer, await formOf(cycle, id, 'kpu'), 1)
  last = await formOf(cycle, id, 'partner')
  await as(contact)(saveAnswers, { id: last, rev: '0', answers: complete(await as(contact)(showAssignment, { id: last }), 1) })
})
afterAll(() => kernel.close())

/** Each test ends what it has begun: the next one that lets jobs run would make these reports, which takes seconds each. */
afterEach(async () => {
  const open = await db
    .selectFrom('run')
    .select('subject_id as id')
    .where('kind', '=', 'reports.make')
    .where('ended_at', 'is', null)
    .execute()
  for (const { id } of open) await as(admin)(cancelReport, { id })
})
const create = (by: Actor) => as(by)<Report>(createReport, { cycle: cycle.id, signatory })

/** Has something happen just before the first statement that matches; on one connection nothing can come between two statements. */
async function meanwhile<T>(match: RegExp, happens: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  if (kernel.store.engine === 'pglite') return work()
  const { pool } = kernel.store.long // a report is made by a job
  const connect = pool.connect.bind(pool)
  let waiting = true
  pool.connect = (async () => {
    const client = await connect()
    const query = client.query
    client.query = (async (...statement: unknown[]) => {
      const { text = statement[0] } = statement[0] as { text?: unknown }
      if (waiting && match.test(String(text))) {
        waiting = false
        await happens()
      }
      return (query as (...all: unknown[]) => unknown).apply(client, statement)
    }) as typeof client.query
    const release = client.release.bind(client)
    client.release = error => {
      client.query = query
      client.release = release
      release(error)
    }
    return client
  }) as typeof pool.connect
  try {
    const result = await work()
    expect(waiting).toBe(false)
    return result
  } finally {
    pool.connect = connect as typeof pool.connect
  }
}

test('while the last form is sent, a report and the dashboard show one moment: before it or after it in every figure', async () => {
  const { id } = await create(officer)
  const before = await as(officer)<Figures>(showDashboard, { cycle: cycle.id })
  const data = await meanwhile(
    /count\(t\.score\)::integer as n, round/,
    () => as(contact)(submitAnswers, { id: last }),
    () => as(officer, 'job')<ReportData>(computeReport, { id }),
  )
  expect(contradictions(data)).toEqual([])
  for (const key of ['totals', 'scoresByClass', 'scoresByItem', 'obligations', 'maturityByClass'] as const)
    expect(data[key]).toEqual(before[key])
  expect([data.totals.bothSubmitted, data.totals.kpuScore, data.totals.partnerScore]).toEqual([0, null, null])
})

test('a report is made by its job alone: nobody who may ask for one can hand in its figures or its documents', async () => {
  const { id } = await create(officer)
  const forged = { form: 'pdf', file: { name: 'laporan.pdf', bytes: '%PDF-1.7 palsu' }, reason: 'palsu', data: {} }
  const ask = await program(officer)
  for (const path of ['figures', 'documents/pdf', 'failure']) expect((await ask('PUT', `/reports/${id}/${path}`, forged)).status).toBe(404)
  expect(operations.map(({ name }) => name).filter(name => name.startsWith('reports.'))).toEqual([
    'reports.list',
    'reports.create',
    'reports.show',
    'reports.cancel',
    'reports.share',
    'reports.withdraw',
    'reports.begin',
  ])
  expect(await as(officer)(showReport, { id })).toMatchObject({ state: 'queued', hash: null, files: { pdf: null } })
})

test('that a report was made is told as one deed, and what was done to it after stands after that', async () => {
  const reader = await person('Endang', 'national_admin')
  const { id } = await create(admin)
  await kernel.jobs.drain(kernel)
  const deeds = async () => (await as(reader)<Changes>(listChanges, {})).changes.find(change => change.id === id)?.deeds
  expect(await deeds()).toEqual(['membuat laporan'])
  await as(admin)(shareReport, { id })
  await as(admin)(withdrawReport, { id })
  expect(await deeds()).toEqual(['membuat laporan', 'membagikan laporan ke wilayah', 'membatalkan pembagian laporan'])
})

test('of a report that is cancelled while its documents are made nothing is offered, and what was made is not handed out', async () => {
  const { id } = await create(officer)
  await as(officer, 'job')(freezeReport, { id, data: await as(officer, 'job')(computeReport, { id }) })
  const file = { name: 'laporan.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }
  const { files } = await as(officer, 'job')<Report>(attachReport, { id, form: 'pdf', file })
  const here = await browser(officer)
  expect((await here.get(`/berkas/${files.pdf}`)).status).toBe(200)
  expect(await as(officer)(cancelReport, { id })).toMatchObject({ state: 'cancelled', files: { pdf: null, word: null, xlsx: null } })
  for (const path of ['/laporan', `/laporan/${id}`]) expect(await (await here.get(path)).text()).not.toContain(`/berkas/${files.pdf}`)
  expect((await here.get(`/berkas/${files.pdf}`)).status).toBe(404)
})

test('a report that is made says its key figures before its documents are opened, and none while it is being made', async () => {
  const { id } = await create(officer)
  expect(await as(officer)(showReport, { id })).toMatchObject({ state: 'queued', figures: null })
  await kernel.jobs.drain(kernel)
  const { totals } = await as(officer)<Figures>(showDashboard, { cycle: cycle.id })
  const { targets, submitted, pairs, bothSubmitted, kpuScore, partnerScore, findings, overdue } = totals
  expect(await as(officer)(showReport, { id })).toMatchObject({
    state: 'ready',
    figures: { targets, submitted, pairs, bothSubmitted, kpuScore, partnerScore, findings, overdue, unfinished: 0 },
  })
  const page = await (await (await browser(officer)).get(`/laporan/${id}`)).text()
  expect(page.indexOf('Skor rata-rata menurut KPU')).toBeGreaterThan(0)
  expect(page.indexOf('Skor rata-rata menurut KPU')).toBeLessThan(page.indexOf('Sidik jari data'))
})

test.each([
  ['has left', (who: Actor) => db.updateTable('person').set({ left_at: now.at }).where('id', '=', who.personId!).execute()],
  [
    'has lost the role',
    (who: Actor) => db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', who.personId!).execute(),
  ],
])('a report of somebody who %s meanwhile fails, and says why', async (_, meanwhile) => {
  const asker = await person(`Peminta ${newId().slice(-4)}`, 'cooperation_officer', '35.10')
  const { id } = await create(asker)
  await meanwhile(asker)
  await kernel.jobs.drain(kernel)
  expect(await as(admin)<Report>(showReport, { id })).toMatchObject({
    state: 'failed',
    failure: 'Orang yang meminta laporan ini sudah tidak bertugas atau tidak lagi berwenang membuatnya. Buat laporan baru.',
  })
})

test('a report that meets a fault at every try is stopped, says so in plain words, and goes on when it is tried again', async () => {
  const { id, runId } = await create(officer)
  const { narrative } = await db.selectFrom('report').select('narrative').where('id', '=', id).executeTakeFirstOrThrow()
  await db.updateTable('report').set({ narrative: '{}' }).where('id', '=', id).execute()
  const logged = vi.spyOn(kernel.log, 'error').mockImplementation(() => {})
  for (let turn = 0; turn < 6; turn++) {
    await kernel.jobs.drain(kernel)
    await kernel.store.pool.query("update jobs.job set start_after = now() - interval '1 second' where state = 'retry'")
  }
  const faults = logged.mock.calls.map(([event, about]) => ({ event, ...(about as { error: Error }) }))
  logged.mockRestore()
  expect(faults[0]).toMatchObject({ event: 'job.failed', error: expect.any(TypeError) })
  expect(await as(officer)<Report>(showReport, { id })).toMatchObject({ state: 'stopped', failure: null })
  const here = await browser(officer)
  const page = await (await here.get(`/laporan/${id}`)).text()
  for (const said of ['Terhenti', 'Kesalahan pada Sinergi', 'Coba lagi']) expect(page).toContain(said)
  expect(page).not.toContain(faults[0]!.error.message)
  await db
    .updateTable('report')
    .set({ narrative: JSON.stringify(narrative) })
    .where('id', '=', id)
    .execute()
  expect((await here.post(`/laporan/${id}/pengulangan`, {})).status).toBe(303)
  await expect(as(officer)(retry, { id: runId })).rejects.toMatchObject({ code: 'conflict' })
  expect(await as(officer)<Report>(showReport, { id })).toMatchObject({ state: 'queued' })
})

test('a report is filed at the widest office where its maker makes reports, wherever that person has a post, and shows nothing of elsewhere', async () => {
  const side = await partner('Mitra Bali')
  await agreement('RAHASIA BALI', ['51'], [side])
  const wide = await openedCycle(admin, '00')
  const titles = async (by: Actor) => {
    const { id } = await as(by)<Report>(createReport, { cycle: wide.id, signatory })
    const { agreements } = await as(by, 'job')<ReportData>(computeReport, { id })
    const { office } = await as(admin)<Report>(showReport, { id })
    return [office.path, agreements.map(({ title }) => title).sort()]
  }
  // Appointed in a regency, with a role for the whole country.
  const appointed = { ...(await person('Titipan', 'cooperation_officer')), office: officer.office }
  expect(await titles(appointed)).toEqual(['id', ['Laporan', 'RAHASIA BALI']])
  // Maker of reports in a regency, who reads everything besides.
  const reader = await person('Pembaca', 'auditor')
  const both = { ...reader, office: officer.office, grants: [...reader.grants, ...officer.grants] }
  expect(await titles(both)).toEqual(['id.35.3510', ['Laporan']])
  await expect(as(officer)(createReport, { cycle: wide.id, signatory, office: '51' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a report is of the office that stands in the field, and begun of none where that means no office or is empty', async () => {
  const page = await browser(admin)
  const wide = await openedCycle(admin, '00')
  const typed = { cycle: wide.id, locale: 'id', 'signatory.name': 'Euis', 'signatory.position': 'Ketua', 'signatory.place': 'Bandung' }
  const chosen = JSON.stringify(['00', 'KPU RI'])
  const ask = (more: Record<string, string>) => page.post('/laporan', { ...typed, 'office~': chosen, ...more })
  const count = async () =>
    (await as(admin)<{ reports: Report[] }>(listReports, { cycle: wide.id })).reports.map(({ office }) => office.name)
  const before = await count()
  for (const [office, said] of [
    ['KPU RI Zzz', 'Satuan kerja: Tidak ada satuan kerja yang cocok dengan “KPU RI Zzz”.'],
    [
      'KPU',
      'Satuan kerja: Anda belum memilih. Maksud Anda “KPU RI (00)”, “KPU Provinsi Sumatera Utara (12)”, atau “KPU Kabupaten Tapanuli Tengah (12.01)”?',
    ],
    ['', 'Satuan kerja: Pilih salah satu.'],
  ] as const) {
    const answer = await ask({ office })
    const html = await answer.text()
    expect([answer.status, summaryIn(html)]).toEqual([422, [{ text: said, to: 'office' }]])
    expect(html.match(/<input[^>]*name="office"[^>]*>/)![0]).toContain(office ? ` value="${office}"` : ' value/')
  }
  expect(await count()).toEqual(before)
  expect((await ask({ office: 'badung' })).status).toBe(303)
  expect((await count())[0]).toMatch(/Badung/)
})

test('a new report begins with who signed the last one: of the same office, one’s own before those of others, and says which office it is of', async () => {
  await as(admin)(createReport, { cycle: cycle.id, signatory: { ...signatory, name: 'Siti' } })
  await create(officer)
  const provincial = await as(admin)<Report>(createReport, { cycle: cycle.id, signatory: { ...signatory, name: 'Euis' }, office: '35' })
  expect(provincial.title).toBe(`Laporan Hasil ${cycle.name}, ${provincial.office.name}`)
  const begun = async (by: Actor) => (await (await browser(by)).get('/laporan/baru')).text()
  const named = (name: string) => new RegExp(`name="signatory.name"[^>]*value="${name}"|value="${name}"[^>]*name="signatory.name"`)
  const national = await begun(admin)
  expect(national).toMatch(named('Siti'))
  expect(national).toMatch(/name="office"[^>]*value="KPU RI".{0,40}name="office~" value="\[&quot;00&quot;/)
  expect(await begun(officer)).toMatch(named('Hendra'))
  const page = await (await (await browser(admin)).get(`/laporan/${provincial.id}`)).text()
  expect(page).toMatch(new RegExp(`Satuan kerja</dt><dd><a href="[^"]+">${provincial.office.name}<`))
  expect(page).toMatch(new RegExp(`<title>${provincial.number}`))
  const beginning = (office?: string) => as(admin)(newReport, { office })
  expect(await beginning()).toMatchObject({ signatory: { name: 'Siti' } })
  expect(await beginning('35')).toMatchObject({ office: { name: provincial.office.name }, signatory: { name: 'Euis' } })
  expect(await beginning('51')).toMatchObject({ signatory: { name: '', position: '', place: '' } })
  const chair = await person('Ketua Denpasar', 'office_leader', '51.71')
  const post = { person: chair.personId, office: '51.71', positionId: positionId('Ketua', 'any'), acting: 'plt', fromOn: '2020-01-01' }
  await as(admin)(createAppointment, post)
  expect(await beginning('51.71')).toMatchObject({
    signatory: { name: 'Ketua Denpasar', position: 'Plt. Ketua KPU Kota Denpasar', place: 'Denpasar' },
  })
  await expect(as(officer)(newReport, { office: '51' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a report of another office than the form began with comes back once with who signs there, and says so', async () => {
  const page = await browser(admin)
  const wide = await openedCycle(admin, '00')
  await as(admin)(createReport, { cycle: wide.id, signatory: { name: 'Hendra', position: 'Sekretaris Jenderal', place: 'Jakarta' } })
  const east = { name: 'Euis', position: 'Ketua', place: 'Surabaya' }
  await as(admin)(createReport, { cycle: wide.id, office: '35', signatory: east })
  const fieldsIn = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.slice(html.indexOf('action="/laporan"')).matchAll(/<input[^>]*>/g)].map(([tag]) => {
        const of = (name: string) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1]?.replaceAll('&quot;', '"') ?? ''
        return [of('name'), of('value')]
      }),
    )
  const begun = { ...fieldsIn(await (await page.get('/laporan/baru')).text()), cycle: wide.id, locale: 'id' }
  const asking = (office: string): Record<string, string> => ({ ...begun, office, 'office~': '' })
  const back = await page.post('/laporan', asking('35'))
  const html = await back.text()
  const { name } = (await as(admin)<{ office: { name: string } }>(newReport, { office: '35' })).office
  expect([back.status, summaryIn(html)?.[0]?.text]).toEqual([
    422,
    `Penanda tangan dan tempat kini mengikuti ${name}. Periksa, lalu buat laporan.`,
  ])
  const shown = fieldsIn(html)
  expect(shown).toMatchObject({ 'signatory.name': 'Euis', 'signatory.position': 'Ketua', 'signatory.place': 'Surabaya' })
  const sent = await page.post('/laporan', { ...shown, cycle: wide.id, locale: 'id' })
  expect(sent.status).toBe(303)
  const unknown = await (await page.post('/laporan', asking('51'))).text()
  expect(fieldsIn(unknown)).toMatchObject({ 'signatory.name': '', 'signatory.position': '', 'signatory.place': '' })
  expect(summaryIn(unknown)?.map(({ text }) => text)).toContain('Nama penanda tangan: Isi bagian ini.')
  const partly = await (await page.post('/laporan', { ...asking('35'), 'signatory.name': 'Ratna' })).text()
  expect(fieldsIn(partly)).toMatchObject({ 'signatory.name': 'Ratna', 'signatory.position': 'Ketua', 'signatory.place': 'Surabaya' })
  const typed = { ...asking('35'), 'signatory.name': 'Ratna', 'signatory.position': 'Plh. Ketua', 'signatory.place': 'Malang' }
  expect((await page.post('/laporan', typed)).status).toBe(303)
})

test('a new report is of the latest closed cycle that has none yet, else of the latest closed one', async () => {
  const chosen = async (query = '') =>
    (await (await (await browser(admin)).get(`/laporan/baru${query}`)).text()).match(/<option value="([^"]*)" selected/)?.[1]
  const [earlier, later] = [
    await openedCycle(admin, '00', { name: 'Awal', opensOn: '2025-11-03' }),
    await openedCycle(admin, '00', { name: 'Akhir', opensOn: '2025-11-05' }),
  ]
  const make = ({ id }: Cycle) => as(admin)<Report>(createReport, { cycle: id, signatory })
  expect(await chosen()).not.toBe(later.id)
  for (const { id } of [earlier, later]) await as(admin)(closeCycle, { id })
  expect(await chosen()).toBe(later.id)
  expect(await chosen(`?siklus=${cycle.id}`)).toBe(cycle.id)
  await make(later)
  expect(await chosen()).toBe(earlier.id)
  const { id } = await make(earlier)
  expect(await chosen()).toBe(later.id)
  await as(admin)(cancelReport, { id })
  expect(await chosen()).toBe(earlier.id)
})
