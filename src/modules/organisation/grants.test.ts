import { afterAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { createAppointment, endAppointment } from './operations/appointments.ts'
import { delegateGrant } from './operations/delegations.ts'
import { createGrant, listGrants, revokeGrant } from './operations/grants.ts'
import { leavePerson, showPerson } from './operations/persons.ts'
import { changePosition, createPosition, listPositions } from './operations/positions.ts'
import { positionId } from './schema.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const province = await person('Putri', 'office_leader', '35')
const leader = await person('Agus', 'office_leader', '35.10')
const staff = await person('Budi', 'auditor', '35.10', false)
const actorOf = async (id: string) => (await actorOfPerson(db, id, kernel.clock.today()))!
const grantOf = async (personId: string) =>
  (
    await db
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .where('delegated_by', 'is', null)
      .executeTakeFirstOrThrow()
  ).id

test('one gives only what one has, where one has it', async () => {
  const give = (actor: typeof admin, more: object) =>
    as(actor)(createGrant, { person: staff.personId, role: 'office_operator', office: '35.10', fromOn: '2025-11-01', ...more })
  await expect(give(leader, { role: 'cooperation_officer' })).rejects.toMatchObject({ fields: { role: expect.anything() } })
  await expect(give(leader, { role: 'national_admin' })).rejects.toMatchObject({ fields: { role: expect.anything() } })
  await expect(give(leader, { office: '35' })).rejects.toMatchObject({ code: 'not_found', fields: { office: expect.anything() } })
  await expect(give(staff, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(give(leader, { role: 'partner_contact' })).rejects.toMatchObject({ fields: { role: expect.anything() } })
  expect(await give(leader, { toOn: '2026-12-31' })).toMatchObject({
    role: 'office_operator',
    state: 'current',
    revocable: true,
    grantedBy: { name: 'Agus' },
  })
  await expect(give(leader, { fromOn: '2026-01-01' })).rejects.toMatchObject({ fields: { role: expect.anything() } })
  expect((await actorOf(staff.personId!)).grants.map(({ role }) => role).sort()).toEqual(['auditor', 'office_operator'])
})

test('a leader of the office alone cannot give a role that reaches below it', async () => {
  const narrow = await person('Sempit', 'office_leader', '35.10', false)
  await expect(
    as(narrow)(createGrant, { person: staff.personId, role: 'inspector', office: '35.10', descendants: true, fromOn: '2025-11-01' }),
  ).rejects.toMatchObject({ fields: { role: expect.anything() } })
})

test('nobody gives a role to themselves, for longer than their own, or from what was delegated to them', async () => {
  const acting = await person('Pelaksana', 'office_leader', '35.10')
  await db.updateTable('role_grant').set({ to_on: '2025-12-31' }).where('person_id', '=', acting.personId).execute()
  const deputy = await person('Wakil', 'auditor', '35.10', false)
  const helper = await person('Bantu', 'auditor', '35.10', false)
  const give = (actor: typeof admin, who: typeof admin, toOn?: string) =>
    as(actor)(createGrant, { person: who.personId, role: 'office_operator', office: '35.10', fromOn: '2025-11-20', toOn })
  await expect(give(acting, helper)).rejects.toMatchObject({ fields: { toOn: expect.anything() } })
  await expect(give(acting, helper, '2026-01-01')).rejects.toMatchObject({ fields: { toOn: expect.anything() } })
  await expect(give(acting, acting, '2025-12-31')).rejects.toMatchObject({ fields: { person: expect.anything() } })
  const head = await as(admin)(createPosition, { name: 'Kepala yang Membawa Peran', level: 'any' })
  await as(admin)(createGrant, { positionId: head.id, role: 'office_operator', office: '00', descendants: true, fromOn: '2025-01-01' })
  const appoint = (actor: typeof admin, who: typeof admin, toOn?: string) =>
    as(actor)(createAppointment, { person: who.personId, office: '35.10', positionId: head.id, fromOn: '2025-11-20', toOn })
  await expect(appoint(acting, acting)).rejects.toMatchObject({ fields: { toOn: expect.anything() } })
  await as(acting)(delegateGrant, {
    grantId: await grantOf(acting.personId!),
    personId: deputy.personId,
    fromOn: '2025-11-20',
    toOn: '2025-11-30',
  })
  const deputed = await actorOf(deputy.personId!)
  expect(deputed.grants.map(({ role }) => role).sort()).toEqual(['auditor', 'office_leader'])
  await expect(give(deputed, helper, '2025-11-30')).rejects.toMatchObject({ fields: { role: expect.anything() } })
  await expect(appoint(deputed, helper)).rejects.toMatchObject({ fields: { positionId: expect.anything() } })
  expect(await give(acting, helper, '2025-12-31')).toMatchObject({ toOn: '2025-12-31' })
  expect(await appoint(acting, deputy)).toHaveProperty('id')
})

test('nobody stands on both sides: who serves in an office does not speak for a partner, nor the other way round', async () => {
  const partnerId = await partner('Kejari Satu Sisi')
  const voice = (who: string) => as(admin)(createGrant, { person: who, role: 'partner_contact', partnerId, fromOn: '2025-11-01' })
  const bothWays = { fields: { person: expect.anything() } }
  await expect(voice(admin.personId!)).rejects.toMatchObject(bothWays)
  const appointed = await person('Hanya Jabatan')
  const post = (who: string, more: object = {}) =>
    as(admin)(createAppointment, {
      person: who,
      office: '35.10',
      positionId: positionId('Operator', 'any'),
      fromOn: '2025-11-01',
      ...more,
    })
  await post(appointed.personId!, { fromOn: '2025-12-01' })
  await expect(voice(appointed.personId!)).rejects.toMatchObject(bothWays)
  const contact = await person('Narahubung', 'partner_contact', '00', false, { partnerId })
  await expect(post(contact.personId!)).rejects.toMatchObject(bothWays)
  const give = () => as(admin)(createGrant, { person: contact.personId, role: 'office_operator', office: '35.10', fromOn: '2025-11-01' })
  await expect(give()).rejects.toMatchObject(bothWays)
  await as(admin)(revokeGrant, { id: await grantOf(contact.personId!) })
  expect(await give()).toMatchObject({ role: 'office_operator', state: 'current' })
  await expect(voice(contact.personId!)).rejects.toMatchObject(bothWays)
})

test('revoking takes effect at the next request', async () => {
  const guest = await person('Tamu', 'office_operator', '35.10')
  const page = await browser(guest)
  expect(await (await page.get('/satuan-kerja')).text()).toContain('KPU Kabupaten Banyuwangi')
  const grant = await as(leader)(revokeGrant, { id: await grantOf(guest.personId!) })
  expect([grant.state, grant.revocable]).toEqual(['revoked', false])
  expect(await (await page.get('/satuan-kerja')).text()).not.toContain('KPU Kabupaten Banyuwangi</a>')
  await expect(as(leader)(revokeGrant, { id: grant.id })).rejects.toMatchObject({ code: 'conflict' })
})

test('a role comes with a position, in each office where it is held, and goes with it', async () => {
  const head = await as(admin)(createPosition, { name: 'Kepala Subbagian Kerja Sama Dalam Negeri', level: 'any' })
  await as(admin)(createGrant, { positionId: head.id, role: 'office_operator', office: '00', descendants: true, fromOn: '2025-01-01' })
  const rani = await person('Rani', undefined, '35.10')
  const { id } = await as(province)(createAppointment, {
    person: staff.personId,
    office: '35.10',
    positionId: head.id,
    fromOn: '2025-11-01',
  })
  await as(admin)(createAppointment, { person: rani.personId, office: '51', positionId: head.id, fromOn: '2025-11-01' })
  expect((await actorOf(rani.personId!)).grants).toEqual([{ role: 'office_operator', path: 'id.51', descendants: false, partnerId: null }])
  const { may } = await as(admin)(showPerson, { id: rani.personId })
  expect(may).toMatchObject([
    { role: 'office_operator', place: 'KPU Provinsi Bali', descendants: false, position: head.name, delegatedBy: null },
  ])
  await as(province)(endAppointment, { id, on: '2025-11-19' })
  expect((await actorOf(staff.personId!)).grants.some(({ role, path }) => role === 'office_operator' && path === 'id.35.3510')).toBe(true)
  expect((await as(leader)(showPerson, { id: staff.personId })).may.some((each: { position: string | null }) => each.position)).toBe(false)
})

test('an appointment cannot bring more than the one who appoints has', async () => {
  await as(admin)(createGrant, {
    positionId: positionId('Pejabat Fungsional', 'any'),
    role: 'cooperation_officer',
    office: '35.10',
    fromOn: '2025-01-01',
  })
  const appoint = (actor: typeof admin) =>
    as(actor)(createAppointment, {
      person: staff.personId,
      office: '35.10',
      positionId: positionId('Pejabat Fungsional', 'any'),
      fromOn: '2025-11-01',
    })
  await expect(appoint(leader)).rejects.toMatchObject({ fields: { positionId: expect.anything() } })
  expect(await appoint(admin)).toHaveProperty('id')
})

test('a role is delegated to a colleague for a time, no further, and ends with the one who gave it', async () => {
  const chief = await person('Kartika', 'office_leader', '35.10')
  const deputy = await person('Joko', 'auditor', '35.10', false)
  const outsider = await person('Luar', 'office_operator', '35.11')
  const own = await grantOf(chief.personId!)
  const delegate = (actor: typeof admin, more: object = {}) =>
    as(actor)(delegateGrant, { grantId: own, personId: deputy.personId, fromOn: '2025-11-20', toOn: '2025-11-30', ...more })
  await expect(delegate(chief, { personId: outsider.personId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(delegate(chief, { personId: chief.personId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(delegate(deputy)).rejects.toMatchObject({ code: 'not_found' })
  await expect(delegate(chief, { fromOn: '2025-11-01' })).rejects.toMatchObject({ fields: { fromOn: expect.anything() } })
  const { id } = await delegate(chief)
  const acting = await actorOf(deputy.personId!)
  expect(acting.grants).toContainEqual({ role: 'office_leader', path: 'id.35.3510', descendants: true, partnerId: null })
  await expect(
    as(acting)(delegateGrant, { grantId: id, personId: chief.personId, fromOn: '2025-11-21', toOn: '2025-11-22' }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect((await as(leader)(showPerson, { id: deputy.personId })).may).toContainEqual(
    expect.objectContaining({ role: 'office_leader', toOn: '2025-11-30', delegatedBy: 'Kartika' }),
  )

  now.at = new Date('2025-12-01T03:00:00Z')
  expect((await actorOf(deputy.personId!)).grants.map(({ role }) => role)).toEqual(['auditor'])
  now.at = new Date('2025-11-20T03:00:00Z')
  await as(leader)(leavePerson, { id: chief.personId })
  now.at = new Date('2025-11-21T03:00:00Z')
  expect((await actorOf(deputy.personId!)).grants.map(({ role }) => role)).toEqual(['auditor'])
  now.at = new Date('2025-11-20T03:00:00Z')
})

test('revoking a role takes what was delegated from it along, and one can take back one’s own delegation', async () => {
  const chief = await person('Wulan', 'office_operator', '35.10')
  const deputy = await person('Yoga', 'auditor', '35.10', false)
  const own = await grantOf(chief.personId!)
  const delegate = () => as(chief)(delegateGrant, { grantId: own, personId: deputy.personId, fromOn: '2025-11-20', toOn: '2025-12-30' })
  const first = await delegate()
  expect((await as(chief)(revokeGrant, { id: first.id })).state).toBe('revoked')
  const second = await delegate()
  await as(leader)(revokeGrant, { id: own })
  const { state } = (await as(leader)(listGrants, { person: deputy.personId, ended: true })).grants.find(
    (each: { id: string }) => each.id === second.id,
  )
  expect(state).toBe('revoked')
})

test('the last national administrator can neither be revoked nor leave, even when two remove each other at once', async () => {
  const other = await person('Eka', 'national_admin')
  await db
    .updateTable('role_grant')
    .set({ revoked_at: now.at })
    .where('role', '=', 'national_admin')
    .where('person_id', 'not in', [admin.personId!, other.personId!])
    .execute()
  const [mine, theirs] = [await grantOf(admin.personId!), await grantOf(other.personId!)]
  const outcomes = await Promise.allSettled([as(admin)(revokeGrant, { id: theirs }), as(other)(revokeGrant, { id: mine })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  await db.updateTable('role_grant').set({ revoked_at: null, revoked_by: null }).where('id', 'in', [mine]).execute()
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('id', '=', theirs).execute()
  await expect(as(admin)(leavePerson, { id: admin.personId })).rejects.toMatchObject({ code: 'conflict' })
})

test('positions are data: added, renamed, ended, and then no longer to choose', async () => {
  const ended = await as(admin)(createPosition, { name: 'Kepala Subbagian Lama', level: 'regency', rank: 200 })
  await expect(as(admin)(createPosition, { name: 'Kepala Subbagian Lama', level: 'regency' })).rejects.toMatchObject({
    fields: { name: expect.anything() },
  })
  await expect(as(leader)(createPosition, { name: 'Jabatan Sendiri', level: 'regency' })).rejects.toMatchObject({ code: 'forbidden' })
  await as(admin)(changePosition, { id: ended.id, name: 'Kepala Subbagian Lama', level: 'regency', rank: 200, toOn: '2025-10-31' })
  const ids = async (input: object) => (await as(staff)(listPositions, input)).positions.map((each: { id: string }) => each.id)
  expect([(await ids({})).includes(ended.id), (await ids({ ended: true })).includes(ended.id)]).toEqual([false, true])
  await expect(
    as(leader)(createAppointment, { person: staff.personId, office: '35.10', positionId: ended.id, fromOn: '2025-11-01' }),
  ).rejects.toMatchObject({ fields: { positionId: expect.anything() } })
})

test('lists of roles cost the same for one and for many', async () => {
  const one = await countQueries(() => as(admin)(listGrants, { role: 'inspector' }))
  expect(await countQueries(() => as(admin)(listGrants, { ended: true }))).toBe(one)
})

test('the pages give, revoke and delegate without a script', async () => {
  const agus = await browser(leader)
  const target = await person('Pak Halaman', 'auditor', '35.10', false)
  const fields = {
    person: (await as(leader)(showPerson, { id: target.personId })).email,
    role: 'office_operator',
    office: '35.10',
    fromOn: '2025-11-20',
  }
  expect((await agus.get(`/peran/baru?orang=${target.personId}`)).status).toBe(200)
  const refused = await agus.post('/peran', { ...fields, role: 'national_admin' })
  expect([refused.status, (await refused.text()).includes('melebihi kewenangan Anda')]).toEqual([422, true])
  const given = await agus.post('/peran', fields)
  expect([given.status, given.headers.get('location')]).toEqual([303, `/orang/${target.personId}`])
  const { grants } = await as(leader)(listGrants, { person: target.personId, role: 'office_operator' })
  const revoked = await agus.post(`/peran/${grants[0].id}/pencabutan`, { kembali: 'https://jahat.example/' })
  expect([revoked.status, revoked.headers.get('location')]).toEqual([303, '/orang'])
  const own = await grantOf(leader.personId!)
  expect(await (await agus.get(`/orang/${leader.personId}`)).text()).toContain(`/delegasi/${own}`)
  expect(await (await agus.get(`/delegasi/${own}`)).text()).toContain('Pak Halaman')
  const delegated = await agus.post(`/delegasi/${own}`, { personId: target.personId!, fromOn: '2025-11-20', toOn: '2025-11-21' })
  expect(delegated.status).toBe(303)
  expect((await agus.post('/jabatan', { name: 'Jabatan Liar', level: 'any', rank: '5' })).status).toBe(403)
  expect(await (await (await browser(admin)).get('/jabatan')).text()).toContain('Tambah jabatan')
})
