import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, office, operator, person, program, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Context } from '../../platform/operation/operation.ts'
import type { Cell } from '../../platform/spreadsheets/cells.ts'
import { readRows } from '../../platform/spreadsheets/read.ts'
import { addDays } from '../../platform/values/clock.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { insertPartners } from '../partners/operations/write.ts'
import { partnerClasses } from '../partners/schema.ts'
import { exportAgreements, registerCells, registerHeaders } from './operations/export.ts'
import { insertAgreements, type NewAgreement } from './operations/insert.ts'
import { listAgreements } from './operations/read.ts'
import type { Exported } from './queries/export.ts'
import { statusOn } from './rules/status.ts'
import { type Agreement, type AgreementFilter, type AgreementList, agreementKinds, opennesses, Sort, stages, statuses } from './schema.ts'

const codes = ['00', '35', '35.10', '35.11', '35.76', '51', '51.71']
const today = '2025-11-20'
type Known = NewAgreement & { id: string; paths: string[] }
let known: Known[]
let partners: string[]
let admin: Actor

/** A register of 230 agreements, made by chance from one seed, of seven offices and twelve partners. */
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  const places = new Map(
    (
      await db
        .selectFrom('office')
        .select(['id', 'code', eb => eb.cast<string>('path', 'text').as('path')])
        .where('code', 'in', codes)
        .execute()
    ).map(row => [row.code, row]),
  )
  await kernel.store.db.transaction().execute(async transaction => {
    const context = { actor: operator, clock: kernel.clock, lines: [], asked: new Set(), db: transaction } as unknown as Context
    const made = await insertPartners(
      context,
      Array.from({ length: 12 }, (_, n) => ({
        name: `Lembaga ${'ABCDEFGHIJKL'[n]} Nusantara`,
        class: partnerClasses[n % 9]!,
        officeId: office('00').id,
        officePath: 'id',
      })),
    )
    partners = made.map(({ id }) => id)
    const day = (low: number, high: number) => fc.integer({ min: low, max: high }).map(days => addDays(today, days))
    const shape = fc.record({
      kind: fc.constantFrom(...agreementKinds),
      stage: fc.constantFrom('signed' as const, 'signed' as const, ...stages),
      signed: fc.option(day(-1500, 0), { nil: null }),
      length: fc.option(fc.integer({ min: 0, max: 1800 }), { nil: null }),
      openness: fc.constantFrom(...opennesses),
      offices: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 2 }),
      partners: fc.uniqueArray(fc.constantFrom(...partners), { minLength: 1, maxLength: 3 }),
      number: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
      word: fc.constantFrom('sosialisasi', 'hukum', 'logistik', 'Data'),
    })
    const drafts = fc
      .sample(shape, { numRuns: 230, seed: 42 })
      .map(({ kind, stage, signed, length, openness, offices, partners, number, word }, n): NewAgreement => {
        const signedOn = stage === 'signed' ? (signed ?? '2024-05-05') : null
        return {
          kind,
          stage,
          signedOn,
          startsOn: signedOn,
          endsOn: signedOn && length !== null ? addDays(signedOn, length) : null,
          title: `Kerja sama ${word} ${n % 40}`,
          parentId: null,
          officeId: places.get(offices[0]!)!.id,
          place: null,
          openness,
          exclusionReason: openness === 'excluded' ? 'data pribadi' : null,
          parties: [
            ...offices.map(code => ({
              side: 'kpu' as const,
              officeId: places.get(code)!.id,
              partnerId: null,
              number: number ? `${number}/PR.07-NK/01/2024` : null,
              signatory: null,
              signatoryPosition: null,
              authority: null,
            })),
            ...partners.map(partnerId => ({
              side: 'partner' as const,
              officeId: null,
              partnerId,
              number: null,
              signatory: null,
              signatoryPosition: null,
              authority: null,
            })),
          ],
          scope: [`Lingkup ${word}`],
          events: [{ kind: 'imported', on: today }],
        }
      })
    const ids = await insertAgreements(context, drafts)
    const pathOf = new Map([...places.values()].map(({ id, path }) => [id, path]))
    known = drafts.map((draft, n) => ({
      ...draft,
      id: ids[n]!,
      paths: draft.parties.flatMap(({ officeId }) => (officeId ? [pathOf.get(officeId)!] : [])),
    }))
  })
})
afterAll(() => kernel.close())

