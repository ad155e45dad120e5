import { example } from '../../../platform/example-ids.ts'
import { operation } from '../../../platform/operation.ts'
import { Download } from '../../../platform/shapes.ts'
import type { Cell } from '../../../platform/spreadsheets/cells.ts'
import { writeCsv } from '../../../platform/spreadsheets/csv.ts'
import { type Column, writeLongWorkbook } from '../../../platform/spreadsheets/write.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { type Exported, exported } from '../queries/export.ts'
import { today } from '../queries/visible.ts'
import { listed, literally } from '../rules/listed.ts'
import { AgreementFilter, Format } from '../schema.ts'
import { words } from '../words.ts'

export const exportAgreements = operation({
  name: 'agreements.export',
  summary: 'Download exactly what is filtered: CSV and XLSX under the headers that the import knows, or JSON',
  power: 'agreement.export',
  reads: true,
  limit: 'long',
  input: AgreementFilter.extend({ format: Format }),
  output: Download,
  example: { format: 'csv', status: 'active', partner: example.partner },
  async run(context, { format, ...filter }) {
    const rows = exported(context, filter)
    const name = `perjanjian-${today(context)}.${format}`
    if (format === 'xlsx')
      return {
        name,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await writeLongWorkbook({ name: 'Perjanjian', columns, rows: cellsOf(rows) }, context.actor.zone),
      }
    if (format === 'json') return { name, type: 'application/json', bytes: await gather(jsonOf(rows)) }
    return { name, type: 'text/csv; charset=utf-8', bytes: await gather(csvOf(rows)) }
  },
})

/** In Indonesian whatever the language of the reader, as a register is passed on and imported again. */
const w = words.id
const classes = classesIn('id')
/** The columns of a register as it is passed on, under headers that the import knows. */
export const registerHeaders: string[] = [
  'Nomor KPU',
  'Nomor Mitra',
  'Jenis Naskah',
  'Tentang',
  'Nama Mitra',
  'Jenis Mitra',
  'Kode Wilayah',
  'Satuan Kerja',
  'Tanggal Penandatanganan',
  'Berlaku Sejak',
  'Berlaku Sampai',
  'Ruang Lingkup',
  'Penandatangan KPU',
  'Jabatan Penandatangan KPU',
  'Penandatangan Mitra',
  'Jabatan Penandatangan Mitra',
  'Nomor Induk',
  'Keterbukaan',
  'Status',
  'Tempat',
  'ID Sinergi',
]
const days = new Set(['Tanggal Penandatanganan', 'Berlaku Sejak', 'Berlaku Sampai'])
const wide = new Set(['Tentang', 'Nama Mitra', 'Ruang Lingkup'])
const columns: Column[] = registerHeaders.map(header => ({
  header,
  width: wide.has(header) ? 40 : 20,
  kind: days.has(header) ? 'day' : 'text',
}))

/** An agreement as a row of a register, in the order of its headers; several parties stand in one cell, parted by semicolons. */
export function registerCells({
  id,
  kind,
  title,
  offices,
  partners,
  signedOn,
  startsOn,
  endsOn,
  scope,
  parentNumber,
  openness,
  exclusionReason,
  status,
  place,
}: Exported): Cell[] {
  return [
    joined(offices, 'number'),
    joined(partners, 'number'),
    w.kinds[kind],
    literally(title),
    joined(partners, 'name'),
    listed(partners.map(partner => classes[partner.class!])),
    joined(offices, 'code'),
    joined(offices, 'name'),
    signedOn,
    startsOn,
    endsOn,
    listed(scope),
    joined(offices, 'signatory'),
    joined(offices, 'position'),
    joined(partners, 'signatory'),
    joined(partners, 'position'),
    parentNumber && literally(parentNumber),
    openness === 'public' ? 'publik' : openness === 'excluded' ? `dikecualikan: ${exclusionReason}` : w.opennesses.on_request.toLowerCase(),
    w.statuses[status],
    place,
    id,
  ]
}
const joined = <Key extends string>(parties: readonly { [key in Key]: string | null }[], key: Key): string =>
  listed(parties.map(party => party[key]))

async function* cellsOf(rows: AsyncIterable<Exported>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield registerCells(row)
}

/** Some thousand rows become text at a time. */
async function* csvOf(rows: AsyncIterable<Exported>): AsyncGenerator<string> {
  yield writeCsv(registerHeaders, [])
  const empty = writeCsv([], [], { mark: false }).length
  for await (const some of inChunks(cellsOf(rows))) yield writeCsv([], some, { mark: false }).slice(empty)
}

async function* jsonOf(rows: AsyncIterable<Exported>): AsyncGenerator<string> {
  let first = true
  for await (const some of inChunks(rows)) {
    yield `${first ? '[\n' : ',\n'}${some.map(row => JSON.stringify(row)).join(',\n')}`
    first = false
  }
  yield first ? '[]\n' : '\n]\n'
}

async function* inChunks<T>(rows: AsyncIterable<T>, size = 1000): AsyncGenerator<T[]> {
  let some: T[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

async function gather(parts: AsyncIterable<string>): Promise<Uint8Array> {
  const bytes: Buffer[] = []
  for await (const part of parts) bytes.push(Buffer.from(part))
  const { buffer, byteOffset, byteLength } = Buffer.concat(bytes)
  return new Uint8Array(buffer, byteOffset, byteLength)
}
