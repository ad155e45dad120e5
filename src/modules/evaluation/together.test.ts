import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete } from '../../../test/evaluation-answers.ts'
import { agreement, days, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { overlapping } from '../../../test/overlapping.ts'
import { as, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { call } from '../../platform/operation/operation.ts'
import { planFollowUp } from '../findings/operations/follow.ts'
import { dismissFinding } from '../findings/operations/write.ts'
import { loadInstruments } from '../questionnaires/operations.ts'
import { extendAssignment, returnAssignment } from './operations/assignment-lifecycle.ts'
import { showAssignment } from './operations/assignments.ts'
import { closeCycle, openCycle } from './operations/cycle-lifecycle.ts'
import { createCycle } from './operations/cycles.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { submitAnswers } from './operations/submit-answers.ts'
import type { Assignment, Cycle } from './schema.ts'

let admin: Actor, sari: Actor, budi: Actor, mitra: Actor, kejari: string
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
  kejari = await partner('Kejari')
  mitra = await person('Mitra', 'partner_contact', '00', false, { partnerId: kejari })
})
afterAll(() => kernel.close())

const settled = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work))
    .map(each => (each.status === 'fulfilled' ? 'done' : ((each.reason as { code?: string }).code ?? String(each.reason))))
    .sort()

test('two servers that start at once on an empty database both find the questionnaire', async () => {
  const load = () => as(operator, 'setup')(loadInstruments)
  expect(await overlapping(load, load)).toEqual([{ added: 1 }, { added: 0 }])
})

test('of many who open a cycle at once, each form is made once', async () => {
  await agreement('Sekali', ['35.10'], [kejari])
  await openedCycle(admin, '35.10')
  const { id } = await as(admin)<Cycle>(createCycle, { officeId: office('35.10').id, name: 'Bersamaan', ...days })
  const added = await Promise.all(Array.from({ length: 4 }, () => as(admin)<{ added: number }>(openCycle, { id })))
  expect(added.map(each => each.added).sort()).toEqual([0, 0, 0, 2])
})

test('two who save at once both keep what they wrote, and the same question is a conflict for exactly one', async () => {
  const id = await agreement('Bersama', ['35.10'], [kejari])
  const form = await formOf(await openedCycle(admin, '35.10'), id, 'kpu')
  const [one, two] = await Promise.all([
    as(sari)(saveAnswers, { id: form, rev: '0', answers: { suggestion: 'Sari', criticism: 'kritik Sari' } }),
    as(budi)(saveAnswers, { id: form, rev: '0', answers: { suggestion: 'Budi', activities: 3 } }),
  ])
  expect([Object.keys(one.conflicts), Object.keys(two.conflicts)].flat()).toEqual(['suggestion'])
  const { given } = await as(sari)<Assignment>(showAssignment, { id: form })
  expect(given!.answers).toEqual({
    suggestion: Object.keys(one.conflicts).length ? 'Budi' : 'Sari',
    criticism: 'kritik Sari',
    activities: 3,
  })
})

test('the same save twenty times over changes the form once', async () => {
  const id = await agreement('Berulang', ['35.10'], [kejari])
  const form = await formOf(await openedCycle(admin, '35.10'), id, 'kpu')
  const saves = await Promise.all(
    Array.from({ length: 20 }, () =>
      as(sari)<{ changed: number }>(saveAnswers, { id: form, rev: '0', answers: { suggestion: 'sekali', activities: 3 } }),
    ),
  )
  expect(saves.reduce((sum, { changed }) => sum + changed, 0)).toBe(2)
  expect(await db.selectFrom('answer').select(['key', 'rev']).where('assignment_id', '=', form).orderBy('key').execute()).toEqual([
    { key: 'activities', rev: 1 },
    { key: 'suggestion', rev: 1 },
  ])
})

test('a form submitted twice at once is submitted once, and both sides submitting at once see each other', async () => {
  const id = await agreement('Kirim', ['35.10'], [kejari])
  const cycle = await openedCycle(admin, '35.10')
  const [kpu, theirs] = [await formOf(cycle, id, 'kpu'), await formOf(cycle, id, 'partner')]
  for (const [who, form] of [
    [sari, kpu],
    [mitra, theirs],
  ] as const) {
    const assignment = await as(who)<Assignment>(showAssignment, { id: form })
    await as(who)(saveAnswers, { id: form, rev: '0', answers: { ...complete(assignment, 1), suggestion: 'usul' } })
  }
  expect(
    await settled([as(sari)(submitAnswers, { id: kpu }), as(budi)(submitAnswers, { id: kpu }), as(mitra)(submitAnswers, { id: theirs })]),
  ).toEqual(['conflict', 'done', 'done'])
  const found = await db
    .selectFrom('finding')
    .select('source_id')
    .where('source_id', 'in', [kpu, theirs])
    .where('kind', '=', 'suggestion')
    .execute()
  expect(found.map(row => row.source_id).sort()).toEqual([kpu, theirs].sort())
})

