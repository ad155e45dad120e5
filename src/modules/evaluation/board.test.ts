import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, instrument, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { readRows } from '../../platform/spreadsheets/read.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { rounded } from '../questionnaires/rules/fractions.ts'
import { type Form, visibleQuestions } from '../questionnaires/rules/questions.ts'
import { pointsOf, scoreOf } from '../questionnaires/rules/score.ts'
import type { Answers, AskedObligation, Side } from '../questionnaires/schema.ts'
import { listAssignments } from './operations/assignments.ts'
import { showBoard } from './operations/board.ts'
import { closeCycle } from './operations/cycle-lifecycle.ts'
import { exportAssignments } from './operations/export-assignments.ts'
import { type PlaceResponse, responseByCycle } from './queries/board.ts'
import {
  itemRows,
  maturityByClass,
  obligationsResults,
  type Part,
  recommendations,
  scoresByClass,
  scoresByItem,
  scoresBySection,
  scoresBySide,
} from './queries/results.ts'
import type { Cycle } from './schema.ts'

let admin: Actor, jatim: Actor, bali: Actor, mitra: Actor, cycle: Cycle
const classes = ['university', 'state_body', 'media'] as const
const places = ['35.10', '35.11', '51.01']
type Given = { side: Side; form: Form; answers: Answers; class: string; classes: string[]; code: string; closed: boolean }
const given: Given[] = []
let half: string

beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  jatim = await person('Jatim', 'cooperation_officer', '35')
  bali = await person('Bali', 'cooperation_officer', '51')
  const partners = await Promise.all(classes.map(kind => partner(`Mitra ${kind}`, kind)))
  const agreements: { id: string; codes: string[]; partners: number[] }[] = []
  for (const [at, code] of places.entries())
    for (const extra of [0, 1]) {
      const own = extra ? [at % 3, (at + 1) % 3] : [at % 3]
      agreements.push({
        id: await agreement(
          `Perjanjian ${code} ${extra}`,
          [code],
          own.map(each => partners[each]!),
          extra ? 3 : 0,
        ),
        codes: [code],
        partners: own,
      })
    }
  cycle = await openedCycle(admin, '00')
  let seed = 1
  for (const [nth, { id, codes, partners: own }] of agreements.entries()) {
    const forms = await db
      .selectFrom('assignment')
      .select(['id', 'side', 'partner_id', 'obligations'])
      .where('cycle_id', '=', cycle.id)
      .where('agreement_id', '=', id)
      .orderBy('side')
      .execute()
    for (const form of forms) {
      if (nth === agreements.length - 1 && form.side === 'partner') continue
      const kind = form.partner_id ? classes[partners.indexOf(form.partner_id)]! : ''
      const who = form.partner_id ? await person('Kontak', 'partner_contact', '00', false, { partnerId: form.partner_id }) : admin
      if (form.partner_id === partners[0]) mitra = who
      const answers = await submitted(who, form.id, seed++, ({ obligations }) => ({
        obstacle_categories: seed % 2 ? ['budget', 'data'] : [],
        activities: seed,
        ...(obligations[0] ? { [`obligation@${obligations[0].id}`]: 'na' } : {}),
      }))
      given.push({
        side: form.side,
        form: { instrument, side: form.side, obligations: form.obligations as AskedObligation[] },
        answers,
        class: kind,
        classes: own.map(each => classes[each]!),
        code: codes[0]!,
        closed: nth < agreements.length - 1,
      })
    }
    if (nth === agreements.length - 1) half = id
  }
})
afterAll(() => kernel.close())

const context = (actor: Actor): Context =>
  ({ ...kernel, db, actor, door: 'page', locale: 'id', asked: new Set(), lines: [], enqueue: async () => {} }) as never
const mean = (values: number[]) =>
  values.length ? Math.round(values.reduce((sum, value) => sum + Math.round(value * 100), 0) / values.length + 1e-9) / 100 : null
/** What every figure is made of, computed from the answers themselves. */
const plain = (forms: Given[]) => forms.map(each => ({ ...each, ...scoreOf(each.form, each.answers) }))
const bySide = <T>(forms: T[], of: (form: T) => Side) =>
  (['kpu', 'partner'] as const).map(side => [side, forms.filter(form => of(form) === side)] as const)

