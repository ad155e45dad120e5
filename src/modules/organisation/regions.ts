import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseCsv } from 'hucre/csv'
import type { Zone } from '../../platform/i18n/format.ts'

/**
 * An office or committee of the commission, one for each region: the national office (code `00`), 38 provinces (`35`),
 * 514 regencies and cities (`35.76`), and below them the committees of districts (`35.76.01`) and villages (`35.76.01.1001`).
 * Codes are those of the Ministry of Home Affairs.
 */
export type Region = { code: string; name: string; kind: RegionKind; parentCode: string | null; zone: Zone }
export type RegionKind = 'national' | 'province' | 'regency' | 'district' | 'village'

/**
 * The 553 offices with their official names, parents before children. In Aceh the commission is called KIP.
 * Source: idn-area-data, whose data is under the ODbL; it is read from that package and not copied into ours.
 */
export function readOffices(): (Region & { kind: 'national' | 'province' | 'regency' })[] {
  const national = { code: '00', name: 'KPU RI', kind: 'national', parentCode: null, zone: 'Asia/Jakarta' } as const
  const provinces = readAreas('provinces').map(({ code, name }) => {
    return { code, name: provinceOffice(code, name), kind: 'province' as const, parentCode: '00', zone: zoneOf(code) }
  })
  const regencies = readAreas('regencies').map(({ code, name }) => {
    return {
      code,
      name: `${commission(code)} ${shortName(name)}`,
      kind: 'regency' as const,
      parentCode: code.slice(0, 2),
      zone: zoneOf(code),
    }
  })
  return [national, ...provinces, ...regencies]
}

/** Districts, parent the regency. The provinces of Papua (91 to 96) say *distrik* where the others say *kecamatan*. */
export function readDistricts(): (Region & { kind: 'district' })[] {
  return readAreas('districts').map(({ code, name }) => {
    const title = code.startsWith('9') ? 'Distrik' : 'Kecamatan'
    return { code, name: `${title} ${name}`, kind: 'district' as const, parentCode: code.slice(0, 5), zone: zoneOf(code) }
  })
}

/** Villages (*desa*, *kelurahan* and their local names), parent the district: more than 80,000 rows. */
export function readVillages(): (Region & { kind: 'village' })[] {
  return readAreas('villages').map(({ code, name }) => {
    return { code, name, kind: 'village' as const, parentCode: code.slice(0, 8), zone: zoneOf(code) }
  })
}

function readAreas(area: 'provinces' | 'regencies' | 'districts' | 'villages'): { code: string; name: string }[] {
  const file = createRequire(import.meta.url).resolve(`idn-area-data/data/${area}.csv`)
  const [header, ...rows] = parseCsv(readFileSync(file, 'utf8'), { delimiter: ',', skipEmptyRows: true })
  const code = header!.indexOf('code')
  const name = header!.indexOf('name')
  return rows.map(row => ({ code: String(row[code]), name: String(row[name]) }))
}

/** Eastern Indonesia by province code; everything else, Kalimantan Barat and Tengah included, keeps western time. */
function zoneOf(code: string): Zone {
  const province = Number(code.slice(0, 2))
  if (province >= 81) return 'Asia/Jayapura'
  if ((province >= 51 && province <= 53) || (province >= 63 && province <= 76)) return 'Asia/Makassar'
  return 'Asia/Jakarta'
}

const commission = (code: string) => (code.startsWith('11') ? 'KIP' : 'KPU')
const provinceOffice = (code: string, name: string) => (code === '11' ? 'KIP Aceh' : `KPU Provinsi ${shortName(name)}`)

/** Official names as people write them: without *Administrasi*, and the two special regions by their initials. */
function shortName(name: string): string {
  return name
    .replace(/^(Kabupaten|Kota) Administrasi /, '$1 ')
    .replace(/^Daerah Khusus Ibukota /, 'DKI ')
    .replace(/^Daerah Istimewa /, 'DI ')
}
