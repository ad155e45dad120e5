import { afterAll, expect, test } from 'vitest'
import { seedExampleWorld } from '../../../test/example-world/all.ts'
import { as, db, kernel, person, stranger } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { addDays } from '../../platform/values/clock.ts'
import { example } from '../../platform/values/example-ids.ts'
import { listFindings } from '../findings/operations/read.ts'
import { officeId } from '../organisation/schema.ts'
import { countThings, nameThings } from './operations.ts'

afterAll(() => kernel.close())
await seedExampleWorld()

const things = [
  { kind: 'agreement', id: example.agreement },
  { kind: 'finding', id: example.finding },
  { kind: 'follow_up', id: example.followUp },
  { kind: 'assignment', id: example.assignment },
  { kind: 'report', id: example.report },
  { kind: 'nothing', id: example.agreement },
]
type Named = ({ name: string } | null)[]
const namesFor = async (actor: Awaited<ReturnType<typeof person>>) =>
  (await as(actor)<{ things: Named }>(nameThings, { things })).things.map(thing => thing?.name ?? null)

/** Somebody whose role is from one day to another, as loaded today. */
async function between(name: string, days: { from_on?: string; to_on?: string }) {
  const { personId } = await person(name, 'national_admin')
  await db.updateTable('role_grant').set(days).where('person_id', '=', personId).execute()
  return (await actorOfPerson(db, personId!, kernel.clock.today()))!
}

test('things are named to whoever reads them, one by one, and to nobody else, nor before or after', async () => {
  const right = await namesFor(await person('Kepala', 'national_admin'))
  expect(right.filter(name => name !== null)).toHaveLength(things.length - 1)
  expect(right.at(-1)).toBe(null)
  const none = things.map(() => null)
  expect(await namesFor(await person('Tetangga', 'office_operator', '51.71'))).toEqual(none)
  expect(await namesFor(await person('Mitra lain', 'partner_contact', '00', true, { partnerId: example.otherPartner }))).toEqual(none)
  expect(await namesFor(await person('Tanpa peran'))).toEqual(none)
  const today = kernel.clock.today()
  expect(await namesFor(await between('Kemarin', { to_on: addDays(today, -1) }))).toEqual(none)
  expect(await namesFor(await between('Besok', { from_on: addDays(today, 1) }))).toEqual(none)
  await expect(as(stranger)(nameThings, { things })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('what is counted of a partner is what its lists say, for each as far as they read, and columns without a power are left out', async () => {
  const partner = { kind: 'partner', things: [{ id: example.partner, name: 'Rahasia mitra' }] }
  type Told = { columns: string[]; cells: Record<string, ({ text: string; count?: number; path?: string } | null)[]> }
  const of = async (actor: Awaited<ReturnType<typeof person>>, asked = partner) => as(actor)<Told>(countThings, asked)
  await db
    .updateTable('finding')
    .set({ partner_id: null, agreement_id: example.agreement, kind: 'obstacle', dismissed_at: null })
    .where('id', '=', example.finding)
    .execute()
  const admin = await person('Kepala Dua', 'national_admin')
  const all = await of(admin)
  expect(all.columns).toEqual(['Perjanjian berlaku', 'Temuan belum ditindaklanjuti', 'Skor KPU / mitra'])
  const [inForce, open, scores] = all.cells[example.partner]!
  expect([inForce!.text, open!.count, scores!.text]).toEqual([
    '1 dari 2',
    (await as(admin)<{ total: number }>(listFindings, { partner: example.partner, status: 'open' })).total,
    '50,0 / –',
  ])
  expect(open!.count).toBeGreaterThan(0)
  const neighbour = await of(await person('Tetangga Dua', 'office_operator', '51.71'))
  expect(neighbour.cells[example.partner]).toEqual([null, null, null])
  const contact = await of(await person('Mitra Dua', 'partner_contact', '00', false, { partnerId: example.partner }))
  expect(contact.columns).not.toContain('Temuan belum ditindaklanjuti')
  const office = await of(admin, { kind: 'office', things: [{ id: officeId('35'), name: 'KPU Jawa Timur', code: '35' }] as never })
  expect([office.columns, office.cells[officeId('35')]!.map(cell => cell?.path)]).toEqual([
    ['Tindak lanjut belum selesai', 'Isian terkirim'],
    [`/tindak-lanjut?satker=${officeId('35')}`, '/evaluasi/isian?provinsi=35&berjalan=ya&keadaan=submitted'],
  ])
})
