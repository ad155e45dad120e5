import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, days, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, operator, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { root } from '../../platform/process/root.ts'
import { listInstruments, loadInstruments, publishInstrument, showInstrument } from '../questionnaires/operations.ts'
import { refusals } from '../questionnaires/words/refusals.ts'
import { extendAssignment } from './operations/assignment-lifecycle.ts'
import { listAssignments } from './operations/assignments.ts'
import { closeCycle, openCycle } from './operations/cycle-lifecycle.ts'
import { changeCycle, createCycle, listCycles, previewCycle, showCycle } from './operations/cycles.ts'
import type { Cycle } from './schema.ts'

let admin: Actor, jatim: Actor, sari: Actor, kejati: string, kejari: string, radio: string
const start = now.at
const titles: Record<string, string> = {}
beforeAll(async () => {
  await as(operator)(loadInstruments)
  admin = await person('Admin', 'national_admin')
  jatim = await person('Jatim', 'cooperation_officer', '35')
  sari = await person('Sari', 'office_operator', '35.10', false)
  kejati = await partner('Kejati Jawa Timur', 'state_body', '35')
  kejari = await partner('Kejari Banyuwangi')
  radio = await partner('Radio Blambangan', 'media')
  titles.joint = await agreement('Bersama', ['35', '35.10'], [kejati, kejari], 3)
  titles.radio = await agreement('Radio', ['35.10'], [radio], 0, { kind: 'pks' })
  titles.bali = await agreement('Bali', ['51'], [radio], 1)
  titles.late = await agreement('Setelah masa', ['35.10'], [kejari], 1, { signed_on: '2026-01-02' })
  titles.expired = await agreement('Sudah berakhir', ['35.10'], [kejari], 1, { ends_on: '2025-02-01' })
})
afterAll(() => kernel.close())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  )
const draft = (code: string, more: object = {}) => ({ officeId: office(code).id, name: `Siklus ${code}`, ...days, ...more })
const formsIn = async (cycle: { id: string }) =>
  (
    await db
      .selectFrom('assignment as t')
      .innerJoin('agreement as a', 'a.id', 't.agreement_id')
      .innerJoin('office as o', 'o.id', 't.office_id')
      .leftJoin('partner as p', 'p.id', 't.partner_id')
      .select(['a.title', 'o.code', 'p.name'])
      .where('t.cycle_id', '=', cycle.id)
      .orderBy('a.title')
      .orderBy('o.code')
      .orderBy('p.name')
      .execute()
  ).map(row => `${row.title}: ${row.name ?? row.code}`)

test('opening makes a form for each office and each partner of every agreement in scope, as the preview said, and again adds nothing', async () => {
  const { id } = await as(admin)<Cycle>(createCycle, draft('00', { scope: { offices: ['35'], statuses: ['active'] } }))
  const preview = await as(admin)(previewCycle, { id })
  expect(preview).toMatchObject({ agreements: 2, offices: 2, partners: 3, kpu: 3, partner: 3, withoutObligations: 1, withoutContact: 3 })
  const { added } = await as(admin)(openCycle, { id })
  expect(added).toBe(preview.kpu + preview.partner)
  expect(await formsIn({ id })).toEqual(
    [
      'Bersama: 35',
      'Bersama: Kejati Jawa Timur',
      'Bersama: Kejari Banyuwangi',
      'Bersama: 35.10',
      'Radio: 35.10',
      'Radio: Radio Blambangan',
    ].sort(byTitle),
  )
  expect((await as(admin)(openCycle, { id })).added).toBe(0)
  const later = await agreement('Belakangan', ['35.10'], [kejari], 0)
  expect((await as(admin)(openCycle, { id })).added).toBe(2)
  await db.updateTable('agreement').set({ stage: 'draft' }).where('id', '=', later).execute()
  const { obligations, id: assignment } = await db
    .selectFrom('assignment')
    .select(['id', 'obligations'])
    .where('cycle_id', '=', id)
    .where('agreement_id', '=', titles.joint!)
    .where('side', '=', 'kpu')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect((obligations as { article: string; bearer: string }[]).map(({ article, bearer }) => [article, bearer.split('; ').length])).toEqual(
    [
      ['Pasal 3', 2],
      ['Pasal 4', 2],
      ['Pasal 5', 4],
    ],
  )
  expect(assignment[14]).toBe('7')
})
const byTitle = (a: string, b: string) => (order(a) < order(b) ? -1 : 1)
/** Agreement, office, then the office's own form before the partners'. */
const order = (form: string) =>
  ({
    'Bersama: Kejari Banyuwangi': '0',
    'Bersama: Kejati Jawa Timur': '1',
    'Bersama: 35': '2',
    'Bersama: 35.10': '3',
    'Radio: Radio Blambangan': '4',
    'Radio: 35.10': '5',
  })[form] ?? '9'

