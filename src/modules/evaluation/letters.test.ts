import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { app, as, browser, db, kernel, now, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { call, newId } from '../../platform/operation/operation.ts'
import { listNotices, readAllNotices, readNotice } from '../notices/operations/inbox.ts'
import { changePreferences } from '../notices/operations/preferences.ts'
import { extendAssignment, returnAssignment } from './operations/assignment-lifecycle.ts'
import { listAssignments } from './operations/assignments.ts'
import { closeCycle } from './operations/cycle-lifecycle.ts'
import { inviteAssignment } from './operations/invite.ts'
import { inviteAll, showInvitations } from './operations/letter-runs.ts'
import { remindAssignments } from './operations/remind.ts'
import type { Cycle } from './schema.ts'

let admin: Actor, sari: Actor, mitra: Actor, kejari: string
const start = now.at
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  kejari = await partner('Kejari Banyuwangi')
  mitra = await person('Narahubung', 'partner_contact', '00', false, { partnerId: kejari })
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
/** Who is written to first does not matter. */
const byReceiver = async () => (await letters()).toSorted((a, b) => a.to.localeCompare(b.to))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  )
async function cycleOver(...titles: string[]): Promise<{ cycle: Cycle; agreements: string[] }> {
  await db.updateTable('agreement').set({ stage: 'draft' }).execute()
  const agreements = []
  for (const title of titles) agreements.push(await agreement(title, ['35.10'], [kejari], 1))
  return { cycle: await openedCycle(admin, '00'), agreements }
}

test('an invitation brings a partner’s contact into their form by one link, once a day at most', async () => {
  const { cycle, agreements } = await cycleOver('Penyuluhan hukum')
  const form = await formOf(cycle, agreements[0]!, 'partner')
  const isWrittenAbout = async () => (await as(admin)(listAssignments, { cycle: cycle.id, side: 'kpu' })).hasLetters
  expect(await isWrittenAbout()).toBe(false)
  expect(await as(sari)(inviteAssignment, { id: form })).toEqual({ letters: 1 })
  // Of the cycle, whichever of its forms the list is of.
  expect(await isWrittenAbout()).toBe(true)
  expect(await as(admin)(inviteAssignment, { id: form })).toEqual({ letters: 0 })
  const [letter, ...more] = await letters()
  expect([more, letter!.to, letter!.subject]).toEqual([[], 'narahubung', 'Undangan mengisi evaluasi: Penyuluhan hukum'])
  expect(letter!.body).toContain('10 Desember 2025')
  const link = letter!.body.match(/http:\/\/sinergi\.test(\/masuk\/tautan\/\S+)/)![1]!
  expect((await app.request(`http://sinergi.test${link}`)).status).toBe(200)
  const entered = await app.request(`http://sinergi.test${link}`, { method: 'POST', headers: { origin: 'http://sinergi.test' } })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, `/evaluasi/isian/${form}`])
  const cookie = entered.headers
    .getSetCookie()
    .find(each => each.includes('session_token'))!
    .split(';')[0]!
  const page = await app.request(`http://sinergi.test/evaluasi/isian/${form}`, { headers: { cookie } })
  expect(await page.text()).toContain('Kirim evaluasi')
  expect(await refusal(as(mitra)(inviteAssignment, { id: form }))).toBe('forbidden')
  expect(await refusal(as(admin)(inviteAssignment, { id: await formOf(cycle, agreements[0]!, 'kpu') }))).toBe('conflict')
})

type Inbox = { notices: { id: string; text: string; path: string | null; readAt: string | null }[]; unread: number }
const inbox = async (): Promise<Inbox> => as(mitra)(listNotices)

