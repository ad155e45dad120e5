import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { agreement, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, operator, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { root } from '../../platform/process/root.ts'
import { closeCycle } from './operations/cycle-lifecycle.ts'
import { remindAll } from './operations/letter-runs.ts'
import { remindAssignments } from './operations/remind.ts'

let admin: Actor, sari: Actor, kejari: string
const start = now.at
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  kejari = await partner('Kejari Banyuwangi')
  await person('Narahubung', 'partner_contact', '00', false, { partnerId: kejari })
})
afterAll(() => kernel.close())
beforeEach(async () => {
  now.at = start
  const open = await db.selectFrom('cycle').select('id').where('opened_at', 'is not', null).where('closed_at', 'is', null).execute()
  for (const { id } of open) await as(admin)(closeCycle, { id })
  await kernel.jobs.drain(kernel)
  await db.deleteFrom('mail_message').execute()
})

const letters = async () =>
  (await db.selectFrom('mail_message').select(['recipient', 'subject', 'body']).orderBy('id').execute()).map(row => ({
    to: row.recipient.split('.')[0]!,
    subject: row.subject,
    body: row.body,
  }))

/** Two agreements in Jawa Timur and one in Bali: an operator in each, one partner with a contact, one without. */
async function twoProvinces() {
  await db.updateTable('agreement').set({ stage: 'draft' }).execute()
  const nobody = await partner(`Mitra tanpa narahubung ${newId().slice(-6)}`)
  const here = await agreement('Di Jawa Timur', ['35.10'], [kejari], 1)
  const mute = await agreement('Belum ada narahubung', ['35.10'], [nobody], 1)
  const there = await agreement('Di Bali', ['51.71'], [kejari], 1)
  const cycle = await openedCycle(admin, '00')
  return { cycle, nobody, here, mute, there }
}

test('before reminders leave, it is said how many, to whom, and who cannot be written to, in the province that is looked at', async () => {
  const { cycle, nobody } = await twoProvinces()
  const asked = { id: cycle.id, province: '35', preview: true }
  await db
    .updateTable('person')
    .set({ phones: ['0812-3456-7890'] })
    .where('id', '=', sari.personId!)
    .execute()
  const { preview, run } = await as(admin)(remindAll, asked)
  expect([run, await letters()]).toEqual([null, []])
  expect(preview).toMatchObject({ place: { code: '35', name: 'KPU Provinsi Jawa Timur' }, forms: 4, letters: 2, told: 0, lacking: 1 })
  expect(preview.receivers).toEqual([
    { name: 'Narahubung', institution: 'Kejari Banyuwangi', side: 'partner', forms: 1, phone: null },
    { name: 'Sari', institution: 'KPU Kabupaten Banyuwangi', side: 'kpu', forms: 2, phone: '0812-3456-7890' },
  ])
  expect(preview.without).toMatchObject([{ id: nobody, side: 'partner', forms: 1 }])
  expect((await as(admin)(remindAll, { id: cycle.id, preview: true })).preview).toMatchObject({ forms: 6, place: null })

  const web = await browser(admin)
  const board = await (await web.get(`/evaluasi/${cycle.id}?provinsi=35`)).text()
  expect(board).toContain(`href="/evaluasi/${cycle.id}/pengingat?provinsi=35"`)
  expect(board).toContain('Kirim pengingat (4 isian)<')
  expect(board).toContain('Undang mitra (KPU Provinsi Jawa Timur)')
  const page = await (await web.get(`/evaluasi/${cycle.id}/pengingat?provinsi=35`)).text()
  for (const said of [
    '4 isian belum terkirim',
    'Kirim pengingat kepada 2 orang',
    'Narahubung',
    'Sari',
    'https://wa.me/6281234567890?text=Yth.%20Sari%2C%202%20isian%20',
    `href="/mitra/${nobody}/narahubung/baru"`,
  ])
    expect([said, page.includes(said)]).toEqual([said, true])
  await expect(as(sari)(remindAll, { id: cycle.id, province: '35', preview: true })).rejects.toMatchObject({ code: 'forbidden' })
})

