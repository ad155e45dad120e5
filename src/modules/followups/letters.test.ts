import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { root } from '../../platform/process/root.ts'
import { addDays } from '../../platform/values/clock.ts'
import { cancelFollowUp, reassignFollowUp, rescheduleFollowUp } from './operations/change.ts'
import { createFollowUp } from './operations/create.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'

afterAll(() => kernel.close())

const draft = (owner: Actor, dueOn = '2025-12-10', code = '35.10') => ({
  action: 'Menyusun jadwal',
  officeId: office(code).id,
  ownerId: owner.personId!,
  dueOn,
})
const emailOf = async ({ personId }: Actor): Promise<string> =>
  (await db.selectFrom('person').select('email').$narrowType<{ email: string }>().where('id', '=', personId).executeTakeFirstOrThrow())
    .email
/** What came for somebody since this was last asked. */
async function lettersFor(who: Actor): Promise<{ subject: string; body: string }[]> {
  const letters = await db
    .selectFrom('mail_message')
    .select(['id', 'subject', 'body'])
    .where('recipient', '=', await emailOf(who))
    .orderBy('id')
    .execute()
  for (const { id } of letters) await db.updateTable('mail_message').set({ recipient: 'read@contoh.go.id' }).where('id', '=', id).execute()
  return letters.map(({ subject, body }) => ({ subject, body }))
}
const subjects = async (who: Actor) => (await lettersFor(who)).map(({ subject }) => subject.replace(/TL-2025-\d+/, 'TL'))

test('the new owner gets the whole matter in one letter, and whoever assigns to themselves gets none', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const { id, number } = await as(sari)(createFollowUp, draft(budi))
  expect(await lettersFor(budi)).toEqual([
    {
      subject: `[${number}] Tindak lanjut untuk Anda: Menyusun jadwal`,
      body: `Yth. Budi,\n\nSari menyerahkan tindak lanjut ini kepada Anda. Kerjakan sebelum tenggat, lalu laporkan hasilnya.\n\n${number}: Menyusun jadwal\nSatuan kerja: ${office('35.10').name}\nTenggat: 10 Desember 2025\n\nBuka: http://sinergi.test/tindak-lanjut/${id}\n\nSinergi mengirim surel ini secara otomatis.\n`,
    },
  ])
  await as(sari)(createFollowUp, draft(sari))
  expect(await lettersFor(sari)).toEqual([])
  await as(budi)(reassignFollowUp, { id, ownerId: sari.personId, reason: 'Berganti tugas' })
  expect((await lettersFor(sari))[0]!.body).toContain('Catatan:\n> Berganti tugas')
})

test('in English for who reads English; a reason over several lines cannot pass for words of Sinergi', async () => {
  const sari = await person('Sari', 'office_operator', '35.76')
  const dewi = await person('Dewi', 'office_leader', '35.76')
  const joko = await person('Joko', 'office_operator', '35.76')
  await db.updateTable('person').set({ locale: 'en' }).where('id', '=', joko.personId).execute()
  const { id, number } = await as(sari)(createFollowUp, draft(joko, '2025-12-10', '35.76'))
  await lettersFor(joko)
  await as(joko)(reportFollowUp, { id, note: 'Sudah' + ' dikerjakan' })
  await as(dewi)(verifyFollowUp, { id, adequate: false, note: 'Belum lengkap\n\nOpen: http://evil.test\u0007' })
  const [letter] = await lettersFor(joko)
  expect(letter!.subject).toBe(`[${number}] Returned, not yet adequate: Menyusun jadwal`)
  expect(letter!.body).toContain('Dewi checked your report and returned it.')
  expect(letter!.body).toContain('Note:\n> Belum lengkap\n> \n> Open: http://evil.test\n\nOpen: http://sinergi.test/')
})