test('the inbox has one line for each cycle and day, however often and by however many is written; what comes later the same day makes it new', async () => {
  const { cycle, agreements } = await cycleOver('Satu', 'Dua', 'Tiga')
  await as(mitra)(readAllNotices)
  const before = (await inbox()).notices.length
  const forms = await Promise.all(agreements.map(id => formOf(cycle, id, 'partner')))
  await as(admin)(extendAssignment, { id: forms[0]!, until: '2025-12-20', reason: 'Kantor terdampak banjir.' })
  await as(mitra)(readAllNotices)
  await as(sari)(inviteAssignment, { id: forms[0]! })
  const one = await inbox()
  expect([one.unread, one.notices.length, one.notices[0]]).toMatchObject([
    1,
    before + 2,
    { text: `Undangan mengisi evaluasi “Satu”, ${cycle.name}, paling lambat 20 Desember 2025`, path: `/evaluasi/isian/${forms[0]}` },
  ])
  await as(mitra)(readNotice, { id: one.notices[0]!.id })
  expect(await as(admin)(inviteAssignment, { id: forms[0]! })).toEqual({ letters: 0 })
  expect((await inbox()).unread).toBe(0)

  await Promise.all([...forms.map(id => as(sari)(inviteAssignment, { id })), as(admin)(inviteAll, { id: cycle.id })])
  await kernel.jobs.drain(kernel)
  const grown = await inbox()
  expect([grown.unread, grown.notices.length, grown.notices[0]]).toMatchObject([
    1,
    before + 2,
    {
      id: one.notices[0]!.id,
      text: `Undangan mengisi 3 evaluasi, ${cycle.name}; tenggat terdekat 10 Desember 2025`,
      path: `/evaluasi/isian?siklus=${cycle.id}&saya=ya`,
      readAt: null,
    },
  ])
  const page = await browser(mitra)
  const opened = await page.post(`/kotak-masuk/${one.notices[0]!.id}/dibaca`, {})
  expect([opened.status, opened.headers.get('location')]).toEqual([303, grown.notices[0]!.path])
  const list = await (await page.get(grown.notices[0]!.path!)).text()
  expect(forms.map(id => list.includes(`/evaluasi/isian/${id}`))).toEqual([true, true, true])

  now.at = new Date('2025-11-20T17:00:00Z') // the next day in Jakarta
  await as(sari)(inviteAssignment, { id: forms[1]! })
  expect((await inbox()).notices.slice(0, 2).map(({ text }) => text)).toEqual([
    `Undangan mengisi evaluasi “Dua”, ${cycle.name}, paling lambat 10 Desember 2025`,
    `Undangan mengisi 3 evaluasi, ${cycle.name}; tenggat terdekat 10 Desember 2025`,
  ])
  const told = await db.selectFrom('assignment_letter').select('assignment_id').where('assignment_id', 'in', forms).execute()
  expect(told).toHaveLength(4)
})

test('the summary of the day says the one line too, and a reminder with two due days is one letter', async () => {
  const { cycle, agreements } = await cycleOver('Awal', 'Akhir')
  const forms = await Promise.all(agreements.map(id => formOf(cycle, id, 'partner')))
  await as(admin)(extendAssignment, { id: forms[1]!, until: '2025-12-15', reason: 'Kantor terdampak banjir.' })
  await as(mitra)(changePreferences, { mail: ['evaluation.invitation:digest'] })
  await db.deleteFrom('mail_message').execute()
  for (const id of forms) await as(sari)(inviteAssignment, { id })
  expect(await letters()).toEqual([])
  now.at = new Date('2025-11-21T00:00:00Z')
  await kernel.timers.drain(kernel)
  const [summary] = (await letters()).filter(({ subject }) => subject.startsWith('Ringkasan'))
  expect(summary!.body).toContain(`\n- Undangan mengisi 2 evaluasi, ${cycle.name}; tenggat terdekat 10 Desember 2025\n`)
  await as(mitra)(changePreferences, { mail: ['evaluation.invitation:now'] })

  await db.deleteFrom('mail_message').execute()
  now.at = new Date('2025-12-08T00:00:00Z')
  await as(operator)(remindAssignments)
  const [reminder, ...more] = (await letters()).filter(({ to }) => to === 'narahubung')
  expect([more, reminder!.subject]).toEqual([[], 'Pengingat: evaluasi jatuh tempo 10 Desember 2025'])
  expect(reminder!.body).toMatch(/2 isian .+Tenggat terdekat 10 Desember 2025, 2 hari lagi:\n\n- A.+\n- A/)
  expect(reminder!.body).toContain('- Akhir (tenggat 15 Desember 2025)')
  expect((await inbox()).notices[0]!.text).toBe(`2 isian ${cycle.name} belum dikirim; tenggat terdekat 10 Desember 2025`)
})

test('a partner without anybody who can sign in is said so', async () => {
  await db.updateTable('agreement').set({ stage: 'draft' }).execute()
  const id = await agreement('Tanpa narahubung', ['35.10'], [await partner('Mitra sepi')])
  const cycle = await openedCycle(admin, '00')
  expect(await refusal(as(admin)(inviteAssignment, { id: await formOf(cycle, id, 'partner') }))).toBe('conflict')
  expect(await letters()).toEqual([])
})