const list = (actor: Actor, query: object = {}) => as(actor)<AgreementList>(listAgreements, query)

/** Every page in turn; what only resembles the words does not have them. */
async function all(actor: Actor, query: object): Promise<Agreement[]> {
  const rows: Agreement[] = []
  for (let after: string | undefined; ; ) {
    const page: AgreementList = await list(actor, { ...query, after })
    if (!page.similar) rows.push(...page.agreements)
    if (!page.next) return rows
    after = page.next
  }
}

test('under every order each agreement comes exactly once, forwards and backwards', async () => {
  for (const sort of Sort.options) {
    const rows = await all(admin, { sort })
    expect(rows.map(({ id }) => id).toSorted()).toEqual(known.map(({ id }) => id).toSorted())
    expect(rows.map(keyOf(sort)), sort).toEqual(
      rows.map(keyOf(sort)).toSorted((a, b) => (sort.startsWith('-') ? -1 : 1) * (a < b ? -1 : a > b ? 1 : 0)),
    )
    const third = await list(admin, { sort, after: (await list(admin, { sort, after: (await list(admin, { sort })).next! })).next! })
    const second = await list(admin, { sort, before: third.previous! })
    expect(second.agreements).toEqual(rows.slice(50, 100))
  }
})
const keyOf = (sort: string) => (row: Agreement) =>
  ({
    title: row.title.toLowerCase().replace(/\d+/g, digits => digits.padStart(9, '0')),
    signed: row.signedOn ?? '0001-01-01',
    ends: row.endsOn ?? '9999-12-31',
    number: row.number ? row.number.padStart(30, '0') : '~',
  })[sort.replace('-', '') as 'title']

test('a page marker of another order, or one that somebody made up, is refused', async () => {
  const { next } = await list(admin, { sort: 'title' })
  for (const after of [next, 'x', Buffer.from('["title","\u0000","x"]').toString('base64url')])
    await expect(list(admin, { sort: '-ends', after })).rejects.toMatchObject({ code: 'invalid' })
})

test('each filter, alone and with others, lets through what a plain look at every agreement does', async () => {
  const filter = fc.record(
    {
      status: fc.subarray(['in_force' as const, ...statuses], { minLength: 1, maxLength: 4 }),
      endsWithin: fc.constantFrom(30, 90, 180, 365),
      kind: fc.constantFrom(...agreementKinds),
      class: fc.constantFrom(...partnerClasses),
      office: fc.constantFrom(...codes),
      year: fc.integer({ min: 2022, max: 2025 }),
      openness: fc.constantFrom(...opennesses),
      q: fc.constantFrom('sosialisasi', 'hukum 3', 'logis', 'DATA'),
    },
    { requiredKeys: [] },
  )
  const classOf = new Map((await db.selectFrom('partner').select(['id', 'class']).execute()).map(row => [row.id, row.class]))
  await fc.assert(
    fc.asyncProperty(filter, async asked => {
      const wanted = known.filter(one => passes(one, asked as AgreementFilter, classOf))
      const found = await all(admin, asked)
      expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
      if (wanted.length) expect((await list(admin, asked)).total).toBe(wanted.length)
    }),
    { numRuns: 60 },
  )
})

