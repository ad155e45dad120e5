import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { cancelFollowUp } from '../followups/operations/change.ts'
import { showFollowUp } from '../followups/operations/read.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { verifyFollowUp } from '../followups/operations/verify.ts'
import type { FollowUp } from '../followups/schema.ts'
import { startMeeting } from '../meetings/operations/lifecycle.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { beginMinutes } from './operations/begin.ts'
import { addDecision, changeDecision, removeDecision } from './operations/decisions.ts'
import { listDecisions, listOpenBefore, showDecision } from './operations/decisions-read.ts'
import { exportDecisions } from './operations/export.ts'
import { linkDecision, planDecision, unlinkDecision } from './operations/follow.ts'
import { approveMinutes, distributeMinutes, sendMinutes, verifyMinutes } from './operations/lifecycle.ts'
import { addPassage } from './operations/passages.ts'
import { showMinutes } from './operations/read.ts'
import type { DecisionDetail } from './schema/decisions.ts'
import type { MinutesDetail } from './schema/minutes.ts'

let sari: Actor, budi: Actor, rina: Actor, wahyu: Actor, reader: Actor, beside: Actor, judge: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  rina = await person('Rina', 'office_operator', '35.11', false)
  wahyu = await person('Wahyu', 'office_leader', '35', true)
  reader = await person('Endang', 'inspector', '35.10', false)
  beside = await person('Nana', 'office_operator', '35.12', false)
  judge = await person('Joko', 'office_leader', '35.11', false)
})
afterAll(() => kernel.close())

/** Minutes of a meeting of office 35.10 without sessions, begun by Sari. */
async function underWay(startsAt = '2026-03-01T09:00', kind = 'rakor') {
  const plan = { kindId: meetingKindId(kind), office: '35.10', mode: 'onsite', place: 'Aula', objectives: [] }
  const { id, rev, number } = await as(sari)(createMeeting, { ...plan, title: `Rapat ${startsAt}`, startsAt, endsAt: null })
  await as(sari)(startMeeting, { id, rev })
  const minutes: MinutesDetail = await as(sari)(beginMinutes, { meeting: id })
  await as(sari)(addPassage, { minutes: minutes.id, speaker: 'Ketua', text: 'Rapat dibuka.', conclusion: '' })
  return { meeting: id, number, minutes: minutes.id }
}
async function approve(minutes: string, distribute = true): Promise<MinutesDetail> {
  const rev = async () => (await as(sari)(showMinutes, { id: minutes })).rev
  await as(sari)(sendMinutes, { id: minutes, rev: await rev() })
  const approved: MinutesDetail = await as(budi)(approveMinutes, { id: minutes, rev: await rev() })
  return distribute ? as(budi)(distributeMinutes, { id: minutes, rev: approved.rev }) : approved
}
const draft = (more: object = {}) => ({ kind: 'decision', text: 'Menetapkan narahubung tetap', result: 'adopted', ...more })
const decide = (minutes: string, more: object = {}): Promise<DecisionDetail> => as(sari)(addDecision, { ...draft(more), minutes })
const seen = async (actor: Actor, id: string) => (await as(actor)(showDecision, { id }).catch(error => error.code)) as DecisionDetail

test('a decision has the next number of its meeting, also after one that was taken out, and its result says what belongs to it', async () => {
  const { minutes, number } = await underWay()
  const first = await decide(minutes, { dueOn: '2026-04-01' })
  const second = await decide(minutes, { kind: 'recommendation', result: 'postponed', postponedOn: '2026-05-01', referredTo: '35.11' })
  expect([first.number, second.number, second.referredTo, second.postponedOn]).toEqual([`${number}/1`, `${number}/2`, null, '2026-05-01'])
  await as(sari)(removeDecision, { id: second.id, rev: 0 })
  expect((await decide(minutes, { result: 'noted' })).number).toBe(`${number}/3`)
  await expect(as(sari)(addDecision, { ...draft({ result: 'postponed' }), minutes })).rejects.toMatchObject({
    fields: { postponedOn: [{}] },
  })
  await expect(as(sari)(addDecision, { ...draft({ result: 'referred' }), minutes })).rejects.toMatchObject({ fields: { referredTo: [{}] } })
  await expect(as(sari)(addDecision, { ...draft({ office: '35.10', body: 'Dewan Pers' }), minutes })).rejects.toMatchObject({
    fields: { office: [{}] },
  })
  await expect(as(sari)(addDecision, { ...draft({ office: '35.11' }), minutes })).rejects.toMatchObject({ fields: { office: [{}] } })
  const upwards = await decide(minutes, { office: office('35').name })
  expect(upwards.addressee).toMatchObject({ kind: 'office', id: office('35').id })
  await expect(as(reader)(addDecision, { ...draft(), minutes })).rejects.toMatchObject({ code: 'not_found' })
  await approve(minutes)
  await expect(as(sari)(changeDecision, { ...draft(), id: first.id, rev: first.rev })).rejects.toMatchObject({ code: 'conflict' })
  await db.updateTable('decision').set({ text: 'Menetapkan narahubung lain' }).where('id', '=', first.id).execute()
  expect(await as(sari)(verifyMinutes, { id: minutes })).toMatchObject({ isKept: true, isSame: false })
})

