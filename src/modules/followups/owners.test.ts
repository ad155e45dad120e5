import { afterAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import type { Role } from '../../platform/authority/roles.ts'
import { newId } from '../../platform/operation/operation.ts'
import { cancelFollowUp, reassignFollowUp } from './operations/change.ts'
import { createFollowUp, listOwners } from './operations/create.ts'
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

test('a regency offers its own people and those right above it, never the national office; who writes for all offers all', async () => {
  const secretary = await person('Sekretaris Jenderal', 'office_leader', '00')
  const head = await person('Kepala Provinsi', 'office_leader', '35')
  const deni = await person('Deni', 'office_operator', '35.10', false)
  const offered = async (who: Actor) => (await as(who)(listOwners, { office: '35.10' })).owners.map(({ id }: { id: string }) => id)
  const byRegency = await offered(deni)
  expect([byRegency.includes(deni.personId), byRegency.includes(head.personId), byRegency.includes(secretary.personId)]).toEqual([
    true,
    true,
    false,
  ])
  expect(await offered(secretary)).toContain(secretary.personId)
  await expect(as(deni)(createFollowUp, draft(secretary))).rejects.toMatchObject({
    code: 'invalid',
    fields: { ownerId: expect.anything() },
  })
  const { id } = await as(deni)(createFollowUp, draft(head))
  expect((await as(secretary)(reassignFollowUp, { id, ownerId: secretary.personId, reason: 'Diambil alih' })).owner.name).toBe(
    'Sekretaris Jenderal',
  )
})

test('who verifies is told when nothing proves what was reported', async () => {
  const owner = await person('Tanpa Bukti', 'office_operator', '35.10', false)
  const { id } = await as(operator)(createFollowUp, draft(owner))
  await as(owner)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
  const judge = await browser(await person('Pemeriksa', 'inspector', '35'))
  expect(await (await judge.get(`/tindak-lanjut/${id}/pemeriksaan`)).text()).toContain('Tanpa bukti')
})

test('whoever waits for an owner finds a short text to send them, with their number only where people may be read', async () => {
  const partnerId = await partner('Mitra tindak lanjut')
  const [sari, budi] = [await person('Sari', 'office_operator', '35.10'), await person('Budi', 'office_operator', '35.10')]
  const contact = await person('Narahubung', 'partner_contact', '00', false, { partnerId })
  await db
    .updateTable('person')
    .set({ phones: ['(0343) 421234', '0812 3456 7890'] })
    .where('id', '=', budi.personId!)
    .execute()
  const made = await as(sari)<{ id: string; number: string }>(createFollowUp, {
    action: 'Menyusun jadwal',
    officeId: office('35.10').id,
    ownerId: budi.personId,
    dueOn: '2025-12-10',
  })
  await db.updateTable('follow_up').set({ partner_id: partnerId }).where('id', '=', made.id).execute()
  const pageOf = async (who: Actor) => (await (await browser(who)).get(`/tindak-lanjut/${made.id}`)).text()
  const text = `Yth. Budi, mohon menyelesaikan tindak lanjut ${made.number} Menyusun jadwal paling lambat 10 Desember 2025, lalu melaporkan hasilnya di http://sinergi.test/tindak-lanjut/${made.id}. Terima kasih.`
  expect(await pageOf(sari)).toContain(`<pre class="letter">${text}</pre>`)
  expect((await pageOf(sari)).match(/https:\/\/wa\.me[^"]*/g)).toEqual([`https://wa.me/6281234567890?text=${encodeURIComponent(text)}`])
  expect(await pageOf(contact)).not.toContain('wa.me')
  expect(await pageOf(budi)).not.toContain('wa.me')
})
