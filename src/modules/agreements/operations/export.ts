import { operation } from '../../../platform/operation/operation.ts'
import type { Cell } from '../../../platform/spreadsheets/cells.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import type { Column } from '../../../platform/spreadsheets/write.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { type Exported, exported } from '../queries/export.ts'
import { today } from '../queries/visible.ts'
import { codesOf, listed, literally } from '../rules/listed.ts'
import { AgreementFilter } from '../schema.ts'
import { words } from '../words.ts'

export const exportAgreements = operation({
  name: 'agreements.export',
  summary: 'Download exactly what is filtered: CSV and XLSX under the headers that the import knows, or JSON',
  power: 'agreement.export',
  reads: 'stream',
  input: AgreementFilter.extend({ format: Format }),
  output: Download,
  example: { format: 'csv', status: 'active', partner: example.partner },
  async run(context, { format, ...filter }) {
    const table = { name: `perjanjian-${today(context)}`, sheet: 'Perjanjian', columns, cells: registerCells, zone: context.actor.zone }
    return tableFile(format, table, await exported(context, filter))
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
    codesOf(offices.map(({ code }) => code)),
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
