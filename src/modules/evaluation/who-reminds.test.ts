import { afterAll, expect, test } from 'vitest'
import { agreement, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { inviteAll, remindAll } from './operations/letter-runs.ts'

afterAll(() => kernel.close())

const letters = async () =>
  (await db.selectFrom('mail_message').select('recipient').execute()).map(({ recipient }) => recipient.split('.')[0]!)

test('whoever answers for a place may remind there and nowhere else, while their role holds; who only reads is told who may', async () => {
  const admin = await person('Admin', 'national_admin')
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const kejari = await partner('Kejari Banyuwangi')
  await agreement('Di Jawa Timur', ['35.10'], [kejari], 1)
  await agreement('Juga di Jawa Timur', ['35.10'], [kejari], 1)
  await agreement('Di Bali', ['51.71'], [kejari], 1)
  const cycle = await openedCycle(admin, '00')
  const leader = await person('Kepala Timur', 'office_leader', '35')
  const former = await person('Kepala Lama', 'office_leader', '35')
  const coming = await person('Kepala Nanti', 'office_leader', '35')
  const alone = await person('Operator Provinsi', 'office_operator', '35', false)
  const inspector = await person('Pengawas Timur', 'inspector', '35')
  const contact = await person('Narahubung', 'partner_contact', '00', false, { partnerId: kejari })
  const set = (who: Actor, days: object) => db.updateTable('role_grant').set(days).where('person_id', '=', who.personId!).execute()
  await set(former, { from_on: '2020-01-01', to_on: '2025-11-19' })
  await set(coming, { from_on: '2025-11-21' })
  const today = async (who: Actor) => (await actorOfPerson(db, who.personId!, kernel.clock.today()))!
  const forms = async (who: Actor, province?: string) =>
    as(who)(remindAll, { id: cycle.id, preview: true, ...(province ? { province } : {}) }).then(
      ({ preview }: { preview: { forms: number } }) => preview.forms,
      ({ code }: { code: string }) => code,
    )
  const tried = async (who: Actor) => Promise.all([forms(who), forms(who, '35'), forms(who, '35.10'), forms(who, '51')])
  expect({
    leader: await tried(leader),
    alone: await tried(alone),
    sari: await tried(sari),
    former: await tried(await today(former)),
    coming: await tried(await today(coming)),
    inspector: await tried(inspector),
    contact: await tried(contact),
  }).toEqual({
    leader: ['forbidden', 4, 4, 'forbidden'],
    alone: ['forbidden', 0, 'forbidden', 'forbidden'],
    sari: ['forbidden', 'forbidden', 4, 'forbidden'],
    former: Array(4).fill('forbidden'),
    coming: Array(4).fill('forbidden'),
    inspector: Array(4).fill('forbidden'),
    contact: Array(4).fill('forbidden'),
  })
  await expect(as(leader)(inviteAll, { id: cycle.id, province: '35', preview: true })).rejects.toMatchObject({ code: 'forbidden' })

  const page = async (who: Actor, path: string) => (await browser(who)).get(path).then(answer => answer.text())
  for (const path of ['/evaluasi', `/evaluasi/${cycle.id}`]) {
    const [own, operated, read, partners] = [
      await page(leader, path),
      await page(sari, path),
      await page(inspector, path),
      await page(contact, path),
    ]
    expect(own).toContain(`href="/evaluasi/${cycle.id}/pengingat?provinsi=35"`)
    expect(own).toContain('Kirim pengingat (4 isian)<')
    expect(own).not.toContain('Undang mitra')
    expect(operated).toContain(`href="/evaluasi/${cycle.id}/pengingat?provinsi=35.10"`)
    expect(own + operated + partners).not.toContain('Yang dapat mengingatkan')
    expect(read + partners).not.toContain('/pengingat')
    const who = read.split('Yang dapat mengingatkan mereka yang belum mengisi')[1]!.split('</ul>')[0]!
    expect(who).toContain('Kepala Timur, KPU Provinsi Jawa Timur:')
    expect(who).toContain('href="mailto:kepala.timur')
    expect(who).not.toMatch(/Kepala Lama|Kepala Nanti|Sari/)
  }
  const web = await browser(leader)
  const whole = await web.get(`/evaluasi/${cycle.id}/pengingat`)
  expect([whole.status, await whole.text()]).toEqual([200, expect.stringContaining(`/pengingat?provinsi=35"`)])
  expect((await (await browser(inspector)).get(`/evaluasi/${cycle.id}/pengingat`)).status).toBe(403)
  expect((await web.post(`/evaluasi/${cycle.id}/pengingat?provinsi=51`, {})).status).toBe(403)
  expect((await web.post(`/evaluasi/${cycle.id}/pengingat?provinsi=35`, {})).status).toBe(303)
  await kernel.jobs.drain(kernel)
  expect((await letters()).sort()).toEqual(['narahubung', 'sari'])
  expect(await page(leader, `/evaluasi/${cycle.id}`)).toContain('Pengingat terakhir: 2 dari 2 orang')
  // An invitation of the whole province is no matter of hers, and its page stands.
  await as(admin)(inviteAll, { id: cycle.id, province: '35' })
  await kernel.jobs.drain(kernel)
  expect(await page(leader, `/evaluasi/${cycle.id}`)).toContain('Kirim pengingat (4 isian)<')
})
