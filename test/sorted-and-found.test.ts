import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAgreements } from '../src/modules/agreements/operations/read.ts'
import { listFindings } from '../src/modules/findings/operations/read.ts'
import { createFinding } from '../src/modules/findings/operations/write.ts'
import { createFollowUp } from '../src/modules/followups/operations/create.ts'
import { listFollowUps } from '../src/modules/followups/operations/read.ts'
import { createOffice, listOffices } from '../src/modules/organisation/operations/offices.ts'
import { listPersons } from '../src/modules/organisation/operations/persons.ts'
import { listPartners, searchPartners } from '../src/modules/partners/operations/read.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import type { AnyOperation } from '../src/platform/operation/operation.ts'
import { agreement, partner } from './evaluation-world.ts'
import { as, db, kernel, office, person } from './world.ts'

let admin: Actor
let sari: Actor
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Ñusa Jum’at', 'office_operator', '35.10', false)
})
afterAll(() => kernel.close())

/** Every page of a list from its beginning, or from its end backwards. */
async function whole<Row>(operation: AnyOperation, input: object, rows: string): Promise<{ forward: Row[]; backward: Row[] }> {
  const forward: Row[] = []
  let last: string | null = null
  for (let after: string | null = null; ; ) {
    const page: any = await as(admin)(operation, { ...input, ...(after ? { after } : {}) })
    forward.push(...page[rows])
    if (!page.next) break
    after = last = page.next
  }
  const end: any = await as(admin)(operation, { ...input, ...(last ? { after: last } : {}) })
  const backward: Row[] = [...end[rows]]
  for (let before: string | null = end.previous; before; ) {
    const page: any = await as(admin)(operation, { ...input, before })
    backward.unshift(...page[rows])
    before = page.previous
  }
  return { forward, backward }
}

/** The order of people in other words: by what is read, each number by how much it is. */
const tokens = (text: string) =>
  (
    text
      .normalize('NFKD')
      .replace(/['`´’‘ʼ]|\p{M}/gu, '')
      .toLowerCase()
      .match(/\d+|[a-z]|[^a-z\d]+/g) ?? []
  ).map((token): string | bigint => (/\d/.test(token) ? BigInt(token) : /[a-z]/.test(token) ? token : ' '))
function inOrder(one: string, other: string): number {
  const [a, b] = [one, other].map(text => {
    const read = tokens(text)
    return read.slice(read[0] === ' ' ? 1 : 0, read.at(-1) === ' ' ? -1 : undefined)
  }) as [(string | bigint)[], (string | bigint)[]]
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]]
    if (x === y) continue
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1
    const rank = (token: string | bigint) => (token === ' ' ? 0 : typeof token === 'bigint' ? 1 : 2)
    if (rank(x) !== rank(y)) return rank(x) - rank(y)
    return x < y ? -1 : 1
  }
  return 0
}

const pieces = [
  'Pasal',
  'pasal',
  ' ',
  ' ',
  '2',
  '10',
  '02',
  '100',
  'É',
  'e',
  'Ä',
  'a',
  'Jum’at',
  "Jum'at",
  'JUMAT',
  '"',
  '(',
  '-',
  '/',
  'Kab. ',
  'kab',
  'ñ',
  'N',
  'z',
  'Ø',
  '1/PR.07',
]
const named = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map(all => `x${all.join('')}`.trim())
const titles = fc.sample(named, { numRuns: 130, seed: 7 })
const isSorted = (names: string[]) =>
  names.every((name, at) => at === 0 || inOrder(names[at - 1]!.replaceAll('Ø', 'o'), name.replaceAll('Ø', 'o')) <= 0)

