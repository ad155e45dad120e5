import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { doBulkAct, planBulkAct, undoBulkAct } from '../bulk/operations/acts.ts'
import type { BulkDetail } from '../bulk/schema.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { listFollowUps, showFollowUp } from '../followups/operations/read.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { exportFindings, exportGroups } from './operations/export.ts'
import { linkFollowUp } from './operations/follow.ts'
import { listFindings, listGroups, showFinding } from './operations/read.ts'
import { sharedPath } from './operations/together.ts'
import { createFinding, dismissFinding } from './operations/write.ts'
import type { Finding, FindingGroup } from './schema.ts'

afterAll(() => kernel.close())

let officer: Actor
let regency: Actor
let leader: Actor
beforeAll(async () => {
  officer = await person('Wira', 'office_operator', '51')
  regency = await person('Kadek', 'office_operator', '51.03')
  leader = await person('Gede', 'office_leader', '51')
})

const write = async (text: string, code = '51.03', kind = 'obstacle'): Promise<string> =>
  (await as(officer)(createFinding, { kind, category: 'coordination', text, officeId: office(code).id })).id
const groups = async (filter: object = {}, actor = officer): Promise<FindingGroup[]> => (await as(actor)(listGroups, filter)).groups
const text = async (answer: unknown): Promise<string> => Buffer.from(await bytesOf(answer as never)).toString('utf8')