const complete = () => given.filter(({ closed }) => closed)
const within = (code: string) => complete().filter(form => form.code.startsWith(code))

test.each([
  ['nationally', () => [context(admin), { cycleId: cycle.id }, complete()] as const],
  ['in a province', () => [context(jatim), { cycleId: cycle.id }, within('35')] as const],
  ['below a path', () => [context(admin), { cycleId: cycle.id, path: 'id.51' }, within('51')] as const],
])('%s the figures equal a plain computation from the answers', async (_, make) => {
  const [who, part, forms] = make()
  const scored = plain(forms)
  expect(await scoresBySide(who, part)).toEqual(
    bySide(scored, ({ side }) => side).map(([side, own]) => ({ side, n: own.length, score: mean(own.map(({ score }) => score!)) })),
  )
  expect(await scoresByClass(who, part)).toEqual(
    grouped(
      scored.flatMap(form => (form.side === 'partner' ? [form.class] : form.classes).map(kind => ({ ...form, key: kind }))),
      own => ({ n: own.length, score: mean(own.map(({ score }) => score!)) }),
      'class',
    ),
  )
  expect(await maturityByClass(who, part)).toEqual(
    grouped(
      scored.flatMap(form =>
        (form.side === 'partner' ? [form.class] : form.classes).map(kind => ({ ...form, key: `${kind} ${form.maturity}` })),
      ),
      own => ({ n: own.length }),
      'class',
    )
      .map(row => ({ class: row.class.split(' ')[0], side: row.side, n: row.n, maturity: Number(row.class.split(' ')[1]) }))
      .sort((a, b) => order(a, b)),
  )
  expect(await recommendations(who, part)).toEqual(
    grouped(
      scored.map(form => ({ ...form, key: form.recommendation! })),
      own => ({ n: own.length }),
      'recommendation',
    ),
  )
  expect(await scoresBySection(who, part, instrument)).toEqual(
    grouped(
      scored.flatMap(form => form.sections.flatMap(({ key, score }) => (score === null ? [] : [{ ...form, key, score }]))),
      own => ({ n: own.length, score: mean(own.map(({ score }) => score)) }),
      'key',
    ),
  )
  const points = forms.flatMap(form =>
    visibleQuestions(form.form, form.answers).flatMap(({ key, question }) => {
      const found = form.answers[key] === undefined ? null : pointsOf(question, form.answers[key])
      return found ? [{ ...form, key: question.key, score: rounded(found) }] : []
    }),
  )
  expect((await scoresByItem(who, part, instrument)).filter(({ key }) => !key.includes('.'))).toEqual(
    grouped(
      points,
      own => ({
        n: own.length,
        sum: own.reduce((sum, { score }) => sum + Math.round(score * 100), 0) / 100,
        average: mean(own.map(({ score }) => score)),
      }),
      'key',
    ),
  )
  expect((await itemRows(who, part, ['activities'])).map(({ side, sum }) => [side, sum])).toEqual(
    bySide(forms, ({ side }) => side).map(([side, own]) => [
      side,
      own.reduce((sum, { answers }) => sum + (answers.activities as number), 0),
    ]),
  )
  const chosen = (keys: string[]) =>
    forms.flatMap(form =>
      visibleQuestions(form.form, form.answers).flatMap(({ key, question }) =>
        keys.includes(question.key) && form.answers[key] !== undefined
          ? [form.answers[key]].flat().map(value => ({ ...form, key: String(value) }))
          : [],
      ),
    )
  expect((await obligationsResults(who, part, instrument)).map(({ value, side, n }) => ({ value, side, n }))).toEqual(
    grouped(chosen(['obligation']), own => ({ n: own.length }), 'value'),
  )
})

type Keyed = { key: string; side: Side }
function grouped<T extends Keyed, R extends object>(rows: T[], figure: (own: T[]) => R, name: string): any[] {
  return [...Map.groupBy(rows, ({ key, side }) => `${key}|${side}`)]
    .map(([, own]) => ({ [name]: own[0]!.key, side: own[0]!.side, ...figure(own) }))
    .sort((a: any, b: any) => (a[name] + a.side < b[name] + b.side ? -1 : 1))
}
const order = (a: any, b: any) => (`${a.class} ${a.side} ${a.maturity}` < `${b.class} ${b.side} ${b.maturity}` ? -1 : 1)

