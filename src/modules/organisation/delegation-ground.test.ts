import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { as, db, kernel, now, office, person, program } from '../../../test/world.ts'
import { signsInByLink } from '../../platform/auth/accounts.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { holders } from '../../platform/authority/holders.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { addDays } from '../../platform/values/clock.ts'
import { createAppointment, endAppointment } from './operations/appointments.ts'
import { delegateGrant } from './operations/delegations.ts'
import { createGrant, listGrants, revokeGrant } from './operations/grants.ts'
import { leavePerson, showPerson } from './operations/persons.ts'
import { createPosition } from './operations/positions.ts'
import { servesOffice } from './queries/sides.ts'
import { positionId } from './schema.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const head = await as(admin)(createPosition, { name: 'Kepala yang Mendelegasikan', level: 'any' })
await as(admin)(createGrant, { positionId: head.id, role: 'office_operator', office: '00', descendants: true, fromOn: '2025-01-01' })
const [first, last] = ['2025-11-22', '2025-12-02']
const setDay = (day: string) => {
  now.at = new Date(`${day}T03:00:00Z`)
}
beforeEach(() => setDay('2025-11-20'))

type Term = { fromOn: string; toOn: string | null }
const always: Term = { fromOn: '2025-01-01', toOn: null }
const within = ({ fromOn, toOn }: Term, day: string): boolean => fromOn <= day && day <= (toOn ?? '9999-12-31')

/** What somebody stands on at the office, for a term that is moved later on. */
const grounds = {
  async role(who: Actor, role: 'office_operator' | 'auditor') {
    const id = newId()
    const row = { id, person_id: who.personId, role, office_id: office('35.10').id, from_on: always.fromOn, granted_at: now.at }
    await db.insertInto('role_grant').values(row).execute()
    return { grantId: id, move: ({ fromOn, toOn }: Term) => moveTo('role_grant', id, fromOn, toOn) }
  },
  async position(who: Actor, role: 'office_operator' | 'auditor') {
    const position = role === 'office_operator' ? head.id : positionId('Operator', 'any')
    const made = { person: who.personId, office: '35.10', positionId: position, fromOn: always.fromOn }
    const { id } = await as(admin)<{ id: string }>(createAppointment, made)
    const source = await db.selectFrom('role_grant').select('id').where('position_id', '=', head.id).executeTakeFirstOrThrow()
    return { grantId: source.id, move: ({ fromOn, toOn }: Term) => moveTo('appointment', id, fromOn, toOn) }
  },
}
const moveTo = (table: 'role_grant' | 'appointment', id: string, fromOn: string, toOn: string | null) =>
  db.updateTable(table).set({ from_on: fromOn, to_on: toOn }).where('id', '=', id).execute()

async function delegated(chiefBy: keyof typeof grounds, deputyBy: keyof typeof grounds) {
  const [chief, deputy] = [await person('Kartika'), await person('Joko')]
  const [over, under] = [await grounds[chiefBy](chief, 'office_operator'), await grounds[deputyBy](deputy, 'auditor')]
  const actor = (await actorOfPerson(db, chief.personId!, kernel.clock.today()))!
  const { id } = await as(actor)<{ id: string }>(delegateGrant, {
    grantId: over.grantId,
    personId: deputy.personId,
    fromOn: first,
    toOn: last,
  })
  return { id, chief, deputy, over, under }
}

/** Each way in which power is asked for: a session or token, the person's page, and who is written to. */
async function powerful(deputy: Actor, day: string): Promise<boolean[]> {
  setDay(day)
  const actor = await actorOfPerson(db, deputy.personId!, day)
  const { may } = await as(admin)<{ may: { role: string; delegatedBy: string | null }[] }>(showPerson, { id: deputy.personId })
  const written = await holders({ db }, 'followup.report', 'id.35.3510', day, deputy.personId!)
  return [actor!.grants.some(({ role }) => role === 'office_operator'), may.some(({ delegatedBy }) => delegatedBy), written.length > 0]
}

const terms: [string, Term][] = [
  ['always', always],
  ['only until yesterday', { fromOn: '2025-01-01', toOn: '2025-11-19' }],
  ['only from tomorrow on', { fromOn: '2025-11-23', toOn: null }],
  ['until the middle', { fromOn: '2025-01-01', toOn: '2025-11-25' }],
  ['from the middle on', { fromOn: '2025-11-26', toOn: null }],
  ['until long after', { fromOn: '2025-01-01', toOn: '2026-12-31' }],
  ['not before it is over', { fromOn: '2025-12-03', toOn: null }],
]
const days = ['2025-11-19', '2025-11-21', first, '2025-11-23', '2025-11-25', '2025-11-26', last, addDays(last, 1)]