test('a scope bounds by kind, class of partner, status on the last day of the period, and office', async () => {
  const made = async (scope: object) => {
    const cycle = await openedCycle(admin, '00', { scope })
    return [...new Set((await formsIn(cycle)).map(form => form.split(':')[0]))].sort()
  }
  expect(await made({})).toEqual(['Bali', 'Bersama', 'Radio', 'Sudah berakhir'])
  expect(await made({ kinds: ['pks'] })).toEqual(['Radio'])
  expect(await made({ partnerClasses: ['media'] })).toEqual(['Bali', 'Radio'])
  expect(await made({ statuses: ['expired'] })).toEqual(['Sudah berakhir'])
  expect(await made({ offices: ['51', '35.10'] })).toEqual(['Bali', 'Bersama', 'Radio', 'Sudah berakhir'])
})

test('a province runs a cycle of its own over its offices and no further', async () => {
  const cycle = await openedCycle(jatim, '35')
  expect((await formsIn(cycle)).filter(form => form.startsWith('Bali'))).toEqual([])
  expect(await refusal(as(jatim)(createCycle, draft('00')))).toBe('not_found')
  expect(await refusal(as(jatim)(createCycle, draft('35', { scope: { offices: ['51'] } })))).toBe('invalid')
  expect(await refusal(as(sari)(createCycle, draft('35.10')))).toBe('forbidden')
  const bali = await person('Bali', 'cooperation_officer', '51')
  expect(await refusal(as(bali)(showCycle, { id: cycle.id }))).toBe('not_found')
  expect((await as(sari)<Cycle>(showCycle, { id: cycle.id })).name).toBe(cycle.name)
  expect(await refusal(as(sari)(closeCycle, { id: cycle.id }))).toBe('forbidden')
})

test('a planned cycle is seen by those who plan it alone, changes until it is opened, and its days must be in order', async () => {
  const { id } = await as(admin)<Cycle>(createCycle, draft('00'))
  expect(await refusal(as(sari)(showCycle, { id }))).toBe('not_found')
  const wrong = await (await program(admin))('POST', '/cycles', {
    ...draft('00'),
    dueOn: '2025-10-01',
    closesOn: '2025-09-01',
    periodTo: '2024-01-01',
  })
  expect([wrong.status, Object.keys((await wrong.json()).errors).sort()]).toEqual([422, ['closesOn', 'dueOn', 'periodTo']])
  const changed = await as(admin)<Cycle>(changeCycle, { ...draft('00', { name: 'Nama baru', scope: { kinds: ['mou'] } }), id, rev: 0 })
  expect([changed.name, changed.scope.kinds]).toEqual(['Nama baru', ['mou']])
  await as(admin)(openCycle, { id })
  expect(await refusal(as(admin)(changeCycle, { ...draft('00'), id, rev: changed.rev }))).toBe('conflict')
  expect((await as(sari)<Cycle>(showCycle, { id })).phase).toBe('open')
})

test('a cycle closes by hand, or the night after its last day unless somebody was given more time', async () => {
  const cycle = await openedCycle(admin, '00')
  expect((await as(admin)(closeCycle, { id: cycle.id })).phase).toBe('closed')
  expect(await refusal(as(admin)(closeCycle, { id: cycle.id }))).toBe('conflict')
  expect(await refusal(as(admin)(openCycle, { id: cycle.id }))).toBe('conflict')
  const [due, extended] = [await openedCycle(admin, '00'), await openedCycle(jatim, '35')]
  await as(jatim)(extendAssignment, {
    id: await formOf(extended, titles.radio!, 'kpu'),
    until: '2026-01-10',
    reason: 'Kantor terdampak banjir',
  })
  const closedOn = async (day: string) => {
    now.at = new Date(`${day}T00:00:00Z`)
    await kernel.timers.drain(kernel)
    now.at = start
    const rows = await db.selectFrom('cycle').select(['id', 'closed_at']).where('id', 'in', [due.id, extended.id]).execute()
    return [due, extended].map(({ id }) => rows.find(row => row.id === id)!.closed_at !== null)
  }
  expect(await closedOn('2025-12-31')).toEqual([false, false])
  expect(await closedOn('2026-01-01')).toEqual([true, false])
  expect(await closedOn('2026-01-10')).toEqual([true, false])
  expect(await closedOn('2026-01-11')).toEqual([true, true])
})

