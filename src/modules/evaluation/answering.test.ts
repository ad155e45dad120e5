import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, operator, person, program, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/permissions/actor.ts'
import { downloadAnswerFile } from './operations/answer-files.ts'
import { closeCycle } from './operations/cycle-course.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { submitAnswers } from './operations/submit-answers.ts'
import { extendTarget, returnTarget } from './operations/target-course.ts'
import { listTargets, showTarget } from './operations/targets.ts'
import { formValues } from './rules/form.ts'
import { scoreOf } from './rules/score.ts'
import type { Cycle, Target } from './schema.ts'

let sari: Actor, budi: Actor, mitra: Actor, admin: Actor, province: Actor, kejari: string
const start = now.at
beforeAll(async () => {
  kejari = await partner('Kejaksaan Negeri Banyuwangi')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
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
const shown = (by: Actor, id: string) => as(by)<Target>(showTarget, { id })
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
    const target = await shown(who, id)
    const answers = complete(target, 1)
    const half = formValues(target, answers).slice(0, 5)
    const first = await person.post(`/evaluasi/isian/${id}`, { ...fields(half), rev: revIn(page), aksi: 'draf' })
    expect(first.status).toBe(303)
    const draft = await (await person.get(`/evaluasi/isian/${id}`)).text()
    expect(draft).toContain('Draf disimpan')
    const early = await person.post(`/evaluasi/isian/${id}`, { ...fields(half), rev: revIn(draft), aksi: 'kirim' })
    expect(early.status).toBe(422)
    expect(await text(early)).toContain('Pertanyaan ini wajib dijawab.')
    const file = new File([new Uint8Array(Buffer.from('Laporan;kegiatan\n'))], 'laporan.csv')
    const sent = await person.post(`/evaluasi/isian/${id}`, {
      ...fields(formValues(target, answers)),
      evidence: file as never,
      rev: revIn(draft),
      aksi: 'kirim',
    })
    expect(sent.status).toBe(303)
    expect(decodeURIComponent(sent.headers.get('set-cookie') ?? '')).toContain('Evaluasi terkirim dengan skor')
    const after = await shown(who, id)
    expect(after.score).toBe(scoreOf(target, answers).score)
    expect(after.given!.answers).toEqual({ ...answers, evidence: Object.keys(after.given!.files) })
    const [fileId] = Object.keys(after.given!.files)
    expect(Buffer.from((await as(who)<{ bytes: Uint8Array }>(downloadAnswerFile, { id, file: fileId })).bytes).toString()).toBe(
      'Laporan;kegiatan\n',
    )
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

test('nobody sees the other side’s answers, score or files before both have submitted, not even who reaches everything', async () => {
  const { kpu, partner: theirs, agreement: id, cycle: own } = await fresh('Rahasia dua pihak')
  const target = await shown(mitra, theirs)
  const secret = { ...complete(target, 2), suggestion: 'RAHASIA MITRA', criticism: 'RAHASIA MITRA' }
  const file = { name: 'rahasia.csv', bytes: new Uint8Array(Buffer.from('RAHASIA;MITRA\n')) }
  const saved = await as(mitra)(saveAnswers, { id: theirs, rev: target.rev, answers: secret, uploads: [{ key: 'evidence', file }] })
  expect(saved.problems).toEqual({})
  const kpuSecret = { ...complete(await shown(sari, kpu), 1), suggestion: 'RAHASIA KPU' }
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: kpuSecret })
  const [fileId] = Object.keys((await shown(mitra, theirs)).given!.files)

  const blind = async () => {
    for (const who of [admin, province, sari, budi, operator]) {
      const seen = await shown(who, theirs)
      expect([seen.given, seen.score, seen.sections, seen.savedAt, seen.rev]).toEqual([null, null, null, null, '0'])
      expect(JSON.stringify(await shown(who, kpu))).not.toContain('RAHASIA MITRA')
      expect(await refusal(as(who)(downloadAnswerFile, { id: theirs, file: fileId }))).toBe('not_found')
      expect(JSON.stringify(await as(who)(listTargets, { cycle: own.id }))).not.toContain('RAHASIA')
    }
    expect(JSON.stringify(await shown(mitra, theirs))).not.toContain('RAHASIA KPU')
    expect(await refusal(shown(mitra, kpu))).toBe('not_found')
    const page = await (await browser(admin)).get(`/evaluasi/isian/${theirs}`)
    expect(await page.text()).not.toContain('RAHASIA')
  }
  await blind()
  await as(mitra)(submitAnswers, { id: theirs })
  await blind()
  const listed = (await as(admin)(listTargets, { cycle: own.id, agreement: id })).targets
  expect(
    listed.map((row: { side: string; state: string; score: number | null }) => `${row.side} ${row.state} ${row.score}`).sort(),
  ).toEqual(['kpu draft null', 'partner submitted null'])
  const trail = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('subject_id', '=', theirs)
    .where('operation', '=', 'answers.submit')
    .executeTakeFirstOrThrow()
  expect([trail.reach, JSON.stringify(trail.changes)]).toEqual(['{}', expect.not.stringContaining('score')])
  expect(await db.selectFrom('finding').select('id').where('source_id', '=', theirs).execute()).toEqual([])

  await as(sari)(submitAnswers, { id: kpu })
  expect((await shown(sari, kpu)).counterparts[0]!.given!.answers.suggestion).toBe('RAHASIA MITRA')
  expect((await shown(mitra, theirs)).counterparts[0]!.given!.answers.suggestion).toBe('RAHASIA KPU')
  expect((await shown(admin, theirs)).given!.answers.criticism).toBe('RAHASIA MITRA')
  expect(await as(sari)(downloadAnswerFile, { id: theirs, file: fileId })).toMatchObject({ name: 'rahasia.csv' })
  const texts = (await db.selectFrom('finding').select('text').where('source_id', '=', theirs).execute()).map(row => row.text)
  expect(texts).toContain('RAHASIA MITRA')
})

