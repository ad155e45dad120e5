import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import { newId } from '../../platform/operation.ts'
import type { Actor } from '../../platform/permissions/actor.ts'
import { actorOfPerson } from '../../platform/permissions/load-actor.ts'
import type { Role } from '../../platform/permissions/roles.ts'
import { cancelFollowUp, reassignFollowUp } from './operations/change.ts'
import { createFollowUp } from './operations/create.ts'
import { listFollowUps, showFollowUp } from './operations/read.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'

afterAll(() => kernel.close())

const draft = (owner: Actor) => ({ action: 'Menyusun jadwal', officeId: office('35.10').id, ownerId: owner.personId!, dueOn: '2025-11-27' })
/** The same person with this role alone. */
async function changed({ personId }: Actor, role: Role, code: string): Promise<Actor> {
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', personId).execute()
  const grant = { id: newId(), person_id: personId, role, office_id: office(code).id, with_descendants: false }
  await db
    .insertInto('role_grant')
    .values({ ...grant, from_on: '2020-01-01', granted_at: now.at })
    .execute()
  return (await actorOfPerson(db, personId!, kernel.clock.today()))!
}

test('to hand a follow-up on makes nobody its judge: who had it neither cancels nor verifies it afterwards', async () => {
  const leader = await person('Pimpinan', 'office_leader', '35.10', false)
  const colleague = await person('Rekan', 'office_operator', '35.10', false)
  const { id } = await as(operator)(createFollowUp, draft(leader))
  await as(leader)(reassignFollowUp, { id, ownerId: colleague.personId, reason: 'Dialihkan sebentar' })
  await expect(as(leader)(cancelFollowUp, { id, reason: 'Tidak mau' })).rejects.toMatchObject({ code: 'forbidden' })
  await as(colleague)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
  await expect(as(leader)(verifyFollowUp, { id, adequate: true })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await as(leader)(showFollowUp, { id })).acts).toEqual([])
  expect((await as(leader)(listFollowUps, { sort: 'due', toVerify: 'ya' })).followUps).toEqual([])
  const province = await person('Provinsi', 'office_leader', '35')
  expect((await as(province)(verifyFollowUp, { id, adequate: true })).state).toBe('verified')
})

test('an owner who moved on still reports; one who only reads since then does not', async () => {
  const [moved, demoted] = [
    await person('Pindah', 'office_operator', '35.10', false),
    await person('Pembaca', 'office_operator', '35.10', false),
  ]
  const [first, second] = [await as(operator)(createFollowUp, draft(moved)), await as(operator)(createFollowUp, draft(demoted))]
  const elsewhere = await changed(moved, 'office_operator', '51')
  const auditor = await changed(demoted, 'auditor', '51')
  expect((await as(auditor)(showFollowUp, { id: second.id })).acts).toEqual([])
  await expect(as(auditor)(reportFollowUp, { id: second.id, note: 'Sudah dikerjakan' })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await as(elsewhere)(showFollowUp, { id: first.id })).acts).toEqual(['report'])
  expect((await as(elsewhere)(reportFollowUp, { id: first.id, note: 'Sudah dikerjakan' })).state).toBe('reported')
})
