import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOffices } from '../../modules/organisation/regions.ts'
import { readCode } from './codes.ts'
import { officeIndex } from './offices.ts'

const all = readOffices()
const index = officeIndex(all)
const officeOf = (code: string, name: string) => index.resolve(code, name).office
const expectAll = (office: string | null, names: string[]) =>
  expect(names.map(name => [name, officeOf('', name)])).toEqual(names.map(name => [name, office]))

test('codes are read as people and programs write them', () => {
  const spellings: Record<string, string[]> = {
    '35.76': [
      '35.76',
      '3576',
      '35,76',
      '35-76',
      '35 76',
      '35/76',
      ' 35.76. ',
      "'35.76",
      'Kode 35.76',
      '35.7600',
      '35.76.00',
      '(35.76)',
      '35.76 - KPU Kota Mojokerto',
      '35\u00a076',
    ],
    '35.10': ['35.1', '35,1', '35.10', '3510', '35.100'],
    '35': ['35', '35.00', '3500', '35.0', ' 35.'],
    '00': ['0', '00', '00.00', '0000', '000'],
    '': ['', '-', '357', '35.76.01', '357601', '35.761', '35-1', 'KPU', '35.76 dan 35.77', '1e3', '-35.76-35'],
  }
  for (const [code, said] of Object.entries(spellings))
    expect(said.map(text => [text, readCode(text)])).toEqual(said.map(text => [text, code]))
})

test('every office is found by its code and by its name in every usual dress', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), ({ code, name }) => {
      const bare = name.replace(/^(KPU|KIP) /, '')
      const names = [
        name,
        name.toUpperCase(),
        name.toLowerCase(),
        bare,
        `  ${name.replaceAll(' ', '\u00a0')} `,
        name.replace('Kabupaten ', 'Kab. '),
        bare.replace('Kabupaten ', 'KAB '),
        name.replace('Provinsi', 'Prov.'),
        name.replace(/^(KPU|KIP)/, 'Komisi Pemilihan Umum'),
        `Sekretariat ${name}`,
        name.replace(/^KPU/, 'KIP'),
        `${code} ${name}`,
      ]
      for (const said of names) expect([said, officeOf('', said)]).toEqual([said, code])
      for (const said of [code, code.replace('.', ''), code.replace('.', ','), String(Number(code))])
        expect([said, officeOf(said, '')]).toEqual([said, code])
      expect(officeOf(code, name)).toBe(code)
    }),
    { numRuns: all.length },
  )
})

test('no two offices share a name', () => {
  expect(all.filter(({ code, name }) => officeOf('', name) !== code)).toEqual([])
})

test('names are known with other words for the level, and with the province beside them', () => {
  expectAll('00', [
    'KPU RI',
    'RI',
    'kpu r.i.',
    'KPU Republik Indonesia',
    'Komisi Pemilihan Umum Republik Indonesia',
    'KPU Pusat',
    'Sekretariat Jenderal KPU',
    'Setjen KPU RI',
    'KPU Nasional',
  ])
  expectAll('35.76', [
    'KPU Kota Mojokerto',
    'Kodya Mojokerto',
    'KPU Kotamadya Mojokerto',
    'Mojokerto, Kota',
    'KPU Mojokerto (Kota)',
    'Kota Mojokerto, Jawa Timur',
    'KPU Kota Mojokerto Provinsi Jawa Timur',
    'KPU Kota Mojokerto (Jatim)',
    'KPU Kota Mojokerto Jawa Timur',
    'KPU - Kota Mojokerto',
    'KPUD Kota Mojokerto',
    'KPU Kota Mojokerto - Prov. Jatim',
  ])
  expectAll('35.10', [
    'KPU Kab Banyuwangi',
    'KPU Kab.Banyuwangi',
    'KPU Banyuwangi',
    'Banyuwangi',
    'KAB. BANYUWANGI',
    'KPU Kabupaten Banyuwangi, Prov. Jawa Timur',
  ])
  expectAll('34', [
    'KPU Provinsi DI Yogyakarta',
    'KPU DIY',
    'KPU D.I. Yogyakarta',
    'KPU Provinsi Daerah Istimewa Yogyakarta',
    'Prov. D.I.Y.',
    'KPU Daerah Istimewa Yogyakarta',
    'KPU Provinsi Yogyakarta',
    'KPU Prov. Jogjakarta',
  ])
  expectAll('31', [
    'KPU DKI Jakarta',
    'KPU Provinsi D.K.I. Jakarta',
    'KPU Provinsi Daerah Khusus Ibukota Jakarta',
    'KPU Daerah Khusus Jakarta',
    'KPU Provinsi Jakarta',
    'Jakarta',
  ])
  expectAll('31.74', ['KPU Kota Administrasi Jakarta Selatan', 'Jakarta Selatan', 'KPU Jaksel', 'Kota Adm. Jakarta Selatan'])
  expectAll('31.01', ['KPU Kabupaten Administrasi Kepulauan Seribu', 'Kab. Kep. Seribu', 'Kabupaten Seribu'])
  expectAll('11', ['KIP Aceh', 'KIP Provinsi Aceh', 'Aceh', 'KPU Aceh', 'Provinsi Nanggroe Aceh Darussalam'])
  expectAll('11.05', ['KIP Kab. Aceh Barat', 'KPU Kabupaten Aceh Barat', 'KIP Aceh Barat'])
  expectAll('35', ['KPU Jatim', 'KPU Prov Jawa Timur', 'Propinsi Jawa Timur'])
  expectAll('19', ['KPU Babel', 'KPU Provinsi Bangka Belitung'])
})

