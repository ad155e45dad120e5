import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, person } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { createAppointment } from './operations/appointments.ts'
import { delegateGrant } from './operations/delegations.ts'
import { createGrant } from './operations/grants.ts'
import { invitePerson } from './operations/invitations.ts'
import { createPerson, leavePerson, returnPerson } from './operations/persons.ts'
import { createPosition } from './operations/positions.ts'
import { positionId } from './schema.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const leader = await person('Agus', 'office_leader', '35.10')
let count = 0
const draft = (more: object = {}) => ({
  name: `Rina ${++count}`,
  email: `rina${count}@contoh.go.id`,
  office: '35.10',
  positionId: positionId('Operator', 'any'),
  fromOn: '2025-11-01',
  ...more,
})
const actorOf = async (id: string) => (await actorOfPerson(db, id, kernel.clock.today()))!

test('whoever leaves is out at once, through session and token, and the past stays', async () => {
  const rina = await as(leader)(createPerson, draft({ role: 'office_operator' }))
  await as(leader)(invitePerson, { id: rina.id })
  const page = await browser(await actorOf(rina.id))
  expect((await page.get('/satuan-kerja')).status).toBe(200)
  const gone = await as(leader)(leavePerson, { id: rina.id })
  expect([gone.state, gone.roles, gone.may, gone.grants[0].state, gone.appointments[0].toOn]).toEqual([
    'left',
    [],
    [],
    'revoked',
    '2025-11-19',
  ])
  expect((await page.get('/satuan-kerja')).headers.get('location')).toContain('/masuk')
  expect(await actorOfPerson(db, rina.id, kernel.clock.today())).toBeNull()
  await expect(as(leader)(leavePerson, { id: rina.id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await as(leader)(returnPerson, { id: rina.id })).state).toBe('invited')
  expect((await actorOf(rina.id)).grants).toEqual([])
})

test('who comes back on the day of leaving has nothing of before, and what was to come never does', async () => {
  const strong = await as(admin)(createPosition, { name: 'Pengelola yang Pergi', level: 'any' })
  await as(admin)(createGrant, { positionId: strong.id, role: 'office_operator', office: '00', descendants: true, fromOn: '2025-01-01' })
  const rina = await as(admin)(createPerson, draft({ positionId: strong.id, toOn: '2025-11-30' }))
  const deputy = await person('Wakil Rina', 'auditor', '35.10', false)
  const post = (fromOn: string) => as(admin)(createAppointment, { person: rina.id, office: '35.10', positionId: strong.id, fromOn })
  await post('2025-12-01')
  const { id: grantId } = await db.selectFrom('role_grant').select('id').where('position_id', '=', strong.id).executeTakeFirstOrThrow()
  const until = { fromOn: '2025-11-20', toOn: '2025-11-25' }
  await as(await actorOf(rina.id))(delegateGrant, { grantId, personId: deputy.personId, ...until })
  const gone = await as(leader)(leavePerson, { id: rina.id })
  expect(gone.appointments.map((each: { fromOn: string; toOn: string }) => [each.fromOn, each.toOn])).toEqual([
    ['2025-11-01', '2025-11-19'],
  ])
  await as(leader)(returnPerson, { id: rina.id })
  const onDays = async () => {
    const roles = []
    for (const day of ['2025-11-20', '2025-12-01', '2025-12-02']) roles.push((await actorOfPerson(db, rina.id, day))!.grants.length)
    return roles
  }
  expect(await onDays()).toEqual([0, 0, 0])
  expect((await actorOf(deputy.personId!)).grants.map(({ role }) => role)).toEqual(['auditor'])
  await post('2025-11-20')
  expect(await onDays()).toEqual([1, 1, 1])
})

test('who was only just to begin can leave and come back as well', async () => {
  const late = await as(leader)(createPerson, draft({ fromOn: '2025-12-01' }))
  expect((await as(leader)(leavePerson, { id: late.id })).appointments).toEqual([])
  expect((await as(leader)(returnPerson, { id: late.id })).state).toBe('new')
})

test('whoever has left gets no letter that was waiting for the morning', async () => {
  const ani = await as(leader)<{ id: string; email: string }>(createPerson, {
    name: 'Ani Lestari',
    email: 'ani.lestari@contoh.go.id',
    office: '35.10',
    role: 'office_operator',
    fromOn: '2025-11-01',
  })
  const waiting = { subject: 'Pagi', body: 'Pagi', created_at: now.at, next_try_at: new Date(now.at.getTime() + 3_600_000) }
  await db
    .insertInto('mail_message')
    .values([
      { id: newId(), recipient: ani.email, ...waiting },
      { id: newId(), recipient: 'lain@contoh.go.id', ...waiting },
      { id: newId(), recipient: ani.email, ...waiting, given_up_at: now.at }, // stays to be looked at
    ])
    .execute()
  await as(leader)(leavePerson, { id: ani.id })
  const left = await db.selectFrom('mail_message').select('recipient').where('subject', '=', 'Pagi').execute()
  expect(left.map(({ recipient }) => recipient).toSorted()).toEqual([ani.email, 'lain@contoh.go.id'])
})
