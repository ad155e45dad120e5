import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { formValues } from '../questionnaires/rules/form.ts'
import { scoreOf } from '../questionnaires/rules/score.ts'
import { downloadAnswerFile } from './operations/answer-files.ts'
import { extendAssignment, returnAssignment } from './operations/assignment-lifecycle.ts'
import { listAssignments, showAssignment } from './operations/assignments.ts'
import { showBoard } from './operations/board.ts'
import { closeCycle } from './operations/cycle-lifecycle.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { submitAnswers } from './operations/submit-answers.ts'
import type { Assignment, Cycle } from './schema.ts'

let sari: Actor, mitra: Actor, admin: Actor, province: Actor, kejari: string
const start = now.at
beforeAll(async () => {
  kejari = await partner('Kejaksaan Negeri Banyuwangi')
  sari = await person('Sari', 'office_operator', '35.10', false)
  mitra = await person('Mitra', 'partner_contact', '00', false, { partnerId: kejari })
  admin = await person('Admin', 'national_admin')
  province = await person('Provinsi', 'cooperation_officer', '35')
})
afterAll(() => kernel.close())

/** A new agreement of office 35.10 and the partner, with its two forms. */
async function fresh(title: string): Promise<{ kpu: string; partner: string; agreement: string; cycle: Cycle }> {
  const id = await agreement(title, ['35.10'], [kejari])
  const own = await openedCycle(admin, '00')
  return { kpu: await formOf(own, id, 'kpu'), partner: await formOf(own, id, 'partner'), agreement: id, cycle: own }
}
const shown = (by: Actor, id: string) => as(by)<Assignment>(showAssignment, { id })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  )
const text = async (answer: Response) => (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const revIn = (html: string) => html.match(/name="rev" value="([^"]*)"/)![1]!

test('an office and its partner each fill in their form on pages without scripts, and then see both sides', async () => {
  const { kpu, partner: theirs } = await fresh('Sosialisasi bersama')
  for (const [who, id] of [
    [sari, kpu],
    [mitra, theirs],
  ] as const) {
    const person = await browser(who)
    const list = await text(await person.get('/evaluasi'))
    expect(list).toContain('Sosialisasi bersama')
    const page = await (await person.get(`/evaluasi/isian/${id}`)).text()
    expect(page).toContain('enctype="multipart/form-data"')
    const assignment = await shown(who, id)
    const answers = complete(assignment, 1)
    const half = formValues(assignment, answers).slice(0, 5)
    const first = await person.post(`/evaluasi/isian/${id}`, { ...fields(half), rev: revIn(page), aksi: 'draf' })
    expect(first.status).toBe(303)
    const draft = await (await person.get(`/evaluasi/isian/${id}`)).text()
    expect(draft).toContain('Draf disimpan')
    const early = await person.post(`/evaluasi/isian/${id}`, { ...fields(half), rev: revIn(draft), aksi: 'kirim' })
    expect(early.status).toBe(422)
    expect(await text(early)).toContain('Pertanyaan ini wajib dijawab.')
    const file = new File([new Uint8Array(Buffer.from('Laporan;kegiatan\n'))], 'laporan.csv')
    const sent = await person.post(`/evaluasi/isian/${id}`, {
      ...fields(formValues(assignment, answers)),
      evidence: file as never,
      rev: revIn(draft),
      aksi: 'kirim',
    })
    expect(sent.status).toBe(303)
    expect(decodeURIComponent(sent.headers.get('set-cookie') ?? '')).toContain('Evaluasi terkirim dengan skor')
    const after = await shown(who, id)
    expect(after.score).toBe(scoreOf(assignment, answers).score)
    expect(after.given!.answers).toEqual({ ...answers, evidence: Object.keys(after.given!.files) })
    const [fileId] = Object.keys(after.given!.files)
    expect(Buffer.from(await bytesOf(await as(who)(downloadAnswerFile, { id, file: fileId }))).toString()).toBe('Laporan;kegiatan\n')
  }
  for (const [who, id, other] of [
    [sari, kpu, 'Kejaksaan Negeri Banyuwangi'],
    [mitra, theirs, 'KPU'],
  ] as const) {
    const page = await text(await (await browser(who)).get(`/evaluasi/isian/${id}`))
    expect(page).toContain('Jawaban kedua pihak')
    expect(page).toContain(`Perbandingan dengan ${other}`)
  }
})

const fields = (entries: [string, string][]): Record<string, string[]> =>
  Object.fromEntries([...Map.groupBy(entries, ([name]) => name)].map(([name, own]) => [name, own.map(([, value]) => value)]))