test('a form whose agreement is not complete on both sides counts nowhere before the cycle is closed', async () => {
  const other = await openedCycle(admin, '00')
  const id = await formOf(other, half, 'kpu')
  await submitted(admin, id, 4)
  const part: Part = { cycleId: other.id }
  const all = async () => [
    await scoresBySide(context(admin), part),
    await itemRows(context(admin), part, ['activities', 'relevance']),
    await recommendations(context(admin), part),
  ]
  expect(await all()).toEqual([[], [], []])
  await as(admin)(closeCycle, { id: other.id })
  const [sides, items] = await all()
  const web = await browser(admin)
  expect(await (await web.get(`/evaluasi/${other.id}`)).text()).toContain('Dari semua isian yang terkirim sampai siklus ditutup.')
  expect(await (await web.get(`/evaluasi/isian/${id}`)).text()).toContain('tidak mengirim evaluasinya sampai siklus ditutup.')
  expect([sides!.map(({ side, n }) => [side, n]), items!.length]).toEqual([[['kpu', 1]], 2])
})

test('the board counts forms by side and province in reach, and offices within a province', async () => {
  const { sides, places: provinces } = await as(admin)(showBoard, { id: cycle.id })
  const sent = (side: Side, code = '') => given.filter(form => form.side === side && form.code.startsWith(code)).length
  expect([sides.kpu.submitted, sides.partner.submitted, sides.partner.assignments]).toEqual([
    sent('kpu'),
    sent('partner'),
    sent('partner') + 2,
  ])
  expect(provinces.map(({ code, assignments, submitted, sides }: any) => [code, assignments, submitted, sides.partner.submitted])).toEqual([
    ['35', 10, 10, 6],
    ['51', 5, 3, 1],
  ])
  const below = await as(admin)(showBoard, { id: cycle.id, province: '35' })
  expect([below.place, below.places.map(({ code, submitted }: any) => [code, submitted])]).toEqual([
    { code: '35', name: office('35').name, path: 'id.35' },
    [
      ['35.10', 5],
      ['35.11', 5],
    ],
  ])
  expect((await as(bali)(showBoard, { id: cycle.id })).places.map(({ code }: any) => code)).toEqual(['51'])
  expect((await as(mitra)(showBoard, { id: cycle.id })).sides.kpu.assignments).toBe(0)
  // One more, whatever the number of forms: the office in which somebody of a region may remind.
  expect(await countQueries(() => as(bali)(showBoard, { id: cycle.id }))).toBe(
    (await countQueries(() => as(admin)(showBoard, { id: cycle.id }))) + 1,
  )
  expect((await responseByCycle(context(jatim))).find(({ cycleId }) => cycleId === cycle.id)).toMatchObject({
    assignments: 10,
    submitted: 10,
    score: null,
  })
})

test('the first page says how far the cycle is, on a map; its own page begins with the figures, then who has not answered', async () => {
  const web = await browser(admin)
  const read = async (path: string) => (await (await web.get(path)).text()).replace(/^.*<main/s, '')
  const [whole, html] = [await read('/evaluasi'), await read(`/evaluasi/${cycle.id}`)]
  const told = [
    '13 dari 15 isian terkirim',
    'Isian terkirim menurut provinsi',
    'class="stat-bar"',
    'Yang paling tertinggal',
    'Perjanjian 51.01 1',
  ]
  expect(told.map(text => whole.includes(text))).toEqual([true, true, true, false, false])
  expect(told.map(text => html.includes(text))).toEqual([true, true, true, true, true])
  const order = ['13 dari 15 isian terkirim', 'keadaan=overdue', 'Yang paling tertinggal', '<summary>Kemajuan', 'Perjanjian 51.01 1']
  expect(order.map(text => html.indexOf(text)).toSorted((a, b) => a - b)).toEqual(order.map(text => html.indexOf(text)))
  expect(html).toMatch(/[0-9] hari lagi|tenggat hari ini|Terlambat [0-9]+ hari/)
  expect(whole).toContain(`href="/evaluasi/${cycle.id}?provinsi=35"`)
  expect(html).toContain(`href="/evaluasi/${cycle.id}?provinsi=35"`)
  const below = await (await (await browser(admin)).get(`/evaluasi/${cycle.id}?provinsi=51`)).text()
  expect(below).toContain('3 dari 5 isian terkirim')
  expect(below).toContain(`/evaluasi/isian?siklus=${cycle.id}&amp;satker=51.01`)
  const list = await (await (await browser(bali)).get(`/evaluasi/isian?siklus=${cycle.id}&keadaan=waiting`)).text()
  expect(list).toContain('2 isian')
})

