import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { agreement } from '../../../test/evaluation-world.ts'
import { app, as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { authorize } from '../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../platform/operation/operation.ts'
import { createAgreement } from '../agreements/operations/write.ts'
import { cancelFollowUp } from '../followups/operations/change.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { listFollowUps } from '../followups/operations/read.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { verifyFollowUp } from '../followups/operations/verify.ts'
import { createPartner } from '../partners/operations/write.ts'
import { obstacleCategories } from '../questionnaires/instrument/options.ts'
import { searchCycles } from './operations/choices.ts'
import { linkFollowUp, planFollowUp } from './operations/follow.ts'
import { listFindings, showFinding } from './operations/read.ts'
import { dismissObsolete, syncFindings } from './operations/sync.ts'
import { createFinding, dismissFinding, restoreFinding } from './operations/write.ts'
import { statusOf } from './rules.ts'
import { categories, type FoundRow, findingStatuses } from './schema.ts'

afterAll(() => kernel.close())

let sari: Actor, budi: Actor, dewi: Actor, rina: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  dewi = await person('Dewi', 'office_leader', '35.10', false)
  rina = await person('Rina', 'office_operator', '35.11', false)
})

const draft = (more: object = {}) => ({
  kind: 'obstacle',
  category: 'coordination',
  text: 'Narahubung mitra berganti tanpa kabar',
  officeId: office('35.10').id,
  ...more,
})
const plan = (id: string, more: object = {}) => ({
  id,
  action: 'Menyepakati narahubung tetap',
  ownerId: budi.personId!,
  dueOn: '2025-12-31',
  ...more,
})
const status = async (id: string): Promise<string> => (await as(dewi)(showFinding, { id })).status

/** What an evaluation does when a form is submitted: it asks for its own power, then hands over what was written. */
const submitForm = operation({
  name: 'tests.submit',
  summary: 'A source of findings',
  power: 'answer.submit',
  input: z.object({ rows: z.array(z.any()), source: z.uuid().optional() }),
  output: z.object({ added: z.number(), changed: z.number(), closed: z.number() }),
  example: { rows: [] },
  async run(context: Context, { rows, source }) {
    authorize(context, 'answer.submit', { path: 'id.35.3510' })
    const done = await syncFindings(context, 'assignment', rows as FoundRow[])
    return {
      ...done,
      closed: source ? await dismissObsolete(context, 'assignment', new Map([[source, rows.map(({ sourceKey }) => sourceKey)]])) : 0,
    }
  },
})
const row = (sourceId: string, sourceKey: string, text: string, more: Partial<FoundRow> = {}): FoundRow => ({
  sourceId,
  sourceKey,
  text,
  cycleId: null,
  kind: 'obstacle',
  category: 'budget',
  question: { id: 'Apa kendalanya?', en: 'What stood in the way?' },
  officeId: office('35.10').id,
  partnerId: null,
  agreementId: null,
  obligationId: null,
  side: 'kpu',
  authorId: null,
  author: 'KPU Kabupaten Banyuwangi',
  ...more,
})

