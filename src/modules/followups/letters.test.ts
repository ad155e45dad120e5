import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/permissions/actor.ts'
import { followUpJobs } from './jobs.ts'
import { cancelFollowUp, reassignFollowUp } from './operations/change.ts'
import { createFollowUp } from './operations/create.ts'
import { remindOwners } from './operations/remind.ts'
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
  expect(letter!.body).toContain('Dewi looked at your report and returned it.')
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

test('each morning one letter an owner: late by whole weeks, due today, due in a week; a second run on that day adds nothing', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  for (const dueOn of ['2026-01-08', '2026-01-15', '2026-01-16', '2026-01-22', '2026-02-01'])
    await as(sari)(createFollowUp, { ...draft(budi, dueOn), action: `Tugas ${dueOn}` })
  const done = await as(sari)(createFollowUp, { ...draft(budi, '2026-01-15'), action: 'Sudah dilaporkan' })
  await as(budi)(reportFollowUp, { id: done.id, note: 'Sudah dikerjakan' })
  await lettersFor(budi)
  const before = now.at
  try {
    now.at = new Date('2026-01-09T00:00:00Z')
    await as(operator)(remindOwners)
    await lettersFor(budi)
    now.at = new Date('2026-01-15T00:00:00Z')
    await as(operator)(remindOwners)
    const [letter, ...more] = await lettersFor(budi)
    expect(more).toEqual([])
    expect(letter!.subject).toBe('1 tindak lanjut Anda terlambat')
    expect(letter!.body.match(/Terlambat:|Jatuh tempo [^\n]*:|Tugas \S+/g)).toEqual([
      'Terlambat:',
      'Tugas 2026-01-08',
      'Jatuh tempo hari ini:',
      'Tugas 2026-01-15',
      'Jatuh tempo dalam 7 hari:',
      'Tugas 2026-01-22',
    ])
    expect(await as(operator)(remindOwners)).toEqual({ letters: 0, followUps: 0 })
    now.at = new Date('2026-01-16T00:00:00Z')
    await kernel.jobs.send(db, followUpJobs[0]!.name, {})
    await kernel.jobs.drain(kernel)
    expect((await lettersFor(budi)).map(({ subject }) => subject)).toEqual(['1 tindak lanjut Anda mendekati tenggat'])
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
  const told: string[] = []
  try {
    for (let day = 0; day < 31; day++) {
      now.at = new Date(Date.parse('2025-11-25T00:00:00Z') + day * 86_400_000)
      const today = kernel.clock.today()
      if (today === '2025-12-03' || today === '2025-12-10') continue
      await as(operator)(remindOwners)
      for (const { subject } of await lettersFor(budi)) told.push(`${today} ${subject}`)
    }
  } finally {
    now.at = before
  }
  expect(told).toEqual([
    '2025-12-04 1 tindak lanjut Anda mendekati tenggat',
    '2025-12-11 1 tindak lanjut Anda terlambat',
    '2025-12-17 1 tindak lanjut Anda terlambat',
    '2025-12-24 1 tindak lanjut Anda terlambat',
  ])
})

test('an owner who has lost every role is written to no more', async () => {
  const leader = await person('Dewi', 'office_leader', '35.10')
  const budi = await person('Budi', 'office_operator', '35.10')
  const { id } = await as(leader)(createFollowUp, draft(budi, '2025-11-27'))
  await lettersFor(budi)
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', budi.personId).execute()
  await as(operator)(remindOwners)
  await as(leader)(cancelFollowUp, { id, reason: 'Tidak diperlukan lagi' })
  expect(await lettersFor(budi)).toEqual([])
})