test('before its minutes are distributed only those who write them read a decision, and after that whom it is addressed to, by every door', async () => {
  const { minutes, meeting } = await underWay()
  const mine = await as(wahyu)(addDecision, { ...draft({ office: '35.11', dueOn: '2026-04-01' }), minutes })
  const other = await decide(minutes, { text: 'Tentang hal lain sama sekali', continues: '' })
  const { id } = mine as DecisionDetail
  const reaches = async (actor: Actor) => {
    const here = await browser(actor)
    const file = async () => {
      const answer = await here.get('/api/v1/decisions/export?format=json')
      return (await answer.text()).includes(id)
    }
    return [
      typeof (await seen(actor, id)) === 'object',
      (await as(actor)(listDecisions, {})).decisions.some((each: { id: string }) => each.id === id),
      await file(),
      (await here.get(`/keputusan/${id}`)).status,
      (await (await here.get('/cari?q=narahubung')).text()).includes(id),
      (await here.get(`/komentar/pada/decision/${id}`)).status === 200,
    ]
  }
  const nothing = [false, false, false, 404, false, false]
  for (const actor of [rina, reader, beside]) expect(await reaches(actor)).toEqual(nothing)
  await approve(minutes, false)
  for (const actor of [rina, reader, beside]) expect(await reaches(actor)).toEqual(nothing)
  const { rev } = await as(sari)(showMinutes, { id: minutes })
  await as(budi)(distributeMinutes, { id: minutes, rev })
  expect((await reaches(rina)).slice(0, 5)).toEqual([true, true, true, 200, true])
  expect((await reaches(reader)).slice(0, 5)).toEqual([true, true, true, 200, true])
  expect(await reaches(beside)).toEqual(nothing)
  expect(await seen(rina, other.id)).toBe('not_found')
  const page = await (await (await browser(rina)).get(`/keputusan/${id}`)).text()
  expect([page.includes(`href="/rapat/${meeting}"`), page.includes(`href="/notula/${minutes}"`)]).toEqual([false, false])
  const trail = await db.selectFrom('audit_event').select('changes').where('subject_id', '=', id).execute()
  expect(JSON.stringify(trail)).not.toContain('narahubung')
})

test('one press makes a follow-up, each page leads to the other, and the decision is done once it is verified', async () => {
  const { minutes } = await underWay()
  const { id } = (await as(wahyu)(addDecision, { ...draft({ office: '35.11', dueOn: '2026-04-01' }), minutes })) as DecisionDetail
  const plan = { id, action: 'Menetapkan narahubung tetap', ownerId: rina.personId, dueOn: '2026-04-01' }
  await expect(as(rina)(planDecision, plan)).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(wahyu)(planDecision, plan)).rejects.toMatchObject({ code: 'conflict' })
  await approve(minutes)
  expect((await seen(rina, id)).status).toBe('waiting')
  await expect(as(sari)(planDecision, plan)).rejects.toMatchObject({ code: 'forbidden' })
  const here = await browser(rina)
  const form = await (await here.get(`/keputusan/${id}/tindak-lanjut`)).text()
  for (const filled of ['value="Menetapkan narahubung tetap"', 'value="2026-04-01"']) expect(form).toContain(filled)
  expect(form).toMatch(/<option value="[0-9a-f-]{36}" selected>/)
  expect((await here.post(`/keputusan/${id}/tindak-lanjut`, { ...plan, id: '', ownerId: rina.personId! })).status).toBe(303)
  const after = await seen(rina, id)
  expect(after).toMatchObject({ status: 'underway', overdue: false, linked: [{ origin: { kind: 'decision', id } }] })
  const [followUp] = after.linked as [FollowUp]
  expect(await as(rina)(showFollowUp, { id: followUp.id })).toMatchObject({
    grounds: { text: 'Menetapkan narahubung tetap', path: `/keputusan/${id}` },
    originPage: `/keputusan/${id}`,
  })
  expect(await (await here.get(`/tindak-lanjut/${followUp.id}`)).text()).toContain(`href="/keputusan/${id}"`)
  expect(await (await here.get(`/keputusan/${id}`)).text()).toContain(`href="/tindak-lanjut/${followUp.id}"`)
  now.at = new Date('2026-04-05T02:00:00Z')
  expect(await seen(rina, id)).toMatchObject({ status: 'underway', overdue: true })
  await as(rina)(reportFollowUp, { id: followUp.id, note: 'Sudah ditetapkan.', evidence: [] })
  await as(judge)(verifyFollowUp, { id: followUp.id, adequate: true })
  expect(await seen(rina, id)).toMatchObject({ status: 'done', overdue: false })
  now.at = new Date('2026-03-01T02:00:00Z')

  const second = await as(rina)(planDecision, { ...plan, dueOn: '2026-05-01' })
  await as(judge)(cancelFollowUp, { id: second.id, reason: 'Keliru dibuat' })
  expect((await seen(rina, id)).status).toBe('done')
  await as(rina)(unlinkDecision, { id, followUp: followUp.number })
  expect((await seen(rina, id)).status).toBe('waiting')
  await as(rina)(linkDecision, { id, followUp: followUp.number })
  await expect(as(rina)(linkDecision, { id, followUp: followUp.number })).rejects.toMatchObject({ fields: { followUp: [{}] } })
  expect((await seen(rina, id)).status).toBe('done')
})

