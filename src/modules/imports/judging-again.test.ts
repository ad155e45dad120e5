import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, person } from '../../../test/world.ts'
import { acceptProposals } from './operations/accepting.ts'
import { correctRow } from './operations/deciding.ts'
import { showImport } from './operations/listing.ts'
import { leaveOutHidden, uploadImport } from './operations/reading.ts'
import { importAgreements } from './operations/running.ts'
import { separateRows } from './operations/separating.ts'
import type { Field } from './schema/codes.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const head = 'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang,Penanda Tangan Mitra,ID Sinergi'
const file = (lines: string[]) => ({ name: 'daftar.csv', bytes: new TextEncoder().encode(`${[head, ...lines].join('\n')}\n`) })

/** Values that make rows meet: numbers twice, names that are nearly the same, several partners in a cell, a name that is only wrapped. */
const values = {
  kpuNumber: [...Array.from({ length: 30 }, (_, n) => `${n + 1}/X/2024`), '01/x/2024', '1/X/2024', '4/X/2024', ''],
  partner: [
    'Universitas Airlangga',
    'Universitas Airlanga',
    'Radio Kita; Universitas Airlangga',
    'Radio Kita',
    'Radio-Kita',
    'Radio Kta',
    'Balai\nBahasa',
    'Balai Bahasa',
    'Balai',
    'Bahasa',
  ],
  title: ['Data pemilih', 'Magang', ''],
  signedOn: ['2024-01-25', '2024-02-03', 'kapan-kapan'],
  kind: ['MoU', 'Perjanjian Kerja Sama', 'Surat'],
  officeCode: ['35.10', '35.11'],
  partnerSignatory: ['Rektor', 'Direktur', ''],
} satisfies { [field in Field]?: string[] }
type Typed = keyof typeof values
const typed = Object.keys(values) as Typed[]
const one = <T>(of: readonly T[]) => fc.constantFrom(...of)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('after any answer the rows stand as if the whole file had been judged again', { timeout: 300_000 }, async () => {
  await as(officer)(importAgreements, {
    file: file([
      '4/X/2024,MoU,Universitas Airlangga,2024-01-25,35.10,Data pemilih,Rektor,',
      '9/X/2024,MoU,Kejaksaan Negeri Kediri,2024-01-25,35.10,Magang,Kepala,',
    ]),
  })
  await kernel.jobs.drain(kernel)
  const { id: known } = await db.selectFrom('agreement').select('id').where('kpu_number', '=', '9/X/2024').executeTakeFirstOrThrow()
  const line = (pointing: string[]) =>
    fc
      .record({
        ...Object.fromEntries(typed.map(field => [field, one([...values[field], ...pointing])])),
        recordId: one(['', '', '', known]),
      })
      .map(row => {
        const { kpuNumber, kind, partner, signedOn, officeCode, title, partnerSignatory, recordId } = row as Record<string, string>
        return [kpuNumber, kind, partner, signedOn, officeCode, title, partnerSignatory, recordId].map(text => quoted(text!)).join(',')
      })
  const answer = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        row: fc.integer({ min: 2, max: 21 }),
        field: one<Typed>(['partner', 'partner', 'partner', ...typed]),
        at: fc.nat(20),
      }),
    },
    { weight: 1, arbitrary: fc.record({ apart: one(['1/X/2024', '2/X/2024', '3/X/2024']), is: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ accept: fc.integer({ min: 2, max: 21 }) }) },
  )
  // In half of the files no cell points to the row above: then only the rows that it concerns are read.
  const files = one<string[]>([[], ['sda']]).chain(pointing =>
    fc.tuple(fc.array(line(pointing), { minLength: 20, maxLength: 20 }), fc.array(answer, { minLength: 12, maxLength: 12 })),
  )
  for (const [lines, answers] of fc.sample(files, { numRuns: 8, seed: 20250702 })) {
    const { id } = await as(officer)(uploadImport, { file: file(lines) })
    await kernel.jobs.drain(kernel)
    expect((await as(officer)(showImport, { id })).state).toBe('preview')
    for (const each of answers) {
      if ('row' in each) {
        const text = values[each.field][each.at % values[each.field].length]!
        await as(officer)(correctRow, { id, row: each.row, correction: { [each.field]: text } })
      } else if ('apart' in each) await as(officer)(separateRows, { id, number: each.apart, apart: each.is })
      else await as(officer)(acceptProposals, { id, rows: [each.accept] })
      const answered = await stored(id)
      await as(officer)(leaveOutHidden, { id, hidden: false }) // judges the whole file
      expect({ each, rows: answered }).toEqual({ each, rows: await stored(id) })
    }
  }
})

const stored = async (id: string) => ({
  rows: await db
    .selectFrom('import_row')
    .select(['place', 'judged', 'meets', 'outcome', 'problems', 'decision'])
    .where('batch_id', '=', id)
    .orderBy('place')
    .execute(),
  counts: (await db.selectFrom('import_batch').select('counts').where('id', '=', id).executeTakeFirstOrThrow()).counts,
})
