import { afterAll, expect, test } from 'vitest'
import { seedExampleWorld } from '../../../test/example-world/all.ts'
import { as, db, kernel, person, stranger } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { addDays } from '../../platform/values/clock.ts'
import { example } from '../../platform/values/example-ids.ts'
import { nameThings } from './operations.ts'

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
