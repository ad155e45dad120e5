import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { isId } from '../../platform/values/shapes.ts'
import { closeCycle } from '../evaluation/operations/cycle-lifecycle.ts'
import { collectFindings } from '../evaluation/operations/findings.ts'
import type { Cycle } from '../evaluation/schema.ts'
import { computeReport, freezeReport } from './operations/making.ts'
import { createReport, listReports, showDashboard, showReport } from './operations/reports.ts'
import { listSharedReports, shareReport, showSharedReport, withdrawReport } from './operations/sharing.ts'
import { enough } from './rules/conclusions.ts'
import { officesOf, partOf, wholeBeside } from './rules/parts.ts'
import type { Figures, Report, ReportData, SharedPart } from './schema.ts'

const signatory = { name: 'Hendra', position: 'Sekretaris', place: 'Jakarta' }
let maker: Actor, east: Actor, regency: Actor, neighbour: Actor, bali: Actor, inspector: Actor, contact: Actor
let cycle: Cycle
let report: Report
let frozen: ReportData

/** A closed cycle of three offices, each with one agreement whose words are nobody else's to read, and its national report. */
beforeAll(async () => {
  maker = await person('Bagus', 'cooperation_officer')
  east = await person('Wahyu', 'office_leader', '35')
  regency = await person('Nurul', 'office_operator', '35.10', false)
  neighbour = await person('Budi', 'office_operator', '35.11')
  bali = await person('Made', 'office_leader', '51')
  inspector = await person('Endang', 'inspector', '35')
  const side = await partner('Mitra bersama')
  contact = await person('Laksmi', 'partner_contact', '00', false, { partnerId: side })
  const ids = new Map<string, string>()
  for (const code of ['35.10', '35.11', '51']) ids.set(code, await agreement(`Perjanjian ${code}`, [code], [side]))
  cycle = await openedCycle(maker, '00')
  for (const [code, id] of ids) {
    const said = () => ({ obstacle_categories: ['data'], obstacle_other: `RAHASIA ${code}`, suggestion: `RAHASIA saran ${code}` })
    await submitted(maker, await formOf(cycle, id, 'kpu'), 1, said)
    if (code !== '51') await submitted(contact, await formOf(cycle, id, 'partner'), 2, said)
  }
  await as(maker)(closeCycle, { id: cycle.id })
  await as(maker)(collectFindings, { id: cycle.id })
  ;({ report, frozen } = await made(maker))
})
afterAll(() => kernel.close())

/** A report as its job leaves it, with files that need not be documents. */
async function made(by: Actor, more: object = {}) {
  const { id, runId } = await as(by)<Report>(createReport, { cycle: cycle.id, signatory, ...more })
  const data = await as(by, 'job')<ReportData>(computeReport, { id })
  await as(by, 'job')(freezeReport, { id, data })
  const file = {
    id: newId(),
    name: 'laporan.pdf',
    type: 'application/pdf',
    size: 7,
    sha256: createHash('sha256').update('RAHASIA').digest('hex'),
    key: newId(),
    created_at: now.at,
  }
  await kernel.files.disk.put(file.key, new TextEncoder().encode('RAHASIA'))
  const reach = `{${(await as(by)<Report>(showReport, { id })).office.path}}`
  await db
    .insertInto('stored_file')
    .values({ ...file, reach })
    .execute()
  await db.updateTable('report').set({ pdf_id: file.id }).where('id', '=', id).execute()
  await db.updateTable('run').set({ state: 'done', ended_at: now.at }).where('id', '=', runId).execute()
  return { report: await as(by)<Report>(showReport, { id }), frozen: data }
}
const part = (who: Actor, id = report.id) => as(who)<SharedPart>(showSharedReport, { id })
const again = async (who: Actor) => (await actorOfPerson(db, who.personId!, kernel.clock.today()))!
const offices = async (who: Actor) => (await part(who)).offices.map(({ code }) => code)
const share = () => as(maker)(shareReport, { id: report.id })
const withdraw = () => as(maker)(withdrawReport, { id: report.id })

/** Every door to it: the list, the part by page and by REST, the report itself, and its file. */
async function doors(who: Actor, of = report) {
  const here = await browser(who)
  const ask = await program(who)
  const { reports } = (await (await ask('GET', '/shared-reports')).json()) as { reports?: { id: string }[] }
  return {
    listed: reports?.some(({ id }) => id === of.id) ?? false,
    part: (await here.get(`/laporan/${of.id}/bagian`)).status,
    rest: (await ask('GET', `/shared-reports/${of.id}`)).status,
    whole: (await here.get(`/laporan/${of.id}`)).status,
    file: (await here.get(`/berkas/${of.files.pdf}`)).status,
  }
}
const nothing = { listed: false, part: 404, rest: 404, whole: 404, file: 404 }
const onlyPart = { listed: true, part: 200, rest: 200, whole: 303, file: 404 }
const refused = { listed: false, part: 403, rest: 403, whole: 403, file: 404 }

