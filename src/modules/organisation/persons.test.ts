import { afterAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { summaryIn } from '../../../test/posted-forms.ts'
import { as, browser, countQueries, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import { findLink } from '../../platform/auth/links.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { runCommand } from '../../platform/doors/command.ts'
import { newId } from '../../platform/operation/operation.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { createToken, listTokens } from '../account/operations/tokens.ts'
import { createAppointment, endAppointment } from './operations/appointments.ts'
import { exportPersons } from './operations/export.ts'
import { createGrant } from './operations/grants.ts'
import { invitePerson } from './operations/invitations.ts'
import { listInviters } from './operations/offices.ts'
import { changePerson, createPerson, leavePerson, listPersons, returnPerson, showPerson } from './operations/persons.ts'
import { createPosition } from './operations/positions.ts'
import { ownersFor, personsAt } from './queries/persons.ts'
import { type Inviter, positionId } from './schema.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const leader = await person('Agus', 'office_leader', '35.10')
const neighbour = await person('Nina', 'office_leader', '35.11')
const operatorOf = await person('Sari', 'office_operator', '35.10')
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

test('a leader registers a person of the own office, who is then seen there and nowhere else', async () => {
  const rina = await as(leader)(createPerson, draft({ role: 'office_operator' }))
  expect(rina).toMatchObject({
    state: 'new',
    roles: ['office_operator'],
    positions: [{ position: 'Operator', acting: null }],
    changeable: true,
  })
  const seen = async (actor: typeof admin) => (await as(actor)(listPersons, { q: rina.email })).persons.length
  expect([await seen(leader), await seen(operatorOf), await seen(admin), await seen(neighbour)]).toEqual([1, 1, 1, 0])
  await expect(as(neighbour)(showPerson, { id: rina.email })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(operatorOf)(createPerson, draft())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(leader)(createPerson, draft({ office: '35.11' }))).rejects.toMatchObject({
    code: 'not_found',
    fields: { office: expect.anything() },
  })
  await expect(as(leader)(createPerson, draft({ email: rina.email }))).rejects.toMatchObject({ fields: { email: expect.anything() } })
  await expect(as(leader)(createPerson, draft({ positionId: '' }))).rejects.toMatchObject({ fields: { positionId: expect.anything() } })
})

test('a person is registered at the office that stands in the field, chosen or typed, and at none where no office is meant', async () => {
  const page = await browser(admin)
  const chosen = JSON.stringify(['00', 'KPU RI'])
  const register = async (more: Record<string, string>) => {
    const { positionId, ...typed } = draft(more)
    const answer = await page.post('/orang', { ...typed, positionId: positionId!, locale: 'id' })
    const at = answer.headers.get('location')
    const { offices, positions } = at ? await as(admin)(showPerson, { id: at.split('/').at(-1)! }) : { offices: [], positions: [] }
    return { html: await answer.text(), at: [...offices, ...positions.map(({ office }: { office: string }) => office)] }
  }
  expect((await register({ office: 'KPU RI', 'office~': chosen })).at).toEqual(['KPU RI'])
  expect((await register({ office: 'KPU Kabupaten Banyuwangi (35.10)', 'office~': '' })).at).toEqual(['KPU Kabupaten Banyuwangi'])
  expect((await register({ office: 'banyuwangi', 'office~': chosen })).at).toEqual(['KPU Kabupaten Banyuwangi'])
  const unknown = await register({ office: 'KPU Kabupaten Xyz', 'office~': chosen, name: '' })
  expect(summaryIn(unknown.html)).toEqual([
    { text: 'Nama lengkap: Isi bagian ini.', to: 'name' },
    { text: 'Satuan kerja: Tidak ada satuan kerja yang cocok dengan “KPU Kabupaten Xyz”.', to: 'office' },
  ])
  expect(unknown.html).toMatch(/name="office"[^>]*value="KPU Kabupaten Xyz"/)
  const kept = await register({ office: 'KPU RI', 'office~': chosen, name: '' })
  expect(kept.html).toMatch(/name="office"[^>]*value="KPU RI"/)
  expect(kept.html).toContain('name="office~" value="[&quot;00&quot;,&quot;KPU RI&quot;]"')
  const emptied = await register({ office: '', 'office~': chosen })
  expect(summaryIn(emptied.html)).toEqual([{ text: 'Satuan kerja: Pilih salah satu.', to: 'office' }])
})

test('an invitation is a letter with a link, and the link is told only at the machine itself', async () => {
  const rina = await as(leader)(createPerson, draft({ invite: true }))
  expect(rina.state).toBe('invited')
  const letters = await db.selectFrom('mail_message').select('body').where('recipient', '=', rina.email).execute()
  expect(letters).toHaveLength(1)
  expect(letters[0]!.body).toMatch(/http:\/\/sinergi\.test\/sandi\/[\w-]{20,}/)
  expect(await as(leader, 'rest')(invitePerson, { id: rina.id })).toEqual({ id: rina.id, email: rina.email, link: null })
  expect((await as(operator, 'command')(invitePerson, { id: rina.id })).link).toMatch(/\/sandi\//)
})

test('a change of address ends links, sessions and tokens, and both addresses are told', async () => {
  const rina = await as(leader)(createPerson, draft({ role: 'office_operator', invite: true }))
  const [letter] = await db.selectFrom('mail_message').select('body').where('recipient', '=', rina.email).execute()
  const token = /\/sandi\/([\w-]{20,})/.exec(letter!.body)![1]!
  const page = await browser(await actorOf(rina.id))
  const state = async () => [
    (await findLink(db, token, kernel.clock.now(), ['invitation']))?.state,
    (await page.get('/satuan-kerja')).status,
  ]
  await as(await actorOf(rina.id))(createToken, { name: 'Dasbor' })
  await as(leader)(changePerson, { id: rina.id, name: 'Rina Nama Baru', email: rina.email })
  expect(await state()).toEqual(['open', 200])
  await as(leader)(changePerson, { id: rina.id, name: 'Rina Nama Baru', email: 'rina.pindah@contoh.go.id' })
  expect(await state()).toEqual(['expired', 303])
  expect((await as(await actorOf(rina.id))(listTokens)).tokens.map(({ state }: { state: string }) => state)).toEqual(['revoked'])
  const told = await db
    .selectFrom('mail_message')
    .select(['recipient', 'body'])
    .where('subject', '=', 'Surel akun Sinergi Anda diubah')
    .where('recipient', 'in', [rina.email, 'rina.pindah@contoh.go.id'])
    .execute()
  expect(told.map(({ recipient }) => recipient).sort()).toEqual([rina.email, 'rina.pindah@contoh.go.id'].sort())
  for (const { body } of told) expect(body).toContain('1 token program telah dicabut')
})

test('what was sent to somebody before they left opens nothing after they came back', async () => {
  const rina = await as(leader)(createPerson, draft({ role: 'office_operator', invite: true }))
  const [letter] = await db.selectFrom('mail_message').select('body').where('recipient', '=', rina.email).execute()
  const token = /\/sandi\/([\w-]{20,})/.exec(letter!.body)![1]!
  await as(leader)(leavePerson, { id: rina.id })
  await as(leader)(returnPerson, { id: rina.id })
  expect((await findLink(db, token, kernel.clock.now(), ['invitation']))?.state).toBe('expired')
})

test('whoever changes their own address stays signed in where they did it', async () => {
  const boss = await person('Dewi Dua', 'national_admin')
  const [here, there] = [await browser(boss), await browser(boss)]
  const changed = await here.post(`/orang/${boss.personId}/ubah`, {
    name: 'Dewi Dua',
    email: 'dewi.dua@contoh.go.id',
    locale: 'id',
    rev: '0',
  })
  expect(changed.status).toBe(303)
  expect([(await here.get('/orang')).status, (await there.get('/orang')).status]).toEqual([200, 303])
})

test('the command makes a national administrator of a new address, and again without a second grant', async () => {
  const input = { admin: true, email: 'kepala@contoh.go.id', name: 'Kepala Bagian' }
  const printed: string[] = []
  const out = { write: (text: string) => printed.push(text) } as never
  const run = () =>
    runCommand(['person', 'invite', '--admin', '--email', input.email, '--name', input.name], {
      operations: [invitePerson],
      open: async () => ({ ...kernel, close: async () => {} }),
      out,
      err: out,
    })
  expect([await run(), await run()]).toEqual([0, 0])
  const first = JSON.parse(printed[0]!)
  expect(first.link).toMatch(/\/sandi\//)
  const grants = await db.selectFrom('role_grant').select(['role', 'with_descendants']).where('person_id', '=', first.id).execute()
  expect(grants).toEqual([{ role: 'national_admin', with_descendants: true }])
  expect((await actorOf(first.id)).grants).toEqual([{ role: 'national_admin', path: 'id', descendants: true, partnerId: null }])
  await expect(as(leader)(invitePerson, { ...input, email: 'lain@contoh.go.id' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('who works elsewhere too, or may do more, cannot be changed, invited or seen off by a leader', async () => {
  const both = await as(leader)(createPerson, draft())
  await as(admin)(createAppointment, {
    person: both.id,
    office: '51',
    positionId: positionId('Sekretaris', 'province'),
    acting: 'plt',
    fromOn: '2025-11-01',
  })
  const change = (id: string) => as(leader)(changePerson, { id, name: 'Direbut', email: 'direbut@contoh.go.id' })
  await expect(change(both.id)).rejects.toMatchObject({ code: 'forbidden' })
  const strong = await as(leader)(createPerson, draft())
  expect((await as(leader)(changePerson, { id: strong.id, name: 'Rina Baru', email: strong.email })).name).toBe('Rina Baru')
  await as(admin)(createGrant, { person: strong.id, role: 'cooperation_officer', office: '35.10', fromOn: '2025-11-01' })
  await expect(change(strong.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(leader)(leavePerson, { id: strong.id })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await as(leader)(showPerson, { id: strong.id })).changeable).toBe(false)
  expect(
    (await as(leader)(showPerson, { id: both.id })).appointments.map((each: { office: { name: string } }) => each.office.name),
  ).toEqual(['KPU Kabupaten Banyuwangi'])
})

test('who is between two roles belongs to those who reach all that the past held', async () => {
  const between = await person('Antara')
  const had = (code: string, role: string, from_on: string, to_on: string, revoked_at: Date | null = null) =>
    db
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: between.personId,
        role,
        office_id: office(code).id,
        with_descendants: false,
        from_on,
        to_on,
        granted_at: now.at,
        revoked_at,
      })
      .execute()
  const change = (actor: typeof admin) =>
    as(actor)(changePerson, { id: between.personId, name: 'Antara', email: `antara.${++count}@contoh.go.id` })
  await had('35.10', 'office_operator', '2015-01-01', '2016-01-01')
  expect(await change(leader)).toMatchObject({ changeable: true })
  await had('35.10', 'cooperation_officer', '2016-01-02', '2019-01-01')
  await expect(change(leader)).rejects.toMatchObject({ code: 'forbidden' })
  await had('00', 'cooperation_officer', '2019-01-02', '2026-01-01', now.at)
  await expect(change(await person('Jatim', 'national_admin', '35'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(leader)(invitePerson, { id: between.personId })).rejects.toMatchObject({ code: 'forbidden' })
  const place = { person: between.personId, office: '35.10', fromOn: '2025-11-01' }
  await expect(as(leader)(createAppointment, { ...place, positionId: positionId('Operator', 'any') })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(as(leader)(createGrant, { ...place, role: 'auditor' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await change(admin)).toMatchObject({ changeable: true })
})

test('a stronger position that begins tomorrow, or whose role does, counts today', async () => {
  const strong = await as(admin)(createPosition, { name: 'Pengelola Esok', level: 'any' })
  await as(admin)(createGrant, {
    positionId: strong.id,
    role: 'cooperation_officer',
    office: '00',
    descendants: true,
    fromOn: '2025-01-01',
  })
  const tomorrow = await as(admin)(createPerson, draft({ positionId: strong.id, fromOn: '2025-11-21' }))
  const late = await as(admin)(createPosition, { name: 'Pengelola Nanti', level: 'any' })
  await as(admin)(createGrant, { positionId: late.id, role: 'cooperation_officer', office: '00', descendants: true, fromOn: '2026-01-01' })
  const already = await as(admin)(createPerson, draft({ positionId: late.id }))
  const past = await as(admin)(createPerson, draft({ positionId: late.id, toOn: '2025-12-31' }))
  for (const { id, email } of [tomorrow, already]) {
    await expect(as(leader)(changePerson, { id, name: 'Direbut', email })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as(leader)(invitePerson, { id })).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect(await as(leader)(changePerson, { id: past.id, name: 'Sebelumnya', email: past.email })).toMatchObject({ name: 'Sebelumnya' })
})

test('appointments do not overlap, fit the level of the office, and end on the day that is said, never later', async () => {
  const rina = await as(leader)(createPerson, draft())
  const appoint = (more: object) =>
    as(leader)(createAppointment, {
      person: rina.id,
      office: '35.10',
      positionId: positionId('Operator', 'any'),
      fromOn: '2025-12-01',
      ...more,
    })
  await expect(appoint({})).rejects.toMatchObject({ fields: { fromOn: expect.anything() } })
  await expect(appoint({ positionId: positionId('Sekretaris', 'province') })).rejects.toMatchObject({
    fields: { positionId: expect.anything() },
  })
  await expect(appoint({ toOn: '2025-11-30' })).rejects.toMatchObject({ fields: { toOn: expect.anything() } })
  const { id } = await appoint({ positionId: positionId('Sekretaris', 'regency'), acting: 'plh', toOn: '2025-12-14' })
  await expect(as(leader)(endAppointment, { id, on: '2025-11-01' })).rejects.toMatchObject({ fields: { on: expect.anything() } })
  await as(leader)(endAppointment, { id, on: '2025-12-07' })
  await expect(as(leader)(endAppointment, { id, on: '2025-12-08' })).rejects.toMatchObject({ fields: { on: expect.anything() } })
  await expect(as(admin)(endAppointment, { id, on: '2099-12-31' })).rejects.toMatchObject({ fields: { on: expect.anything() } })
  const { appointments } = await as(leader)(showPerson, { id: rina.id })
  expect(appointments[0]).toMatchObject({ position: { name: 'Sekretaris' }, acting: 'plh', toOn: '2025-12-07', state: 'coming' })
  await expect(as(neighbour)(endAppointment, { id, on: '2025-12-08' })).rejects.toMatchObject({ code: 'not_found' })
})

test('owners of follow-ups are those of the office who may report on them', async () => {
  const context = (actor: typeof admin) => ({ actor, db, clock: kernel.clock, asked: new Set() }) as never
  const { id } = (await db.selectFrom('office').select('id').where('code', '=', '35.10').executeTakeFirst())!
  const watcher = await as(leader)(createPerson, draft({ role: 'auditor' }))
  const worker = await as(leader)(createPerson, draft({ role: 'office_operator' }))
  const names = (rows: { name: string }[]) => rows.map(row => row.name)
  expect(names(await personsAt(context(leader), id))).toEqual(expect.arrayContaining([watcher.name, worker.name, 'Agus', 'Sari']))
  const owners = names(await ownersFor(context(leader), id))
  expect(owners).toEqual(expect.arrayContaining([worker.name, 'Agus', 'Sari']))
  expect(owners).not.toContain(watcher.name)
  expect(await ownersFor(context(neighbour), id)).toEqual([])
})

test('a list of one person and a list of many take equally many queries', async () => {
  const one = await countQueries(() => as(neighbour)(listPersons))
  expect(await countQueries(() => as(admin)(listPersons))).toBe(one)
})

test('the pages register, show what a person may do and why, and keep what was typed', async () => {
  const agus = await browser(leader)
  const fields = {
    name: 'Tuti Halaman',
    email: 'tuti@contoh.go.id',
    locale: 'id',
    office: '35.10',
    positionId: positionId('Staf', 'any'),
    role: 'office_operator',
    fromOn: '2025-11-01',
    invite: 'ya',
  }
  const wrong = await agus.post('/orang', { ...fields, email: 'bukan surel' })
  expect([wrong.status, (await wrong.text()).includes('Tuti Halaman')]).toEqual([422, true])
  const done = await agus.post('/orang', fields)
  expect(done.status).toBe(303)
  const page = await (await agus.get(done.headers.get('location')!)).text()
  for (const said of ['Operator satuan kerja', 'KPU Kabupaten Banyuwangi', 'tanpa batas waktu', 'diberikan oleh Agus', 'Staf', 'Diundang'])
    expect(page).toContain(said)
  expect(await (await agus.get('/orang?q=tuti')).text()).toContain('Tuti Halaman')
  expect((await (await browser(neighbour)).get(done.headers.get('location')!)).status).toBe(404)
  expect(await (await agus.get('/orang/pilihan?q=tuti')).json()).toEqual([
    { value: 'tuti@contoh.go.id', label: 'Tuti Halaman – Staf, KPU Kabupaten Banyuwangi', near: false },
  ])
  expect(await (await agus.get('/orang/pilihan?q=tuty+halamn')).json()).toEqual([
    { value: 'tuti@contoh.go.id', label: 'Tuti Halaman – Staf, KPU Kabupaten Banyuwangi', near: true },
  ])
  expect(await (await (await browser(neighbour)).get('/orang/pilihan?q=tuty+halamn')).json()).toEqual([])
  // A list in which nothing is found names who may be meant, to those who reach them.
  const meant = await (await agus.get('/orang?q=tuty+halamn')).text()
  expect(meant).toMatch(/Maksud Anda:.*href="\/orang\?q=tuti%40contoh\.go\.id">Tuti Halaman/s)
  expect(await (await agus.get('/orang?q=tuti%40contoh.go.id')).text()).toContain('Tuti Halaman')
  expect(await (await (await browser(neighbour)).get('/orang?q=tuty+halamn')).text()).not.toContain('Tuti Halaman')
  const left = await agus.post(`${done.headers.get('location')}/berhenti`, {})
  expect(await (await agus.get(left.headers.get('location')!)).text()).toContain('Batalkan catatan berhenti')
})

test('several telephones, a NIP and the unit of an appointment are kept, shown and changed', async () => {
  const agus = await browser(leader)
  const fields = {
    name: 'Wati Lengkap',
    email: 'wati@contoh.go.id',
    locale: 'id',
    phones: '0812 3456 789; (0343) 421234',
    nip: '19880314 201212 1 003',
    office: '35.10',
    positionId: positionId('Kepala Subbagian', 'any'),
    unit: 'hukum',
    fromOn: '2025-11-01',
  }
  const wrong = await agus.post('/orang', { ...fields, nip: '1988' })
  expect([wrong.status, (await wrong.text()).includes('NIP terdiri atas 18 angka.')]).toEqual([422, true])
  const at = (await agus.post('/orang', fields)).headers.get('location')!
  const page = await (await agus.get(at)).text()
  for (const said of ['tel:08123456789', 'tel:0343421234', '198803142012121003', 'Hukum dan Pengawasan']) expect(page).toContain(said)
  expect(await (await agus.get(`${at}/ubah`)).text()).toContain('0812 3456 789; (0343) 421234')
  const wati = await as(leader)(showPerson, { id: 'wati@contoh.go.id' })
  expect(wati).toMatchObject({ phones: ['0812 3456 789', '(0343) 421234'], positions: [{ unit: 'hukum' }] })
  const { rev, id, name, email } = wati
  expect(await as(leader, 'rest')(changePerson, { id, name, email, phones: ['021 5550123'], rev })).toMatchObject({
    phones: ['021 5550123'],
    nip: null,
  })
  await expect(as(leader)(changePerson, { id, name, email: '', rev: rev + 1 })).rejects.toMatchObject({
    fields: { email: expect.anything() },
  })
})

test('who may not invite a colleague is told who may, the nearest first, and how to reach them', async () => {
  await db
    .updateTable('person')
    .set({ phones: ['0841 5550 123'] })
    .where('id', '=', leader.personId!)
    .execute()
  const { inviters } = await as(operatorOf, 'rest')(listInviters, { id: '35.10' })
  expect(inviters[0]).toMatchObject({ name: 'Agus', office: 'KPU Kabupaten Banyuwangi', phones: ['0841 5550 123'] })
  expect(inviters.map(({ name }: Inviter) => name)).toContain('Dewi')
  expect(inviters.map(({ name }: Inviter) => name)).not.toContain('Nina')
  await expect(as(neighbour)(listInviters, { id: '35.10' })).rejects.toMatchObject({ code: 'not_found' })
  const [sari, agus] = [await browser(operatorOf), await browser(leader)]
  for (const page of [`/satuan-kerja/${office('35.10').id}`, '/orang', '/tindak-lanjut/baru', '/evaluasi/isian?saya=ya']) {
    const shown = await (await sari.get(page)).text()
    for (const said of ['Yang dapat mendaftarkan', 'Agus', 'tel:08415550123'])
      expect([page, said, shown.includes(said)]).toEqual([page, said, true])
    expect(await (await agus.get(page)).text()).not.toContain('Yang dapat mendaftarkan')
  }
  const list = await (await sari.get('/orang')).text()
  expect(list).toContain(`<a href="mailto:${inviters[0]!.email}">`)
  const [asks, table] = [list.indexOf('mailto:'), list.indexOf('<table')]
  expect([asks > 0, asks < table]).toEqual([true, true])
})

test('whoever has a role and no position is listed with the office at which the role holds', async () => {
  const inspector = await person('Endah', 'inspector', '35')
  const { persons } = await as(admin)(listPersons, { q: 'Endah' })
  expect(persons).toMatchObject([
    { name: 'Endah', positions: [], partners: [], roles: ['inspector'], offices: ['KPU Provinsi Jawa Timur'] },
  ])
  const row = /<tr[^>]*>(?:(?!<tr).)*Endah.*?<\/tr>/s.exec(await (await (await browser(admin)).get('/orang?q=Endah')).text())![0]
  expect([row.includes('KPU Provinsi Jawa Timur'), row.includes('–')]).toEqual([true, false])
  expect((await as(inspector)(listPersons, { q: 'Endah' })).persons[0].offices).toEqual(['KPU Provinsi Jawa Timur'])
})

test('the filter by role asks of no role that the rows do not name: one held elsewhere, or from tomorrow', async () => {
  const both = await as(leader)(createPerson, draft({ role: 'office_operator' }))
  await as(admin)(createGrant, { person: both.id, role: 'auditor', office: '35.11', fromOn: '2025-11-01' })
  await as(admin)(createGrant, { person: both.id, role: 'office_leader', office: '35.10', fromOn: '2030-01-01' })
  const byRole = async (who: typeof leader, role: 'auditor' | 'office_operator' | 'office_leader') =>
    (await as(who)(listPersons, { role })).persons.filter(({ id }: { id: string }) => id === both.id).length
  expect([await byRole(leader, 'office_operator'), await byRole(leader, 'auditor'), await byRole(leader, 'office_leader')]).toEqual([
    1, 0, 0,
  ])
  expect(await byRole(neighbour, 'auditor')).toBe(1)
  expect(await byRole(admin, 'auditor')).toBe(1)
})

test('the download has exactly whom the list has, in its order and with no more of each; the list says how many and turns by as many as asked', async () => {
  const named = { q: 'Unduh' }
  for (const [n, place] of ['35.10', '35.10', '35.11'].entries())
    await as(admin)(createPerson, draft({ name: `Unduh ${n}`, email: `unduh${n}@contoh.go.id`, office: place, role: 'office_operator' }))
  const file = async (who: typeof admin, filter: object, format = 'json') =>
    new TextDecoder().decode(await bytesOf(await as(who)(exportPersons, { ...filter, format })))
  const names = (rows: string) => JSON.parse(rows).map(({ name }: { name: string }) => name)
  const all = await file(admin, named)
  expect(names(all)).toEqual(['Unduh 0', 'Unduh 1', 'Unduh 2'])
  expect(Object.keys(JSON.parse(all)[0])).toEqual(['id', 'name', 'positions', 'partners', 'offices', 'roles', 'state'])
  expect((await file(admin, named, 'csv')).split('\r\n').slice(0, 2)).toEqual([
    'Nama,Jabatan atau lembaga,Peran,Status',
    'Unduh 0,"Operator, KPU Kabupaten Banyuwangi",Operator satuan kerja,Belum diundang',
  ])
  expect(names(await file(leader, named))).toEqual(['Unduh 0', 'Unduh 1'])
  expect(names(await file(leader, { office: '35.10', ...named }))).toEqual(['Unduh 0', 'Unduh 1'])

  const contact = await person('Mira Narahubung', 'partner_contact', '00', false, { partnerId: await partner('Kejari Unduh') })
  await expect(file(contact, {})).rejects.toMatchObject({ code: 'forbidden' })

  const first = await as(admin)(listPersons, { ...named, most: 2 })
  expect(first).toMatchObject({ total: 3, more: false, previous: null })
  expect(first.persons.map(({ name }: { name: string }) => name)).toEqual(['Unduh 0', 'Unduh 1'])
  const text = await (await (await browser(admin)).get('/orang?q=Unduh')).text()
  expect(text).toContain('<span data-total="3">3 orang</span>')
  expect(text).toContain('/api/v1/persons/export?format=csv&amp;q=Unduh')
})

test('only what one can give is offered: no role above one’s own and no position of a level above', async () => {
  const leader = await person('Euis Contoh', 'office_leader', '32')
  const html = await (await (await browser(leader)).get('/orang/baru')).text()
  const offered = (name: string) => /<select[^>]* name="NAME".*?<\/select>/s.source.replace('NAME', name)
  const options = (name: string) =>
    [...(new RegExp(offered(name), 's').exec(html)?.[0] ?? '').matchAll(/<option[^>]*>([^<]*)/g)].map(([, label]) => label)
  expect(options('role')).not.toContain('Admin nasional')
  expect(options('role').length).toBeGreaterThan(1)
  expect(options('positionId')).not.toContain('Sekretaris Jenderal')
  expect(options('positionId')).toContain('Sekretaris')
})
