import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFinding } from '../src/modules/findings/operations/write.ts'
import { officeId } from '../src/modules/organisation/schema.ts'
import { type Context, newId } from '../src/platform/operation/operation.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { agreement, partner } from './evaluation-world.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { as, browser, countQueries, db, kernel, now, office, person } from './world.ts'

/** What other modules know of a thing stands on its page, bounded by what each of them lets its reader see. */
const partsOf = async (who: Awaited<ReturnType<typeof person>>, path: string) =>
  [...(await (await (await browser(who)).get(path)).text()).matchAll(/<section[^>]* id="([\w-]+)"/g)].map(([, id]) => id)

beforeAll(async () => {
  await seedExampleWorld()
  await db.updateTable('follow_up').set({ partner_id: example.partner }).where('id', '=', example.followUp).execute()
  await db
    .updateTable('finding')
    .set({ partner_id: example.partner, agreement_id: example.agreement })
    .where('id', '=', example.finding)
    .execute()
})
afterAll(() => kernel.close())

test('the page of an agreement shows how it was evaluated and what was found, and that of a partner what is to be done with it', async () => {
  const admin = await person('Nur Aini', 'national_admin')
  expect(await partsOf(admin, `/perjanjian/${example.agreement}`)).toEqual(expect.arrayContaining(['evaluasi', 'temuan', 'riwayat']))
  expect(await partsOf(admin, `/mitra/${example.partner}`)).toEqual(
    expect.arrayContaining(['narahubung', 'perjanjian', 'tindak-lanjut', 'temuan']),
  )
})

