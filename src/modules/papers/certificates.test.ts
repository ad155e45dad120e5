import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSameInAll } from '../../../test/paper-forms.ts'
import { invitedMeeting, noted } from '../../../test/paper-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { downloadCertificates, listCertificates, setCertificateRule } from './operations/certificates.ts'
import { listPapers, showPaper } from './operations/papers.ts'
import { attendedBy } from './rules/certificates.ts'
import type { CertificatePage } from './schema/certificates.ts'
import type { MeetingPapers } from './schema/papers.ts'

let officer: Actor, sari: Actor, beside: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  sari = await person('Sari', 'office_operator', '35.10', false)
  beside = await person('Rina', 'office_operator', '35.12', false)
})
afterAll(() => kernel.close())

const page = (meeting: string, by = officer, more: object = {}): Promise<CertificatePage> => as(by)(listCertificates, { meeting, ...more })
const state = (id: string, state: 'running' | 'ended' | 'reported') =>
  db.updateTable('meeting').set({ state }).where('id', '=', id).execute()

/** Wahyu was at all three sessions, Sari at one and Dewi in her place at another, Rina at one, the guest at none. */
async function attended() {
  now.at = new Date('2026-03-10T02:30:00Z')
  const { id, opening, lesson, closing, people } = await invitedMeeting(officer, sari)
  await state(id, 'running')
  for (const [session, at] of [
    [opening, '2026-03-10T02:05:00Z'],
    [lesson, '2026-03-10T03:05:00Z'],
    [closing, '2026-03-11T02:05:00Z'],
  ] as const) {
    now.at = new Date(Date.parse(at) + 600_000)
    await noted(officer, id, session, people.wahyu, at)
    if (session === opening) await noted(officer, id, session, people.sari, at)
    if (session === lesson) await noted(officer, id, session, people.sari, at, { proxy: 'Dewi Wakil' })
    if (session === closing) await noted(officer, id, session, people.rina, at)
  }
  return { id, people }
}

