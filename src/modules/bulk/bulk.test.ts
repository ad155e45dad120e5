import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { overlapping } from '../../../test/overlapping.ts'
import { as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { addLanguage, dropLanguage } from '../../platform/i18n/languages.ts'
import type { Locale } from '../../platform/i18n/words.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { exportAgreements } from '../agreements/operations/export.ts'
import { classifyAgreement } from '../agreements/operations/openness.ts'
import { createAgreement } from '../agreements/operations/write.ts'
import { reassignFollowUp, rescheduleFollowUp } from '../followups/operations/change.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { showFollowUp } from '../followups/operations/read.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { createPartner } from '../partners/operations/write.ts'
import { doBulkAct, planBulkAct, undoBulkAct } from './operations/acts.ts'
import { countMatching, listBulkActs, showBulkAct } from './operations/read.ts'
import type { BulkDetail } from './schema.ts'

let admin: Actor
let sari: Actor
let budi: Actor
let partner: { id: string }
const began = now.at

beforeAll(async () => {
  admin = await person('Nur Aini', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10')
  budi = await person('Budi', 'office_operator', '35.10')
  partner = await as(admin)(createPartner, { name: 'Kejaksaan Negeri Banyuwangi', class: 'state_body' })
})
beforeEach(() => {
  now.at = began
})
afterAll(() => kernel.close())

let number = 0
async function agreement(more: object = {}, code = '35.10'): Promise<string> {
  const { id } = await as(admin)<{ id: string }>(createAgreement, {
    kind: 'pks',
    title: `Pendampingan hukum nomor ${++number}`,
    parties: [
      { side: 'kpu', office: office(code).id, number: `${number}/HK/2025` },
      { side: 'partner', partner: partner.id },
    ],
    scope: ['Bantuan hukum'],
    stage: 'signed',
    signedOn: '2025-03-01',
    endsOn: '2027-03-01',
    evenSo: true,
    ...more,
  })
  return id
}
const followUp = async (owner: Actor, dueOn = '2025-12-10', code = '35.10'): Promise<string> =>
  (
    await as(admin)<{ id: string }>(createFollowUp, {
      action: `Menyusun jadwal ${++number}`,
      officeId: office(code).id,
      ownerId: owner.personId!,
      dueOn,
    })
  ).id

const classify = (ids: string[], params: object, actor = sari) =>
  as(actor)<BulkDetail>(planBulkAct, { kind: 'agreements.classify', params, ids })
const outcomes = ({ rows }: BulkDetail) => Object.fromEntries(rows.map(({ id, outcome, reason }) => [id, reason ?? outcome]))
/** Each by somebody of their own, so that nobody's other download is in the way. */
async function exports(): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const format of ['csv', 'xlsx', 'json'] as const) {
    const reader = await person('Pengunduh', 'national_admin')
    files[format] = Buffer.from(await bytesOf(await as(reader)(exportAgreements, { format }))).toString('base64')
  }
  return files
}
const lettersTo = async ({ personId }: Actor) =>
  db
    .selectFrom('mail_message as m')
    .innerJoin('person as p', 'p.email', 'm.recipient')
    .where('p.id', '=', personId)
    .select(['m.subject', 'm.body'])
    .orderBy('m.id')
    .execute()
const linesOf = (ids: string[]) =>
  db.selectFrom('audit_event').where('subject_id', 'in', ids).select(['operation', 'subject_id', 'changes']).orderBy('id').execute()