test('all partners of a cycle are invited in the background, and the page says how far it is', async () => {
  const { cycle } = await cycleOver(...Array.from({ length: 60 }, (_, at) => `Perjanjian ${at}`))
  const page = await browser(admin)
  expect((await page.post(`/evaluasi/${cycle.id}/undangan`, {})).status).toBe(303)
  expect(await as(admin)(showInvitations, { id: cycle.id })).toMatchObject({ total: 60, done: 0, finished: false })
  expect(await (await page.get(`/evaluasi/${cycle.id}`)).text()).toContain('Undangan sedang dikirim')
  expect((await as(admin)(inviteAll, { id: cycle.id })).run.finished).toBe(false)
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showInvitations, { id: cycle.id })).toMatchObject({ total: 60, done: 60, letters: 1, finished: true })
  const [letter, ...more] = await letters()
  expect([more, letter!.to, letter!.subject]).toEqual([[], 'narahubung', `Undangan mengisi 60 evaluasi: ${cycle.name}`])
  expect(letter!.body).toContain('dan 50 lainnya')
  await as(admin)(inviteAll, { id: cycle.id })
  await kernel.jobs.drain(kernel)
  expect(await letters()).toHaveLength(1)
})

test('an invitation whose job was lost goes on when it is asked for again', async () => {
  const { cycle } = await cycleOver('Terputus')
  const lost = { ...kernel, jobs: { ...kernel.jobs, send: async () => {} } }
  await call(lost, admin, inviteAll, { id: cycle.id })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showInvitations, { id: cycle.id })).toMatchObject({ done: 0, finished: false })
  await as(admin)(inviteAll, { id: cycle.id })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showInvitations, { id: cycle.id })).toMatchObject({ done: 1, letters: 1, finished: true })
})

test('reminders go to both sides 21, 14 and 7 days before and weekly after, one letter a person, never twice', async () => {
  const { cycle, agreements } = await cycleOver('Satu', 'Dua')
  const sent = []
  for (let day = 0; day < 60; day++) {
    now.at = new Date(Date.parse('2025-11-05T00:00:00Z') + day * 86_400_000)
    for (const _ of [1, 2]) await as(operator)(remindAssignments)
    for (const { to, subject } of await byReceiver()) sent.push([kernel.clock.today(), to, subject.replace(/:.*/, '')])
    await db.deleteFrom('mail_message').execute()
    if (kernel.clock.today() === '2025-12-20') await submitted(mitra, await formOf(cycle, agreements[0]!, 'partner'))
    if (kernel.clock.today() === '2025-12-20') await submitted(mitra, await formOf(cycle, agreements[1]!, 'partner'))
    await db.deleteFrom('mail_message').execute()
  }
  const both = (day: string, subject: string) => [
    [day, 'narahubung', subject],
    [day, 'sari', subject],
  ]
  expect(sent).toEqual([
    ...both('2025-11-19', 'Pengingat'),
    ...both('2025-11-26', 'Pengingat'),
    ...both('2025-12-03', 'Pengingat'),
    ...both('2025-12-11', 'Evaluasi terlambat'),
    ...both('2025-12-18', 'Evaluasi terlambat'),
    ['2025-12-25', 'sari', 'Evaluasi terlambat'],
  ])
})

test('more time that is given after the last reminder brings reminders of the new due day', async () => {
  const { cycle, agreements } = await cycleOver('Diperpanjang')
  await submitted(mitra, await formOf(cycle, agreements[0]!, 'partner'))
  const form = await formOf(cycle, agreements[0]!, 'kpu')
  const sent: string[] = []
  for (let day = 0; day < 42; day++) {
    now.at = new Date(Date.parse('2025-12-03T00:00:00Z') + day * 86_400_000)
    await db.deleteFrom('mail_message').execute()
    await as(operator)(remindAssignments)
    sent.push(...(await letters()).map(({ subject }) => `${kernel.clock.today()} ${subject.replace(/:.*/, '')}`))
    now.at = new Date(now.at.getTime() + 3_600_000)
    if (kernel.clock.today() === '2025-12-09')
      await as(admin)(extendAssignment, { id: form, until: '2026-01-05', reason: 'Kantor terdampak banjir.' })
  }
  expect(sent).toEqual(['2025-12-03', '2025-12-15', '2025-12-22', '2025-12-29'].map(day => `${day} Pengingat`))
})