test('whatever the names, all pages of every list that is sorted by them are the whole, in order, once, in both directions', async () => {
  for (const [at, title] of titles.entries()) {
    const id = await agreement(title, ['35.10'], [])
    await sql`update agreement_party set number = ${title} where agreement_id = ${id}`.execute(db)
    await sql`select refresh_agreements(array[${id}]::uuid[])`.execute(db)
    await partner(`${title} ${at % 3}`)
    await person(title.slice(0, 40), 'auditor', '35.10')
  }
  const lists: [AnyOperation, object, string, (row: any) => string][] = [
    [listAgreements, { sort: 'title' }, 'agreements', row => row.title],
    [listAgreements, { sort: 'number' }, 'agreements', row => row.number],
    [listPartners, {}, 'partners', row => row.name],
    [listPersons, {}, 'persons', row => row.name],
  ]
  for (const [operation, input, rows, name] of lists) {
    const { forward, backward } = await whole<{ id: string }>(operation, input, rows)
    expect(forward.length).toBeGreaterThanOrEqual(130)
    expect(new Set(forward.map(({ id }) => id)).size).toBe(forward.length)
    expect(backward).toEqual(forward)
    expect(isSorted(forward.map(name))).toBe(true)
  }
  const down = await whole<{ title: string }>(listAgreements, { sort: '-title' }, 'agreements')
  expect(isSorted(down.forward.map(({ title }) => title).toReversed())).toBe(true)
  expect(down.backward).toEqual(down.forward)
}, 120_000)

test('numbers are counted, accents and signs do not decide', async () => {
  const wanted = ['Kab. 2/9 q', '(Kab 2/10) q', 'q Abadi', '"Q Éa" adat', 'q Pasal 2', 'Q pasal 10', 'q Zona']
  for (const title of wanted.toReversed()) await agreement(title, ['51'], [])
  const { agreements } = await as(admin)<{ agreements: { title: string }[] }>(listAgreements, { sort: 'title', office: '51' })
  expect(agreements.map(({ title }) => title)).toEqual(wanted)
})

test('words are found whatever their accents, apostrophes, case and signs, in every list', async () => {
  const text = 'Sosialisasi Jum’at Bérsih di Univ. Pendidikan'
  await agreement(text, ['35.10'], [])
  await partner('Universitas Jum’at Pendidikan Bérsih')
  await as(sari)(createFinding, { kind: 'obstacle', category: 'coordination', text, officeId: office('35.10').id })
  await as(sari)(createFollowUp, { action: text, officeId: office('35.10').id, ownerId: sari.personId!, dueOn: '2026-01-31' })
  await as(admin)(createOffice, {
    code: '35.99',
    name: 'KPU Kabupaten Jum’at Bérsih',
    parentId: '35',
    zone: 'Asia/Jakarta',
    openedOn: '2020-01-01',
  })
  const found = async (actor: Actor, operation: AnyOperation, rows: string | null, q: string) => {
    const answer: any = await as(actor)(operation, { q })
    return (rows ? answer[rows] : answer).length
  }
  const lists: [Actor, AnyOperation, string | null][] = [
    [admin, listAgreements, 'agreements'],
    [admin, listPartners, 'partners'],
    [admin, searchPartners, null],
    [sari, listFindings, 'findings'],
    [sari, listFollowUps, 'followUps'],
    [admin, listOffices, 'offices'],
  ]
  for (const [actor, operation, rows] of lists)
    for (const q of ['jumat bersih', "JUM'AT bérsih", 'Jum’at, Bersih', 'jum`at (BÉRSIH)'])
      expect([operation.name, q, await found(actor, operation, rows, q)]).toEqual([operation.name, q, 1])
  expect(await found(admin, listPersons, 'persons', 'nusa jumat')).toBe(1)
  for (const q of ['univ jumat pend', 'Universitas Jumat Pendidikan']) expect(await found(admin, listPartners, 'partners', q)).toBe(1)
  expect(await found(admin, listAgreements, 'agreements', 'jumat bersih univ pendidikan')).toBe(1)
  for (const [actor, operation, rows] of lists.filter(([, { name }]) => name !== 'agreements.list' && !name.startsWith('partners')))
    expect([operation.name, await found(actor, operation, rows, '%')]).toEqual([operation.name, 0])
}, 60_000)