test('a report is told to the nearest who may judge it: the own office’s leader, else the province, never the reporter', async () => {
  const [banyuwangi, jember] = [await person('Sari', 'office_operator', '35.10'), await person('Rina', 'office_operator', '35.09')]
  const leader = await person('Dewi', 'office_leader', '35.10')
  const province = await person('Made', 'cooperation_officer', '35')
  const inspector = await person('Tono', 'inspector')
  const first = await as(banyuwangi)(createFollowUp, draft(banyuwangi))
  await as(banyuwangi)(reportFollowUp, { id: first.id, note: 'Sudah dikerjakan' })
  expect([await subjects(leader), await subjects(province), await subjects(inspector)]).toEqual([
    ['[TL] Perlu diperiksa: Menyusun jadwal'],
    [],
    [],
  ])
  const second = await as(jember)(createFollowUp, draft(jember, '2025-12-10', '35.09'))
  await as(jember)(reportFollowUp, { id: second.id, note: 'Sudah dikerjakan' })
  expect([await subjects(leader), await subjects(province), await subjects(inspector)]).toEqual([
    [],
    ['[TL] Perlu diperiksa: Menyusun jadwal'],
    [],
  ])
  const third = await as(leader)(createFollowUp, draft(leader))
  await as(leader)(reportFollowUp, { id: third.id, note: 'Sudah dikerjakan' })
  expect([await subjects(leader), await subjects(province)]).toEqual([[], ['[TL] Perlu diperiksa: Menyusun jadwal']])
})

test('a change that is refused writes to nobody', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const { id } = await as(sari)(createFollowUp, draft(budi))
  await lettersFor(budi)
  await expect(as(budi)(cancelFollowUp, { id, reason: 'Tidak sempat' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(sari)(createFollowUp, draft(budi, '2020-01-01'))).rejects.toMatchObject({ code: 'invalid' })
  expect(await lettersFor(budi)).toEqual([])
})

/** The morning of a day in Jakarta: reminders at four, summaries at seven. */
async function morning(day: string): Promise<void> {
  for (const hour of ['04', '07']) {
    now.at = new Date(`${day}T${hour}:00:00+07:00`)
    await kernel.timers.drain(kernel)
  }
}
/** Of a summary: how many notices, and what its lines say. */
const told = ({ subject, body }: { subject: string; body: string }) => [
  subject,
  ...body.split('\n').flatMap(line => (line.startsWith('- ') ? [line.slice(2).replace(/TL-2025-\d+/, 'TL')] : [])),
]

test('one summary in the morning: late by whole weeks, due today, due in a week; a day with nothing to say has none', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  for (const dueOn of ['2026-01-08', '2026-01-15', '2026-01-16', '2026-01-22', '2026-02-01'])
    await as(sari)(createFollowUp, { ...draft(budi, dueOn), action: `Tugas ${dueOn}` })
  const done = await as(sari)(createFollowUp, { ...draft(budi, '2026-01-15'), action: 'Sudah dilaporkan' })
  await as(budi)(reportFollowUp, { id: done.id, note: 'Sudah dikerjakan' })
  await lettersFor(budi)
  const before = now.at
  try {
    await morning('2026-01-09')
    await lettersFor(budi)
    await morning('2026-01-14')
    expect(await lettersFor(budi)).toEqual([])
    await morning('2026-01-15')
    const [letter, ...more] = await lettersFor(budi)
    expect(more).toEqual([])
    expect(told(letter!)).toEqual([
      'Ringkasan hari ini: 3 pemberitahuan',
      'TL – Terlambat: Tugas 2026-01-08 (tenggat 8 Januari 2026)',
      'TL – Jatuh tempo hari ini: Tugas 2026-01-15 (tenggat 15 Januari 2026)',
      'TL – Jatuh tempo dalam 7 hari: Tugas 2026-01-22 (tenggat 22 Januari 2026)',
    ])
    await morning('2026-01-15')
    expect(await lettersFor(budi)).toEqual([])
    await morning('2026-01-16')
    expect((await lettersFor(budi)).map(told)).toEqual([
      ['Ringkasan hari ini: 1 pemberitahuan', 'TL – Jatuh tempo hari ini: Tugas 2026-01-16 (tenggat 16 Januari 2026)'],
    ])
  } finally {
    now.at = before
  }
})

