import { knownHeaders } from '../../src/modules/imports/rules/headers.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/write.ts'

/**
 * A spreadsheet as offices send it in, and what must come of it: `numbers` are those of its agreements, each of which may stand in the
 * register once.
 */
export type Workbook = { bytes: Uint8Array; numbers: string[]; rows: number; outcomes: { [outcome in Outcome]: number } }
type Outcome = 'ready' | 'duplicate' | 'update' | 'attention'
type Line = { [column in keyof typeof headers]?: string }

const headers = knownHeaders.register
const columns = Object.keys(headers) as (keyof typeof headers)[]

/**
 * `count` rows over all offices and 400 partners. Of a hundred: four duplicates, three updates of an earlier row, five that a person
 * must look at, and ten whose dates, kinds and names are written otherwise than the others but can be read. The same each time;
 * `series` stands in the numbers.
 */
export async function agreementsWorkbook(count: number, offices: readonly string[], series: string): Promise<Workbook> {
  const lines: Line[] = []
  const clean: Line[] = []
  const outcomes = { ready: 0, duplicate: 0, update: 0, attention: 0 }
  for (let at = 0; lines.length < count; at++) {
    const turn = at % 100
    const earlier = clean.length > 500 ? clean[(at * 7919) % clean.length] : undefined
    const outcome: Outcome = turn < 5 ? 'attention' : turn < 9 && earlier ? 'duplicate' : turn < 12 && earlier ? 'update' : 'ready'
    outcomes[outcome]++
    if (outcome === 'ready') clean.push(turn < 22 ? writtenOtherwise(lineOf(at, offices, series), at) : lineOf(at, offices, series))
    if (outcome === 'attention') lines.push(unclear(lineOf(at, offices, series), at))
    else if (outcome === 'duplicate') lines.push({ ...earlier })
    else if (outcome === 'update') lines.push({ ...earlier, partnerSignatory: `Pejabat Baru ${at}` })
    else lines.push(clean.at(-1)!)
  }
  const sheet = {
    name: 'Perjanjian',
    columns: columns.map(column => ({ header: headers[column]! })),
    rows: lines.map(line => columns.map(column => line[column] ?? null)),
  }
  return { bytes: await writeWorkbook([sheet]), numbers: clean.map(line => line.kpuNumber!), rows: lines.length, outcomes }
}

function lineOf(at: number, offices: readonly string[], series: string): Line {
  const day = new Date(Date.UTC(2021, 0, 1 + (at % 1500))).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(2026, 0, 1 + (at % 1200))).toISOString().slice(0, 10)
  const [kind, short] = at % 3 ? ['Nota Kesepahaman', 'NK'] : ['Perjanjian Kerja Sama', 'PKS']
  return {
    kpuNumber: `${at + 1}/PR.07-${short}/${series}/${day.slice(0, 4)}`,
    partnerNumber: `B-${at + 1}/M/${day.slice(0, 4)}`,
    kind: kind!,
    title: `Kerja sama ${topics[at % topics.length]} tahap ${at + 1}`,
    partner: partnerName(at % 400),
    partnerClass: classes[(at % 400) % classes.length]!,
    officeCode: offices[(at * 31) % offices.length]!,
    signedOn: day,
    startsOn: day,
    endsOn: last,
    scope: 'Sosialisasi dan pendidikan pemilih; Pertukaran data; Magang',
    kpuSignatory: `Ketua Satker ${at % offices.length}`,
    kpuPosition: 'Ketua',
    partnerSignatory: `Pimpinan Mitra ${at % 400}`,
    partnerPosition: 'Pimpinan',
    openness: at % 20 ? 'Terbuka' : 'Dikecualikan: Pasal 17 UU 14/2008',
  }
}

const topics = [
  'pendidikan pemilih',
  'pertukaran data kependudukan',
  'pengamanan logistik',
  'pendampingan hukum',
  'magang mahasiswa',
  'pemanfaatan gedung',
]
const classes = ['Perguruan Tinggi', 'Lembaga Negara', 'Organisasi Profesi', 'Media', 'Perusahaan']
const places = ['Banyuwangi', 'Mojokerto', 'Denpasar', 'Padang', 'Manado', 'Ambon', 'Kupang', 'Jayapura', 'Mataram', 'Palu']
const sorts = ['Universitas', 'Kejaksaan Negeri', 'Ikatan Notaris', 'Radio', 'PT']
const partnerName = (at: number): string =>
  `${sorts[at % 5]} ${places[Math.floor(at / 5) % 10]} ${['Timur', 'Barat', 'Utara', 'Selatan'][Math.floor(at / 50) % 4]} ${at < 200 ? 'Raya' : 'Baru'}`

/** As people write it: day first, months by name, the other spelling of a kind, capitals and spaces. */
function writtenOtherwise(line: Line, at: number): Line {
  const [year, month, day] = line.signedOn!.split('-')
  const signedOn = [
    `${day}/${month}/${year}`,
    `${Number(day)} ${months[Number(month) - 1]} ${year}`,
    `${Number(day)}-${Number(month)}-${year}`,
  ][at % 3]!
  const partner = at % 2 ? line.partner!.toUpperCase() : `  ${line.partner!.replace(' ', '  ')} `
  return { ...line, signedOn, startsOn: '', partner, kind: line.kind === 'Nota Kesepahaman' ? 'MoU' : 'PKS' }
}

const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

function unclear(line: Line, at: number): Line {
  if (at % 5 === 0) return { ...line, kpuNumber: '' }
  if (at % 5 === 1) return { ...line, signedOn: 'menyusul', startsOn: '' }
  if (at % 5 === 2) return { ...line, officeCode: '', officeName: 'KPU Kabupaten Antah Berantah' }
  if (at % 5 === 3) return { ...line, endsOn: '2019-01-01' }
  return { ...line, kind: 'Surat biasa' }
}