test('the page of an agreement says first what was agreed, then what came of it, what is said of it and what happened, each a step away', async () => {
  const html = await (await (await browser(await person('Nur Aini', 'national_admin'))).get(`/perjanjian/${example.agreement}`)).text()
  const parts = [...html.matchAll(/<section class="part" id="([^"]+)"/g)].map(([, id]) => id)
  expect(parts).toEqual([
    'ruang-lingkup',
    'pihak',
    'kewajiban',
    'dokumen',
    'terkait',
    'evaluasi',
    'temuan',
    'tindak-lanjut',
    'komentar',
    'catatan',
    'riwayat',
  ])
  const line = /<nav class="anchors".*?<\/nav>/s.exec(html)![0]
  expect([...line.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(parts.filter(id => id !== 'catatan'))
})

test('a neighbouring office reads of the same partner neither the findings nor the follow-ups that are not its own', async () => {
  const neighbour = await person('Sekar Wangi', 'office_operator', '35.11')
  const parts = await partsOf(neighbour, `/mitra/${example.partner}`)
  expect([parts.includes('perjanjian'), parts.includes('temuan'), parts.includes('tindak-lanjut')]).toEqual([true, false, false])
})

test('a follow-up of a finding about an agreement is one of its partner, whose page says in its first line what its lists say', async () => {
  const admin = await person('Murni', 'national_admin')
  const main = async (path: string) => {
    const page = await (await (await browser(admin)).get(path)).text()
    return page.slice(page.indexOf('<main'))
  }
  const before = await db.selectFrom('follow_up').select('partner_id').where('id', '=', example.followUp).executeTakeFirstOrThrow()
  await db.updateTable('follow_up').set({ partner_id: null }).where('id', '=', example.followUp).execute()
  await db
    .updateTable('finding')
    .set({ partner_id: null, agreement_id: example.agreement })
    .where('id', '=', example.linkedFinding)
    .execute()
  const page = await main(`/mitra/${example.partner}`)
  const [, gist] = page.match(/<p class="gist">(.*?)<\/p>/)!
  expect(
    gist!
      .replace(/<[^>]+>/g, '|')
      .split('|')
      .filter(Boolean),
  ).toEqual([
    expect.stringMatching(/^\d+ tindak lanjut belum selesai$/),
    expect.stringMatching(/^\d+ dari 2 perjanjian berlaku$/),
    'Skor KPU 50,0 (Rahasia siklus 2025)',
    expect.stringMatching(/^\d+ temuan belum ditindaklanjuti$/),
  ])
  expect(page).toContain(`href="/tindak-lanjut/${example.followUp}"`)
  for (const [, href, count] of gist!.matchAll(/href="([^"]+)" data-count="(\d+)"/g))
    expect([href, await main(href!.replaceAll('&amp;', '&'))]).toEqual([href, expect.stringContaining(`data-total="${count}"`)])
  await db.updateTable('follow_up').set(before).where('id', '=', example.followUp).execute()
})

/** One of each kind that takes comments. */
const commentable = {
  agreement: example.agreement,
  partner: example.partner,
  office: officeId('35.10'),
  finding: example.finding,
  meeting: example.meeting,
  decision: example.distributedDecision,
  follow_up: example.followUp,
  report: example.report,
  cycle: example.cycle,
  assignment: example.assignment,
}

test('comments stand on the page of whatever takes them, and a partner is offered them only where partners see the page', async () => {
  const kinds = [...new Set(kernel.subjects.kinds.values())].filter(({ places }) => places)
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(Object.keys(commentable).sort())
  const admin = await person('Ratna Dewi', 'national_admin')
  const contact = await person('Utami Dewi', 'partner_contact', '00', false, { partnerId: example.partner })
  const offered: string[] = []
  for (const [kind, id] of Object.entries(commentable)) {
    const context = { actor: admin, db, asked: new Set(), locale: 'id', clock: kernel.clock } as unknown as Context
    const [found] = await kernel.subjects.kinds.get(kind)!.find!(context, [id])
    expect([kind, await partsOf(admin, found!.path!)]).toEqual([kind, expect.arrayContaining(['komentar'])])
    if ((await partsOf(contact, found!.path!)).includes('komentar')) offered.push(kind)
  }
  expect(offered).toEqual(['agreement', 'partner', 'follow_up'])
})

test('where all things of a kind belong is the same for those with some ids as for all that one may read', async () => {
  const people = [
    await person('Wahyu Adi', 'national_admin'),
    await person('Joko Adi', 'office_operator', '35', true),
    await person('Tari Adi', 'office_operator', '35.11', false),
    await person('Utari Adi', 'partner_contact', '00', false, { partnerId: example.partner }),
  ]
  const seen: number[] = []
  const known = new Map<string, string[]>() // by kind, what the first of them reads
  for (const actor of people)
    for (const { kind, places, placed } of new Set(kernel.subjects.kinds.values())) {
      if (!places) continue
      const context = { ...kernel, db, actor, asked: new Set(), locale: 'id' } as unknown as Context
      const { rows } = await sql<Placed>`select id, partners from (${placed!(context)}) x`.execute(db)
      const all = known.get(kind) ?? rows.map(({ id }) => id)
      known.set(kind, all)
      expect([kind, all.length > 0]).toEqual([kind, true])
      expect([kind, sorted(await places(context, all))]).toEqual([kind, sorted(rows)])
      seen.push(rows.length)
    }
  expect(seen.filter(count => count > 0).length).toBeGreaterThan(15)
})

type Placed = { id: string; partners: string[] }
const sorted = (all: Placed[]) => all.map(({ id, partners }) => `${id} ${[...partners].sort()}`).sort()

test('the page of an agreement asks for no more than it shows of findings and follow-ups, and its numbers are those of the lists', async () => {
  const admin = await person('Rahayu', 'national_admin')
  const { get } = await browser(admin)
  const held = await agreement('Penyuluhan pemilih pemula', ['35.10'], [await partner('Universitas Bahari', 'university')], 1)
  const page = async () => (await get(`/perjanjian/${held}`)).text()
  await page()
  expect(await countQueries(page)).toBe(12)

  const banyuwangi = { officeId: office('35.10').id, agreement: held }
  for (let nth = 1; nth < 8; nth++) {
    const kind = nth < 4 ? 'obstacle' : 'solution'
    await as(admin)(createFinding, { kind, category: 'coordination', text: `Temuan nomor ${nth} dari penyuluhan`, ...banyuwangi })
    const row = { number: `TL-2025-${8000 + nth}`, office_id: office('35.10').id, owner_id: admin.personId!, created_at: now.at }
    await db
      .insertInto('follow_up')
      .values({ id: newId(), action: `Tugas nomor ${nth}`, due_on: `2025-12-0${nth}`, state: 'open', ...row })
      .execute()
  }
  await db.updateTable('follow_up').set({ origin_kind: 'agreement', origin_id: held }).where('action', 'like', 'Tugas nomor %').execute()
  const main = (await page()).replace(/^.*<main/s, '')
  const named = (pattern: RegExp) => [...new Set([...main.matchAll(pattern)].map(([text]) => text))]
  expect([named(/Temuan nomor \d/g), named(/Tugas nomor \d/g)]).toEqual([
    ['Temuan nomor 3', 'Temuan nomor 2', 'Temuan nomor 1'],
    ['Tugas nomor 1', 'Tugas nomor 2', 'Tugas nomor 3', 'Tugas nomor 4', 'Tugas nomor 5'],
  ])
  const lists = [...main.matchAll(/href="(\/(?:temuan|tindak-lanjut)\?[^"]+)" data-count="(\d+)"/g)]
  expect(lists.map(([, , count]) => count).toSorted()).toEqual(expect.arrayContaining(['3', '7', '7']))
  for (const [, address, count] of lists) {
    const list = await (await get(address!.replaceAll('&amp;', '&'))).text()
    expect([address, list.match(/data-total="(\d+)"/)?.[1]]).toEqual([address, count])
  }
  expect(await countQueries(page)).toBe(16)
})