describe('openness of many agreements', () => {
  test('what is put back leaves exports that are the same byte for byte', async () => {
    const ids = [
      await agreement(),
      await agreement({ openness: 'excluded', exclusionReason: 'Pasal 17 huruf h' }),
      await agreement({ openness: 'on_request' }),
    ]
    const before = await exports()
    const { id } = await classify(ids, { openness: 'excluded', exclusionReason: 'Pasal 17 huruf a' })
    expect(await exports()).toEqual(before)
    await as(sari)(doBulkAct, { id })
    expect(await exports()).not.toEqual(before)
    const undone = await as(sari)<BulkDetail>(undoBulkAct, { id })
    expect([undone.state, undone.counts.undone, undone.undoUntil]).toEqual(['undone', 3, null])
    expect(await exports()).toEqual(before)
  })

  test('the plan says of each what would become of it or why not, and that is what is done; one audit line a row', async () => {
    const [open, same, elsewhere] = [await agreement(), await agreement({ openness: 'on_request' }), await agreement({}, '35.11')]
    const plan = await classify([open, same, elsewhere], { openness: 'on_request' })
    const foreseen = {
      [open]: 'ready',
      [same]: 'Keterbukaannya memang sudah demikian.',
      [elsewhere]: 'Data ini tidak ada, atau berada di luar wilayah kerja Anda.',
    }
    expect(outcomes(plan)).toEqual(foreseen)
    expect(plan.rows[0]!.outcome).toBe('refused')
    expect(plan.rows.find(({ id }) => id === open)!.changes).toEqual({ openness: ['public', 'on_request'] })
    const earlier = await linesOf([open, same, elsewhere])
    const done = await as(sari)<BulkDetail>(doBulkAct, { id: plan.id })
    expect(outcomes(done)).toEqual({ ...foreseen, [open]: 'done' })
    expect((await linesOf([open, same, elsewhere])).slice(earlier.length)).toEqual([
      { operation: 'agreements.classify', subject_id: open, changes: { openness: ['public', 'on_request'] } },
    ])
  })

  test('a plan is done within a day, whoever may do it to nothing plans nothing, and a filter that there is not takes nothing', async () => {
    const id = await agreement()
    const plan = await classify([id], { openness: 'on_request' })
    now.at = new Date(began.getTime() + 24 * 3_600_000)
    await expect(as(sari)(doBulkAct, { id: plan.id })).rejects.toMatchObject({ code: 'conflict' })
    now.at = new Date(began.getTime() + 24 * 3_600_000 - 1)
    expect((await as(sari)<BulkDetail>(doBulkAct, { id: plan.id })).state).toBe('done')

    const auditor = await person('Pemeriksa', 'auditor')
    await expect(classify([id], { openness: 'public' }, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    const typed = { kind: 'agreements.classify', params: { openness: 'public' }, filter: { ofice: '51', constructor: 'x' } }
    await expect(as(sari)(planBulkAct, typed)).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'filter.ofice': expect.anything(), 'filter.constructor': expect.anything() },
    })
    await expect(as(sari)(countMatching, { kind: typed.kind, filter: { ofice: '51' } })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('what somebody changed since the plan is left, and what they changed since the act is not put back', async () => {
    const [kept, changed, later] = [await agreement(), await agreement(), await agreement()]
    const { id } = await classify([kept, changed, later], { openness: 'on_request' })
    await as(admin)(classifyAgreement, { id: changed, openness: 'excluded', exclusionReason: 'Pasal 17' })
    const done = await as(sari)<BulkDetail>(doBulkAct, { id })
    expect([done.counts.done, outcomes(done)[changed]]).toEqual([2, expect.stringContaining('baru saja diubah orang lain')])
    await as(admin)(classifyAgreement, { id: later, openness: 'public' })
    const undone = await as(sari)<BulkDetail>(undoBulkAct, { id })
    expect(outcomes(undone)).toEqual({
      [kept]: 'undone',
      [changed]: expect.stringContaining('baru saja diubah orang lain'),
      [later]: expect.stringContaining('baru saja diubah orang lain'),
    })
    expect((await linesOf([kept])).at(-1)).toEqual({
      operation: 'bulk.undo',
      subject_id: kept,
      changes: { openness: ['on_request', 'public'] },
    })
  })

  test('it is done once, put back once, and not after a day', async () => {
    const { id } = await classify([await agreement()], { openness: 'on_request' })
    await expect(as(sari)(undoBulkAct, { id })).rejects.toMatchObject({ code: 'conflict' })
    await as(sari)(doBulkAct, { id })
    await expect(as(sari)(doBulkAct, { id })).rejects.toMatchObject({ code: 'conflict' })
    const other = await classify([await agreement()], { openness: 'on_request' })
    await as(sari)(doBulkAct, { id: other.id })
    now.at = new Date(began.getTime() + 24 * 3600_000 - 1)
    await as(sari)(undoBulkAct, { id })
    await expect(as(sari)(undoBulkAct, { id })).rejects.toMatchObject({ code: 'conflict' })
    now.at = new Date(began.getTime() + 24 * 3600_000)
    await expect(as(sari)(undoBulkAct, { id: other.id })).rejects.toMatchObject({ code: 'conflict' })
    expect((await as(sari)<BulkDetail>(showBulkAct, { id: other.id })).undoUntil).toBeNull()
  })

  test('whoever lost their role meanwhile puts nothing back, and nobody sees or does the act of another', async () => {
    const ratna = await person('Ratna', 'office_operator', '35.10')
    const one = await agreement()
    const { id } = await classify([one], { openness: 'on_request' }, ratna)
    for (const operation of [showBulkAct, doBulkAct, undoBulkAct])
      await expect(as(sari)(operation, { id })).rejects.toMatchObject({ code: 'not_found' })
    await as(ratna)(doBulkAct, { id })
    await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', ratna.personId).execute()
    const left = (await actorOfPerson(db, ratna.personId!, kernel.clock.today()))!
    expect(outcomes(await as(left)<BulkDetail>(undoBulkAct, { id }))).toEqual({
      [one]: expect.stringContaining('di luar wilayah kerja Anda'),
    })
    expect(await db.selectFrom('agreement').select('openness').where('id', '=', one).execute()).toEqual([{ openness: 'on_request' }])
  })

  test('of two who change the same at once, the second finds what the first left behind', async () => {
    const ids = [await agreement(), await agreement(), await agreement()]
    const [one, other] = [
      await classify(ids, { openness: 'on_request' }),
      await classify(ids.toReversed(), { openness: 'on_request' }, admin),
    ]
    const [first, second] = await overlapping(
      () => as(sari)<BulkDetail>(doBulkAct, { id: one.id }),
      () => as(admin)<BulkDetail>(doBulkAct, { id: other.id }),
    )
    expect([first.counts.done, second.counts.done, second.counts.refused]).toEqual([3, 0, 3])
    expect((await linesOf(ids)).filter(({ operation }) => operation === 'agreements.classify')).toHaveLength(3)
  })

  test('of two presses of one button the second is told that it is done', async () => {
    const { id } = await classify([await agreement()], { openness: 'on_request' })
    const done = await overlapping(
      () => as(sari)<BulkDetail>(doBulkAct, { id }),
      () => as(sari)<BulkDetail>(doBulkAct, { id }).catch(error => error.code),
    )
    expect([done[0].counts.done, done[1]]).toEqual([1, 'conflict'])
  })

  test('what breaks in the middle leaves everything as it was, and can be done again', async () => {
    const ids = [await agreement(), await agreement(), await agreement()].sort()
    const before = await exports()
    const { id } = await classify(ids, { openness: 'on_request' })
    const kind = kernel.bulkKinds.get('agreements.classify')!
    const { run } = kind.operation
    let times = 0
    kind.operation.run = async (...given) => {
      if (++times < 3) return run(...given)
      // There a process that is killed loses its connection, and this is what the database sees of it.
      if (kernel.store.engine === 'postgres') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(given[0].db)
      throw new Error('The power went out')
    }
    try {
      await expect(as(sari)(doBulkAct, { id })).rejects.toThrow()
    } finally {
      kind.operation.run = run
    }
    expect(await exports()).toEqual(before)
    expect((await as(sari)<BulkDetail>(showBulkAct, { id })).state).toBe('planned')
    expect((await as(sari)<BulkDetail>(doBulkAct, { id })).counts.done).toBe(3)
  })

  test('all that a filter shows is taken, in the reach of whoever asks; too many and none are refused', async () => {
    const own = await agreement({ title: 'Sosialisasi pemilih pemula Banyuwangi' })
    await agreement({ title: 'Sosialisasi pemilih pemula Bondowoso' }, '35.11')
    const all = (filter: object) =>
      as(sari)<BulkDetail>(planBulkAct, { kind: 'agreements.classify', params: { openness: 'on_request' }, filter })
    expect((await all({ q: 'pemilih pemula', kind: 'pks' })).rows.map(({ id }) => id)).toEqual([own])
    await expect(all({ q: 'tidak ada yang begini' })).rejects.toMatchObject({ code: 'invalid', fields: { filter: expect.anything() } })
    const find = kernel.bulkKinds.get('agreements.classify')!
    const { find: real } = find
    find.find = async (_context, _filter, most) => Array.from({ length: most }, () => own)
    await expect(all({}).finally(() => (find.find = real))).rejects.toMatchObject({
      code: 'invalid',
      fields: { filter: expect.anything() },
    })
    await expect(
      as(sari)(planBulkAct, { kind: 'agreements.classify', params: { openness: 'excluded' }, ids: [own] }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { exclusionReason: expect.anything() } })
  })
})

test('why a row is refused is read in a language that was added later, as it was said in Indonesian', async () => {
  const id = await agreement({ openness: 'on_request' })
  const plan = await classify([id], { openness: 'on_request' })
  addLanguage('jv', 'Basa Jawa', new Map())
  const shown = await as({ ...sari, locale: 'jv' as Locale })<BulkDetail>(showBulkAct, { id: plan.id }).finally(() => dropLanguage('jv'))
  expect(shown.rows[0]!.reason).toBe('Keterbukaannya memang sudah demikian.')
})

test('whoever lost a thing reads no more what a plan said of it; the way back leads nowhere else', async () => {
  const rani = await person('Rani', 'office_operator', '35.10')
  const id = await agreement({ openness: 'excluded', exclusionReason: 'Pasal 17 huruf c, informan Joko' })
  const plan = await classify([id], { openness: 'on_request' }, rani)
  expect(plan.rows[0]!.changes).toHaveProperty('exclusionReason')
  const visitor = await browser(rani)
  for (const elsewhere of ['//jahat.test', '/%09/jahat.test', '/%5Cjahat.test', 'https://jahat.test'])
    expect(await (await visitor.get(`/massal/baru?tindakan=agreements.classify&id=${id}&dari=${elsewhere}`)).text()).not.toMatch(
      /href="[^"]*jahat/,
    )
  await db.updateTable('role_grant').set({ to_on: '2025-11-19' }).where('person_id', '=', rani.personId).execute()
  const lost = (await actorOfPerson(db, rani.personId!, kernel.clock.today()))!
  expect((await as(lost)<BulkDetail>(showBulkAct, { id: plan.id })).rows).toMatchObject([{ id, name: null, changes: {} }])
  expect(await (await visitor.get(`/massal/${plan.id}`)).text()).not.toContain('Joko')
})

test('where nothing is ticked the list comes back as it was asked, and says so beside the acts', async () => {
  await agreement()
  const visitor = await browser(sari)
  const sent = await visitor.get('/massal/baru?tindakan=agreements.classify&saring=kind%3Dpks&dari=%2Fperjanjian%3Fjenis%3Dpks')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/perjanjian?jenis=pks&belum-dipilih=ya#pilihan'])
  const said = (html: string) => /<p class="field-error" role="alert" tabindex="-1"( hidden)?/.exec(html)?.[0].includes('hidden')
  const page = await (await visitor.get('/perjanjian?jenis=pks&belum-dipilih=ya')).text()
  expect([said(page), page.includes('belum-dipilih=ya&amp;')]).toEqual([false, false])
  expect(said(await (await visitor.get('/perjanjian?jenis=pks')).text())).toBe(true)
  expect((await visitor.get('/massal/baru?tindakan=agreements.classify&dari=//jahat.test')).headers.get('location')).toMatch(/^\/\?/)
})

test('of the plans that somebody leaves the oldest makes room; what was done stays', async () => {
  const wulan = await person('Wulan', 'office_operator', '35.10')
  const id = await agreement()
  const planned = async () => {
    now.at = new Date(now.at.getTime() + 1000)
    return (await classify([id], { openness: 'on_request' }, wulan)).id
  }
  const other = await classify([id], { openness: 'on_request' })
  const done = await planned()
  await as(wulan)(doBulkAct, { id: done })
  await as(wulan)(undoBulkAct, { id: done })
  const made: string[] = []
  for (let index = 0; index < 12; index++) made.push(await planned())
  const { acts } = await as(wulan)<{ acts: { id: string }[] }>(listBulkActs)
  expect(acts.map(act => act.id)).toEqual([...made.slice(2).toReversed(), done])
  expect((await as(sari)<BulkDetail>(showBulkAct, { id: other.id })).state).toBe('planned')
})

describe('owner and due date of many follow-ups', () => {
  const reason = 'Pejabat yang bertugas berganti.'

  test('the new owner is told once of all, and has them all; put back, the earlier owners have them again', async () => {
    const dewi = await person('Dewi', 'office_operator', '35.10')
    const ids = [await followUp(budi), await followUp(sari), await followUp(budi)]
    const email = (await db.selectFrom('person').select('email').where('id', '=', dewi.personId).executeTakeFirstOrThrow()).email!
    const plan = await as(admin)<BulkDetail>(planBulkAct, { kind: 'followups.reassign', params: { ownerId: email, reason }, ids })
    expect([plan.counts.ready, await lettersTo(dewi)]).toEqual([3, []])
    await as(admin)(doBulkAct, { id: plan.id })
    const letters = await lettersTo(dewi)
    expect(letters).toHaveLength(1)
    for (const id of ids) expect((await as(admin)(showFollowUp, { id })).owner.name).toBe('Dewi')
    const budis = (await lettersTo(budi)).length
    expect((await as(admin)<BulkDetail>(undoBulkAct, { id: plan.id })).counts.undone).toBe(3)
    expect(await Promise.all(ids.map(async id => (await as(admin)(showFollowUp, { id })).owner.name))).toEqual(['Budi', 'Sari', 'Budi'])
    expect((await lettersTo(budi)).length - budis).toBe(1)
    expect((await linesOf(ids)).filter(({ operation }) => operation === 'followups.reassign' || operation === 'bulk.undo')).toHaveLength(6)
  })

  test('due dates go back to days that have passed, and what is reported meanwhile stays', async () => {
    const [late, reported, soon] = [await followUp(budi, '2025-11-21'), await followUp(budi), await followUp(budi)]
    now.at = new Date(began.getTime() + 5 * 24 * 3600_000)
    const plan = await as(sari)<BulkDetail>(planBulkAct, {
      kind: 'followups.reschedule',
      params: { dueOn: '2026-01-31', reason },
      filter: { office: '35.10', owner: budi.personId!, active: 'true' },
    })
    expect(plan.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([late, reported, soon]))
    await as(sari)(doBulkAct, { id: plan.id })
    await as(budi)(reportFollowUp, { id: reported, note: 'Jadwal sudah disusun dan disepakati.' })
    const undone = outcomes(await as(sari)<BulkDetail>(undoBulkAct, { id: plan.id }))
    expect([undone[late], undone[soon], undone[reported]]).toEqual(['undone', 'undone', expect.stringContaining('baru saja diubah')])
    expect((await as(sari)(showFollowUp, { id: late })).dueOn).toBe('2025-11-21')
  })

  test('who may not own them, and what is done already, is said row by row', async () => {
    const stranger = await person('Orang Jauh', 'office_operator', '51.71')
    const [one, own] = [await followUp(budi), await followUp(sari)]
    await as(sari)(reportFollowUp, { id: own, note: 'Sudah dikerjakan seluruhnya.' })
    const plan = await as(admin)<BulkDetail>(planBulkAct, {
      kind: 'followups.reassign',
      params: { ownerId: stranger.personId!, reason },
      ids: [one, own],
    })
    expect([plan.counts.ready, plan.counts.refused]).toEqual([0, 2])
    await as(sari)(rescheduleFollowUp, { id: one, dueOn: '2025-12-20', reason })
    await as(sari)(reassignFollowUp, { id: one, ownerId: sari.personId, reason })
  })
})

test('a page, a program and a list of acts, with as many statements for three rows as for one', async () => {
  const ids = [await agreement(), await agreement(), await agreement()]
  const own = await person('Wati', 'office_operator', '35.10')
  const visitor = await browser(own)
  const list = await (await visitor.get('/perjanjian')).text()
  expect(list).toContain(`<input type="checkbox" name="id" value="${ids[2]}"`)
  expect(await (await (await browser(await person('Tamu', 'auditor'))).get('/perjanjian')).text()).not.toContain('name="tindakan"')
  const asked = await visitor.get(
    `/massal/baru?tindakan=agreements.classify&saring=kind%3Dpks&dari=%2Fperjanjian&${ids.map(id => `id=${id}`).join('&')}`,
  )
  const form = await asked.text()
  expect(form).toContain('3 baris yang Anda pilih')
  expect(form).toMatch(/data-question="exclusionReason"[^>]*data-show-if="[^"]*excluded/)
  expect(form).toMatch(/Alasan dikecualikan\s*<\/label><p class="hint"[^>]*>Diisi bila Anda memilih Dikecualikan/)
  const all = await (await visitor.get('/massal/baru?tindakan=agreements.classify&semua=ya&saring=kind%3Dpks&dari=%2Fperjanjian')).text()
  expect(all).toMatch(/Semua \d+ baris yang cocok dengan saringan/)
  const both = await (
    await visitor.get(`/massal/baru?tindakan=agreements.classify&semua=ya&saring=kind%3Dpks&dari=%2Fperjanjian&id=${ids[0]}`)
  ).text()
  expect(both.match(/name="baris" value="\w+"(?! checked)/g)).toHaveLength(2)
  const fields = { tindakan: 'agreements.classify', baris: 'pilihan', id: ids, saring: 'kind=pks', dari: '/perjanjian?jenis=pks' }
  const wrong = await visitor.post('/massal', { ...fields, openness: 'excluded' })
  expect([wrong.status, (await wrong.text()).includes('Tulis alasan mengapa dikecualikan')]).toEqual([422, true])
  const planned = await visitor.post('/massal', { ...fields, openness: 'on_request' })
  const location = planned.headers.get('location')!
  const path = location.split('?')[0]!
  const preview = await (await visitor.get(location)).text()
  expect(preview).toContain('href="/perjanjian?jenis=pks"')
  expect([preview.includes('Akan dilakukan'), preview.includes('<del>'), preview.includes('Ubah keterbukaan (3)')]).toEqual([
    true,
    true,
    true,
  ])
  await visitor.post(`${path}/pelaksanaan`, {})
  expect(await (await visitor.get(path)).text()).toContain('Kembalikan seperti semula')
  await visitor.post(`${path}/pengembalian`, {})
  expect(await (await visitor.get('/massal')).text()).toContain('Dikembalikan')

  const rest = await program(own)
  const made = await rest('POST', '/bulk-acts', { kind: 'agreements.classify', params: { openness: 'on_request' }, ids: ids.slice(0, 1) })
  const { id } = (await made.json()) as { id: string }
  expect([made.status, (await rest('PUT', `/bulk-acts/${id}/execution`)).status]).toEqual([201, 200])
  expect(((await (await rest('PUT', `/bulk-acts/${id}/reversal`)).json()) as BulkDetail).counts.undone).toBe(1)
  const three = await as(own)<BulkDetail>(planBulkAct, { kind: 'agreements.classify', params: { openness: 'on_request' }, ids })
  expect(await countQueries(() => as(own)(showBulkAct, { id: three.id }))).toBe(await countQueries(() => as(own)(showBulkAct, { id })))
  const lone = await person('Yuni', 'office_operator', '35.10')
  await classify(ids, { openness: 'on_request' }, lone)
  expect(await countQueries(() => as(own)(listBulkActs))).toBe(await countQueries(() => as(lone)(listBulkActs)))
})
