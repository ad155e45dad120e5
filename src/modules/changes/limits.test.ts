import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, db, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { createFinding } from '../findings/operations/write.ts'
import { listChanges, markChanges } from './operations.ts'
import type { Change } from './schema.ts'

let sari: Actor, budi: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
})
beforeEach(() => later(40)) // nothing of the test before is told any more

const found = (text: string) => as(sari)(createFinding, { kind: 'obstacle', category: 'coordination', text, officeId: office('35.10').id })
const later = (days: number) => {
  now.at = new Date(now.at.getTime() + days * 86_400_000)
}
/** Lines that others wrote, of transactions of one's choice, in one statement; `kind`, `id`, `place` and `act` are of the number `n`. */
async function lines(count: number, { id, place, act }: { id: string; place: string; act: string }): Promise<void> {
  await sql`insert into audit_event (id, at, person_name, door, operation, subject_kind, subject_id, reach, transaction, previous, hash)
    select h.id + n, ${now.at}, 'Sinergi', 'job', 'answers.submit', 'finding', ${sql.raw(id)},
      array[${place}]::ltree[], ${sql.raw(act)}::text::xid8, '', ''
    from audit_head h, generate_series(1, ${count}::int) n`.execute(db)
  await sql`update audit_head set id = id + ${count}::int`.execute(db)
}

test('of two acts at once, what the later one did is one change, though it began first', async () => {
  const [other, both] = [(await found('Keduanya pertama')).id, (await found('Keduanya kedua')).id]
  const { line } = await as(budi)(listChanges, {})
  await as(budi)(markChanges, { line })
  // The one that began later wrote first, and the number of the other is lower.
  await lines(3, {
    id: `case n when 2 then '${other}' else '${both}' end`,
    place: 'id.35.3510',
    act: 'case n when 1 then 901 else 900 end',
  })
  const { changes } = await as(budi)(listChanges, {})
  expect(changes).toMatchObject([{ id: both, others: 1 }])
})

test('an import elsewhere hides nothing of what changed here, for whoever is at an office and whoever is above it', async () => {
  const leader = await person('Kepala Jatim', 'office_leader', '35')
  await found('Sebelum impor di tempat lain')
  await lines(20_100, { id: 'gen_random_uuid()', place: 'id.51.5103', act: '902' })
  for (const actor of [budi, leader]) {
    const { changes, more } = await as(actor)(listChanges, {})
    expect([changes.map(({ name }: Change) => name.replace(/^\S+: /, '')), more]).toEqual([['Sebelum impor di tempat lain'], false])
  }
})

test('where more changed than is looked at, the list says how far back it goes, and the page that it is not all', async () => {
  const putra = await person('Putra', 'office_operator', '35.10', false)
  await found('Terlalu lama: narahubung berganti')
  later(1)
  const { id } = await found('Terus berubah: narahubung berganti')
  await lines(999, { id: `'${id}'`, place: 'id.35.3510', act: '903' })
  expect((await as(putra)(listChanges, {})).more).toBe(true)
  later(1)
  await lines(1, { id: `'${id}'`, place: 'id.35.3510', act: '904' })
  const told = await as(putra)(listChanges, {})
  expect([told.changes.length, told.more, new Date(told.since)]).toEqual([1, true, new Date(now.at.getTime() - 86_400_000)])
  const dewi = await browser(putra)
  expect(await (await dewi.get('/perubahan')).text()).toContain('Hanya 1 yang terbaru ditampilkan.')
  // Whoever reads the audit trail finds the rest there.
  const trail = async (who: Actor) =>
    (await (await (await browser(who)).get('/perubahan')).text()).includes('<a href="/jejak">Lihat semuanya')
  expect([await trail(putra), await trail(await person('Endang', 'auditor'))]).toEqual([false, true])
  await lines(1_001, { id: 'gen_random_uuid()', place: 'id.35.3510', act: '905' })
  const page = await (await dewi.get('/perubahan')).text()
  expect(page).toContain('Sejak itu tidak ada yang dapat Anda baca; yang sebelumnya tidak ditampilkan.')
  expect([page.includes('action="/perubahan/dilihat"'), page.includes('Tidak ada yang berubah')]).toEqual([true, false])
})

test('the list begins at the line that was marked, however late it was marked', async () => {
  const old = await as(budi)(listChanges, {})
  later(1)
  await found('Setelah halaman dibuka')
  later(1)
  await as(budi)(markChanges, { line: old.line })
  const { since, changes } = await as(budi)(listChanges, {})
  expect(changes).toHaveLength(1)
  expect(new Date(since).getTime()).toBeLessThan(new Date(changes[0].at).getTime())
})

test('a few are the first of all, and those that belong together are counted whole', async () => {
  await found('Paling awal: narahubung berganti')
  const ids = []
  for (let nth = 0; nth < 20; nth++) ids.push((await found(`Bersama ${nth} dari satu isian`)).id)
  const done = ids.map(id => ({ kind: 'finding', id, reach: ['id.35.3510'], partnerId: null, changes: {} }))
  await sql`select append_audit(${now.at}, null, 'Sinergi', 'job', 'answers.submit', ${JSON.stringify(done)}::jsonb)`.execute(db)
  const all = (await as(budi)(listChanges, {})).changes
  expect(all.map(({ others }: Change) => others)).toEqual([19, 0])
  for (const most of [1, 2, 5]) {
    const few = await as(budi)(listChanges, { most })
    expect([few.changes, few.more]).toEqual([all.slice(0, most), most < 2])
  }
  for (let nth = 0; nth < 6; nth++) await found(`Sendiri ${nth}: narahubung berganti`)
  const [page, few] = [await as(budi)(listChanges, {}), await as(budi)(listChanges, { most: 5 })]
  expect([few.changes, few.more]).toEqual([page.changes.slice(0, 5), true])
  const home = await (await (await browser(budi)).get('/')).text()
  expect([home.split('Sendiri ').length - 1, home.includes('Bersama')]).toEqual([5, false])
})
