import { afterAll, expect, test } from 'vitest'
import { agreement, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, db, kernel, now, person } from '../../../test/world.ts'
import { cancel } from '../runs/operations/moving.ts'
import { remindAll } from './operations/letter-runs.ts'

afterAll(() => kernel.close())

test('what one office reminds of leaves alone what another told, is not swallowed by a narrower run, and no narrower one stops it', async () => {
  const admin = await person('Admin', 'national_admin')
  const kejari = await partner('Kejari Banyuwangi')
  await agreement('Di Jawa Timur', ['35.10'], [kejari], 1)
  await agreement('Juga di Jawa Timur', ['35.10'], [kejari], 1)
  await agreement('Di Bali', ['51.71'], [kejari], 1)
  const cycle = await openedCycle(admin, '00')
  const leader = await person('Kepala Timur', 'office_leader', '35')
  const bali = await person('Operator Bali', 'office_operator', '51.71', false)
  const alone = await person('Operator Provinsi', 'office_operator', '35', false)
  const contact = await person('Narahubung', 'partner_contact', '00', false, { partnerId: kejari })
  const unread = async () =>
    (
      await db
        .selectFrom('notice')
        .select('params')
        .where('person_id', '=', contact.personId!)
        .where('kind', '=', 'evaluation.due')
        .where('read_at', 'is', null)
        .orderBy('created_at')
        .execute()
    ).map(({ params }) => (params as { forms: number }).forms)
  const remind = (who: typeof admin, province?: string) => as(who)(remindAll, { id: cycle.id, ...(province ? { province } : {}) })
  const sent = async () => (await db.selectFrom('mail_message').select('recipient').execute()).length

  await remind(leader, '35')
  await kernel.jobs.drain(kernel)
  expect(await unread()).toEqual([2])
  now.at = new Date('2025-11-24T03:00:00Z')
  await remind(bali, '51.71')
  await kernel.jobs.drain(kernel)
  expect(await unread()).toEqual([2, 1])
  // All that was told before is in the newest.
  now.at = new Date('2025-11-28T03:00:00Z')
  await remind(admin)
  await kernel.jobs.drain(kernel)
  expect(await unread()).toEqual([3])

  now.at = new Date('2025-12-02T03:00:00Z')
  await db.deleteFrom('mail_message').execute()
  const narrow = await remind(alone, '35')
  const wide = await remind(leader, '35')
  expect([wide.run!.id === narrow.run!.id, (await remind(leader, '35')).run!.id]).toEqual([false, wide.run!.id])
  await expect(as(alone)(cancel, { id: wide.run!.id })).rejects.toMatchObject({ code: 'forbidden' })
  await kernel.jobs.drain(kernel)
  expect(await sent()).toBe(1)

  now.at = new Date('2025-12-06T03:00:00Z')
  const national = await remind(admin, '35')
  await as(leader)(cancel, { id: national.run!.id })
  await kernel.jobs.drain(kernel)
  expect(await sent()).toBe(1)
})