test('a report that was not shared is read by nobody below', async () => {
  for (const who of [east, regency, neighbour, bali, inspector]) expect(await doors(who)).toEqual(nothing)
  expect(await doors(contact)).toEqual(refused)
})

test('shared, each office reads its own figures and the totals through every door, and never the files or what another has said', async () => {
  await share()
  for (const who of [east, regency, neighbour, bali, inspector]) expect(await doors(who)).toEqual(onlyPart)
  expect(await doors(contact)).toEqual(refused)
  expect(await doors(maker)).toEqual({ listed: true, part: 200, rest: 200, whole: 200, file: 200 })
  for (const who of [east, regency]) {
    const answer = await (await browser(who)).get(`/laporan/${report.id}`)
    expect(answer.headers.get('location')).toBe(`/laporan/${report.id}/bagian`)
  }
  expect(await offices(regency)).toEqual(['35.10'])
  expect(await offices(neighbour)).toEqual(['35.11'])
  expect(await offices(bali)).toEqual(['51'])
  expect(await offices(east)).toEqual(['35.10', '35.11'])
  expect(await offices(inspector)).toEqual(['35.10', '35.11'])
  for (const who of [east, regency, neighbour, bali, inspector]) {
    const page = await (await (await browser(who)).get(`/laporan/${report.id}/bagian`)).text()
    expect(page).not.toContain('RAHASIA')
    expect(JSON.stringify(await part(who))).not.toContain('RAHASIA')
  }
  const east35 = await part(east)
  expect(east35.own).toMatchObject({ offices: 2, targets: 4, submitted: 4 })
  expect(east35.whole).toMatchObject({ offices: 3, targets: 6, submitted: 5, findings: frozen.totals.findings })
  expect(east35.own.kpuScore).toBe(partOf(frozen.offices!.filter(({ code }) => code.startsWith('35'))).kpuScore)
  // One office elsewhere: its score could be worked out.
  expect([east35.whole.kpuScore, east35.whole.partnerScore]).toEqual([null, null])
})

