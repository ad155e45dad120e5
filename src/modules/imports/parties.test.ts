import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, person, program } from '../../../test/world.ts'
import { root } from '../../platform/process/root.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { exportAgreements } from '../agreements/operations/export.ts'
import { insertAgreements, type NewParty } from '../agreements/operations/insert.ts'
import { showAgreement } from '../agreements/operations/read.ts'
import { officeId } from '../organisation/schema.ts'
import { insertPartners } from '../partners/operations/write.ts'
import { listRows } from './operations/listing.ts'
import { uploadImport } from './operations/reading.ts'
import { confirmImport, importAgreements } from './operations/running.ts'
import type { BatchRow } from './schema/rows.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const head = 'Nomor KPU;Jenis Naskah;Nama Mitra;Nomor Mitra;Tanggal Penandatanganan;Kode Wilayah;Tentang'
const file = (...rows: string[]) => ({ name: 'daftar.csv', bytes: new TextEncoder().encode(`${head}\n${rows.join('\n')}\n`) })
const preview = async (...rows: string[]) => (await as(officer)(importAgreements, { file: file(...rows), preview: true })).rows
const bring = async (...rows: string[]): Promise<BatchRow[]> => {
  const { batch } = await as(officer)(importAgreements, { file: file(...rows) })
  await kernel.jobs.drain(kernel)
  return (await as(officer)(listRows, { id: batch.id })).rows
}
const partiesOf = async (id: string) =>
  (await as(officer)(showAgreement, { id })).parties.map(
    (party: { office: { name: string } | null; partner: { name: string } | null; number: string }) => [
      (party.office ?? party.partner)!.name,
      party.number,
    ],
  )

test('several partners in one cell become parties, and the same partners in another order are the same agreement', async () => {
  const [row] = await bring('1/S/2025;MoU;"Universitas Satu; PT Dua";M-1;2025-02-03;35.10;Data')
  expect(await partiesOf(row!.agreementId!)).toEqual([
    ['KPU Kabupaten Banyuwangi', '1/S/2025'],
    ['Universitas Satu', 'M-1'],
    ['PT Dua', null],
  ])
  const again = ['PT Dua; Universitas Satu', '1. PT Dua 2. Universitas Satu', 'Universitas Satu\nPT Dua', 'PT Dua']
  for (const partner of again) {
    const [said] = await preview(`1/S/2025;MoU;"${partner}";;2025-02-03;35.10;Data`)
    expect([partner, said.outcome]).toEqual([partner, 'duplicate'])
  }
  const [more] = await bring('1/S/2025;MoU;"PT Dua; Universitas Satu; Yayasan Tiga";;2025-02-03;35.10;Data')
  expect([more!.outcome, more!.agreementId]).toEqual(['update', row!.agreementId])
  expect((await partiesOf(row!.agreementId!)).map(([name]: string[]) => name)).toEqual([
    'KPU Kabupaten Banyuwangi',
    'Universitas Satu',
    'PT Dua',
    'Yayasan Tiga',
  ])
  const [other] = await preview('1/S/2025;MoU;"PT Dua; Yayasan Lain";;2025-02-03;35.10;Data')
  expect([other.outcome, other.problems]).toEqual(['attention', ['partners_differ']])
})

test('rows of one number, title and day are recorded as one agreement; apart, each as its own', async () => {
  const rows = (number: string) => ['Universitas A', 'PT B', 'Yayasan C'].map(name => `${number};MoU;${name};;2025-02-03;35.10;Bersama`)
  const together = await bring(...rows('2/S/2025'))
  expect(together.map(({ appliedAs }) => appliedAs)).toEqual(['created', 'duplicate', 'duplicate'])
  expect(await partiesOf(together[0]!.agreementId!)).toHaveLength(4)
  expect((await preview(...rows('2/S/2025'))).map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(3).fill('duplicate'))

  const { id } = await as(officer)(uploadImport, { file: file(...rows('3/S/2025')) })
  await kernel.jobs.drain(kernel)
  const outcomes = async () => ((await as(officer)(listRows, { id })).rows as BatchRow[]).map(({ outcome }) => outcome)
  expect(await outcomes()).toEqual(['ready', 'duplicate', 'duplicate'])
  const here = await browser(officer)
  expect(await (await here.get(`/impor/${id}`)).text()).toContain('Catat masing-masing')
  expect((await here.post(`/impor/${id}/pemisahan`, { rev: '0', number: '3/S/2025' })).status).toBe(303)
  expect(await outcomes()).toEqual(['ready', 'ready', 'ready'])
  const rest = await program(officer)
  await rest('PUT', `/imports/${id}/separations`, { rev: 1, number: '3/S/2025', apart: false })
  expect(await outcomes()).toEqual(['ready', 'duplicate', 'duplicate'])
  await rest('PUT', `/imports/${id}/separations`, { rev: 2, number: 'No. 3/S/2025' })
  await as(officer)(confirmImport, { id })
  await kernel.jobs.drain(kernel)
  expect(await db.selectFrom('agreement').select('id').where('kpu_number', '=', '3/S/2025').execute()).toHaveLength(3)
  expect((await preview(...rows('3/S/2025'))).map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(3).fill('duplicate'))
})

