import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, office, operator, person } from '../../../test/world.ts'
import { runCommand } from '../../platform/doors/command.ts'
import { noteSignIn } from '../account/operations/signing-in.ts'
import { changeOffice } from '../organisation/operations/offices.ts'
import { listAudit, showHistory, verifyAudit } from './operations.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const leader = await person('Agus', 'office_leader', '35.10')
const staff = await person('Sari', 'office_operator', '35.10')
const rename = (actor: typeof admin, code: string, name: string) =>
  as(actor)(changeOffice, { id: office(code).id, name, zone: 'Asia/Jakarta', openedOn: '2003-05-01' })
const lines = async (actor: typeof admin, filter: object = {}) => (await as(actor)(listAudit, filter)).lines

test('a change leaves one line that says who, through which door, and from what to what', async () => {
  await rename(admin, '35.10', 'KPU Kabupaten Banyuwangi Satu')
  expect((await lines(admin, { id: office('35.10').id }))[0]).toMatchObject({
    at: '2025-11-20T03:00:00.000Z',
    person: { id: admin.personId, name: 'Dewi' },
    door: 'page',
    operation: 'offices.change',
    subject: { kind: 'office', id: office('35.10').id, name: 'KPU Kabupaten Banyuwangi Satu' },
    changes: { name: ['KPU Kabupaten Banyuwangi', 'KPU Kabupaten Banyuwangi Satu'] },
  })
})

test('the trail is read by the offices that it concerns', async () => {
  await rename(admin, '35.11', 'KPU Kabupaten Bondowoso Satu')
  const subjects = async (actor: typeof admin) => [
    ...new Set((await lines(actor)).map((line: { subject: { id: string } }) => line.subject.id)),
  ]
  expect(await subjects(leader)).toEqual([office('35.10').id])
  expect(await subjects(admin)).toEqual(expect.arrayContaining([office('35.10').id, office('35.11').id, 'all']))
  await expect(lines(staff)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await lines(leader, { office: '35.11' })).toEqual([])
})

test('it is filtered by office, person, subject, action and day in the reader’s zone', async () => {
  const names = async (filter: object) => (await lines(admin, filter)).map((line: { subject: { id: string } }) => line.subject.id)
  expect(await names({ office: '35.11' })).toEqual([office('35.11').id])
  expect(await names({ person: 'dewi', kind: 'office', operation: 'offices.change' })).toEqual([office('35.11').id, office('35.10').id])
  expect(await names({ person: 'nobody' })).toEqual([])
  expect((await names({ from: '2025-11-20', to: '2025-11-20' })).length).toBeGreaterThan(0)
  expect([await names({ person: 'dewi', from: '2025-11-21' }), await names({ person: 'dewi', to: '2025-11-19' })]).toEqual([[], []])
})

test('it pages by number in both directions, at the same cost', async () => {
  for (let at = 0; at < 60; at++) await rename(admin, '51', `KPU Provinsi Bali ${at}`)
  const first = await as(admin)(listAudit, { office: '51' })
  const second = await as(admin)(listAudit, { office: '51', after: first.next })
  expect([first.lines.length, first.previous, second.lines.length, second.next]).toEqual([50, null, 10, null])
  const back = await as(admin)(listAudit, { office: '51', before: second.previous })
  expect(back).toEqual(first)
  expect(await countQueries(() => as(admin)(listAudit, { office: '35.11' }))).toBe(
    await countQueries(() => as(admin)(listAudit, { office: '51' })),
  )
})

test('the history of one thing carries the earlier states of its row, to those who may read the line', async () => {
  const { lines } = await as(leader)(showHistory, { kind: 'office', id: office('35.10').id })
  expect(lines).toHaveLength(1)
  expect(lines[0].revisions).toMatchObject([{ table: 'office', change: 'update', before: { name: 'KPU Kabupaten Banyuwangi' } }])
  expect((await as(leader)(showHistory, { kind: 'office', id: office('35.11').id })).lines).toEqual([])
})