test('spaces, hyphens, older names and the word kota inside a name do not matter', () => {
  expectAll('92.03', ['KPU Kabupaten Fakfak', 'Kab. Fak-Fak'])
  expectAll('72.04', ['Kab. Tolitoli', 'KPU Toli-Toli'])
  expectAll('74.72', ['Kota Baubau', 'KPU Kota Bau-Bau'])
  expectAll('71.74', ['KPU Kota Kotamobagu', 'Kota Mobagu', 'Kotamobagu'])
  expectAll('62.02', ['Kab. KotaWARINGIN TIMUR', 'Kota Waringin Timur', 'Kotawaringin Timur'])
  expectAll('63.02', ['Kabupaten Kota Baru', 'Kotabaru'])
  expectAll('13.07', ['Kabupaten Lima Puluh Kota', 'Lima Puluh Kota', 'Kab. 50 Kota', 'Limapuluh Kota'])
  expectAll('61.02', ['Kabupaten Pontianak', 'Mempawah'])
  expectAll('61.71', ['Kota Pontianak', 'Pontianak'])
  expectAll('73.10', ['Kab. Pangkep'])
  expectAll('21', ['KPU Kepulauan Riau', 'KPU Kepri'])
})

test('a name that leaves open which office it means is decided by the code, or by a person', () => {
  expect(index.resolve('', 'KPU Mojokerto')).toEqual({ office: null, problem: 'office_unknown', candidates: ['35.16', '35.76'] })
  expect(officeOf('35.76', 'KPU Mojokerto')).toBe('35.76')
  expect(officeOf('3516', 'Mojokerto')).toBe('35.16')
  expect(index.resolve('', 'KPU Yogyakarta').candidates).toEqual(['34.71', '34'])
  expect(officeOf('34', 'KPU Yogyakarta')).toBe('34')
  expect(index.resolve('', 'KPU Banjar').candidates).toEqual(['32.79', '63.03'])
  expect(officeOf('', 'KPU Banjar, Jawa Barat')).toBe('32.79')
  expect(index.resolve('35.78', 'KPU Mojokerto').problem).toBe('office_conflict')
})

test('code and name of two offices are a conflict; a code decides over a name that is none', () => {
  expect(index.resolve('94.05', 'KPU Kabupaten Kapuas Hulu')).toEqual({
    office: null,
    problem: 'office_conflict',
    candidates: ['94.05', '61.06'],
  })
  expect(index.resolve('35', 'KPU Kota Mojokerto').problem).toBe('office_conflict')
  expect(index.resolve('99.99', 'KPU Kota Mojokerto').office).toBe('35.76')
  expect(index.resolve('35.76', 'KPU Kota Antah Berantah').office).toBe('35.76')
  for (const [code, name] of [
    ['99.99', 'KPU Kota Antah Berantah'],
    ['', ''],
    ['', 'KPU'],
    ['-', '-'],
    ['', 'Komisi Pemilihan Umum'],
    ['', 'Provinsi Mojokerto'],
    ['', 'KPU Kota Banyuwangi'],
    ['', 'Timur'],
    ['', 'x'.repeat(9999)],
  ]) {
    expect([name, index.resolve(code!, name!).problem]).toEqual([name, 'office_unknown'])
  }
  expect(index.resolve('', 'KPU Kota Banyuwangi').candidates).toEqual(['35.10'])
})

test('whatever stands in the cells, an office of the list or none comes out', () => {
  const codes = new Set(all.map(office => office.code))
  const typed = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('KPU', 'Kota', 'Kab.', 'Prov', ',', '(', 'Mojokerto', 'Jawa', 'Timur', 'Aceh', '35', '.', '76', '-', 'RI'))
      .map(parts => parts.join(' ')),
  )
  fc.assert(
    fc.property(typed, typed, (code, name) => {
      const { office, problem } = index.resolve(code, name)
      expect(office === null ? problem !== null : problem === null && codes.has(office)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