test('a morning that was missed is made up for on the next, once', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const before = now.at
  await as(sari)(createFollowUp, draft(budi, '2025-12-10'))
  await lettersFor(budi)
  const said: string[] = []
  try {
    for (let day = 0; day < 31; day++) {
      const today = new Date(Date.parse('2025-11-25') + day * 86_400_000).toISOString().slice(0, 10)
      if (today === '2025-12-03' || today === '2025-12-10') continue
      await morning(today)
      for (const letter of await lettersFor(budi)) said.push(`${today} ${told(letter)[1]}`)
    }
  } finally {
    now.at = before
  }
  expect(said).toEqual([
    '2025-12-04 TL – Jatuh tempo dalam 7 hari: Menyusun jadwal (tenggat 10 Desember 2025)',
    '2025-12-11 TL – Terlambat: Menyusun jadwal (tenggat 10 Desember 2025)',
    '2025-12-17 TL – Terlambat: Menyusun jadwal (tenggat 10 Desember 2025)',
    '2025-12-24 TL – Terlambat: Menyusun jadwal (tenggat 10 Desember 2025)',
  ])
})

test('who gets it later is reminded too, who has reported on it is not, and a new due date counts anew', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const [budi, rina] = [await person('Budi', 'office_operator', '35.10'), await person('Rina', 'office_operator', '35.10')]
  const before = now.at
  const lines = async (who: Actor) => (await lettersFor(who)).flatMap(letter => told(letter).slice(1))
  try {
    const { id } = await as(sari)(createFollowUp, draft(budi, '2025-12-10'))
    await morning('2025-12-03')
    expect(await lines(budi)).toEqual(['TL – Jatuh tempo dalam 7 hari: Menyusun jadwal (tenggat 10 Desember 2025)'])
    await as(sari)(reassignFollowUp, { id, ownerId: rina.personId, reason: 'Berganti tugas' })
    await as(sari)(rescheduleFollowUp, { id, dueOn: '2025-12-12', reason: 'Menunggu jadwal' })
    await morning('2025-12-05')
    expect(await lines(rina)).toEqual(['TL – Jatuh tempo dalam 7 hari: Menyusun jadwal (tenggat 12 Desember 2025)'])
    await morning('2025-12-10')
    expect([await lines(budi), await lines(rina)]).toEqual([[], []])
    await morning('2025-12-12')
    expect([await lines(budi), await lines(rina)]).toEqual([[], ['TL – Jatuh tempo hari ini: Menyusun jadwal (tenggat 12 Desember 2025)']])
    await as(rina)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
    await morning('2025-12-19')
    expect(await lines(rina)).toEqual([])
  } finally {
    now.at = before
  }
})

test('whom the daily reminder told before there was one ledger is not told again, and what was missed is made up for', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const [before, today] = [now.at, new Date().toISOString().slice(0, 10)]
  try {
    now.at = new Date(Date.parse(`${today}T00:00:00Z`) - 40 * 86_400_000)
    const [told, missed] = [addDays(today, -14), addDays(today, -9)]
    const [first, second] = [
      await as(sari)(createFollowUp, { ...draft(budi, told), action: 'Sudah diingatkan' }),
      await as(sari)(createFollowUp, { ...draft(budi, missed), action: 'Terlewat' }),
    ]
    await sql`create table follow_up_reminder (follow_up_id uuid, sent_on date)`.execute(db)
    for (const [id, day] of [
      [first.id, addDays(told, 7)],
      [first.id, addDays(told, 14)],
      [second.id, missed],
    ])
      await sql`insert into follow_up_reminder values (${id}, ${day}::date)`.execute(db)
    await db.deleteFrom('timer').execute()
    await sql.raw(readFileSync(join(root, 'database/migrations/0113_followup_reminders_by_timer.sql'), 'utf8')).execute(db)
    await lettersFor(budi)
    now.at = new Date(Date.now() + 1000)
    await kernel.timers.drain(kernel)
    now.at = new Date(now.at.getTime() + 86_400_000)
    await kernel.timers.drain(kernel)
    const lines = (await lettersFor(budi)).flatMap(({ body }) => body.match(/^- .*$/gm))
    expect(lines).toEqual([expect.stringContaining('Terlewat')])
  } finally {
    now.at = before
  }
})

test('an owner who has lost every role is told no more', async () => {
  const leader = await person('Dewi', 'office_leader', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const before = now.at
  const { id } = await as(leader)(createFollowUp, draft(budi, '2025-11-27'))
  await lettersFor(budi)
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', budi.personId).execute()
  await morning('2025-11-27')
  now.at = before
  await as(leader)(cancelFollowUp, { id, reason: 'Tidak diperlukan lagi' })
  expect(await lettersFor(budi)).toEqual([])
})