test('the pages show the trail and the history in words, and hide them from whoever may not read them', async () => {
  const page = await browser(leader)
  const trail = await (await page.get('/jejak')).text()
  const office3510 = `/satuan-kerja/${office('35.10').id}`
  expect(trail).toContain(`<b>Dewi</b> mengubah satuan kerja <a href="${office3510}">KPU Kabupaten Banyuwangi Satu</a>`)
  expect(trail).toMatch(/<del>.*KPU Kabupaten Banyuwangi<\/del>.*→.*<ins>.*KPU Kabupaten Banyuwangi Satu<\/ins>/)
  expect(await (await page.get(`/jejak/office/${office('35.10').id}`)).text()).toContain('<del>')
  expect((await page.get('/jejak/pemeriksaan')).status).toBe(403)
  expect((await (await browser(staff)).get('/jejak')).status).toBe(403)
  expect(await (await (await browser(admin)).get('/jejak/pemeriksaan')).text()).toContain('Rantai utuh')
})

test('twenty changes at once leave the chain whole, without a gap', async () => {
  const codes = Array.from({ length: 20 }, (_, at) => `35.${at < 10 ? `0${at || 12}`.slice(-2) : at + 5}`)
  const known = codes.filter(code => /^35\.(0[1-9]|[12]\d)$/.test(code))
  const before = await as(admin)(verifyAudit)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => rename(admin, known[at % known.length]!, `KPU Serentak ${at}`)),
  )
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
  expect(await as(admin)(verifyAudit)).toMatchObject({ lines: before.lines + 20, broken: null })
  await expect(as(leader)(verifyAudit)).rejects.toMatchObject({ code: 'forbidden' })
})

test('nobody can change or delete a line through the database’s own door', async () => {
  await expect(sql`update audit_event set person_name = 'Orang lain' where id = 1`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`delete from audit_event where id = 1`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`truncate audit_event`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`delete from revision`.execute(db)).rejects.toThrow('append-only')
})

/** As the owner of the database could, with the guards down; put back afterwards. */
async function tamper(change: string, undo: string, check: () => Promise<void>): Promise<void> {
  await sql`alter table audit_event disable trigger user`.execute(db)
  await sql.raw(change).execute(db)
  await check()
  await sql.raw(undo).execute(db)
  await sql`alter table audit_event enable trigger user`.execute(db)
}

test('a line that was changed, taken out, slipped in or cut off is found, and the command says so with exit code 1', async () => {
  const broken = async () => (await as(admin)(verifyAudit)).broken
  const last = (await db.selectFrom('audit_head').select('id').executeTakeFirstOrThrow()).id
  const line = 5
  await tamper(
    `update audit_event set changes = changes || '{"x": [1, 2]}' where id = ${line}`,
    `update audit_event set changes = changes - 'x' where id = ${line}`,
    async () => expect(await broken()).toEqual({ id: line, why: 'changed' }),
  )
  await tamper(
    `create temp table kept as select * from audit_event where id = ${line}; delete from audit_event where id = ${line}`,
    'insert into audit_event select * from kept; drop table kept',
    async () => expect(await broken()).toEqual({ id: line + 1, why: 'missing' }),
  )
  await tamper(
    `create temp table kept as select * from audit_event where id = ${last}; delete from audit_event where id = ${last}`,
    'insert into audit_event select * from kept; drop table kept',
    async () => expect(await broken()).toEqual({ id: last, why: 'cut_off' }),
  )
  await tamper(
    `update audit_event set person_name = 'Palsu', hash = audit_hash(previous, id, at, person_id, 'Palsu', door, operation, subject_kind, subject_id, reach, partner_id, changes) where id = ${line}`,
    `update audit_event e set person_name = 'Dewi', hash = audit_hash(previous, id, at, person_id, 'Dewi', door, operation, subject_kind, subject_id, reach, partner_id, changes) where id = ${line}`,
    async () => {
      expect(await broken()).toEqual({ id: line + 1, why: 'unlinked' })
      const printed: string[] = []
      const out = { write: (text: string) => printed.push(text) } as never
      const code = await runCommand(['audit', 'verify'], {
        operations: [verifyAudit],
        open: async () => ({ ...kernel, close: async () => {} }),
        out,
        err: out,
      })
      expect([code, JSON.parse(printed.join('')).broken]).toEqual([1, { id: line + 1, why: 'unlinked' }])
    },
  )
  expect(await broken()).toBeNull()
  expect((await as(operator)(verifyAudit)).head).toMatch(/^[0-9a-f]{64}$/)
})