test('the hour of closing is the end of the last day in Jakarta, and a cycle that was open before there were timers has one too', async () => {
  const cycle = await openedCycle(admin, '35.10')
  await db.deleteFrom('timer').execute()
  const earlier = readFileSync(join(root, 'database/migrations/0111_cycles_close_by_timer.sql'), 'utf8')
  await sql.raw(earlier).execute(db)
  const closed = async (at: string) => {
    now.at = new Date(at)
    await kernel.timers.drain(kernel)
    now.at = start
    return (await db.selectFrom('cycle').select('closed_at').where('id', '=', cycle.id).executeTakeFirstOrThrow()).closed_at
  }
  expect(await closed('2025-12-31T16:59:59.999Z')).toBeNull()
  expect(await closed('2025-12-31T17:00:00Z')).toEqual(new Date('2025-12-31T17:00:00Z'))
})

test('a cycle that was closed by hand has nothing to close any more', async () => {
  const cycle = await openedCycle(admin, '35.10')
  await as(admin)(closeCycle, { id: cycle.id })
  expect(await db.selectFrom('timer').select('state').where('subject_id', '=', cycle.id).execute()).toEqual([
    { state: 'cancelled' },
    { state: 'cancelled' },
  ])
})

test('lists cost the same number of queries for one row and for many, page by key, and filter', async () => {
  const cycle = await openedCycle(admin, '35.10')
  const one = { cycle: cycle.id, agreement: titles.radio, side: 'kpu' }
  expect((await as(admin)(listAssignments, one)).assignments).toHaveLength(1)
  expect(await countQueries(() => as(admin)(listAssignments, one))).toBe(
    await countQueries(() => as(admin)(listAssignments, { cycle: cycle.id })),
  )
  const few = await countQueries(() => as(sari)(listCycles))
  await openedCycle(admin, '00')
  await openedCycle(admin, '00')
  expect(await countQueries(() => as(sari)(listCycles))).toBe(few)
  await sql`insert into assignment (id, cycle_id, agreement_id, office_id, side, partner_id)
    select gen_random_uuid(), ${cycle.id}, ${titles.bali!}, o.id, 'kpu', null from office o where o.kind = 'regency' limit 120`.execute(db)
  const pages = []
  for (let after: string | null | undefined; after !== null; ) {
    const page: { assignments: { id: string; office: { code: string } }[]; total: number; next: string | null } = await as(admin)(
      listAssignments,
      {
        cycle: cycle.id,
        ...(after ? { after } : {}),
      },
    )
    pages.push(page.assignments)
    after = page.next
  }
  const { count } = await db
    .selectFrom('assignment')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('cycle_id', '=', cycle.id)
    .executeTakeFirstOrThrow()
  expect([pages.length, new Set(pages.flat().map(({ id }) => id)).size]).toEqual([3, Number(count)])
  const codes = pages.flat().map(({ office }) => office.code)
  expect(codes).toEqual([...codes].sort())
  await submitted(sari, await formOf(cycle, titles.radio!, 'kpu'))
  const counted = async (state: string) => (await as(admin)(listAssignments, { cycle: cycle.id, state })).total
  expect([await counted('submitted'), (await counted('waiting')) + 1, await counted('overdue'), await counted('draft')]).toEqual([
    1,
    Number(count),
    0,
    0,
  ])
  expect(
    (await as(admin)(listAssignments, { cycle: cycle.id, q: 'blambangan', side: 'partner' })).assignments.map(
      (row: { agreement: { title: string } }) => row.agreement.title,
    ),
  ).toEqual(['Radio'])
  expect(
    (await as(sari)(listAssignments, { mine: true })).assignments.every(
      (row: { office: { code: string }; side: string }) => row.office.code === '35.10' && row.side === 'kpu',
    ),
  ).toBe(true)
  const reader = await person('Pemeriksa', 'auditor', '35.10')
  expect((await as(reader)(listAssignments, { cycle: cycle.id })).total).toBeGreaterThan(0)
  expect((await as(reader)(listAssignments, { mine: true })).assignments).toEqual([]) // nobody waits for whoever may only read
})