test('whoever was at enough of the sessions meant for them gets one, a proxy in their own name, once the meeting has ended', async () => {
  const { id, people } = await attended()
  expect(await page(id)).toMatchObject({ percent: null, held: false, given: 0, total: 5, mayWrite: true })
  await as(officer)(setCertificateRule, { meeting: id, percent: 33, rev: 0 })
  const before = await page(id)
  expect(before.lines.map(({ name, behalfOf, attended, sessions, gets }) => [name, behalfOf, attended, sessions, gets])).toEqual([
    ['Wahyu', null, 3, 3, true],
    ['Sari', null, 1, 3, true],
    ['Dewi Wakil', 'Sari', 1, 3, true],
    ['Rina', null, 1, 3, true],
    ['Tamu', null, 0, 3, false],
  ])
  const asked = { meeting: id, kind: 'certificate' as const, of: people.wahyu }
  await expect(as(officer)(showPaper, asked)).rejects.toMatchObject({ code: 'conflict' })
  await expect(as(officer)(downloadCertificates, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
  await state(id, 'ended')
  const paper = await expectSameInAll(officer, asked)
  expect(paper.number).toMatch(/\/SERT\/[0-9A-F]{8}$/)
  expect(JSON.stringify(paper.blocks)).toContain('hadir di 3 dari 3 sesi')
  const proxy = before.lines[2]!
  const theirs = await expectSameInAll(officer, { ...asked, of: proxy.of })
  expect(theirs.blocks[1]).toMatchObject({
    rows: [
      ['Nama', 'Dewi Wakil'],
      ['Mewakili', `Sari, ${office('35.10').name}`],
    ],
  })
  await as(officer)(setCertificateRule, { meeting: id, percent: 34, rev: 1 })
  await expect(as(officer)(showPaper, { ...asked, of: people.sari })).rejects.toMatchObject({ code: 'conflict' })
  expect((await page(id)).given).toBe(1)
  const { chunks, name } = (await as(officer)(downloadCertificates, { meeting: id })) as { chunks: AsyncIterable<Uint8Array>; name: string }
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  expect([name.endsWith('.pdf'), Buffer.concat(parts).subarray(0, 5).toString()]).toEqual([true, '%PDF-'])
})

test('the condition is set by whoever runs the meeting, of two at once once, and not once it is reported', async () => {
  const { id } = await attended()
  const set = (by: Actor, percent: number, rev: number) => as(by)(setCertificateRule, { meeting: id, percent, rev })
  await expect(set(sari, 1, 0)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(set(beside, 1, 0)).rejects.toMatchObject({ code: 'not_found' })
  for (const percent of [0, 101, 1.5]) await expect(set(officer, percent, 0)).rejects.toMatchObject({ code: 'invalid' })
  await set(officer, 80, 0)
  await set(officer, 70, 1)
  await expect(set(officer, 60, 1)).rejects.toMatchObject({ code: 'conflict' })
  await state(id, 'reported')
  await expect(set(officer, 60, 2)).rejects.toMatchObject({ code: 'conflict' })
  expect(await page(id)).toMatchObject({ percent: 70, mayWrite: false })
  const { rows } = { rows: await db.selectFrom('revision').select('before').where('table_name', '=', 'meeting_certificate').execute() }
  expect(JSON.stringify(rows)).toContain('80')
})

test('another office sees its own people and their certificates, one’s own is among the papers, a stranger sees nothing', async () => {
  const { id, people } = await attended()
  await as(officer)(setCertificateRule, { meeting: id, percent: 30, rev: 0 })
  const own = async () => {
    const { papers }: MeetingPapers = await as(sari)(listPapers, { meeting: id })
    return papers.filter(({ kind }) => kind === 'certificate').map(({ of, ready }) => [of, ready])
  }
  expect(await own()).toEqual([[people.sari, false]])
  await state(id, 'ended')
  expect(await own()).toEqual([[people.sari, true]])
  expect((await page(id, sari)).lines.map(({ name }) => name)).toEqual(['Sari', 'Dewi Wakil'])
  await expect(as(sari)(showPaper, { meeting: id, kind: 'certificate', of: people.wahyu })).rejects.toMatchObject({ code: 'not_found' })
  await expect(page(id, beside)).rejects.toMatchObject({ code: 'not_found' })
  expect((await (await program(null))('GET', `/meetings/${id}/certificates`)).status).toBe(401)
  await db.updateTable('meeting_invitee').set({ withdrawn_at: now.at, withdrawn_reason: 'Keliru' }).where('id', '=', people.wahyu).execute()
  expect((await page(id)).lines.map(({ name }) => name)).not.toContain('Wahyu')
})

test('on the page the condition is set without a script, what is wrong is said, and the list takes as many statements for one as for many', async () => {
  const { id, people } = await attended()
  const { get, post } = await browser(officer)
  const address = `/rapat/${id}/sertifikat`
  expect(await (await get(`/rapat/${id}/naskah`)).text()).toContain(address)
  const wrong = await post(address, { percent: 'banyak', rev: '0' })
  expect([wrong.status, (await wrong.text()).includes('value="banyak"')]).toEqual([422, true])
  expect((await post(address, { percent: '50', rev: '0' })).status).toBe(303)
  expect(await (await get(address)).text()).toContain('1 dari 5 orang sudah memenuhi syarat')
  await state(id, 'ended')
  const text = await (await get(address)).text()
  expect(text).toContain(`/rapat/${id}/naskah/sertifikat?untuk=${people.wahyu}`)
  expect((await get(`${address}/pdf`)).headers.get('content-type')).toBe('application/pdf')
  expect(await (await (await browser(sari)).get(address)).text()).toContain('paling sedikit 50 %')
  const many = await countQueries(() => page(id))
  await db.deleteFrom('attendance_event').where('meeting_id', '=', id).where('invitee_id', '<>', people.wahyu).execute()
  await db.deleteFrom('meeting_invitee').where('meeting_id', '=', id).where('id', 'not in', [people.wahyu]).execute()
  expect(await countQueries(() => page(id))).toBe(many)
})

test('of many sessions exactly the share that was set is enough', () => {
  const seats = (present: number, of: number) =>
    Array.from({ length: of }, (_, at) => ({ status: at < present ? 'present' : 'absent', proxy: null }))
  for (let of = 1; of <= 30; of++)
    for (let present = 0; present <= of; present++)
      for (const percent of [1, 33, 50, 80, 100])
        expect([of, present, percent, attendedBy('x', seats(present, of), percent)[0]!.gets]).toEqual([
          ...[of, present, percent],
          present > 0 && present / of >= percent / 100 - 1e-9,
        ])
  expect(attendedBy('x', [], 1)[0]!.gets).toBe(false)
})