test('closing a cycle opens what was submitted, never a draft', async () => {
  const { kpu, partner: theirs, cycle: own } = await fresh('Ditutup sebelum lengkap')
  await submitted(mitra, theirs, 1, () => ({ suggestion: 'TERKIRIM' }))
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'HANYA DRAF' } })
  expect((await shown(sari, kpu)).counterparts[0]!.given).toBeNull()
  await as(admin)(closeCycle, { id: own.id })
  expect((await shown(sari, kpu)).counterparts[0]!.given!.answers.suggestion).toBe('TERKIRIM')
  expect((await shown(mitra, theirs)).counterparts[0]!.given).toBeNull()
  expect(await refusal(as(sari)(saveAnswers, { id: kpu, rev: '1', answers: { suggestion: 'terlambat' } }))).toBe('conflict')
  await kernel.jobs.drain(kernel)
  expect((await db.selectFrom('finding').select('text').where('source_id', '=', theirs).execute()).map(row => row.text)).toContain(
    'TERKIRIM',
  )
})

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
  expect(await refusal(as(sari)(extendTarget, { id: kpu, until: '2026-01-10', reason: 'Kantor terdampak banjir' }))).toBe('forbidden')
  expect(await refusal(as(province)(extendTarget, { id: kpu, until: '2025-12-01', reason: 'Kantor terdampak banjir' }))).toBe('invalid')
  await as(province)(extendTarget, { id: kpu, until: '2026-01-10', reason: 'Kantor terdampak banjir' })
  expect(await shown(sari, kpu)).toMatchObject({
    dueOn: '2026-01-10',
    extendedTo: '2026-01-10',
    events: [{ kind: 'extended', note: 'Kantor terdampak banjir', by: 'Provinsi' }],
  })
  expect(await on('2026-01-02', () => shown(sari, kpu))).toMatchObject({ phase: 'open', late: false })
  await on('2026-01-10', () => submitted(sari, kpu, 1))
  await on('2025-12-20', () => submitted(mitra, theirs, 1))
  const rows = (await as(admin)(listTargets, { cycle: own.id })).targets.filter((row: { id: string }) => [kpu, theirs].includes(row.id))
  expect(Object.fromEntries(rows.map((row: { side: string; late: boolean }) => [row.side, row.late]))).toEqual({
    kpu: false,
    partner: true,
  })
})

test('a form is sent back with a reason, corrected and submitted again; what is no longer said is no finding any more', async () => {
  const { kpu, partner: theirs, cycle: own } = await fresh('Dikembalikan')
  await submitted(sari, kpu, 1, () => ({ suggestion: 'usul pertama', criticism: 'kritik pertama' }))
  expect(await refusal(as(sari)(returnTarget, { id: kpu, reason: 'Bukti belum lengkap' }))).toBe('forbidden')
  expect(await refusal(as(province)(returnTarget, { id: kpu, reason: 'pendek' }))).toBe('invalid')
  await as(province)(returnTarget, { id: kpu, reason: 'Bukti belum lengkap' })
  const page = await text(await (await browser(sari)).get(`/evaluasi/isian/${kpu}`))
  expect(page).toContain('Bukti belum lengkap')
  const target = await shown(sari, kpu)
  expect([target.state, target.score, target.given!.answers.suggestion]).toEqual(['draft', null, 'usul pertama'])
  await as(sari)(saveAnswers, { id: kpu, rev: target.rev, answers: { suggestion: 'usul kedua', criticism: null } })
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
  expect(await refusal(as(province)(returnTarget, { id: kpu, reason: 'Bukti belum lengkap' }))).toBe('conflict')
})

