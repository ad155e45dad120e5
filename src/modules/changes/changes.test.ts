import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, countQueries, db, now, office, operator, person, program, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { createFinding } from '../findings/operations/write.ts'
import { createPartner } from '../partners/operations/write.ts'
import { listChanges, markChanges } from './operations.ts'
import type { Change } from './schema.ts'

let sari: Actor, budi: Actor, rina: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  rina = await person('Rina', 'office_operator', '35.11', false)
})
beforeEach(async () => {
  now.at = new Date(now.at.getTime() + 40 * 86_400_000) // nothing of the test before is told any more
})

const found = (text: string) => as(sari)(createFinding, { kind: 'obstacle', category: 'coordination', text, officeId: office('35.10').id })
const told = async (actor: Actor) => (await as(actor)(listChanges, {})).changes.map(({ name }: Change) => name.replace(/^\S+: /, ''))
const later = (days: number) => {
  now.at = new Date(now.at.getTime() + days * 86_400_000)
}

test('what others did is told to whoever may read it, and nobody is told of what they did themselves', async () => {
  const { id } = await found('Narahubung berganti')
  const { changes } = await as(budi)(listChanges, {})
  expect(changes).toMatchObject([{ kind: 'finding', id, path: `/temuan/${id}`, deeds: ['mencatat temuan'] }])
  expect([await told(sari), await told(rina), await told(await person('Bali', 'office_operator', '51'))]).toEqual([[], [], []])
  expect(await told(await person('Jatim', 'office_leader', '35'))).toEqual(['Narahubung berganti'])
  await expect(as(stranger)(listChanges, {})).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('what was marked as seen is not told again, and what came after the list was made is', async () => {
  await found('Sebelum: narahubung berganti')
  const { line } = await as(budi)(listChanges, {})
  await found('Sesudah: narahubung berganti')
  await as(budi)(markChanges, { line })
  expect(await told(budi)).toEqual(['Sesudah: narahubung berganti'])
  const after = await as(budi)(listChanges, {})
  await as(budi)(markChanges, { line: after.line })
  await as(budi)(markChanges, { line }) // an old page brings nothing back
  expect(await told(budi)).toEqual([])
  const ahead = await as(budi)(markChanges, { line: 999_999_999 })
  expect(ahead.line).toBe((await as(budi)(listChanges, {})).line)
  await found('Kemudian: narahubung berganti')
  expect(await told(budi)).toEqual(['Kemudian: narahubung berganti'])
})

test('the button on the page marks what the page showed, and the home page says it no more', async () => {
  const { id } = await found('Narahubung tidak diketahui')
  const dewi = await browser(await person('Dewi', 'office_operator', '35.10', false))
  const page = await (await dewi.get('/perubahan')).text()
  const [line] = page.match(/(?<=name="line" value=")\d+/)!
  expect(await (await dewi.get('/')).text()).toContain(`/temuan/${id}`)
  const answer = await dewi.post('/perubahan/dilihat', { line })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/perubahan'])
  expect([(await (await dewi.get('/perubahan')).text()).includes(id), (await (await dewi.get('/')).text()).includes(id)]).toEqual([
    false,
    false,
  ])
})

test('what one act did to many things is one change, named by the latest of them', async () => {
  const ids = [(await found('Temuan pertama dari isian')).id, (await found('Temuan kedua dari isian')).id]
  const seen = await as(budi)(listChanges, {})
  expect(seen.changes.map(({ others }: Change) => others)).toEqual([0, 0])
  await as(budi)(markChanges, { line: seen.line })
  const lines = ids.map(id => ({ kind: 'finding', id, reach: ['id.35.3510'], partnerId: null, changes: {} }))
  await sql`select append_audit(${now.at}, null, 'Sinergi', 'job', 'answers.submit', ${JSON.stringify(lines)}::jsonb)`.execute(db)
  const { changes } = await as(budi)(listChanges, {})
  expect(changes).toMatchObject([{ id: ids[1], others: 1 }])
})

test('whoever was never here is told of a week, whoever was away for long of thirty days', async () => {
  const putri = await person('Putri', 'office_operator', '35.10', false)
  await found('Lama: narahubung berganti')
  later(8)
  await found('Baru: narahubung berganti')
  expect(await told(putri)).toEqual(['Baru: narahubung berganti'])
  await as(putri)(markChanges, { line: 1 })
  later(31)
  expect(await told(putri)).toEqual([])
  await found('Kini: narahubung berganti')
  expect(await told(putri)).toEqual(['Kini: narahubung berganti'])
})

test('reach is what it is now: who came today is told of the office, who left it no more', async () => {
  await found('Selama ini: narahubung berganti')
  const wati = await person('Wati', 'office_operator', '35.10', false)
  expect(await told(wati)).toEqual(['Selama ini: narahubung berganti'])
  const today = now.at.toISOString().slice(0, 10)
  await db.updateTable('role_grant').set({ to_on: today }).where('person_id', '=', wati.personId!).execute()
  later(1)
  const left = await actorOfPerson(db, wati.personId!, now.at.toISOString().slice(0, 10))
  await expect(told(left!)).rejects.toMatchObject({ code: 'forbidden' })
})

test('many changes take as many statements as one, and each thing stands once', async () => {
  await found('Satu: narahubung berganti')
  const one = await countQueries(() => as(budi)(listChanges, {}))
  for (let count = 0; count < 60; count++) await found(`Temuan ${count} dari banyak temuan`)
  const many = await countQueries(() => as(budi)(listChanges, {}))
  expect(many).toEqual(one)
  const { changes, more } = await as(budi)(listChanges, {})
  expect([changes.length, more, new Set(changes.map(({ id }: Change) => id)).size]).toEqual([50, true, 50])
  expect(changes[0]!.name).toContain('Temuan 59')
})

test('who did it is told by name to whoever may know them, by their office to the others, and as Sinergi where nobody did', async () => {
  const mega = await person('Mega Pusat', 'national_admin')
  const own = await person('Tono', 'office_operator', '35.10', false)
  const { id } = await found('Oleh dua orang: narahubung berganti')
  const line = { kind: 'finding', id, reach: ['id.35.3510'], partnerId: null, changes: {} }
  const done = (personId: string | null, name: string) =>
    sql`select append_audit(${now.at}, ${personId}, ${name}, 'page', 'findings.change', ${JSON.stringify([line])}::jsonb)`.execute(db)
  await done(mega.personId, 'Mega Pusat')
  const by = async (actor: Actor) => ((await as(actor)(listChanges, {})).changes as Change[])[0]!.by
  const page = async (actor: Actor) => (await (await browser(actor)).get('/perubahan')).text()
  const sariNamed = { id: sari.personId, name: 'Sari', path: `/orang/${sari.personId}` }
  expect(await by(own)).toEqual({ people: [sariNamed], offices: ['KPU RI'], others: 0, system: false })
  expect(await page(own)).not.toContain('Mega Pusat')
  expect(await page(own)).toContain('Sari, KPU RI')
  expect(await page(own)).not.toContain('di luar wilayah kerja')
  expect((await by(await person('Ratna', 'national_admin'))).people.map(({ name }) => name)).toEqual(['Mega Pusat', 'Sari'])
  await done(null, 'Sinergi')
  expect((await by(own)).system).toBe(true)
  expect(await page(own)).toContain('Sari, KPU RI, Sinergi (otomatis)')
  await db.deleteFrom('role_grant').where('person_id', '=', mega.personId!).execute()
  expect(await by(own)).toEqual({ people: [sariNamed], offices: [], others: 1, system: true })
  expect(await page(own)).toContain('Sari, 1 orang lain, Sinergi (otomatis)')
})

test('a contact of a partner is refused everywhere alike, and offered nothing', async () => {
  const admin = await person('Nur', 'national_admin')
  const university = await as(admin)<{ id: string }>(createPartner, { name: 'Universitas Berubah', class: 'university' })
  const contact = await person('Narahubung', 'partner_contact', '00', true, { partnerId: university.id })
  await found('Narahubung tidak membacanya')
  for (const operation of [listChanges, markChanges])
    await expect(as(contact)(operation, { line: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  const [here, rest] = [await browser(contact), await program(contact)]
  expect([(await here.get('/perubahan')).status, (await rest('GET', '/changes')).status]).toEqual([403, 403])
  expect(await (await here.get('/')).text()).not.toContain('/perubahan')
})

test('the operator at the machine is nobody who is told', async () => {
  await expect(as(operator)(listChanges, {})).rejects.toMatchObject({ code: 'unauthenticated' })
})
