import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { plainFigures, sorted } from '../../../test/plain-figures.ts'
import { as, countQueries, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { closeCycle } from '../evaluation/operations/cycle-lifecycle.ts'
import { collectFindings } from '../evaluation/operations/findings.ts'
import type { Cycle } from '../evaluation/schema.ts'
import { linkFollowUp, planFollowUp } from '../findings/operations/follow.ts'
import { listFindings } from '../findings/operations/read.ts'
import { dismissFinding } from '../findings/operations/write.ts'
import type { Finding } from '../findings/schema.ts'
import { cancelFollowUp } from '../followups/operations/change.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { verifyFollowUp } from '../followups/operations/verify.ts'
import { computeReport, freezeReport, frozenReport } from './operations/making.ts'
import { cancelReport, createReport, listReports, showDashboard, showReport } from './operations/reports.ts'
import { contradictions, type Figures, ReportData } from './schema.ts'

const start = now.at
let admin: Actor, jatim: Actor, bali: Actor
let cycle: Cycle
/** Agreements: offices, partners by their place, obligations, last day, and how many of its forms were sent. */
const register = [
  { offices: ['35.10'], partners: [0], obligations: 2, ends_on: '2029-01-10', sent: 2 },
  { offices: ['35.10'], partners: [1, 2], obligations: 3, ends_on: '2026-01-15', sent: 3 },
  { offices: ['35.11', '35.10'], partners: [0], obligations: 1, ends_on: '2025-06-30', sent: 3 },
  { offices: ['35.11'], partners: [3], obligations: 0, ends_on: '2029-01-10', sent: 1 },
  { offices: ['51.01'], partners: [1], obligations: 2, ends_on: '2026-01-15', sent: 2 },
  { offices: ['51.01'], partners: [2, 3], obligations: 1, ends_on: '2029-01-10', sent: 3 },
  { offices: ['51.01', '35.10'], partners: [3], obligations: 2, ends_on: '2025-06-30', sent: 2 },
  { offices: ['35'], partners: [0], obligations: 4, ends_on: '2029-01-10', sent: 0 },
]
const categories = ['budget', 'data', 'schedule', 'people']

beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  jatim = await person('Pengelola Jatim', 'cooperation_officer', '35')
  bali = await person('Pengelola Bali', 'cooperation_officer', '51')
  const partners: string[] = []
  for (const [at, kind] of (['university', 'state_body', 'media', 'university'] as const).entries())
    partners.push(await partner(`Mitra ${at} & <b>`, kind))
  const ids: string[] = []
  for (const [at, each] of register.entries())
    ids.push(
      await agreement(
        `Perjanjian ${at}`,
        each.offices,
        each.partners.map(place => partners[place]!),
        each.obligations,
        { ends_on: each.ends_on },
      ),
    )
  cycle = await openedCycle(admin, '00')
  let seed = 1
  for (const [at, { sent }] of register.entries()) {
    const forms = await db
      .selectFrom('assignment')
      .select(['id', 'partner_id'])
      .where('cycle_id', '=', cycle.id)
      .where('agreement_id', '=', ids[at]!)
      .orderBy('side')
      .orderBy('office_id')
      .orderBy('partner_id')
      .execute()
    for (const form of forms.slice(0, sent)) {
      const who = form.partner_id ? await person('Kontak', 'partner_contact', '00', false, { partnerId: form.partner_id }) : admin
      const nth = seed++
      await submitted(who, form.id, nth, () => ({
        obstacle_categories: nth % 2 ? [categories[nth % 4]!, categories[(nth + 1) % 4]!] : [],
        suggestion: `Saran ${nth}`,
        ...(nth % 3 ? {} : { criticism: `Kritik ${nth}` }),
      }))
    }
  }
  await followUp()
  // One with forms that closes later, one with forms that closed before; without forms, one that closed in the period and one before it.
  for (const [code, closed_on] of Object.entries({
    '35.11': '2026-06-30',
    '51.01': '2024-06-30',
    '35.12': '2025-06-30',
    '35.13': '2024-06-30',
  }))
    await db.updateTable('office').set({ closed_on }).where('code', '=', code).execute()
})
afterAll(() => kernel.close())

/** Follow-ups in several states, one of two findings together, one overdue, and a finding set aside. */
async function followUp(): Promise<void> {
  const owner = await person('Penanggung Jawab', 'office_leader', '35.10')
  const findings = await db.selectFrom('finding').select('id').where('office_id', '=', office('35.10').id).orderBy('number').execute()
  const plan = (at: number, dueOn: string) =>
    as(admin)(planFollowUp, { id: findings[at]!.id, action: `Tindakan ke-${at}`, ownerId: owner.personId!, dueOn })
  const [waits, done, cancelled, returned] = [
    await plan(0, '2025-11-22'),
    await plan(1, '2025-12-01'),
    await plan(2, '2025-12-01'),
    await plan(3, '2025-11-23'),
  ]
  await as(admin)(linkFollowUp, { id: findings[4]!.id, followUp: waits.number })
  for (const { id } of [done, returned]) await as(owner)(reportFollowUp, { id, note: 'Sudah dikerjakan seluruhnya.' })
  await as(admin)(verifyFollowUp, { id: done.id, adequate: true })
  await as(admin)(verifyFollowUp, { id: returned.id, adequate: false, note: 'Buktinya belum ada.' })
  await as(admin)(cancelFollowUp, { id: cancelled.id, reason: 'Sudah tidak diperlukan.' })
  await as(admin)(dismissFinding, { id: findings[5]!.id, reason: 'Bukan kewenangan kantor ini.' })
  now.at = new Date('2025-11-25T03:00:00Z')
}