test('below, nobody changes what is shared; it is shared once, and taken back once', async () => {
  for (const who of [east, inspector]) {
    await expect(as(who)(withdrawReport, { id: report.id })).rejects.toMatchObject({
      code: who === inspector ? 'forbidden' : 'not_found',
    })
    await expect(as(who)(showReport, { id: report.id })).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(share()).rejects.toMatchObject({ code: 'conflict' })
  const again = await (await browser(maker)).post(`/laporan/${report.id}/pembagian`, {})
  expect([again.status, again.headers.get('location')]).toEqual([303, `/laporan/${report.id}`])
  expect(await as(regency)(listSharedReports, { above: true })).toMatchObject({ reports: [{ id: report.id, inFull: false }] })
  expect(await as(maker)(listSharedReports, { above: true })).toMatchObject({ reports: [] })
  await withdraw()
  await expect(withdraw()).rejects.toMatchObject({ code: 'conflict' })
  for (const who of [east, regency, bali, inspector]) expect(await doors(who)).toEqual(nothing)
  const { id } = await as(maker)<Report>(createReport, { cycle: cycle.id, signatory })
  await expect(as(maker)(shareReport, { id })).rejects.toMatchObject({ code: 'conflict' })
  const lines = await db.selectFrom('audit_event').select('operation').where('subject_id', '=', report.id).orderBy('id').execute()
  expect(lines.map(({ operation }) => operation).filter(name => /share|withdraw/.test(name))).toEqual(['reports.share', 'reports.withdraw'])
})

test('of two who share at once one is told that it is shared already', async () => {
  const both = await Promise.allSettled([share(), share()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await withdraw()
})

test("yesterday's grant, tomorrow's and a revoked one read nothing; an old link and the file stay shut", async () => {
  await share()
  const former = await person('Kemarin', 'office_leader', '35')
  const coming = await person('Besok', 'office_leader', '35')
  const revoked = await person('Dicabut', 'office_leader', '35')
  const grant = (who: Actor) => db.updateTable('role_grant').where('person_id', '=', who.personId!)
  expect(await doors(former)).toEqual(onlyPart)
  await grant(former).set({ to_on: '2025-11-19' }).execute()
  await grant(coming).set({ from_on: '2025-11-21' }).execute()
  await grant(revoked).set({ revoked_at: now.at }).execute()
  for (const who of [former, coming, revoked]) expect(await doors(await again(who))).toEqual({ ...refused, file: 403 })
  now.at = new Date('2025-11-21T03:00:00Z')
  expect(await doors(await again(coming))).toEqual(onlyPart)
  now.at = new Date('2025-11-20T03:00:00Z')
  await withdraw()
})

test('those who gain it are told once, in their inbox and summary, and what it says goes when it is taken back', async () => {
  await db.deleteFrom('notice').where('kind', '=', 'report.shared').execute()
  await share()
  await kernel.jobs.drain(kernel)
  const told = await db.selectFrom('notice').select(['person_id', 'mail']).where('kind', '=', 'report.shared').execute()
  const ids = told.map(({ person_id }) => person_id)
  for (const who of [east, regency, neighbour, bali, inspector]) expect(ids).toContain(who.personId)
  for (const who of [maker, contact]) expect(ids).not.toContain(who.personId)
  expect(new Set(told.map(({ mail }) => mail))).toEqual(new Set(['digest']))
  expect(new Set(ids).size).toBe(ids.length)
  const inbox = async () => (await (await browser(regency)).get('/kotak-masuk')).text()
  expect(await inbox()).toContain(report.number)
  await withdraw()
  expect(await inbox()).not.toContain(report.number)
})

test('an office makes its own report, numbered by itself, with its own figures alone; its inspectorate reads it and its neighbour does not', async () => {
  const { report: own, frozen: data } = await made(east)
  expect(own.number).toMatch(/^LAP-2025-35-\d{4}$/)
  expect(own.office.name).toBe(office('35').name)
  expect(data.agreements.map(({ title }) => title).sort()).toEqual(['Perjanjian 35.10', 'Perjanjian 35.11'])
  expect(JSON.stringify(data)).not.toContain('RAHASIA 51')
  expect(await doors(inspector, own)).toMatchObject({ whole: 200, file: 200 })
  expect(await doors(regency, own)).toEqual(nothing)
  expect(await doors(bali, own)).toEqual(nothing)
  await expect(as(inspector)(createReport, { cycle: cycle.id, signatory })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(regency)(createReport, { cycle: cycle.id, signatory, office: '35' })).rejects.toMatchObject({ code: 'forbidden' })
  const { report: small } = await made(regency)
  expect(small.number).toBe('LAP-2025-35.10-0001')
  expect((await as(inspector)<{ reports: Report[] }>(listReports)).reports.map(({ number }) => number)).toContain(small.number)
  expect(isId(small.id)).toBe(true)
})

test('the form of a new report offers the offices that one answers for', async () => {
  const page = async (who: Actor) => (await (await browser(who)).get('/laporan/baru')).text()
  const [province, one, all] = [await page(east), await page(regency), await page(maker)]
  expect(province).toContain('<option value="35.10"')
  expect(province).not.toContain('<option value="51"')
  expect(one).toContain('name="office" value="35.10"')
  expect(all).toContain('/satuan-kerja/pilihan')
  expect((await (await browser(inspector)).get('/laporan/baru')).status).toBe(403)
})

test('a mean of all stands beside one’s own only where enough of its answers come from elsewhere', () => {
  const at = (code: string, n: number) => ({ code, officeCode: code, office: code, side: 'kpu' as const, n, sum: 70 * n })
  const response = (code: string) => ({ officeCode: code, office: code, submittedOn: '2025-11-01' })
  const of = (elsewhere: number) => {
    const all = officesOf({
      responses: ['35', '51'].map(response),
      findings: [],
      actions: [],
      scores: [at('35', 9), at('51', elsewhere)],
    })
    return wholeBeside(all, all.slice(0, 1)).kpuScore
  }
  expect([of(enough - 1), of(enough)]).toEqual([null, 70])
})

test('whoever has the power at another office than their own reads the dashboard in its reach', async () => {
  const leader = await person('Kepala di tempat lain', 'office_leader', '35.10', false)
  const elsewhere = { ...leader, office: { ...leader.office!, id: office('35.11').id, path: 'id.35.3511' } }
  const { totals } = await as(elsewhere)<Figures>(showDashboard, { cycle: cycle.id })
  expect(totals).toEqual((await as(regency)<Figures>(showDashboard, { cycle: cycle.id })).totals)
  await expect(as(contact)(showDashboard, { cycle: cycle.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a report of one office does not say what could be worked out of the offices that its maker knows', async () => {
  // Five offices of 35 and one elsewhere: with what 35 reads of its own, the whole would tell what that one said.
  const rows = await db.selectFrom('office').select('code').where('code', 'like', '35.2_').orderBy('code').limit(5).execute()
  const side = await partner('Mitra lima')
  const ids = new Map<string, string>()
  for (const code of [...rows.map(row => row.code), '52']) ids.set(code, await agreement(`Lima ${code}`, [code], [side]))
  const next = await openedCycle(maker, '00', { name: 'Siklus lima' })
  for (const id of ids.values()) await submitted(maker, await formOf(next, id, 'kpu'), 1, () => ({}))
  await as(maker)(closeCycle, { id: next.id })
  const whole = await made(maker, { cycle: next.id })
  await as(maker)(shareReport, { id: whole.report.id })
  expect((await part(east, whole.report.id)).whole.kpuScore).toBeNull()
  const { frozen: small } = await made(east, { cycle: next.id, office: rows[0]!.code })
  expect([small.above?.figures.offices, small.above?.figures.kpuScore]).toEqual([whole.frozen.offices?.length, null])
})