test('a questionnaire is published as the next version, never changed, and refused with the places that are wrong', async () => {
  const definition = {
    key: 'lain',
    title: { id: 'Lain', en: 'Other' },
    sides: ['kpu'],
    sections: [{ key: 's', label: { id: 'S', en: 'S' }, questions: [{ key: 'q', type: 'text', label: { id: 'Q', en: 'Q' } }] }],
  }
  expect([
    (await as(admin)(publishInstrument, { definition })).version,
    (await as(admin)(publishInstrument, { definition })).version,
  ]).toEqual([1, 2])
  const [newest] = (await as(sari)(listInstruments, { key: 'lain' })).instruments
  expect((await as(sari)(showInstrument, { id: newest.id })).definition).toEqual({ ...definition, version: 2 })
  await expect(db.updateTable('instrument').set({ version: 9 }).where('id', '=', newest.id).execute()).rejects.toThrow('append-only')
  for (const [wrong, path] of [
    [{ ...definition, sides: [] }, 'definition.sides'],
    ...['rev', 'action', 'elements', 'requestSubmit'].map(key => [
      { ...definition, sections: [{ ...definition.sections[0], questions: [{ key, type: 'text', label: { id: 'Q', en: 'Q' } }] }] },
      `definition.s.${key}`,
    ]),
  ] as const) {
    const answer = await (await program(admin))('POST', '/instruments', { definition: wrong })
    const { errors } = await answer.json()
    expect([answer.status, Object.keys(errors)]).toEqual([422, [path]])
    if (path !== 'definition.sides') expect(Object.values(errors)).toEqual([[refusals.keyReserved.id]])
  }
  expect(await refusal(as(jatim)(publishInstrument, { definition }))).toBe('forbidden')
  const cycle = await openedCycle(admin, '35.10', { instrumentId: newest.id })
  expect((await formsIn(cycle)).some(form => form.includes('Radio Blambangan'))).toBe(false)
})

test('a cycle is planned, checked, opened and closed on pages, and a change of what was not seen is asked about', async () => {
  const page = await browser(admin)
  const form = await (await page.get('/evaluasi/baru')).text()
  expect(form).toContain('name="scope.offices" value="35"')
  const fields = {
    name: 'Evaluasi 2025',
    instrumentId: form.match(/name="instrumentId"[\s\S]*?value="([0-9a-f-]{36})"/)![1]!,
    officeId: office('00').id,
    ...days,
    'scope.kinds': ['mou', 'pks'],
    'scope.offices': '35',
  }
  const wrong = await page.post('/evaluasi', { ...fields, dueOn: '2025-01-01' })
  const again = await wrong.text()
  expect([
    wrong.status,
    again.includes('Tenggat harus setelah hari pertama'),
    /value="35"[^>]*checked|checked[^>]*value="35"/.test(again),
  ]).toEqual([422, true, true])
  const made = await page.post('/evaluasi', fields)
  const address = made.headers.get('location')!
  expect([made.status, address.startsWith('/evaluasi/')]).toEqual([303, true])
  expect(await (await page.get(address)).text()).toContain('Buka pengisian')
  const change = (rev: string, name: string) => page.post(`${address}/ubah`, { ...fields, name, rev })
  const seen = (html: string) => html.match(/name="rev" value="([^"]*)"/)![1]!
  const first = seen(await (await page.get(`${address}/ubah`)).text())
  expect((await change(first, 'Evaluasi 2025 sementara')).status).toBe(303)
  const stale = await change(first, 'Evaluasi 2025 baru')
  const kept = await stale.text()
  expect([stale.status, kept.includes('baru saja diubah orang lain'), kept.includes('value="Evaluasi 2025 baru"')]).toEqual([
    409,
    true,
    true,
  ])
  expect((await change(seen(kept), 'Evaluasi 2025 baru')).status).toBe(303)
  expect((await page.post(`${address}/pembukaan`, { rev: first })).status).toBe(409)
  const now = seen(await (await page.get(address)).text())
  expect((await page.post(`${address}/pembukaan`, { rev: now })).status).toBe(303)
  const board = await (await page.get(address)).text()
  expect(board).toMatch(/Belum terkirim \(\d+\)/)
  expect(board).toContain('Evaluasi 2025 baru')
  expect(await (await page.get(`${address}/penutupan`)).text()).toContain('Tutup siklus ini?')
  expect((await page.post(`${address}/penutupan`, {})).status).toBe(303)
  expect(await (await page.get(address)).text()).toContain('Ditutup')
})
