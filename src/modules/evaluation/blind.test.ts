import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, operator, person, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { downloadAnswerFile } from './operations/answer-files.ts'
import { returnAssignment } from './operations/assignment-lifecycle.ts'
import { listAssignments, showAssignment } from './operations/assignments.ts'
import { closeCycle, openCycle } from './operations/cycle-lifecycle.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { listScores } from './operations/scores.ts'
import { submitAnswers } from './operations/submit-answers.ts'
import type { Assignment, Cycle } from './schema.ts'

let sari: Actor, budi: Actor, mitra: Actor, admin: Actor, province: Actor, kejari: string
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
const shown = (by: Actor, id: string) => as(by)<Assignment>(showAssignment, { id })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  )

test('nobody sees the other side’s answers, score or files before both have submitted, not even who reaches everything', async () => {
  const { kpu, partner: theirs, agreement: id, cycle: own } = await fresh('Rahasia dua pihak')
  const assignment = await shown(mitra, theirs)
  const secret = { ...complete(assignment, 2), suggestion: 'RAHASIA MITRA', criticism: 'RAHASIA MITRA' }
  const file = { name: 'rahasia.csv', bytes: new Uint8Array(Buffer.from('RAHASIA;MITRA\n')) }
  const saved = await as(mitra)(saveAnswers, { id: theirs, rev: assignment.rev, answers: secret, uploads: [{ key: 'evidence', file }] })
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
      expect(JSON.stringify(await as(who)(listAssignments, { cycle: own.id }))).not.toContain('RAHASIA')
    }
    expect(JSON.stringify(await shown(mitra, theirs))).not.toContain('RAHASIA KPU')
    expect(await refusal(shown(mitra, kpu))).toBe('not_found')
    const page = await (await browser(admin)).get(`/evaluasi/isian/${theirs}`)
    expect(await page.text()).not.toContain('RAHASIA')
  }
  await blind()
  await as(mitra)(submitAnswers, { id: theirs })
  await blind()
  const listed = (await as(admin)(listAssignments, { cycle: own.id, agreement: id })).assignments
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

