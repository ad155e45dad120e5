import { expect, test } from 'vitest'
import { readDistricts, readOffices, readVillages } from './regions.ts'

const offices = readOffices()
const byCode = new Map(offices.map(office => [office.code, office]))

test('there are 553 offices: one national, 38 provincial, 514 of regencies and cities', () => {
  const count = (kind: string) => offices.filter(office => office.kind === kind).length
  expect([count('national'), count('province'), count('regency'), byCode.size]).toEqual([1, 38, 514, 553])
})

test('offices carry the names that people write, and KIP in Aceh', () => {
  const codes = ['00', '11', '11.05', '11.71', '31', '31.01', '31.74', '34', '35.10', '35.76']
  expect(codes.map(code => byCode.get(code)?.name)).toEqual([
    'KPU RI',
    'KIP Aceh',
    'KIP Kabupaten Aceh Barat',
    'KIP Kota Banda Aceh',
    'KPU Provinsi DKI Jakarta',
    'KPU Kabupaten Kepulauan Seribu',
    'KPU Kota Jakarta Selatan',
    'KPU Provinsi DI Yogyakarta',
    'KPU Kabupaten Banyuwangi',
    'KPU Kota Mojokerto',
  ])
})

test('every office comes after its parent', () => {
  const seen = new Set<string | null>([null])
  for (const office of offices) {
    expect(seen).toContain(office.parentCode)
    seen.add(office.code)
  }
})

test('zones follow the province, with the six provinces of Papua in the east', () => {
  const zoneOf = (code: string) => byCode.get(code)?.zone
  expect(['11', '61', '62.71', '33'].map(zoneOf)).toEqual(Array(4).fill('Asia/Jakarta'))
  expect(['51', '63', '65.71', '73.71', '76'].map(zoneOf)).toEqual(Array(5).fill('Asia/Makassar'))
  expect(['81', '82.71', '91', '92', '93', '94', '95', '96.71'].map(zoneOf)).toEqual(Array(8).fill('Asia/Jayapura'))
})

test('districts and villages hang under the level above', () => {
  const districts = readDistricts()
  const districtCodes = new Set(districts.map(district => district.code))
  expect(districts.filter(district => !byCode.has(district.parentCode!))).toEqual([])
  expect(districts.find(district => district.code === '35.29.22')?.name).toBe('Kecamatan Ra"as')
  expect(districts.find(district => district.code.startsWith('93.'))?.name).toMatch(/^Distrik /)

  const villages = readVillages()
  expect(villages).toHaveLength(83762)
  expect(villages.filter(village => !districtCodes.has(village.parentCode!))).toEqual([])
})