test('reminders go to both sides in the province alone, one letter a person, and nobody is told twice within three days', async () => {
  const { cycle, nobody } = await twoProvinces()
  const web = await browser(admin)
  const sent = await web.post(`/evaluasi/${cycle.id}/pengingat?provinsi=35`, {})
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/evaluasi/${cycle.id}?provinsi=35`])
  // A second person presses at the same time, and a third for the whole country.
  await Promise.all([as(admin)(remindAll, { id: cycle.id, province: '35' }), as(admin)(remindAll, { id: cycle.id })])
  await kernel.jobs.drain(kernel)
  expect((await letters()).map(({ to }) => to).sort()).toEqual(['narahubung', 'sari'])
  expect((await letters()).find(({ to }) => to === 'sari')!.body).toMatch(
    /2 isian[\s\S]*- Di Jawa Timur[\s\S]*- Belum ada narahubung|2 isian[\s\S]*- Belum ada narahubung[\s\S]*- Di Jawa Timur/,
  )
  const board = await (await web.get(`/evaluasi/${cycle.id}?provinsi=35`)).text()
  // Whichever of the two runs came first wrote the letters; that of the province says how many were its own.
  expect(board).toMatch(/Pengingat terakhir: [02] dari 2 orang dikirimi surel/)
  expect(board).toContain(`href="/mitra/${nobody}/narahubung/baru"`)

  for (const [day, more] of [
    ['2025-11-22', 0],
    ['2025-11-23', 2],
  ] as const) {
    now.at = new Date(`${day}T03:00:00Z`)
    await db.deleteFrom('mail_message').execute()
    await as(admin)(remindAll, { id: cycle.id, province: '35' })
    await kernel.jobs.drain(kernel)
    expect([day, (await letters()).length]).toEqual([day, more])
  }
})

test('a reminder by hand puts off the automatic one, which is made up for', async () => {
  const { cycle } = await twoProvinces()
  now.at = new Date('2025-11-26T00:00:00Z') // 14 days before the due day
  await as(admin)(remindAll, { id: cycle.id })
  await kernel.jobs.drain(kernel)
  await db.deleteFrom('mail_message').execute()
  const automatic = []
  for (const day of ['2025-11-26', '2025-11-28', '2025-11-29']) {
    now.at = new Date(`${day}T00:30:00Z`)
    await as(operator)(remindAssignments)
    automatic.push([day, (await letters()).map(({ to }) => to).sort()])
    await db.deleteFrom('mail_message').execute()
  }
  expect(automatic).toEqual([
    ['2025-11-26', []],
    ['2025-11-28', []],
    ['2025-11-29', ['narahubung', 'sari']],
  ])
})

test('over REST a reminder says what it would send, then sends; invitations are bound to a province alike', async () => {
  const { cycle } = await twoProvinces()
  const rest = await program(admin)
  const seen = await rest('POST', `/cycles/${cycle.id}/reminders`, { province: '51', preview: true })
  expect([seen.status, (await seen.json()).preview]).toMatchObject([202, { forms: 2, letters: 1 }])
  const invited = await rest('POST', `/cycles/${cycle.id}/invitations`, { province: '51' })
  expect((await invited.json()).run).toMatchObject({ letter: 'invitation', total: 1 })
  await kernel.jobs.drain(kernel)
  expect((await letters()).map(({ subject }) => subject)).toEqual(['Undangan mengisi evaluasi: Di Bali'])
})

test('closing says how many forms are missing', async () => {
  const { cycle } = await twoProvinces()
  const page = await (await (await browser(admin)).get(`/evaluasi/${cycle.id}/penutupan`)).text()
  expect(page).toContain('6 dari 6 isian belum terkirim')
})

test('each morning at seven an open cycle reminds by itself, and no more once it is closed', async () => {
  const { cycle } = await twoProvinces()
  const told = async (instant: string) => {
    now.at = new Date(instant)
    await db.deleteFrom('mail_message').execute()
    await kernel.timers.drain(kernel)
    await kernel.jobs.drain(kernel)
    return (await letters()).map(({ to }) => to).sort()
  }
  expect(await told('2025-11-20T23:59:59Z')).toEqual([])
  expect(await told('2025-11-21T00:00:00Z')).toEqual(['narahubung', 'sari'])
  expect(await told('2025-11-26T00:00:00Z')).toEqual(['narahubung', 'sari'])
  expect(await told('2025-11-27T00:00:00Z')).toEqual([])
  await as(admin)(closeCycle, { id: cycle.id })
  expect(await told('2025-12-12T00:00:00Z')).toEqual([])
})

test('notices of before, a line for each form, become a ledger of forms and one line a person, cycle and day; nobody is told again', async () => {
  await twoProvinces()
  now.at = new Date('2025-11-26T00:30:00Z')
  await as(operator)(remindAssignments)
  const written = async () =>
    (await sql`select assignment_id, person_id, kind, day, at from assignment_letter order by 1, 2, 3, 4`.execute(db)).rows
  const inbox = async () =>
    (
      await sql`select person_id, kind, key, subject_id, params, mail, mailed_at, case when kind <> 'evaluation.due' then read_at end as read_at, created_at from notice order by 1, 2, 3`.execute(
        db,
      )
    ).rows
  const [ledger, lines] = [await written(), await inbox()]
  expect([ledger.length > 20, lines.length > 10, ledger.length > lines.length]).toEqual([true, true, true])
  // As they were: a notice of each form.
  await sql`insert into notice (id, person_id, kind, key, subject_kind, subject_id, params, mail, mailed_at, created_at)
    select gen_random_uuid(), l.person_id, case l.kind when 'invitation' then 'evaluation.invitation' else 'evaluation.due' end, l.assignment_id || ' ' || l.kind || ' ' || l.day, 'assignment', l.assignment_id,
      jsonb_build_object('letter', l.kind, 'agreement', a.title, 'cycle', c.name, 'dueOn', c.due_on), 'now', l.at, l.at
    from assignment_letter l join assignment t on t.id = l.assignment_id join cycle c on c.id = t.cycle_id join agreement a on a.id = t.agreement_id`.execute(
    db,
  )
  await db.deleteFrom('notice').where('subject_kind', '<>', 'assignment').execute()
  await sql`drop table assignment_letter`.execute(db)
  await sql.raw(readFileSync(join(root, 'database/migrations/0210_assignment_letters.sql'), 'utf8')).execute(db)
  expect([await written(), await inbox()]).toEqual([ledger, lines])
  await db.deleteFrom('mail_message').execute()
  await as(operator)(remindAssignments)
  expect([await letters(), await inbox()]).toEqual([[], lines])
})