test('a partner’s form is for the partner alone to answer, and sent back only when both see each other', async () => {
  const { kpu, partner: theirs } = await fresh('Hanya mitra')
  for (const who of [admin, sari, province, operator])
    expect(await refusal(as(who)(saveAnswers, { id: theirs, rev: '0', answers: { suggestion: 'x' } }))).toBe('forbidden')
  expect(await refusal(as(mitra)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' } }))).toBe('not_found')
  await submitted(mitra, theirs, 1)
  expect(await refusal(as(mitra)(submitAnswers, { id: theirs }))).toBe('conflict')
  expect(await refusal(as(province)(returnAssignment, { id: theirs, reason: 'Bukti belum lengkap' }))).toBe('conflict')
  await submitted(sari, kpu, 1)
  expect(await refusal(as(province)(returnAssignment, { id: theirs, reason: 'Bukti belum lengkap' }))).toBe('nothing')
  expect((await shown(sari, kpu)).counterparts[0]!.given).toBeNull()
})

test('another office and another partner find nothing, a stranger is asked who they are; an auditor reads but does not write', async () => {
  const { kpu, partner: theirs } = await fresh('Jangkauan')
  await as(sari)(saveAnswers, { id: kpu, rev: '0', answers: { suggestion: 'x' } })
  const neighbour = await person('Tetangga', 'office_leader', '35.11')
  const other = await person('Mitra Lain', 'partner_contact', '00', false, { partnerId: await partner('Radio Lain', 'media') })
  for (const [who, code] of [
    [neighbour, 'not_found'],
    [other, 'not_found'],
    [stranger, 'unauthenticated'],
  ] as const)
    for (const id of [kpu, theirs]) {
      expect(await refusal(shown(who, id))).toBe(code)
      expect(await refusal(as(who)(saveAnswers, { id, rev: '0', answers: { suggestion: 'x' } }))).toBe(code)
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

test('what a partner no longer says after its form was sent back is closed only when both see each other, or at the closing', async () => {
  for (const end of ['the office submits', 'the cycle closes']) {
    const { kpu, partner: theirs, cycle: own } = await fresh(`Kritik ditarik: ${end}`)
    await submitted(mitra, theirs, 1, () => ({ criticism: 'KRITIK LAMA' }))
    await submitted(sari, kpu, 1)
    for (const id of [theirs, kpu]) await as(admin)(returnAssignment, { id, reason: 'Perbaiki isian ini' })
    const { rev } = await shown(mitra, theirs)
    await as(mitra)(saveAnswers, { id: theirs, rev, answers: { criticism: null } })
    await as(mitra)(submitAnswers, { id: theirs })
    const status = async () =>
      (
        await db
          .selectFrom('finding')
          .select('dismissed_reason')
          .where('source_id', '=', theirs)
          .where('source_key', '=', 'criticism')
          .executeTakeFirstOrThrow()
      ).dismissed_reason
    expect(await status()).toBeNull()
    if (end === 'the office submits') await as(sari)(submitAnswers, { id: kpu })
    else await as(admin)(closeCycle, { id: own.id })
    await kernel.jobs.drain(kernel)
    expect(await status()).toBe('Jawabannya diubah sebelum evaluasi dikirim.')
  }
})

test('of several partners of one agreement, none reads the form or the files of another, also when all have submitted', async () => {
  const other = await partner('Kejaksaan Negeri Situbondo')
  const rekan = await person('Rekan', 'partner_contact', '00', false, { partnerId: other })
  const id = await agreement('Bertiga', ['35.10'], [kejari, other])
  const { id: cycle } = await openedCycle(admin, '00')
  const forms = await db
    .selectFrom('assignment')
    .select(['id', 'partner_id'])
    .where('cycle_id', '=', cycle)
    .where('agreement_id', '=', id)
    .execute()
  const of = (partnerId: string | null) => forms.find(form => form.partner_id === partnerId)!.id
  const file = { name: 'mitra.csv', bytes: new Uint8Array(Buffer.from('mitra;lain\n')) }
  await as(rekan)(saveAnswers, { id: of(other), rev: '0', uploads: [{ key: 'evidence', file }] })
  const [fileId] = Object.keys((await shown(rekan, of(other))).given!.files)
  const reading = (who: Actor) => refusal(as(who)(downloadAnswerFile, { id: of(other), file: fileId }))
  for (const [who, form] of [
    [rekan, of(other)],
    [mitra, of(kejari)],
    [sari, of(null)],
  ] as const)
    await submitted(who, form, 1)
  expect(await refusal(shown(mitra, of(other)))).toBe('not_found')
  expect([await reading(mitra), await reading(sari), await reading(rekan)]).toEqual(['not_found', 'nothing', 'nothing'])
})

type Scores = { scores: { cycleId: string; side: string; score: number | null }[] }
/** Whose scores somebody reads of an agreement, in one cycle. */
const sidesRead = async (who: Actor, agreement: string, cycle: string): Promise<string> =>
  (await as(who)<Scores>(listScores, { agreement })).scores
    .filter(row => row.cycleId === cycle && row.score !== null)
    .map(({ side }) => side)
    .sort()
    .join(' ')

test('a partner reads the score of the commission exactly where both have submitted, on pages too, until a form is sent back', async () => {
  const { kpu, partner: theirs, agreement: id, cycle: own } = await fresh('Skor dua pihak')
  const page = async (path: string) => (await (await browser(mitra)).get(path)).text()
  const read = () => sidesRead(mitra, id, own.id)
  await submitted(sari, kpu, 1)
  expect([await read(), await sidesRead(sari, id, own.id)]).toEqual(['', ''])
  expect(await page(`/perjanjian/${id}`)).not.toContain('Skor KPU')
  await submitted(mitra, theirs, 2)
  expect([await read(), await sidesRead(sari, id, own.id), await sidesRead(admin, id, own.id)]).toEqual(Array(3).fill('kpu partner'))
  expect(await page(`/perjanjian/${id}`)).toMatch(/Skor KPU [0-9]+,[0-9] \/ mitra [0-9]+,[0-9]/)
  expect(await as(mitra)(listScores, { agreement: id })).toEqual(await as(admin)(listScores, { agreement: id }))

  for (const [form, by] of [
    [kpu, sari],
    [theirs, mitra],
  ] as const) {
    await as(admin)(returnAssignment, { id: form, reason: 'Perbaiki isian ini' })
    expect(await read()).toBe('')
    await as(by)(submitAnswers, { id: form })
    expect(await read()).toBe('kpu partner')
  }
})

test('where a partner never submitted, the closing shows it no score of the commission, and pages of one side do not name the other', async () => {
  const { kpu, partner: theirs, agreement: id, cycle: own } = await fresh('Hanya KPU yang mengirim')
  await submitted(sari, kpu, 1)
  await as(admin)(closeCycle, { id: own.id })
  expect([await sidesRead(mitra, id, own.id), await sidesRead(sari, id, own.id)]).toEqual(['', 'kpu'])
  const { partner: alone, agreement: other, cycle: next } = await fresh('Hanya mitra yang mengirim')
  await submitted(mitra, alone, 1)
  expect(await sidesRead(mitra, other, next.id)).toBe('')
  await as(admin)(closeCycle, { id: next.id })
  expect([await sidesRead(mitra, other, next.id), theirs === alone]).toEqual(['partner', false])
  const html = await (await (await browser(mitra)).get(`/perjanjian/${other}`)).text()
  expect(html).toMatch(/Skor mitra [0-9]+,[0-9] \(/)
  expect(html).not.toMatch(/Skor KPU|KPU –|class="legend"/)
})

test('of several partners each reads the score of the commission once all have submitted, and none another’s; a late one shuts it again', async () => {
  const other = await partner('Kejaksaan Negeri Bondowoso')
  const rekan = await person('Rekan Skor', 'partner_contact', '00', false, { partnerId: other })
  const id = await agreement('Bertiga dengan skor', ['35.10'], [kejari, other])
  const own = await openedCycle(admin, '00')
  const form = async (partnerId: string | null) =>
    (
      await db
        .selectFrom('assignment')
        .select('id')
        .where('cycle_id', '=', own.id)
        .where('agreement_id', '=', id)
        .where('partner_id', partnerId ? '=' : 'is', partnerId)
        .executeTakeFirstOrThrow()
    ).id
  const score = async (partnerId: string | null) =>
    (
      await db
        .selectFrom('assignment')
        .select('score')
        .where('id', '=', await form(partnerId))
        .executeTakeFirstOrThrow()
    ).score
  const read = async (who: Actor) =>
    (await as(who)<Scores>(listScores, { agreement: id })).scores
      .filter(row => row.cycleId === own.id)
      .map(row => [row.side, row.score])
      .toSorted()
  await submitted(sari, await form(null), 1)
  await submitted(mitra, await form(kejari), 2)
  expect([await read(mitra), await read(rekan), await read(admin)]).toEqual([[], [], []])
  await submitted(rekan, await form(other), 3)
  const both = async (partnerId: string) => [
    ['kpu', Number(await score(null))],
    ['partner', Number(await score(partnerId))],
  ]
  expect([await read(mitra), await read(rekan)]).toEqual([await both(kejari), await both(other)])

  const late = await partner('Kejaksaan Negeri Jember')
  const later = await person('Mitra Kemudian', 'partner_contact', '00', false, { partnerId: late })
  await db.insertInto('agreement_party').values({ id: newId(), agreement_id: id, seq: 9, side: 'partner', partner_id: late }).execute()
  await sql`select refresh_agreements(array[${id}]::uuid[])`.execute(db)
  expect(await read(later)).toEqual([])
  await as(admin)(openCycle, { id: own.id })
  expect([await read(mitra), await read(rekan), await read(later)]).toEqual([[], [], []])
  await as(admin)(closeCycle, { id: own.id })
  expect([await read(mitra), await read(rekan), await read(later)]).toEqual([await both(kejari), await both(other), []])
})