/** Lists whose order says nothing, in one order, and only what the plain computation has. */
function comparable(figures: Figures, plain: object): object {
  const unordered = [
    'responseByProvince',
    'responseByOffice',
    'statusByClass',
    'maturityByClass',
    'obstaclesByCategory',
    'findings',
    'actionPlan',
    'responses',
  ]
  return Object.fromEntries(
    Object.keys(plain).map(key => {
      const value = figures[key as keyof Figures] as unknown
      if (key === 'agreements') return [key, sorted((value as { type: string }[]).map(({ type: _, ...row }) => row))]
      return [key, unordered.includes(key) ? sorted(value as object[]) : value]
    }),
  )
}
const dashboardParts = <T extends object>(plain: T): Partial<T> => {
  const { findings: _f, actionPlan: _a, agreements: _g, responses: _r, responseByOffice: _o, ...rest } = plain as Record<string, unknown>
  return rest as Partial<T>
}
const signatory = { name: 'Hendra', position: 'Sekretaris', place: 'Jakarta' }
const frozen = async (by: Actor, id: string) => {
  await as(by, 'job')(freezeReport, { id, data: await as(by, 'job')(computeReport, { id }) })
  return as(by, 'job')<{ data: ReportData; report: { hash: string } }>(frozenReport, { id })
}
const make = async (by: Actor, more: object = {}) => {
  const { id } = await as(by)(createReport, { cycle: cycle.id, signatory, ...more })
  return { id, ...(await frozen(by, id)) }
}

const readers = [
  ['the whole country', () => admin, 'id'],
  ['a province', () => jatim, 'id.35'],
  ['another province', () => bali, 'id.51'],
] as const

test.each(readers)('while the cycle runs, the dashboard of %s equals a plain computation', async (_, who, path) => {
  const [frozen, live] = [await plainFigures(cycle.id, path, '2025-11-25'), await plainFigures(cycle.id, path, '2025-11-25', true)]
  const { followUps, overdue } = live.totals
  const plain = dashboardParts({
    ...frozen,
    totals: { ...frozen.totals, followUps, overdue },
    obstaclesByCategory: live.obstaclesByCategory,
    followUpsByState: live.followUpsByState,
  })
  expect(comparable(await as(who())<Figures>(showDashboard, { cycle: cycle.id }), plain)).toEqual(plain)
})

test('the world has something of everything', async () => {
  const { totals, scoresByClass, followUpsByState, obstaclesByCategory, statusByClass } = await plainFigures(cycle.id, 'id', '2025-11-25')
  expect(totals).toMatchObject({
    agreements: 8,
    targets: 20,
    submitted: 16,
    pairs: 8,
    bothSubmitted: 5,
    followUps: 4,
    overdue: 2,
    partners: 4,
  })
  expect(scoresByClass).toHaveLength(3)
  expect(followUpsByState.filter(({ count }) => count)).toHaveLength(4)
  expect(obstaclesByCategory.length).toBeGreaterThan(3)
  expect(new Set(statusByClass.map(({ status }) => status))).toEqual(new Set(['active', 'expiring', 'expired']))
})

test.each(readers)('a report of %s equals a plain computation, list by list', async (_, who, path) => {
  const plain = await plainFigures(cycle.id, path, '2025-11-25')
  const { data } = await make(who())
  expect(ReportData.parse(data)).toEqual(data)
  expect(contradictions(data)).toEqual([])
  expect(comparable(data, plain)).toEqual(plain)
})

test.each(readers)('the problems for which a report of %s has no follow-up are those of the list', async (_, who) => {
  const { data } = await make(who())
  const unplanned = data.findings.filter(({ kind, followUp }) => followUp === null && (kind === 'obstacle' || kind === 'criticism'))
  const open: string[] = []
  let after: string | undefined
  do {
    const page = await as(who())<{ findings: Finding[]; next: string | null }>(listFindings, { cycle: cycle.id, status: 'open', after })
    open.push(...page.findings.map(({ number }) => number))
    after = page.next ?? undefined
  } while (after)
  const inReport = open.filter(number => data.findings.some(row => row.number === number)) // the list has what one side said, too
  expect(sorted(unplanned.map(({ number }) => number))).toEqual(sorted(inReport))
})