describe.each([
  ['role', 'role'],
  ['role', 'position'],
  ['position', 'role'],
  ['position', 'position'],
] as const)('delegated from a %s to somebody there by a %s', (chiefBy, deputyBy) => {
  test('it holds on a day only while both have their ground that day, however the days are moved', async () => {
    const { deputy, over, under } = await delegated(chiefBy, deputyBy)
    const wrong: string[] = []
    for (const [ofChief, chiefTerm] of terms)
      for (const [ofDeputy, deputyTerm] of terms) {
        if (chiefTerm !== always && deputyTerm !== always) continue
        await over.move(chiefTerm)
        await under.move(deputyTerm)
        for (const day of days) {
          const should = within({ fromOn: first, toOn: last }, day) && within(chiefTerm, day) && within(deputyTerm, day)
          const does = await powerful(deputy, day)
          if (does.some(each => each !== should)) wrong.push(`chief ${ofChief}, deputy ${ofDeputy}, on ${day}: ${does}, not ${should}`)
        }
      }
    expect(wrong).toEqual([])
  })
})

type Made = Awaited<ReturnType<typeof delegated>>
type Way = { lose(made: Made): Promise<unknown>; comesBack?(made: Made): Promise<unknown> }
const waysToLose: Way[] = [
  {
    async lose({ deputy }) {
      const grants = db.selectFrom('role_grant').select('id').where('person_id', '=', deputy.personId).where('delegated_by', 'is', null)
      for (const { id } of await grants.execute()) await as(admin)(revokeGrant, { id })
      const posts = await db.selectFrom('appointment').select('id').where('person_id', '=', deputy.personId).execute()
      for (const { id } of posts) await as(admin)(endAppointment, { id, on: '2025-11-23' })
    },
    comesBack: ({ deputy }) =>
      as(admin)(createAppointment, {
        person: deputy.personId,
        office: '35.10',
        positionId: positionId('Operator', 'any'),
        fromOn: '2025-11-25',
      }),
  },
  { lose: ({ chief }) => as(admin)(leavePerson, { id: chief.personId }) },
]

test('with the place at the office, or the one who delegated, the power is gone at the next request of a session from before, and for good', async () => {
  for (const { lose, comesBack } of waysToLose) {
    for (const by of ['role', 'position'] as const) {
      setDay('2025-11-20')
      const made = await delegated('role', by)
      setDay('2025-11-24')
      const send = await program(made.deputy)
      const writing = async () => (await send('POST', '/agreements', {})).status
      expect(await writing()).toBe(422) // may write, and has written nothing
      await lose(made)
      expect(await writing()).toBe(403)
      await comesBack?.(made)
      setDay('2025-11-26')
      expect(await writing()).toBe(403)
      const { grants } = await as(admin)<{ grants: { id: string; state: string }[] }>(listGrants, {
        person: made.deputy.personId,
        ended: true,
      })
      expect(grants.find(({ id }) => id === made.id)?.state).toBe('ended')
    }
  }
})

test('somebody who is there only by a delegation, or no longer when it begins, is nobody to delegate to', async () => {
  const { chief, deputy, over, under } = await delegated('role', 'position')
  setDay(first)
  const actor = (await actorOfPerson(db, chief.personId!, first))!
  const again = (fromOn: string) =>
    as(actor)(delegateGrant, { grantId: over.grantId, personId: deputy.personId, fromOn, toOn: '2026-01-10' })
  await under.move({ fromOn: '2025-01-01', toOn: '2025-11-30' })
  await expect(again('2025-12-01')).rejects.toMatchObject({ fields: { fromOn: expect.anything() } })
  await under.move({ fromOn: '2025-01-01', toOn: '2025-11-19' })
  await expect(again(first)).rejects.toMatchObject({ code: 'not_found' })
  await under.move({ fromOn: '2025-12-01', toOn: null })
  await expect(again(first)).rejects.toMatchObject({ code: 'not_found' })
  expect(await again('2025-12-01')).toHaveProperty('id')
})

test('what somebody had by a delegation that has lost its ground makes them no member of the office any more', async () => {
  const { deputy, under } = await delegated('role', 'role')
  setDay('2025-11-25')
  expect([await servesOffice(db, deputy.personId!, '2025-11-25'), await signsInByLink(db, deputy.personId!, '2025-11-25')]).toEqual([
    true,
    false,
  ])
  const partnerId = newId()
  await db
    .insertInto('partner')
    .values({
      id: partnerId,
      name: 'Universitas Dasar',
      folded: 'universitas dasar',
      class: 'university',
      office_id: office('00').id,
      created_at: now.at,
    })
    .execute()
  const contact = {
    id: newId(),
    person_id: deputy.personId,
    role: 'partner_contact',
    partner_id: partnerId,
    from_on: '2025-01-01',
    granted_at: now.at,
  }
  await db
    .insertInto('role_grant')
    .values(contact as never)
    .execute()
  await under.move({ fromOn: '2025-01-01', toOn: '2025-11-24' })
  expect([await servesOffice(db, deputy.personId!, '2025-11-25'), await signsInByLink(db, deputy.personId!, '2025-11-25')]).toEqual([
    false,
    true,
  ])
})