function passes(
  one: Known,
  { status, endsWithin, kind, class: partnerClass, office: code, year, openness, q }: AgreementFilter,
  classOf: Map<string, string>,
): boolean {
  const path = code && { '00': 'id', '35': 'id.35', '51': 'id.51' }[code]
  const below = code && (path ?? `id.${code.slice(0, 2)}.${code.replace('.', '')}`)
  return (
    (!status || status.includes(statusToday(one)) || (status.includes('in_force') && isInForce(one))) &&
    (!endsWithin || endsSoon(one, endsWithin)) &&
    (!kind || one.kind === kind) &&
    (!openness || one.openness === openness) &&
    (!partnerClass || one.parties.some(({ partnerId }) => partnerId && classOf.get(partnerId) === partnerClass)) &&
    (!below || one.paths.some(each => each === below || each.startsWith(`${below}.`))) &&
    (!year || (one.signedOn ?? one.startsOn)?.startsWith(String(year)) === true) &&
    (!q ||
      q
        .toLowerCase()
        .split(' ')
        .every(word => wordsOf(one).some(each => (word.length > 2 ? each.startsWith(word) : each === word))))
  )
}
const statusToday = (one: Known) => statusOn({ ...one, renewalSince: null, endedHow: null, endedOn: null }, today)
const isInForce = (one: Known) => ['active', 'expiring'].includes(statusToday(one))
/** In force today, and over in so many days at the latest. */
function endsSoon(one: Known, days: number): boolean {
  return isInForce(one) && one.endsOn !== null && one.endsOn <= addDays(today, days)
}

const wordsOf = ({ title, scope, parties }: Known) =>
  [title, ...scope, ...parties.map(({ number }) => number ?? '')]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)