test('a reminder names the forms, says how long there is, and leads to the one form or to all of them', async () => {
  const { cycle, agreements } = await cycleOver('Penyuluhan', 'Pertukaran data')
  await submitted(mitra, await formOf(cycle, agreements[0]!, 'partner'))
  await db.deleteFrom('mail_message').execute()
  now.at = new Date('2025-12-08T00:00:00Z')
  await as(operator)(remindAssignments)
  const [partners, offices] = await byReceiver()
  expect([
    partners!.body.includes('- Pertukaran data'),
    partners!.body.includes('- Penyuluhan'),
    partners!.body.includes('/masuk/tautan/'),
  ]).toEqual([true, false, true])
  expect([
    offices!.body.includes('2 isian'),
    offices!.body.includes('2 hari lagi'),
    offices!.body.includes(`http://sinergi.test/evaluasi/isian?siklus=${cycle.id}&saya=ya\n`),
  ]).toEqual([true, true, true])
})

test('the other side is told of a submission, and those who answer of one sent back', async () => {
  const { cycle, agreements } = await cycleOver('Kabar')
  const kpu = await formOf(cycle, agreements[0]!, 'kpu')
  await submitted(sari, kpu, 1, () => ({ suggestion: 'RAHASIA' }))
  await submitted(mitra, await formOf(cycle, agreements[0]!, 'partner'))
  await as(admin)(returnAssignment, { id: kpu, reason: 'Bukti belum lengkap' })
  const all = await letters()
  expect(all.map(({ to, subject }) => [to, subject])).toEqual([
    ['narahubung', expect.stringContaining('sudah mengirim evaluasi')],
    ['sari', 'Kejari Banyuwangi sudah mengirim evaluasi'],
    ['sari', 'Evaluasi dikembalikan untuk diperbaiki: Kabar'],
  ])
  expect(all[0]!.body).toContain('setelah semua pihak mengirim')
  expect(all[1]!.body).toContain('kini dapat dibandingkan')
  expect(JSON.stringify(all)).not.toContain('RAHASIA')
})

test('the home page shows the forms that wait for me, with their due day, and how far the cycle is', async () => {
  const { cycle, agreements } = await cycleOver('Menunggu saya')
  const form = `/evaluasi/isian/${await formOf(cycle, agreements[0]!, 'kpu')}`
  expect(await (await (await browser(sari)).get('/')).text()).toContain(form)
  const boss = await person('Kepala', 'national_admin')
  const [tasks, changed] = (await (await (await browser(boss)).get('/')).text()).split('id="perubahan"')
  expect([tasks!.includes('/evaluasi/isian/'), changed!.includes(form)]).toEqual([false, false])
})

test('people who hold a position that answers are reminded too, those above the office are not', async () => {
  const { cycle } = await cycleOver('Jabatan')
  const position = newId()
  await db.insertInto('position').values({ id: position, name: 'Kasubbag', level: 'regency' }).execute()
  const rina = await person('Rina')
  const { id: office_id } = await db.selectFrom('office').select('id').where('code', '=', '35.10').executeTakeFirstOrThrow()
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: rina.personId!, office_id, position_id: position, from_on: '2024-01-01' })
    .execute()
  const national = await db.selectFrom('office').select('id').where('code', '=', '00').executeTakeFirstOrThrow()
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      position_id: position,
      role: 'office_operator',
      office_id: national.id,
      with_descendants: true,
      from_on: '2024-01-01',
      granted_at: now.at,
    })
    .execute()
  now.at = new Date('2025-12-08T00:00:00Z')
  await as(operator)(remindAssignments)
  expect((await letters()).map(({ to }) => to).sort()).toEqual(['narahubung', 'rina', 'sari'])
  expect(cycle.phase).toBe('open')
})

test('a form of a partner whom nobody can be written to leads to where a contact is noted, and no button promises a letter', async () => {
  const silent = await partner('Lembaga Diam')
  await db.updateTable('agreement').set({ stage: 'draft' }).execute()
  const agreements = [
    await agreement('Tanpa narahubung', ['35.10'], [silent], 1),
    await agreement('Dengan narahubung', ['35.10'], [kejari], 1),
  ]
  const cycle = await openedCycle(admin, '00')
  const [without, reached] = await Promise.all(agreements.map(id => formOf(cycle, id, 'partner')))
  const web = await browser(sari)
  for (const path of [`/evaluasi/isian?siklus=${cycle.id}`, `/evaluasi/${cycle.id}`]) {
    const page = await (await web.get(path)).text()
    expect(page).toContain(`href="/mitra/${silent}/narahubung/baru" aria-label="Catat narahubung: Lembaga Diam"`)
    expect([page.includes(`/${without}/undangan`), page.includes(`/${reached}/undangan`)]).toEqual([false, true])
  }
  expect(await (await web.get(`/evaluasi/isian/${without}`)).text()).toContain(`/mitra/${silent}/narahubung/baru`)
})