test('no answer lands in a cycle that was closed meanwhile', async () => {
  const id = await agreement('Ditutup', ['35.10'], [kejari])
  const cycle = await openedCycle(admin, '35.10')
  const form = await formOf(cycle, id, 'kpu')
  await Promise.allSettled([
    ...Array.from({ length: 5 }, (_, at) => as(sari)(saveAnswers, { id: form, rev: '0', answers: { suggestion: `x${at}` } })),
    as(admin)(closeCycle, { id: cycle.id }),
  ])
  const { closed_at } = await db.selectFrom('cycle').select('closed_at').where('id', '=', cycle.id).executeTakeFirstOrThrow()
  expect(closed_at).not.toBeNull()
  expect(await settled([as(sari)(saveAnswers, { id: form, rev: '0', answers: { suggestion: 'sesudah' } })])).toEqual(['conflict'])
})

test('a submission that breaks in the middle leaves nothing of itself', async () => {
  const id = await agreement('Terputus', ['35.10'], [kejari])
  const form = await formOf(await openedCycle(admin, '35.10'), id, 'kpu')
  const assignment = await as(sari)<Assignment>(showAssignment, { id: form })
  await as(sari)(saveAnswers, { id: form, rev: '0', answers: { ...complete(assignment, 1), suggestion: 'usul' } })
  const before = await as(sari)<Assignment>(showAssignment, { id: form })
  const broken = { ...kernel, jobs: { ...kernel.jobs, send: () => Promise.reject(new Error('cut')) } }
  await expect(call(broken, sari, submitAnswers, { id: form })).rejects.toThrow('cut')
  expect(await as(sari)<Assignment>(showAssignment, { id: form })).toEqual(before)
  expect(await db.selectFrom('finding').select('id').where('source_id', '=', form).execute()).toEqual([])
  await as(sari)(submitAnswers, { id: form })
})

/** A form that was sent back and changed: its finding, and what became of it. */
async function sentBack(title: string, suggestion: string | null) {
  const id = await agreement(title, ['35.10'], [kejari])
  const form = await formOf(await openedCycle(admin, '35.10'), id, 'kpu')
  await submitted(sari, form, 1, () => ({ suggestion: 'usul lama' }))
  await as(admin)(returnAssignment, { id: form, reason: 'Belum lengkap sama sekali' })
  const { rev } = await as(sari)<Assignment>(showAssignment, { id: form })
  await as(sari)(saveAnswers, { id: form, rev, answers: { suggestion } })
  const where = () => db.selectFrom('finding').where('source_id', '=', form).where('source_key', '=', 'suggestion')
  const finding = (await where().select('id').executeTakeFirstOrThrow()).id
  return { form, finding, state: () => where().select(['text', 'dismissed_by', 'dismissed_reason']).executeTakeFirstOrThrow() }
}

test('a finding that is just getting a follow-up is not closed, though its answer is gone', async () => {
  const { form, finding, state } = await sentBack('Sedang direncanakan', null)
  const plan = { id: finding, action: 'Tindakan nyata', ownerId: sari.personId, dueOn: '2025-12-10' }
  await overlapping(
    () => as(admin)(planFollowUp, plan),
    () => as(sari)(submitAnswers, { id: form }),
  )
  expect(await state()).toEqual({ text: 'usul lama', dismissed_by: null, dismissed_reason: null })
})

test('a finding that a person is just setting aside stays so, though its answer changes', async () => {
  const { form, finding, state } = await sentBack('Sedang dikesampingkan', 'usul baru')
  await overlapping(
    () => as(admin)(dismissFinding, { id: finding, reason: 'Bukan kewenangan kami' }),
    () => as(sari)(submitAnswers, { id: form }),
  )
  expect(await state()).toEqual({ text: 'usul baru', dismissed_by: admin.personId, dismissed_reason: 'Bukan kewenangan kami' })
})

test('a cycle in which somebody is just given more time is not closed in the same night', async () => {
  const before = now.at
  const id = await agreement('Malam terakhir', ['35.10'], [kejari])
  const cycle = await openedCycle(admin, '35.10')
  const form = await formOf(cycle, id, 'kpu')
  now.at = new Date('2025-12-31T17:10:00Z')
  await overlapping(
    () => as(admin)(extendAssignment, { id: form, until: '2026-01-20', reason: 'Banjir besar sejak kemarin' }),
    () => kernel.timers.drain(kernel),
  )
  now.at = before
  expect(await db.selectFrom('cycle').select('closed_at').where('id', '=', cycle.id).execute()).toEqual([{ closed_at: null }])
})