test('the next meeting of the kind opens with what is still open, the overdue first, and a matter is traced through its meetings', async () => {
  const first = await underWay('2026-02-01T09:00', 'monev')
  const late = await decide(first.minutes, { text: 'Melaporkan capaian', dueOn: '2026-02-15' })
  const put = await decide(first.minutes, { text: 'Membahas anggaran', result: 'postponed', postponedOn: '2026-06-01' })
  await decide(first.minutes, { text: 'Mencatat laporan', result: 'noted' })
  const passed = await as(wahyu)(addDecision, {
    ...draft({ text: 'Memperbarui pedoman', result: 'referred', referredTo: '35.11' }),
    minutes: first.minutes,
  })
  await decide(first.minutes, { text: 'Menolak usul', result: 'rejected' })
  const elsewhere = await underWay('2026-02-02T09:00', 'pleno')
  await decide(elsewhere.minutes, { text: 'Bukan jenis ini', dueOn: '2026-02-10' })
  await approve(elsewhere.minutes)
  const second = await underWay('2026-03-01T09:00', 'monev')
  const open = async () => as(sari)(listOpenBefore, { meeting: second.meeting })
  expect((await open()).total).toBe(0)
  await approve(first.minutes)
  expect(await open()).toMatchObject({
    total: 3,
    overdue: 1,
    isAhead: true,
    decisions: [{ id: late.id, overdue: true }, { id: put.id }, { id: passed.id, overdue: false }], // without a day it is never late
  })
  const page = await (await (await browser(sari)).get(`/rapat/${second.meeting}`)).text()
  expect(page.indexOf('id="masih-terbuka"')).toBeGreaterThan(0)
  expect(page.indexOf('id="masih-terbuka"')).toBeLessThan(page.indexOf('<dl class="definitions"'))
  expect(await as(reader)(listOpenBefore, { meeting: second.meeting })).toMatchObject({ total: 3 })

  const next = await decide(second.minutes, { text: 'Anggaran disetujui', dueOn: '2026-04-01', continues: put.number })
  expect((await seen(sari, put.id)).status).toBe('waiting')
  await expect(as(sari)(addDecision, { ...draft({ continues: next.number }), minutes: first.minutes })).rejects.toMatchObject({
    code: 'conflict',
  })
  await approve(second.minutes)
  const third = await underWay('2026-03-20T09:00', 'monev')
  await expect(as(sari)(addDecision, { ...draft({ continues: 'RP-1999-0001/9' }), minutes: third.minutes })).rejects.toMatchObject({
    fields: { continues: [{}] },
  })
  const last = await decide(third.minutes, { text: 'Anggaran dicairkan', result: 'noted', continues: next.id })
  await approve(third.minutes)
  expect((await seen(sari, put.id)).status).toBe('continued')
  expect((await seen(reader, next.id)).matter.map(({ id, turn, status }) => [id, turn, status])).toEqual([
    [put.id, 0, 'continued'],
    [next.id, 1, 'continued'],
    [last.id, 2, 'closed'],
  ])
  expect(await (await (await browser(sari)).get(`/keputusan/${next.id}`)).text()).toContain('id="perjalanan"')
})

test('a list takes as many statements for one row as for many, and is filtered by meeting, result, addressee and what is late', async () => {
  const one = await countQueries(() => as(sari)(listDecisions, { most: 1 }))
  const many = await countQueries(() => as(sari)(listDecisions, { most: 50 }))
  expect(many).toBe(one)
  const all = await as(sari)(listDecisions, {})
  expect(all.total).toBeGreaterThan(8)
  const postponed = await as(sari)(listDecisions, { result: 'postponed' })
  expect(postponed.decisions.every(({ result }: { result: string }) => result === 'postponed')).toBe(true)
  const late = await as(sari)(listDecisions, { overdue: true, sort: 'due' })
  expect([late.total, late.counts.overdue]).toEqual([late.counts.overdue, late.total])
  expect(late.total).toBeGreaterThan(0)
  const { office: named, total } = await as(wahyu)(listDecisions, { office: '35.11' })
  expect([named, total]).toEqual([{ id: office('35.11').id, name: office('35.11').name }, 2])
  const csv = await as(sari)(exportDecisions, { format: 'csv', result: 'postponed' })
  const parts: Uint8Array[] = []
  for await (const part of csv.chunks) parts.push(part)
  expect(Buffer.concat(parts).toString('utf8').trim().split('\n')).toHaveLength(postponed.total + 1)
})