test('through the pages: written down, followed up, done, with each status on the way', async () => {
  const web = await browser(sari)
  const made = await web.post('/temuan', draft() as never)
  const path = made.headers.get('location')!
  const id = path.split('/').at(-1)!
  const page = await (await web.get(path)).text()
  expect(page).toContain('Belum ditindaklanjuti')
  // What else can be done stands at the head, beside the main act.
  const head = page.slice(page.indexOf('class="page-head"'), page.indexOf('<dl'))
  expect(head).toMatch(new RegExp(`Buat tindak lanjut</a><details class="more-acts">.*href="${path}/pengesampingan"`))
  const form = await (await web.get(`${path}/tindak-lanjut`)).text()
  expect(form).toMatch(/<blockquote>Narahubung mitra berganti tanpa kabar(?:(?!value="Narahubung).)*$/s)
  expect(form).not.toContain('name="shared"')
  const wrong = await web.post(`${path}/tindak-lanjut`, { action: 'Menyepakati narahubung', ownerId: rina.personId!, dueOn: '2025-12-31' })
  expect([wrong.status, (await wrong.text()).includes('Menyepakati narahubung')]).toEqual([422, true])
  expect(
    (await web.post(`${path}/tindak-lanjut`, { action: 'Menyepakati narahubung', ownerId: budi.personId!, dueOn: '2025-12-31' })).status,
  ).toBe(303)
  expect(await status(id)).toBe('underway')
  const followUp = (await as(sari)(showFinding, { id })).linked[0]
  expect([followUp.origin, followUp.owner.name, followUp.partner]).toEqual([
    { kind: 'finding', id, label: expect.stringMatching(/^TM-2025-\d{5}$/) },
    'Budi',
    null,
  ])
  expect((await web.post(`${path}/pengesampingan`, { reason: 'Tidak perlu lagi' })).status).toBe(409)
  await as(budi)(reportFollowUp, { id: followUp.id, note: 'Sudah disepakati' })
  expect(await status(id)).toBe('underway')
  await as(dewi)(verifyFollowUp, { id: followUp.id, adequate: true })
  expect(await status(id)).toBe('done')
  expect(await (await web.get('/temuan?status=done')).text()).toContain('Narahubung mitra berganti')
})

test('set aside with a reason, restored, linked to what exists, and unlinked, over REST', async () => {
  const api = await program(sari)
  const { id } = await (await api('POST', '/findings', draft())).json()
  expect((await api('PUT', `/findings/${id}/dismissal`, { reason: 'x' })).status).toBe(422)
  expect(await (await api('PUT', `/findings/${id}/dismissal`, { reason: 'Sudah ditangani' })).json()).toMatchObject({
    status: 'dismissed',
    dismissal: { reason: 'Sudah ditangani', by: 'Sari' },
  })
  expect((await api('PUT', `/findings/${id}/dismissal`, { reason: 'Sudah ditangani' })).status).toBe(409)
  expect((await api('POST', `/findings/${id}/follow-ups`, plan(id))).status).toBe(409)
  expect((await (await api('DELETE', `/findings/${id}/dismissal`)).json()).status).toBe('open')
  const { number, id: followUp } = await as(sari)(createFollowUp, {
    action: 'Menyepakati narahubung',
    officeId: office('35.10').id,
    ownerId: budi.personId!,
    dueOn: '2025-12-31',
  })
  expect((await api('PUT', `/findings/${id}/follow-ups/${number.toLowerCase()}`)).status).toBe(200)
  expect((await api('PUT', `/findings/${id}/follow-ups/${followUp}`)).status).toBe(422)
  expect((await api('PUT', `/findings/${id}/follow-ups/TL-1999-0001`)).status).toBe(422)
  expect(await status(id)).toBe('underway')
  expect((await (await api('DELETE', `/findings/${id}/follow-ups/${followUp}`)).json()).status).toBe('open')
  expect((await api('DELETE', `/findings/${id}/follow-ups/${followUp}`)).status).toBe(404)
})

test('neither the neighbour nor the partner reads a finding; the partner sees a follow-up of it only where it is shared', async () => {
  const partnerId = newId()
  await db
    .insertInto('partner')
    .values({
      id: partnerId,
      name: 'Universitas Contoh',
      folded: `universitas ${partnerId}`,
      class: 'university',
      office_id: office('35.10').id,
      created_at: now.at,
    })
    .execute()
  const { id } = await as(sari)(createFinding, draft({ text: 'Mitra lambat menjawab surat' }))
  await db.updateTable('finding').set({ partner_id: partnerId }).where('id', '=', id).execute()
  const contact = await person('Contact', 'partner_contact', '00', true, { partnerId })
  const [kept, shared] = [await as(sari)(planFollowUp, plan(id)), await as(sari)(planFollowUp, plan(id, { shared: 'ya' }))]
  const neighbours = await program(rina)
  expect((await neighbours('GET', `/findings/${id}`)).status).toBe(404)
  expect((await (await neighbours('GET', '/findings')).json()).findings).toEqual([])
  expect((await (await browser(rina)).get(`/temuan/${id}`)).status).toBe(404)
  for (const path of [`/findings/${id}`, '/findings']) expect((await (await program(contact))('GET', path)).status).toBe(403)
  expect((await (await browser(contact)).get(`/temuan/${id}`)).status).toBe(403)
  const { followUps } = await (await (await program(contact))('GET', '/follow-ups')).json()
  expect(followUps.map((each: { id: string }) => each.id)).toEqual([shared.id])
  expect(JSON.stringify(followUps)).not.toContain('lambat')
  expect((await (await program(contact))('GET', `/follow-ups/${kept.id}`)).status).toBe(404)
})

test('what a source says becomes findings once: again changes nothing, another text replaces, what is gone is closed, what returns opens', async () => {
  const source = newId()
  const [a, b] = [
    row(source, 'a', 'Anggaran tidak tersedia'),
    row(source, 'b', 'Data tidak sama', { category: 'weather', kind: 'suggestion' }),
  ]
  expect(await as(sari)(submitForm, { rows: [a, b], source })).toEqual({ added: 2, changed: 0, closed: 0 })
  expect(await as(sari)(submitForm, { rows: [a, b], source })).toEqual({ added: 0, changed: 0, closed: 0 })
  const stored = async () => {
    const rows = await db
      .selectFrom('finding')
      .select(['number', 'source_key', 'text', 'category', 'dismissed_at', 'question'])
      .where('source_id', '=', source)
      .orderBy('source_key')
      .execute()
    return rows.map(each => [each.source_key, each.text, each.category, each.dismissed_at !== null])
  }
  expect(await stored()).toEqual([
    ['a', 'Anggaran tidak tersedia', 'budget', false],
    ['b', 'Data tidak sama', 'other', false],
  ])
  expect(await as(sari)(submitForm, { rows: [{ ...a, text: 'Anggaran terlambat' }], source })).toEqual({ added: 0, changed: 1, closed: 1 })
  expect(await stored()).toEqual([
    ['a', 'Anggaran terlambat', 'budget', false],
    ['b', 'Data tidak sama', 'other', true],
  ])
  expect(await as(sari)(submitForm, { rows: [{ ...a, text: 'Anggaran terlambat' }, b], source })).toEqual({
    added: 0,
    changed: 1,
    closed: 0,
  })
  expect((await stored())[1]).toEqual(['b', 'Data tidak sama', 'other', false])
  const [found] = (await as(sari)(listFindings, { source, q: 'terlambat' })).findings
  expect([found.question.en, found.side, found.source]).toEqual(['What stood in the way?', 'kpu', { kind: 'assignment', id: source }])
  const before = await db
    .selectFrom('revision')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('table_name', '=', 'finding')
    .where(eb => eb(eb.ref('before', '->>').key('text' as never), '=', 'Anggaran tidak tersedia' as never))
    .executeTakeFirstOrThrow()
  expect(before.n).toBe(1)
})

test('two sources at once get numbers without a gap or a double', async () => {
  const last = async () =>
    (await db.selectFrom('number_series').select('last').where('series', '=', 'TM-2025').executeTakeFirst())?.last ?? 0
  const start = await last()
  const sources = Array.from({ length: 6 }, () => newId())
  await Promise.all(sources.map(source => as(sari)(submitForm, { rows: ['a', 'b', 'c'].map(key => row(source, key, `Kendala ${key}`)) })))
  const numbers = await db.selectFrom('finding').select('number').where('source_id', 'in', sources).orderBy('number').execute()
  expect(numbers.map(({ number }) => number)).toEqual(
    Array.from({ length: 18 }, (_, at) => `TM-2025-${String(start + at + 1).padStart(5, '0')}`),
  )
})

test('filters and counts agree, the status in the query is the status of the rule, and three rows cost what one costs', async () => {
  const officer = await person('Nusa', 'office_operator', '53')
  const judge = await person('Rote', 'office_leader', '53')
  const make = (kind: string, category: string) =>
    as(officer)(createFinding, { kind, category, text: `Temuan ${kind} ${category}`, officeId: office('53').id })
  await make('obstacle', 'budget')
  const list = () => as(officer)(listFindings)
  const one = await countQueries(list)
  const [second] = [await make('obstacle', 'data'), await make('suggestion', 'budget')]
  expect(await countQueries(list)).toBe(one)
  const owner = { ownerId: officer.personId!, dueOn: '2025-12-31' }
  const cancelled = await as(officer)(planFollowUp, { id: second.id, action: 'Yang dibatalkan', ...owner })
  await as(judge)(cancelFollowUp, { id: cancelled.id, reason: 'Tidak perlu lagi' })
  for (const step of ['none', 'open', 'reported', 'verified'] as const) {
    if (step === 'open') await as(officer)(planFollowUp, { id: second.id, action: 'Menyamakan data', ...owner })
    const detail = await as(officer)(showFinding, { id: second.id })
    const followUps = detail.linked.map(({ state }: { state: string }) => state)
    expect(detail.status).toBe(statusOf({ kind: detail.kind, dismissed: false, followUps }))
    for (const status of findingStatuses) {
      const { findings, counts } = await as(officer)(listFindings, { status })
      expect(findings.some((each: { id: string }) => each.id === second.id)).toBe(status === detail.status)
      expect(findings).toHaveLength(counts.statuses[status])
    }
    if (step === 'reported')
      await as(officer)(reportFollowUp, {
        id: detail.linked.find(({ state }: { state: string }) => state === 'open').id,
        note: 'Sudah disamakan',
      })
    if (step === 'verified')
      await as(judge)(verifyFollowUp, { id: detail.linked.find(({ state }: { state: string }) => state === 'reported').id, adequate: true })
  }
  expect((await as(officer)(showFinding, { id: second.id })).status).toBe('done')
  // Set aside and taken up again it is what it was, and the trail says so.
  await as(officer)(dismissFinding, { id: second.id, reason: 'Salah catat' })
  expect((await as(officer)(restoreFinding, { id: second.id })).status).toBe('done')
  const { rows } = await sql<{
    changes: unknown
  }>`select changes from audit_event where subject_id = ${second.id} order by id desc limit 1`.execute(db)
  expect(JSON.stringify(rows[0])).toContain('done')
  const { counts } = await list()
  expect(counts).toEqual({
    total: 3,
    statuses: { open: 1, noted: 1, underway: 0, done: 1, dismissed: 0 },
    kinds: { obstacle: 2, suggestion: 1, criticism: 0, solution: 0 },
    openObstacles: 1,
    categories: [
      { category: 'budget', count: 2 },
      { category: 'data', count: 1 },
    ],
  })
  const texts = async (filter: object) => (await as(officer)(listFindings, filter)).findings.map(({ text }: { text: string }) => text)
  expect([
    await texts({ status: 'done' }),
    await texts({ category: 'budget', kind: 'suggestion' }),
    await texts({ office: '53', q: 'DATA' }),
  ]).toEqual([['Temuan obstacle data'], ['Temuan suggestion budget'], ['Temuan obstacle data']])
  expect((await texts({ sort: 'created' }))[0]).toBe('Temuan obstacle budget')
})

test('partner, agreement and cycle are chosen as people name them, and findings are put in order of their offices', async () => {
  const [name, other] = ['Universitas Menyaring', newId()]
  await db
    .insertInto('partner')
    .values({ id: other, name, folded: 'universitas menyaring', class: 'university', office_id: office('51').id, created_at: now.at })
    .execute()
  const nota = await agreement('Nota menyaring', ['51'], [other])
  await db
    .updateTable('agreement_party')
    .set({ number: '77/MENYARING/2025' })
    .where('agreement_id', '=', nota)
    .where('side', '=', 'kpu')
    .execute()
  const wayan = await person('Wayan', 'office_operator', '51')
  const make = (text: string, code: string, more: object = {}) =>
    as(wayan)(createFinding, { kind: 'obstacle', text: `Menyaring ${text}`, officeId: office(code).id, ...more })
  await make('satu', '51.71', { agreement: nota })
  await make('dua', '51', { partner: other })
  await make('tiga', '51')
  const listed = async (asked: object): Promise<string[]> =>
    (await as(wayan)(listFindings, { q: 'menyaring', ...asked })).findings.map(({ text }: { text: string }) => text.split(' ')[1])
  for (const [asked, expected] of [
    [{ partner: name }, ['dua', 'satu']],
    [{ partner: other }, ['dua', 'satu']],
    [{ agreement: '77/menyaring/2025' }, ['satu']],
    [{ agreement: nota }, ['satu']],
    [{ sort: '-office' }, ['satu', 'tiga', 'dua']],
  ] as const)
    expect([asked, await listed(asked)]).toEqual([asked, expected])
  expect((await listed({ sort: 'office' })).at(-1)).toBe('satu')
  for (const field of ['partner', 'agreement', 'cycle'])
    await expect(listed({ [field]: 'Tidak Ada' })).rejects.toMatchObject({ code: 'not_found', fields: { [field]: expect.anything() } })
  expect(await as(wayan)(searchCycles)).toEqual([])
  const web = await browser(wayan)
  const page = await (await web.get(`/temuan?mitra=${other}`)).text()
  for (const field of ['mitra', 'perjanjian', 'siklus']) expect(page).toMatch(new RegExp(`<input[^>]*name="${field}"`))
  expect([page.includes(name), page.includes('urut=satker')]).toEqual([true, true])
  const sheet = await (await web.get(`/api/v1/findings/export?format=csv&partner=${encodeURIComponent(name)}`)).text()
  expect([sheet.includes('Menyaring dua'), sheet.includes('Menyaring tiga')]).toEqual([true, false])
})

test('each word is looked for by itself: in what was written, and in the names of agreement, partner and office', async () => {
  const officer = await person('Sumba', 'office_operator', '53.02')
  const keeper = await person('Alor', 'cooperation_officer')
  const kejaksaan = await as(keeper)(createPartner, { name: 'Kejaksaan Wilayah Nusa', class: 'state_body' })
  const agreement = await as(keeper)(createAgreement, {
    kind: 'pks',
    stage: 'signed',
    title: 'Pendampingan hukum sengketa',
    parties: [
      { side: 'kpu', office: '53.02', number: '7/HK/2025' },
      { side: 'partner', partner: kejaksaan.id },
    ],
    obligations: [{ side: 'kpu', text: 'Menyediakan ruang pertemuan' }],
    signedOn: '2025-01-02',
    endsOn: '2027-01-02',
  })
  const text = 'Jadwal rapat berubah tanpa kabar'
  await as(officer)(createFinding, draft({ text, officeId: office('53.02').id, agreement: agreement.id }))
  await as(officer)(createFinding, draft({ text: 'Anggaran terlambat', officeId: office('53.02').id, partner: kejaksaan.id }))
  const texts = async (q: string) =>
    (await as(officer)(listFindings, { office: '53.02', q })).findings.map((each: { text: string }) => each.text)
  expect(await texts('kejaksaan')).toEqual(['Anggaran terlambat', text])
  expect(await texts('kejaksaan dan jadwal')).toEqual([text])
  expect(await texts(`sengketa ${office('53.02').name}`)).toEqual([text])
  expect(await texts('7/HK/2025')).toEqual([text])
  expect(await texts('kejaksaan universitas')).toEqual([])
  expect(await texts('ruang pertemuan')).toEqual([])
  expect([await texts('dan'), await texts('...')]).toEqual([[], []])
  // What nothing has is looked for by the words nearest to it.
  const like = async (q: string) => {
    const { findings, similar, total, counts } = await as(officer)(listFindings, { office: '53.02', q })
    return [findings.map((each: { text: string }) => each.text), similar, total, counts.total]
  }
  expect([await like('anggaran'), await like('anggran'), await like('xqzw')]).toEqual([
    [['Anggaran terlambat'], false, 1, 1],
    [['Anggaran terlambat'], true, 1, 1],
    [[], false, 0, 0],
  ])

  // A follow-up is found by what its findings are about, for whoever may read them.
  const [{ id }] = (await as(officer)(listFindings, { office: '53.02', q: 'jadwal' })).findings
  const action = 'Menyepakati jadwal tetap'
  await as(officer)(planFollowUp, { id, action, ownerId: officer.personId!, dueOn: '2025-12-31' })
  await as(officer)(createFollowUp, {
    action: 'Bertemu pimpinan',
    officeId: office('53.02').id,
    ownerId: officer.personId!,
    dueOn: '2026-01-31',
    partner: kejaksaan.id,
  })
  const actions = async (q: string, actor = officer) =>
    (await as(actor)(listFollowUps, { q })).followUps.map((each: { action: string }) => each.action)
  expect(await actions('kejaksaan')).toEqual([action, 'Bertemu pimpinan'])
  expect(await actions('kejaksaan menyepakati')).toEqual([action])
  expect([await actions('menyepakti'), (await as(officer)(listFollowUps, { q: 'menyepakti' })).similar]).toEqual([[action], true])
  expect(await actions(`bertemu ${office('53.02').name}`)).toEqual(['Bertemu pimpinan'])
  expect([await actions('kejaksaan universitas'), await actions('ruang pertemuan')]).toEqual([[], []])
  expect(await actions('kejaksaan', await person('Kupang', 'office_operator', '53.01'))).toEqual([])
  const contact = await person('Jaksa', 'partner_contact', '00', true, { partnerId: kejaksaan.id })
  expect([await actions('kejaksaan', contact), await actions('sengketa', contact)]).toEqual([['Bertemu pimpinan'], []])
})

test('our categories are those of the questionnaire', () => {
  expect([...categories]).toEqual(obstacleCategories.map(({ v }) => v))
})

test('what people write is shown as text in both languages', async () => {
  const hostile = '<script>alert(1)</script> "\'&amp; \u202e {{x}}'
  const { id } = await as(sari)(createFinding, draft({ text: `${hostile}\n${hostile}` }))
  const { number } = await as(sari)(createFollowUp, {
    action: hostile,
    officeId: office('35.10').id,
    ownerId: budi.personId!,
    dueOn: '2025-12-31',
  })
  await as(sari)(linkFollowUp, { id, followUp: number })
  const web = await browser(sari)
  for (const path of [
    `/temuan/${id}`,
    `/temuan/${id}/tindak-lanjut`,
    `/temuan/${id}/pengesampingan`,
    '/temuan',
    `/temuan?q=${encodeURIComponent(hostile)}`,
    '/temuan/baru',
  ]) {
    for (const language of ['id', 'en']) {
      const page = await app.request(`http://sinergi.test${path}`, { headers: { cookie: `${web.cookie}; bahasa=${language}` } })
      const text = await page.text()
      expect([path, page.status, text.includes(`lang="${language}"`), text.includes('<script>')]).toEqual([path, 200, true, false])
    }
  }
  const wrong = await web.post(`/temuan/${id}/kaitan`, { followUp: hostile.slice(0, 40) })
  expect([wrong.status, (await wrong.text()).includes('<script>')]).toEqual([422, false])
})

test('what was set aside is reached from the page of its thing, also where it is all there is', async () => {
  const { id } = await as(rina)(createFinding, draft({ officeId: office('35.11').id }))
  const web = await browser(rina)
  const page = async () => (await web.get(`/satuan-kerja/${office('35.11').id}`)).text()
  expect(await page()).not.toContain('status=dismissed')
  await as(rina)(dismissFinding, { id, reason: 'Salah catat' })
  expect(await page()).toMatch(/href="\/temuan\?satker=[^"]+status=dismissed"[^>]*>1 dikesampingkan/)
})

test('where all that is to be followed up is, the list says so rather than that nothing fits', async () => {
  const lina = await person('Lina', 'office_operator', '35.12', false)
  const web = await browser(lina)
  const page = async (query = '') => (await web.get(`/temuan${query}`)).text()
  expect(await page()).toContain('Belum ada temuan')
  const { id } = await as(lina)<{ id: string }>(createFinding, draft({ officeId: office('35.12').id }))
  await as(lina)(planFollowUp, plan(id, { ownerId: lina.personId! }))
  const [usual, narrowed] = [await page(), await page('?status=open&jenis=obstacle')]
  expect(usual).toContain('Semua sudah ditindaklanjuti atau sedang dikerjakan')
  expect([usual, narrowed].map(html => html.includes('Tidak ada temuan yang cocok'))).toEqual([false, true])
})