test('answers are taken from the first to the last day, late ones marked so, and more time moves the due day', async () => {
  const { kpu, partner: theirs, cycle: own } = await fresh('Tenggat')
  const on = async (day: string, work: () => Promise<unknown>) => {
    now.at = new Date(`${day}T03:00:00Z`)
    try {
      return await work()
    } finally {
      now.at = start
    }
  }
  const save = () => refusal(as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' } }))
  expect(await on('2025-10-31', save)).toBe('conflict')
  expect(await on('2026-01-01', save)).toBe('conflict')
  expect(await on('2025-12-31', save)).toBe('nothing')
  expect(await refusal(as(sari)(extendAssignment, { id: kpu, until: '2026-01-10', reason: 'Kantor terdampak banjir' }))).toBe('forbidden')
  expect(await refusal(as(province)(extendAssignment, { id: kpu, until: '2025-12-01', reason: 'Kantor terdampak banjir' }))).toBe('invalid')
  await as(province)(extendAssignment, { id: kpu, until: '2026-01-10', reason: 'Kantor terdampak banjir' })
  expect(await shown(sari, kpu)).toMatchObject({
    dueOn: '2026-01-10',
    extendedTo: '2026-01-10',
    events: [{ kind: 'extended', note: 'Kantor terdampak banjir', by: 'Provinsi' }],
  })
  expect(await on('2026-01-02', () => shown(sari, kpu))).toMatchObject({ phase: 'open', late: false })
  await on('2026-01-10', () => submitted(sari, kpu, 1))
  await on('2025-12-20', () => submitted(mitra, theirs, 1))
  const rows = (await as(admin)(listAssignments, { cycle: own.id })).assignments.filter((row: { id: string }) =>
    [kpu, theirs].includes(row.id),
  )
  expect(Object.fromEntries(rows.map((row: { side: string; late: boolean }) => [row.side, row.late]))).toEqual({
    kpu: false,
    partner: true,
  })
})

test('a form is sent back with a reason, corrected and submitted again; what is no longer said is no finding any more', async () => {
  const { kpu, partner: theirs, cycle: own } = await fresh('Dikembalikan')
  await submitted(sari, kpu, 1, () => ({ suggestion: 'usul pertama', criticism: 'kritik pertama' }))
  expect(await refusal(as(sari)(returnAssignment, { id: kpu, reason: 'Bukti belum lengkap' }))).toBe('forbidden')
  expect(await refusal(as(province)(returnAssignment, { id: kpu, reason: 'pendek' }))).toBe('invalid')
  await as(province)(returnAssignment, { id: kpu, reason: 'Bukti belum lengkap' })
  const page = await text(await (await browser(sari)).get(`/evaluasi/isian/${kpu}`))
  expect(page).toContain('Bukti belum lengkap')
  const assignment = await shown(sari, kpu)
  expect([assignment.state, assignment.score, assignment.given!.answers.suggestion]).toEqual(['draft', null, 'usul pertama'])
  await as(sari)(saveAnswers, { id: kpu, rev: assignment.rev, answers: { suggestion: 'usul kedua', criticism: null } })
  await as(sari)(submitAnswers, { id: kpu })
  const findings = await db
    .selectFrom('finding')
    .select(['text', 'dismissed_at'])
    .where('source_id', '=', kpu)
    .where('kind', 'in', ['suggestion', 'criticism'])
    .orderBy('text')
    .execute()
  expect(findings.map(({ text, dismissed_at }) => [text, dismissed_at !== null])).toEqual([
    ['kritik pertama', true],
    ['usul kedua', false],
  ])
  await submitted(mitra, theirs, 1)
  await as(admin)(closeCycle, { id: own.id })
  expect(await refusal(as(province)(returnAssignment, { id: kpu, reason: 'Bukti belum lengkap' }))).toBe('conflict')
})

test('what a hidden question still held is left out of the final response, and the person is told', async () => {
  const { kpu } = await fresh('Disembunyikan')
  const assignment = await shown(sari, kpu)
  const answers = complete(assignment, 0)
  const [obligation] = assignment.obligations
  const hidden = { [`obligation_obstacle@${obligation!.id}`]: 'tersisa', [`obligation_cause@${obligation!.id}`]: 'budget' }
  expect(answers[`obligation@${obligation!.id}`]).toBe('full')
  await as(sari)(saveAnswers, { id: kpu, rev: assignment.rev, answers: { ...answers, ...hidden } })
  const sent = await as(sari)(submitAnswers, { id: kpu })
  expect(sent.unasked.sort()).toEqual(Object.keys(hidden).sort())
  expect((await shown(sari, kpu)).given!.answers).toEqual(answers)
})

test('a form is late by the day of its office, whoever submits it, looks at it or counts it', async () => {
  const before = now.at
  const [papua, jawa] = [await agreement('Papua', ['91'], [kejari]), await agreement('Jawa', ['35.10'], [kejari])]
  const cycle = await openedCycle(admin, '00')
  const [east, west] = [await formOf(cycle, papua, 'kpu'), await formOf(cycle, jawa, 'kpu')]
  const local = { ...admin, zone: 'Asia/Jayapura' as const }
  now.at = new Date('2025-12-10T15:30:00Z')
  for (const who of [admin, local]) {
    expect([(await as(who)(showAssignment, { id: east })).late, (await as(who)(showAssignment, { id: west })).late]).toEqual([true, false])
    const overdue = await as(who)(listAssignments, { cycle: cycle.id, side: 'kpu', state: 'overdue' })
    expect(overdue.assignments.map(({ id }: { id: string }) => id)).toEqual([east])
    expect((await as(who)(showBoard, { id: cycle.id })).sides.kpu.overdue).toBe(1)
  }
  await submitted(admin, east, 1)
  await submitted(local, west, 1)
  now.at = before
  const late = await db.selectFrom('assignment').select('late').where('id', 'in', [east, west]).orderBy('late').execute()
  expect([late.map(row => row.late), (await as(admin)(showAssignment, { id: east })).late]).toEqual([[false, true], true])
})