describe('what is said in the same words', () => {
  test('is one line whatever its case, signs and spaces, with its numbers, and leads to a list of that many', async () => {
    await write('Narahubung mitra sering berganti.')
    await write('  narahubung  mitra sering BERGANTI!', '51.04')
    await write('Narahubung mitra sering berganti', '51.04', 'criticism')
    await write('Anggaran tidak tersedia')
    await write('Narahubung mitra sering berganti', '51.04', 'solution')
    const aside = await write('Narahubung mitra sering berganti')
    await as(officer)(dismissFinding, { id: aside, reason: 'Sudah ditangani' })
    const all = await groups()
    expect(all.map(({ count, offices, partners, kinds, statuses }) => ({ count, offices, partners, kinds, statuses }))).toEqual([
      {
        count: 4,
        offices: 2,
        partners: 0,
        kinds: ['criticism', 'obstacle', 'solution'],
        statuses: { open: 3, noted: 1, underway: 0, done: 0, dismissed: 0 },
      },
      { count: 1, offices: 1, partners: 0, kinds: ['obstacle'], statuses: { open: 1, noted: 0, underway: 0, done: 0, dismissed: 0 } },
    ])
    for (const filter of [{}, { status: 'open' }, { status: 'dismissed' }, { kind: 'criticism' }, { office: '51.04' }, { q: 'anggaran' }])
      for (const group of await groups(filter)) {
        const listed = await as(officer)(listFindings, { ...filter, sentence: group.id })
        expect([filter, listed.total, listed.findings.length]).toEqual([filter, group.count, group.count])
      }
    const [first] = all
    expect((await as(officer)(listFindings, { sentence: first!.id })).sentence?.name).toMatch(/^narahubung mitra/i)
  })

  test('counts the partners that its findings name and, where they name none, those of their agreements, each once', async () => {
    const [one, two] = [await partner(), await partner()]
    const agreement = newId()
    await db
      .insertInto('agreement')
      .values({
        id: agreement,
        kind: 'pks',
        title: 'Pertukaran data',
        office_id: office('51').id,
        stage: 'draft',
        openness: 'public',
        created_at: now.at,
      })
      .execute()
    await db
      .insertInto('agreement_party')
      .values([one, two].map((partner_id, seq) => ({ id: newId(), agreement_id: agreement, seq, side: 'partner' as const, partner_id })))
      .execute()
    await sql`select refresh_agreements(array[${agreement}::uuid])`.execute(db)
    const said = `Rapat bersama belum terjadwal ${newId()}`
    const [ids, q] = [[await write(said), await write(said)], { q: said }]
    await db.updateTable('finding').set({ agreement_id: agreement }).where('id', 'in', ids).execute()
    expect((await groups(q)).map(({ count, partners }) => [count, partners])).toEqual([[2, 2]])
    await db.updateTable('finding').set({ partner_id: one }).where('id', '=', ids[0]!).execute()
    expect((await groups(q)).map(({ partners }) => partners)).toEqual([2])
    await db.updateTable('finding').set({ partner_id: one }).where('id', 'in', ids).execute()
    expect((await groups(q)).map(({ partners }) => partners)).toEqual([1])
    const of = async (id: string) => (await as(officer)(listFindings, { partner: id, ...q })).total
    await db.updateTable('finding').set({ partner_id: null }).where('id', '=', ids[1]!).execute()
    expect([await of(one), await of(two)]).toEqual([2, 1])
    const { partners } = await as(officer)<{ partners: { id: string }[] }>(showFinding, { id: ids[1]! })
    expect(partners.map(({ id }) => id).sort()).toEqual([one, two].sort())
    await db.deleteFrom('finding').where('id', 'in', ids).execute()
  })

  test('a regency counts its own, a neighbour and a partner none, and a name out of reach stays unknown', async () => {
    expect((await groups({}, regency)).map(({ count }) => count)).toEqual([1, 1])
    const [first] = await groups()
    const neighbour = await person('Nusa', 'office_operator', '52.01')
    expect(await groups({}, neighbour)).toEqual([])
    expect((await as(neighbour)(listFindings, { sentence: first!.id })).sentence).toBe(null)
    const rest = await program(await person('Mitra', 'partner_contact', '00', true, { partnerId: await partner() }))
    for (const path of ['/findings/groups', '/findings/groups/export?format=csv', '/findings/export?format=csv'])
      expect((await rest('GET', path)).status).toBe(403)
  })

  test('pages by key show each sentence once, forward and back, and take as many statements for one as for many', async () => {
    const east = await person('Timur', 'office_operator', '53')
    const say = (sentence: string) => as(east)(createFinding, { kind: 'obstacle', text: sentence, officeId: office('53').id })
    await say('Hanya satu')
    const one = await countQueries(() => as(east)(listGroups))
    const rows = Array.from({ length: 130 }, (_, at) => ({
      id: newId(),
      number: `TM-1999-${10000 + at}`,
      kind: 'obstacle' as const,
      text: `Kalimat ke-${at % 80}`,
      office_id: office('53').id,
      source_kind: 'manual',
      created_at: now.at,
    }))
    await db.insertInto('finding').values(rows).execute()
    expect(await countQueries(() => as(east)(listGroups))).toBe(one)
    const first = await as(east)(listGroups, {})
    const second = await as(east)(listGroups, { after: first.next! })
    const seen = [...first.groups, ...second.groups] as FindingGroup[]
    expect([first.total, seen.length, new Set(seen.map(({ id }) => id)).size, second.next]).toEqual([81, 81, 81, null])
    expect(seen.map(({ count }) => count)).toEqual([...seen.map(({ count }) => count)].sort((a, b) => b - a))
    expect((await as(east)(listGroups, { before: second.previous! })).groups).toEqual(first.groups)
    expect((await text(await as(east)(exportGroups, { format: 'csv' }))).trim().split('\n')).toHaveLength(82)
  })

  test('the page opens with what waits, and each number of it is the number of its list', async () => {
    const web = await browser(officer)
    const page = await (await web.get('/temuan?tampil=kelompok')).text()
    const [href] = page.match(/\/temuan\?kalimat=[^"]+/)!
    expect(page).toMatch(/data-count="3">narahubung/i)
    expect(href).toContain('status=open')
    expect(await (await web.get(href!.replaceAll('&amp;', '&'))).text()).toContain('data-total="3"')
    expect(page).toMatch(/name="saring" value="status=open&amp;sentence=[^"]*"(?:(?!<\/form>).)*value="findings\.link"/s)
  })
})

describe('one follow-up for many', () => {
  const params = () => ({ action: 'Menyepakati narahubung tetap', ownerId: officer.personId!, dueOn: '2099-06-30' })
  const plan = (ids: string[], actor = officer) => as(actor)<BulkDetail>(planBulkAct, { kind: 'findings.link', params: params(), ids })
  const statuses = async (ids: string[]): Promise<string[]> =>
    Promise.all(ids.map(async id => (await as(officer)<Finding>(showFinding, { id })).status))
  const followUps = async (): Promise<number> => Number((await as(officer)(listFollowUps, { sort: 'due' })).total)

  test('what was changed meanwhile decides neither where it is done nor what it began with', async () => {
    const ids = [await write('Berubah meanwhile satu', '51.04'), await write('Berubah meanwhile dua', '51.03')]
    const planned = await plan(ids)
    const other = await as(officer)(createFollowUp, {
      action: 'Tindakan lain',
      officeId: office('51').id,
      ownerId: officer.personId!,
      dueOn: '2099-06-30',
    })
    await as(officer)(linkFollowUp, { id: ids[0]!, followUp: other.number })
    expect((await as(officer)<BulkDetail>(doBulkAct, { id: planned.id })).counts).toMatchObject({ done: 1, refused: 1 })
    const { linked } = await as(officer)(showFinding, { id: ids[1]! })
    const begun = await as(officer)(showFollowUp, { id: linked[0].id })
    expect([begun.office.id, begun.grounds?.count]).toEqual([office('51.03').id, 1])
  })

  test('is rehearsed, made once at the lowest office above all, told once, and put back', async () => {
    const ids = [await write('Data berbeda satu', '51.03'), await write('Data berbeda dua', '51.04')]
    const aside = await write('Data berbeda tiga')
    await as(officer)(dismissFinding, { id: aside, reason: 'Sudah ditangani' })
    const elsewhere = newId()
    const before = await followUps()
    const planned = await plan([...ids, aside, elsewhere])
    expect(planned.counts).toMatchObject({ ready: 2, refused: 2 })
    expect([await followUps(), await statuses(ids)]).toEqual([before, ['open', 'open']])
    const done = await as(officer)<BulkDetail>(doBulkAct, { id: planned.id })
    expect(done.counts).toMatchObject({ done: 2, refused: 2 })
    expect([await followUps(), await statuses(ids)]).toEqual([before + 1, ['underway', 'underway']])
    const [{ id }] = (await as(officer)(showFinding, { id: ids[0]! })).linked
    const followUp = await as(officer)(showFollowUp, { id })
    expect([followUp.office.id, followUp.grounds]).toEqual([
      office('51').id,
      { text: 'Data berbeda satu', count: 2, path: `/temuan?tindak-lanjut=${id}`, things: [] },
    ])
    expect((await as(officer)(listFindings, { followUp: id })).total).toBe(2)
    // A regency reads that its finding is followed up, and that this happens above it.
    const told = await as(regency)(showFinding, { id: ids[0]! })
    expect([told.status, told.followUps, told.linked]).toEqual(['underway', 1, []])
    expect(await (await (await browser(regency)).get(`/temuan/${ids[0]}`)).text()).toContain('di luar wilayah kerja Anda')
    const undone = await as(officer)<BulkDetail>(undoBulkAct, { id: planned.id })
    expect([undone.counts.undone, await statuses(ids)]).toEqual([2, ['open', 'open']])
    expect((await as(officer)(showFollowUp, { id })).state).toBe('cancelled')
  })

  test('stays where somebody has reported on it, and findings that somebody touched meanwhile are kept', async () => {
    const ids = [await write('Jadwal bergeser satu'), await write('Jadwal bergeser dua')]
    const planned = await plan(ids)
    await as(officer)(doBulkAct, { id: planned.id })
    const [{ id }] = (await as(officer)(showFinding, { id: ids[0]! })).linked
    await as(officer)(reportFollowUp, { id, note: 'Sudah disepakati', rev: (await as(officer)(showFollowUp, { id })).rev })
    await as(officer)(undoBulkAct, { id: planned.id })
    expect([(await as(officer)(showFollowUp, { id })).state, await statuses(ids)]).toEqual(['reported', ['open', 'open']])
  })

  test('begins nothing where nothing can be linked any more, and says so by row', async () => {
    const id = await write('Server mati')
    const planned = await plan([id])
    await as(officer)(dismissFinding, { id, reason: 'Sudah ditangani' })
    const before = await followUps()
    const done = await as(officer)<BulkDetail>(doBulkAct, { id: planned.id })
    expect([done.counts.done, done.counts.refused, await followUps()]).toEqual([0, 1, before])
    const none = await plan([newId()])
    expect(none.counts).toMatchObject({ ready: 0, refused: 1 })
  })

  test('says before it is made what all of them say, by whom it will be done and until when', async () => {
    const ids = [await write('Rapat tertunda terus'), await write('rapat tertunda terus!', '51.04')]
    const { about, given, counts } = await plan(ids)
    expect([about, counts.ready, given.map(({ value }) => value)]).toEqual([
      'Rapat tertunda terus',
      2,
      ['Menyepakati narahubung tetap', 'Wira', '30 Juni 2099'],
    ])
    expect((await plan([...ids, await write('Rapat dibatalkan')])).about).toBe(null)
    const page = await (await (await browser(officer)).get(`/massal/baru?tindakan=findings.link&id=${ids.join('&id=')}`)).text()
    expect(page).toMatch(/<h1>Buat satu tindak lanjut: 2 temuan<\/h1>(?:(?!<form).)*<blockquote>Rapat tertunda terus</s)
    await db.deleteFrom('finding').where('id', 'in', ids).execute()
  })

  test('is refused whoever may not make it there, and for an owner who may not have it', async () => {
    const ids = [await write('Surat lambat satu', '51.03'), await write('Surat lambat dua', '51.04')]
    await expect(
      as(officer)(planBulkAct, { kind: 'findings.link', params: { ...params(), ownerId: regency.personId! }, ids }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { ownerId: [expect.anything()] } })
    // Who reaches one of the two makes it for that one, at its own office.
    const own = await as(regency)<BulkDetail>(planBulkAct, {
      kind: 'findings.link',
      params: { ...params(), ownerId: regency.personId! },
      ids,
    })
    expect(own.counts).toMatchObject({ ready: 1, refused: 1 })
    const inspector = await person('Inspektur', 'inspector', '51')
    await expect(plan(ids, inspector)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('many are set aside with one reason, those under way are not, and all of it is put back', async () => {
  const ids = [await write('Tidak perlu satu'), await write('Tidak perlu dua', '51.04', 'suggestion')]
  const planned = await as(officer)<BulkDetail>(planBulkAct, {
    kind: 'findings.dismiss',
    params: { reason: 'Sudah diatur dalam pedoman baru' },
    filter: 'q=tidak perlu',
  })
  expect(planned.counts.ready).toBe(2)
  await as(officer)(doBulkAct, { id: planned.id })
  const read = async () => Promise.all(ids.map(async id => (await as(leader)<Finding>(showFinding, { id })).status))
  expect(await read()).toEqual(['dismissed', 'dismissed'])
  await as(officer)(undoBulkAct, { id: planned.id })
  expect(await read()).toEqual(['open', 'noted'])
})

test('the list opens with what waits as a filter that is taken away, and what is taken away as a file is what is listed', async () => {
  const page = await (await (await browser(officer)).get('/temuan')).text()
  expect(page).toContain('href="/temuan?status=semua" aria-label="Hapus saringan Belum ditindaklanjuti"')
  const { total } = await as(officer)(listFindings, { status: 'open' })
  expect(page).toContain(`data-total="${total}"`)
  const lines = (await text(await as(officer)(exportFindings, { format: 'csv', status: 'open' }))).trim().split('\n')
  expect([lines.length - 1, lines[0]]).toEqual([
    total,
    expect.stringContaining('Perjanjian;Mitra;Satuan kerja'.replaceAll(';', lines[0]!.includes(';') ? ';' : ',')),
  ])
})

test('what paths have in common', () => {
  expect([
    sharedPath(['id.51.5103']),
    sharedPath(['id.51.5103', 'id.51.5104']),
    sharedPath(['id.51.5103', 'id.52']),
    sharedPath(['id.51', 'id.51.5104']),
  ]).toEqual(['id.51.5103', 'id.51', 'id', 'id.51'])
})

async function partner(): Promise<string> {
  const id = newId()
  await db
    .insertInto('partner')
    .values({ id, name: `Lembaga ${id}`, folded: id, class: 'university', office_id: office('51').id, created_at: now.at })
    .execute()
  return id
}