test('whoever has whatever grants sees exactly what those reach, and no more', async () => {
  const grant = fc.oneof(
    fc.record({ code: fc.constantFrom(...codes), descendants: fc.boolean() }),
    fc.record({ partner: fc.integer({ min: 0, max: 11 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 3 }), async grants => {
      const places = grants.map(each =>
        'code' in each
          ? { role: 'auditor' as const, path: pathOf(each.code), descendants: each.descendants, partnerId: null }
          : { role: 'partner_contact' as const, path: null, descendants: false, partnerId: partners[each.partner]! },
      )
      const actor: Actor = { ...stranger, kind: 'person', personId: admin.personId, grants: places }
      const wanted = known.filter(one =>
        places.some(({ path, descendants, partnerId }) =>
          partnerId
            ? one.parties.some(party => party.partnerId === partnerId)
            : one.paths.some(each => each === path || (descendants && each.startsWith(`${path}.`))),
        ),
      )
      expect((await all(actor, {})).map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
    }),
    { numRuns: 40 },
  )
})
const pathOf = (code: string) =>
  code === '00' ? 'id' : code.length === 2 ? `id.${code}` : `id.${code.slice(0, 2)}.${code.replace('.', '')}`

test('words are found by their beginnings, numbers by their parts, and misspelt words by what comes nearest', async () => {
  const one = known.find(({ parties }) => parties[0]!.number)!
  const [number] = one.parties.flatMap(party => party.number ?? [])
  expect((await all(admin, { q: number })).map(({ id }) => id)).toContain(one.id)
  expect((await all(admin, { q: number!.split('-')[0] })).map(({ id }) => id)).toContain(one.id)
  expect((await list(admin, { q: 'nusan' })).total).toBe(known.length)
  const near = await list(admin, { q: 'sosialisaasi' })
  expect([near.similar, near.agreements.length, near.agreements.every(({ title }) => title.includes('sosialisasi'))]).toEqual([
    true,
    50,
    true,
  ])
  for (const q of ["'; drop table agreement; --", '%_%', '&|!():*<->', 'dan yang', '\u0000'])
    expect((await (await program(admin))('GET', `/agreements?q=${encodeURIComponent(q)}`)).status).toBeLessThan(423)
})

test('a list of many costs as many statements as a list of one', async () => {
  const few = await countQueries(() => list(admin, { q: known[0]!.title, kind: known[0]!.kind }))
  expect(await countQueries(() => list(admin, {}))).toBe(few)
  expect(few).toBe(1)
})

test('the export has exactly what is filtered, in the order of the list, in three formats', async () => {
  const query = { kind: 'mou', openness: 'excluded', sort: 'title' }
  const rows = await all(admin, query)
  const text = async (format: string, more: object = {}) =>
    new TextDecoder().decode(await bytesOf(await as(admin)(exportAgreements, { ...query, ...more, format })))
  const json = JSON.parse(await text('json'))
  expect(json.map(({ id }: { id: string }) => id)).toEqual(rows.map(({ id }) => id))
  const [header, ...lines] = (await text('csv')).trimEnd().split('\r\n')
  expect(header?.replace('\ufeff', '').split(',').slice(0, 7)).toEqual([
    'Nomor KPU',
    'Nomor Mitra',
    'Jenis Naskah',
    'Tentang',
    'Nama Mitra',
    'Jenis Mitra',
    'Kode Wilayah',
  ])
  expect(lines).toHaveLength(rows.length)
  expect(lines.every(line => line.includes('dikecualikan: data pribadi') && line.includes('Nota Kesepahaman'))).toBe(true)
  expect(JSON.parse(await text('json', { status: 'completed' }))).toEqual([])
  const { name, chunks } = await as(admin)(exportAgreements, { ...query, format: 'xlsx' })
  expect([name, Buffer.from((await bytesOf({ chunks })).slice(0, 2)).toString()]).toEqual(['perjanjian-2025-11-20.xlsx', 'PK'])
  const sari = await person('Sari', 'office_operator', '35.10')
  const own = JSON.parse(new TextDecoder().decode(await bytesOf(await as(sari)(exportAgreements, { format: 'json' }))))
  expect(own.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    known
      .filter(({ paths }) => paths.includes('id.35.3510'))
      .map(({ id }) => id)
      .toSorted(),
  )
})

test('what flows in three formats is what one statement a row says, cell by cell', async () => {
  const party = sql`jsonb_build_object('name', coalesce(o.name, q.name), 'class', q.class, 'code', o.code, 'number', p.number,
    'signatory', p.signatory, 'position', p.signatory_position)`
  const parties = (side: string) => sql`coalesce((select jsonb_agg(${party} order by p.seq) from agreement_party p left join office o
    on o.id = p.office_id left join partner q on q.id = p.partner_id where p.agreement_id = a.id and p.side = ${side}), '[]')`
  const { rows } =
    await sql<Exported>`select a.id, a.kind, a.title, a.signed_on as "signedOn", a.starts_on as "startsOn", a.ends_on as "endsOn",
    a.place, a.openness, a.exclusion_reason as "exclusionReason",
    agreement_status(a.stage, a.starts_on, a.ends_on, a.renewal_since, a.ended_how, a.ended_on, ${today}::date) as status,
    (select up.kpu_number from agreement up where up.id = a.parent_id) as "parentNumber", ${parties('kpu')} as offices, ${parties('partner')} as partners,
    coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope s where s.agreement_id = a.id), '[]') as scope
    from agreement a order by coalesce(a.ends_on, '9999-12-31'), a.id`.execute(db)
  const file = async (format: string) => bytesOf(await as(admin)(exportAgreements, { format, sort: 'ends' }))
  expect(JSON.parse(new TextDecoder().decode(await file('json')))).toEqual(rows)
  const wanted = [registerHeaders, ...rows.map(registerCells)].map(row => row.map(cell => (cell === '' ? null : cell)))
  for (const format of ['csv', 'xlsx']) {
    const [sheet] = (await readRows(await file(format))).sheets
    const cells = sheet!.rows.map(row => wanted[0]!.map((_, at) => dayOf(row.cells[at] ?? null)))
    expect(cells, format).toEqual(wanted)
  }
})
const dayOf = (cell: Cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)

test('the page shows what the address asks for, keeps it on every link, and survives nonsense', async () => {
  const page = await browser(admin)
  const text = await (await page.get('/perjanjian?status=expired&jenis=mou&urut=-judul&satker=35')).text()
  expect(text).toContain('aria-sort="descending"')
  expect(text).toContain('/api/v1/agreements/export?format=csv&amp;status=expired&amp;kind=mou&amp;office=35&amp;sort=-title')
  expect(text.match(/<tr role="row"/g)!.length - 1).toBe((await list(admin, { status: 'expired', kind: 'mou', office: '35' })).total)
  for (const odd of ['status=entah', 'tahun=abc', 'tahun=99999999999', 'urut=-entah', 'satker=%00', 'induk=1', `q=${'x'.repeat(5000)}`])
    expect((await page.get(`/perjanjian?${odd}`)).status).toBe(200)
  expect((await (await browser(null)).get('/perjanjian')).headers.get('location')).toBe('/masuk?ke=%2Fperjanjian')
})