test('what one side said of an agreement that is not complete counts nowhere until the cycle closes', async () => {
  const before = await as(admin)<Figures>(showDashboard, { cycle: cycle.id })
  const waiting = await db.selectFrom('agreement').select('id').where('title', '=', 'Perjanjian 7').executeTakeFirstOrThrow()
  await submitted(admin, await formOf(cycle, waiting.id, 'kpu'), 5, () => ({ suggestion: 'Rahasia sampai ditutup' }))
  const after = await as(admin)<Figures>(showDashboard, { cycle: cycle.id })
  const { submitted: sent, kpuSubmitted, officesComplete, ...totals } = before.totals
  expect(after.totals).toMatchObject(totals)
  expect([after.totals.submitted, after.totals.kpuSubmitted]).toEqual([sent + 1, kpuSubmitted + 1])
  expect(after.totals.officesComplete).toBeGreaterThanOrEqual(officesComplete)
  for (const key of ['scoresByClass', 'scoresByItem', 'maturityByClass', 'recommendations', 'obligations'] as const)
    expect(after[key]).toEqual(before[key])
  expect(JSON.stringify((await make(admin)).data)).not.toContain('Rahasia sampai ditutup')
})

test('a report is asked for, cancelled, and then neither computed nor made; cancelled twice it says so', async () => {
  const { id } = await as(admin)(createReport, { cycle: cycle.id, signatory })
  expect((await as(admin)(cancelReport, { id })).state).toBe('cancelled')
  expect(await as(admin, 'job')(computeReport, { id })).toBeNull()
  expect(await as(admin, 'job')(frozenReport, { id })).toBeNull()
  expect((await as(admin, 'job')(freezeReport, { id, data: (await make(admin)).data })).hash).toBeNull()
  await expect(as(admin)(cancelReport, { id })).rejects.toMatchObject({ code: 'conflict' })
  expect(await as(admin)(showReport, { id })).toMatchObject({
    state: 'cancelled',
    hash: null,
    files: { pdf: null, word: null, xlsx: null },
  })
})

test('reports are seen from their office upwards', async () => {
  const { id } = await make(jatim)
  expect((await as(admin)(showReport, { id })).office.name).toBe(office('35').name)
  await expect(as(bali)(showReport, { id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(bali)(cancelReport, { id })).rejects.toMatchObject({ code: 'not_found' })
  expect(
    (await as(bali)(listReports, { cycle: cycle.id })).reports.every(
      (report: { office: { name: string } }) => report.office.name === office('51').name,
    ),
  ).toBe(true)
})

test('as many statements for the whole country as for one province', async () => {
  const statements = (who: Actor) => countQueries(() => as(who)(showDashboard, { cycle: cycle.id }))
  expect(await statements(admin)).toBe(await statements(bali))
})

test('a report stays as it was when the world goes on; the next one has the new figures, all sides included', async () => {
  const first = await make(admin, { title: 'Laporan pertama' })
  await as(admin)(closeCycle, { id: cycle.id })
  await as(operator)(collectFindings, { id: cycle.id })
  await db.updateTable('agreement').set({ title: 'Judul lain' }).where('title', '=', 'Perjanjian 0').execute()
  const later = await make(admin, { title: 'Laporan kedua' })
  const again = await frozen(admin, first.id)
  await as(admin, 'job')(freezeReport, { id: first.id, data: later.data })
  expect((await as(admin, 'job')<{ data: ReportData }>(frozenReport, { id: first.id })).data).toEqual(first.data)
  expect(again.data).toEqual(first.data)
  expect(again.report.hash).toBe(first.report.hash)
  expect(later.report.hash).not.toBe(first.report.hash)
  expect(JSON.stringify(first.data)).toContain('Perjanjian 0')
  const plain = await plainFigures(cycle.id, 'id', '2025-11-25')
  expect(comparable(later.data, plain)).toEqual(plain)
  expect(later.data.findings.map(({ text }) => text)).toContain('Rahasia sampai ditutup')
  expect(later.data.totals.kpuScore).not.toBe(first.data.totals.kpuScore)
})

test('the cycle before is compared with, once it is closed', async () => {
  now.at = new Date('2025-11-26T03:00:00Z')
  const next = await openedCycle(admin, '00', { periodFrom: '2026-01-01', periodTo: '2026-12-31' })
  const plain = await plainFigures(cycle.id, 'id', '2025-11-26')
  const { agreements, targets, submitted: sent, kpuScore, partnerScore, findings } = plain.totals
  expect((await as(admin)<Figures>(showDashboard, { cycle: next.id })).previous).toEqual({
    followUps: 4,
    done: 1,
    classes: plain.scoresByClass.map(({ both: _, forms: _forms, ...row }) => row).toSorted((a, b) => (a.class < b.class ? -1 : 1)),
    items: expect.arrayContaining(plain.scoresByItem.map(({ key, kpu, partner }) => ({ key, kpu, partner }))),
    name: cycle.name,
    agreements,
    targets,
    submitted: sent,
    kpuScore,
    partnerScore,
    findings,
  })
  now.at = start
})
