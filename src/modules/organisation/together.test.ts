import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, office, person } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { changeAccount } from '../account/operations/profile.ts'
import { createAppointment } from './operations/appointments.ts'
import { delegateGrant } from './operations/delegations.ts'
import { createGrant, revokeGrant } from './operations/grants.ts'
import { changePerson } from './operations/persons.ts'
import { createPosition } from './operations/positions.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const actorOf = async (id: string) => (await actorOfPerson(db, id, kernel.clock.today()))!
const grantOf = async (personId: string) =>
  (await db.selectFrom('role_grant').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()).id

test('a delegation ends with the role of the position that it came from', async () => {
  const head = await as(admin)(createPosition, { name: 'Kepala yang Mendelegasikan', level: 'any' })
  const { id: source } = await as(admin)(createGrant, {
    positionId: head.id,
    role: 'office_operator',
    office: '00',
    descendants: true,
    fromOn: '2025-01-01',
  })
  const chief = await person('Ibu Kepala')
  await as(admin)(createAppointment, { person: chief.personId, office: '35.10', positionId: head.id, fromOn: '2025-11-01' })
  const deputy = await person('Penerima', 'auditor', '35.10', false)
  const actor = await actorOf(chief.personId!)
  await as(actor)(delegateGrant, { grantId: source, personId: deputy.personId, fromOn: '2025-11-20', toOn: '2025-12-20' })
  const roles = async () => (await actorOf(deputy.personId!)).grants.map(({ role }) => role).sort()
  expect(await roles()).toEqual(['auditor', 'office_operator'])
  await as(admin)(revokeGrant, { id: source })
  expect(await roles()).toEqual(['auditor'])
})

test('of a delegation and the revocation of its role at once, no delegation is left', async () => {
  for (let round = 0; round < 4; round++) {
    const chief = await person('Serentak', 'office_operator', '35.10', false)
    const deputy = await person('Penerima Serentak', 'auditor', '35.10', false)
    const id = await grantOf(chief.personId!)
    const outcomes = await Promise.allSettled([
      as(chief)(delegateGrant, { grantId: id, personId: deputy.personId, fromOn: '2025-11-20', toOn: '2025-12-20' }),
      as(admin)(revokeGrant, { id }),
    ])
    expect(outcomes[1]).toMatchObject({ status: 'fulfilled' })
    if (outcomes[0]!.status === 'rejected') expect(outcomes[0]).toMatchObject({ reason: { code: 'not_found' } })
    expect((await actorOf(deputy.personId!)).grants.map(({ role }) => role)).toEqual(['auditor'])
  }
})

test('a role is given to a position once, also by two at once', async () => {
  for (let round = 0; round < 4; round++) {
    const head = await as(admin)(createPosition, { name: `Kepala Serentak ${round}`, level: 'any' })
    const give = () => as(admin)(createGrant, { positionId: head.id, role: 'office_operator', office: '35.10', fromOn: '2025-12-01' })
    const outcomes = await Promise.allSettled([give(), give()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { fields: { role: expect.anything() } } })
    expect(await db.selectFrom('role_grant').select('id').where('position_id', '=', head.id).execute()).toHaveLength(1)
  }
})

test('two who save the same person or office at once: the second sees what is stored and keeps what was typed', async () => {
  const page = await browser(admin)
  const someone = await person('Nama Semula', 'auditor', '35.10', false)
  const forms = [
    [`/orang/${someone.personId}`, { email: 'nama.semula@contoh.go.id', locale: 'id', phone: '' }],
    [`/satuan-kerja/${office('35.11').id}`, { zone: 'Asia/Jakarta', openedOn: '2003-05-01', closedOn: '' }],
  ] as const
  for (const [place, rest] of forms) {
    expect(await (await page.get(`${place}/ubah`)).text()).toContain('name="rev" value="0"')
    expect((await page.post(`${place}/ubah`, { ...rest, name: 'Nama Pertama', rev: '0' })).status).toBe(303)
    const second = await page.post(`${place}/ubah`, { ...rest, name: 'Nama Kedua', rev: '0' })
    const text = await second.text()
    expect([second.status, text.includes('value="Nama Kedua"'), text.includes('name="rev" value="1"')]).toEqual([409, true, true])
    expect(await (await page.get(place)).text()).toContain('Nama Pertama')
    expect((await page.post(`${place}/ubah`, { ...rest, name: 'Nama Kedua', rev: '1' })).status).toBe(303)
  }
})

test('who changes their own language does not lose it to an older form of an administrator', async () => {
  const someone = await person('Bahasa Sendiri', 'auditor', '35.10', false)
  await as(someone)(changeAccount, { locale: 'en' })
  const stale = { id: someone.personId, name: 'Bahasa Sendiri', email: 'bahasa.sendiri@contoh.go.id', locale: 'id', rev: 0 }
  await expect(as(admin)(changePerson, stale)).rejects.toMatchObject({ code: 'conflict' })
})