test('an export of an agreement with several partners that an earlier version made is a duplicate too', async () => {
  await bring('951/PR.07-NK/01/2025;Nota Kesepahaman;"Zenit Contoh; École Normale Contoh";;2025-02-03;00;Kerja sama tiga pihak lapangan')
  for (const name of ['own-export-three-parties.csv', 'own-export-three-parties.xlsx']) {
    const bytes = new Uint8Array(readFileSync(join(root, 'test/data/import-cases', name)))
    const { rows } = await as(officer)(importAgreements, { file: { name, bytes }, preview: true })
    expect([name, rows[0].outcome, rows[0].partners]).toEqual([
      name,
      name.endsWith('.csv') ? 'update' : 'duplicate',
      ['Zenit Contoh', 'École Normale Contoh'],
    ])
    await as(officer)(importAgreements, { file: { name, bytes } })
    await kernel.jobs.drain(kernel)
    const again = await as(officer)(importAgreements, { file: { name, bytes }, preview: true })
    expect([name, again.rows[0].outcome]).toEqual([name, 'duplicate'])
  }
})

/** Texts that spreadsheets, lists and readers of lists stumble over; each says something. */
const hostile = fc
  .tuple(
    fc.constantFrom('', '=1+1', "'", '"', '1. ', '- ', '+', '@', 'idem ', '#'),
    fc.constantFrom('Data', 'Satu; dua', '"Rumah" Pemilu', 'A, B dan C', 'x', '0', 'idem', '<b>😀', 'Panjang '.repeat(60).trim()),
    fc.nat(99_999),
  )
  .map(([before, said, number]) => `${before}${said} ${number}`.slice(0, 480))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const numbers = fc.oneof(
  hostile.map(text => text.slice(0, 100)),
  fc.constantFrom('5/2/2024', '0', 'sda', '045', '1/PR.07-NK/35.10/2024'),
)
const said = {
  number: maybe(numbers),
  signatory: maybe(hostile.map(text => text.slice(0, 140))),
  position: maybe(hostile.map(text => text.slice(0, 140))),
}
const agreement = fc.record({
  kind: fc.constantFrom('mou', 'pks', 'addendum'),
  title: hostile,
  offices: fc.uniqueArray(fc.constantFrom('00', '35.10', '35.76', '51'), { minLength: 1, maxLength: 3 }),
  partners: fc.array(fc.record({ name: hostile.map(text => text.slice(0, 190)), ...said }), { maxLength: 3 }),
  kpu: fc.record(said),
  signedOn: maybe(fc.constantFrom('2024-04-03', '1945-08-17', '2023-12-31')),
  endsOn: maybe(fc.constantFrom('2027-03-04', '2099-12-31')),
  openness: fc.constantFrom('public', 'on_request', 'excluded'),
  reason: hostile.map(text => text.slice(0, 290)),
  scope: fc.array(fc.oneof(hostile, fc.constant('Ruang lingkup yang panjang. '.repeat(140).trim())), { maxLength: 4 }),
  child: fc.boolean(),
})

test('an own export always comes back as duplicates, whatever the register holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(agreement, { minLength: 1, maxLength: 8 }), async drawn => {
      const made = new Set<string>()
      const context = { db, actor: officer, clock: kernel.clock, lines: [] }
      await kernel.store.db.transaction().execute(async transaction => {
        const inside = { ...context, db: transaction } as never
        let parent: string | null = null
        for (const each of drawn) {
          const names = [...new Map(each.partners.map(partner => [partner.name.toLowerCase(), partner])).values()]
          const found = await insertPartners(
            inside,
            names.map(({ name }) => ({ name, class: 'ngo' as const, officeId: officeId('00'), officePath: 'id' })),
          )
          const ids = [...new Set(found.map(({ id }) => id))]
          const party = (side: 'kpu' | 'partner', own: Partial<NewParty>, { number, signatory, position }: typeof each.kpu): NewParty => ({
            side,
            officeId: null,
            partnerId: null,
            authority: null,
            number,
            signatory,
            signatoryPosition: position,
            ...own,
          })
          const [id] = await insertAgreements(inside, [
            {
              kind: each.kind as 'mou',
              title: each.title,
              parentId: each.child ? parent : null,
              officeId: officeId(each.offices[0]!),
              stage: each.signedOn ? 'signed' : 'draft',
              signedOn: each.signedOn,
              startsOn: each.signedOn,
              endsOn: each.endsOn,
              place: null,
              openness: each.openness as 'public',
              exclusionReason: each.openness === 'excluded' ? each.reason : null,
              parties: [
                ...each.offices.map(code => party('kpu', { officeId: officeId(code) }, each.kpu)),
                ...ids.map((partnerId, at) => party('partner', { partnerId }, names[at]!)),
              ],
              scope: each.scope,
              events: [],
            },
          ])
          parent = id!
          made.add(parent)
        }
      })
      const all = JSON.parse(new TextDecoder().decode(await bytesOf(await as(officer)(exportAgreements, { format: 'json' })))) as {
        id: string
      }[]
      for (const format of ['csv', 'xlsx', 'json']) {
        const { name, chunks } = await as(officer)(exportAgreements, { format })
        const bytes = await bytesOf({ chunks })
        const { rows, unread } = await as(officer)(importAgreements, { file: { name, bytes }, preview: true })
        const not = rows.filter(
          ({ row, outcome }: { row: number; outcome: string }) => outcome !== 'duplicate' && made.has(all[row - 2]!.id),
        )
        expect([format, not, not.length ? unread.cells : []]).toEqual([format, [], []])
      }
    }),
    { numRuns: 12 },
  )
})

test('a file with no row to record offers to finish, and no button that records 0 rows', async () => {
  const { id } = await as(officer)(uploadImport, { file: file(';MoU;Universitas Tanpa Nomor;;2025-02-03;35.10;Tanpa nomor') })
  await kernel.jobs.drain(kernel)
  const page = await (await (await browser(officer)).get(`/impor/${id}`)).text()
  expect(page).toContain('>Selesaikan tanpa mencatat</button>')
  expect(page).not.toContain('Catat 0 baris')
})