test('a partner’s form is for the partner alone to answer, and sent back only when both see each other', async () => {
  const { kpu, partner: theirs } = await fresh('Hanya mitra')
  for (const who of [admin, sari, province, operator])
    expect(await refusal(as(who)(saveAnswers, { id: theirs, rev: '0', answers: { suggestion: 'x' } }))).toBe('forbidden')
  expect(await refusal(as(mitra)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' } }))).toBe('not_found')
  await submitted(mitra, theirs, 1)
  expect(await refusal(as(mitra)(submitAnswers, { id: theirs }))).toBe('conflict')
  expect(await refusal(as(province)(returnTarget, { id: theirs, reason: 'Bukti belum lengkap' }))).toBe('conflict')
  await submitted(sari, kpu, 1)
  expect(await refusal(as(province)(returnTarget, { id: theirs, reason: 'Bukti belum lengkap' }))).toBe('nothing')
  expect((await shown(sari, kpu)).counterparts[0]!.given).toBeNull()
})

test('another office, another partner and a stranger find nothing; an auditor reads but does not write', async () => {
  const { kpu, partner: theirs } = await fresh('Jangkauan')
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' } })
  const neighbour = await person('Tetangga', 'office_leader', '35.11')
  const other = await person('Mitra Lain', 'partner_contact', '00', false, { partnerId: await partner('Radio Lain', 'media') })
  for (const who of [neighbour, other, stranger])
    for (const id of [kpu, theirs]) {
      expect(await refusal(shown(who, id))).toBe('not_found')
      expect(await refusal(as(who)(saveAnswers, { id, rev: '0', answers: { suggestion: 'x' } }))).toBe('not_found')
    }
  const auditor = await person('Auditor', 'auditor')
  expect((await shown(auditor, kpu)).given!.answers).toEqual({ suggestion: 'x' })
  expect((await shown(auditor, kpu)).canAnswer).toBe(false)
  expect(await refusal(as(auditor)(saveAnswers, { id: kpu, rev: '1', answers: { suggestion: 'y' } }))).toBe('forbidden')
})

test('an answer names only files that came with that very question', async () => {
  const { kpu, partner: theirs } = await fresh('Berkas orang lain')
  const file = { name: 'a.csv', bytes: new Uint8Array(Buffer.from('a;b\n')) }
  await as(mitra)(saveAnswers, { id: theirs, rev: '0', uploads: [{ key: 'evidence', file }] })
  const [stolen] = Object.keys((await shown(mitra, theirs)).given!.files)
  expect(await refusal(as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { evidence: [stolen] } }))).toBe('invalid')
  expect(await refusal(as(sari)(saveAnswers, { id: kpu, rev: '0', uploads: [{ key: 'suggestion', file }] }))).toBe('invalid')
  const html = { name: 'a.pdf', bytes: new Uint8Array(Buffer.from('<html>')) }
  expect(
    await refusal(as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' }, uploads: [{ key: 'evidence', file: html }] })),
  ).toBe('invalid')
  expect((await shown(sari, kpu)).given!.answers).toEqual({})
})

test('what a hidden question still held is left out of the final response, and the person is told', async () => {
  const { kpu } = await fresh('Disembunyikan')
  const target = await shown(sari, kpu)
  const answers = complete(target, 0)
  const [obligation] = target.obligations
  const hidden = { [`obligation_obstacle@${obligation!.id}`]: 'tersisa', [`obligation_cause@${obligation!.id}`]: 'budget' }
  expect(answers[`obligation@${obligation!.id}`]).toBe('full')
  await as(sari)(saveAnswers, { id: kpu, rev: target.rev, answers: { ...answers, ...hidden } })
  const sent = await as(sari)(submitAnswers, { id: kpu })
  expect(sent.unasked.sort()).toEqual(Object.keys(hidden).sort())
  expect((await shown(sari, kpu)).given!.answers).toEqual(answers)
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