test('what one action wrote stays on one page, and is told of what it was about', async () => {
  const collected = async (subjects: [string, string][], operation: string) =>
    sql`select append_audit(${kernel.clock.now()}, ${admin.personId}::uuid, 'Dewi', 'page', ${operation}, ${JSON.stringify(
      subjects.map(([kind, id]) => ({ kind, id, reach: ['id.92'], partnerId: null, changes: { text: [null, `${kind} ${id}`] } })),
    )}::jsonb)`.execute(db)
  const findings = Array.from({ length: 60 }, (_, at): [string, string] => ['finding', `t${at}`])
  await collected([['assignment', 'isian'], ...findings], 'answers.submit')
  const first = await as(admin)(listAudit, { operation: 'answers.submit' })
  expect([first.lines.length, first.next, first.lines.at(-1).subject.kind]).toEqual([61, null, 'assignment'])
  await collected(findings.slice(0, 2), 'cycles.collectFindings')
  const page = await browser(admin)
  const told = async (operation: string) =>
    (await (await page.get(`/jejak?tindakan=${operation}`)).text()).match(/<ol class="trail".*?<\/p>/)![0]
  expect(await told('answers.submit')).toContain('<b>Dewi</b> mengirim evaluasi <span>assignment isian</span></p>')
  expect(await told('cycles.collectFindings')).toContain('<b>Dewi</b> mengumpulkan temuan dari jawaban </p>')
})

test('the page leaves out that people signed in until it is asked for it, programs are told all', async () => {
  await as(admin)(noteSignIn, { how: 'password', from: '10.9.8.7' })
  const page = await browser(admin)
  const trail = async (query: string) => (await (await page.get(`/jejak${query}`)).text()).includes('10.9.8.7')
  expect([await trail(''), await trail('?q=dewi'), await trail('?masuk=ya'), await trail('?tindakan=sign-in.done')]).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(await (await page.get('/jejak')).text()).toContain('<a href="/jejak?masuk=ya">')
  expect((await lines(admin)).some(({ operation }: { operation: string }) => operation === 'sign-in.done')).toBe(true)
})

test('the trail says how many lines fit, and goes out as a file of exactly those, each changed field in words', async () => {
  const { total, beyond, lines } = await as(admin)(listAudit, { office: '35.10' })
  expect([total, beyond]).toEqual([lines.length, false])
  const page = await browser(leader)
  expect(await (await page.get('/jejak')).text()).toMatch(
    /data-total="\d+".*\/api\/v1\/audit\/export\?format=csv&(amp;)?withoutSignIns=true/s,
  )
  const file = async (query: string) => (await page.get(`/api/v1/audit/export?${query}`)).text()
  const sheet = (await file('format=csv&office=35.10')).trim().split('\n')
  expect(sheet).toHaveLength((await as(leader)(listAudit, { office: '35.10' })).total + 1)
  expect(sheet.join('\n')).toMatch(
    /Dewi,mengubah satuan kerja,satuan kerja,KPU Kabupaten Banyuwangi.*,.*KPU Kabupaten Banyuwangi → KPU Kabupaten Banyuwangi Satu/,
  )
  expect(JSON.parse(await file('format=json&office=35.11'))).toEqual([])
  expect((await (await browser(staff)).get('/api/v1/audit/export?format=csv')).status).toBe(403)
  const cost = (filter: object) => countQueries(() => as(admin)(listAudit, filter))
  expect(await cost({ office: '51' })).toBe(await cost({ office: '35.11' }))
})