test('a partner’s board counts the forms of their side, and does not say that there are none of the other', async () => {
  const of = async (actor: Actor) => (await (await browser(actor)).get('/evaluasi')).text()
  expect(await of(admin)).toContain('KPU</a>')
  const theirs = await of(mitra)
  expect(theirs).toContain('Mitra</a>')
  expect(theirs).not.toMatch(/pihak=kpu|0 dari 0/)
})

test('the list of responses leaves as CSV and XLSX, filtered as the list is, without what may not be seen', async () => {
  const csv = Buffer.from(await bytesOf(await as(bali)(exportAssignments, { id: cycle.id, format: 'csv' }))).toString()
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(6)
  expect(lines[0]).toContain('Kode satuan kerja,Satuan kerja,Pihak,Mitra')
  const waiting = Buffer.from(await bytesOf(await as(bali)(exportAssignments, { id: cycle.id, state: 'waiting' }))).toString()
  expect(waiting.trim().split('\r\n')).toHaveLength(3)
  const own = lines.find(row => row.includes('Perjanjian 51.01 1') && row.includes(',KPU,'))!
  expect(own).toContain('Terkirim')
  const xlsx = await as(operator)(exportAssignments, { id: cycle.id, format: 'xlsx' })
  const { sheets } = await readRows(await bytesOf(xlsx))
  expect(sheets[0]!.rows).toHaveLength(16)
})

test('of a closed cycle what was not submitted never was: on its page, in lists, their filters, the file and the dashboard', async () => {
  await as(admin)(closeCycle, { id: cycle.id })
  const total = async (state: string) => (await as(admin)(listAssignments, { cycle: cycle.id, state })).total
  expect(await Promise.all(['never', 'waiting', 'overdue', 'draft', 'not_started'].map(total))).toEqual([2, 0, 0, 0, 0])
  const { places, sides } = await as(admin)(showBoard, { id: cycle.id })
  expect(places.map(({ code, never, overdue, draft }: PlaceResponse) => [code, never, overdue, draft])).toEqual([
    ['35', 0, 0, 0],
    ['51', 2, 0, 0],
  ])
  expect(sides.kpu.never + sides.partner.never).toBe(2)
  const web = await browser(admin)
  const read = async (path: string) => (await (await web.get(path)).text()).replace(/^.*<main/s, '')
  const page = await read(`/evaluasi/${cycle.id}`)
  expect(page).toContain(`href="/evaluasi/isian?siklus=${cycle.id}&amp;keadaan=never"`)
  expect(page).toContain('Tidak dikirim (2)')
  const list = await read(`/evaluasi/isian?siklus=${cycle.id}&keadaan=never`)
  expect(list).toContain('2 isian')
  const form = await read(/\/evaluasi\/isian\/[0-9a-f-]+/.exec(list)![0])
  expect(form).toContain('/bantuan/status#form-never')
  const dashboard = await read(`/laporan/dasbor/${cycle.id}`)
  expect(dashboard).toContain('2 dari 15 isian tidak dikirim.')
  expect(dashboard).toContain(`siklus=${cycle.id}&amp;keadaan=never`)
  for (const text of [page, list.replace(/<option.*?<\/option>/g, ''), form, dashboard])
    expect(text).not.toMatch(/Belum terkirim|>Terlambat<|, terlambat</)
  const file = Buffer.from(await bytesOf(await as(admin)(exportAssignments, { id: cycle.id, state: 'never' }))).toString()
  expect(file.match(/Tidak dikirim,Tidak/g)).toHaveLength(2)
  expect(await read('/bantuan/status')).toContain('Siklus ditutup sebelum isian dikirim.')
})
