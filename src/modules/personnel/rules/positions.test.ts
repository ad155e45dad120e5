import { expect, test } from 'vitest'
import { readNip } from './nip.ts'
import { readPosition } from './positions.ts'

const short = (text: string) => Object.values(readPosition(text)).join(' ')

test('positions are known by their words, whoever acts in them and whatever the unit', () => {
  const said = {
    'Ketua KPU': 'ketua  none',
    'Wakil Ketua': 'ketua  none',
    'Anggota / Ketua Divisi Hukum': 'ketua_divisi hukum none',
    'Wakadiv Rendatin': 'wakil_ketua_divisi data none',
    'Ketua merangkap Ketua Divisi Teknis': 'ketua teknis none',
    'Anggota Komisi Pemilihan Umum': 'anggota  none',
    'Plt. Ka. Sub. Bag. Umum dan SDM': 'kepala_subbagian keuangan plt',
    'PELAKSANA HARIAN SEKRETARIS': 'sekretaris  plh',
    'Sekretaris (Plt.)': 'sekretaris  plt',
    'Kabag (Pelaksana Tugas)': 'kepala_bagian  plt',
    'Kepala Biro SDM': 'kepala_biro sosdiklih none',
    'Pranata Komputer (data)': 'pejabat_fungsional data none',
    Pelaksana: 'staf  none',
    'Plt. Satpam hukum': '  plt',
    'Ketuanya divisi': '  none',
    '-': '  none',
  }
  expect(Object.fromEntries(Object.keys(said).map(text => [text, short(text)]))).toEqual(said)
})

test('a NIP is the 18 digits of a text; a number has lost its last ones', () => {
  const nip = '198803142012121003'
  expect([nip, `'${nip}`, 'NIP. 19880314 201212 1 003', 'N.I.P: 19880314.201212.1.003'].map(readNip)).toEqual(Array(4).fill(nip))
  expect(['', '-', '1.98803142012121E+17', '19880314201212100', `${nip}1`, `${nip}/x`].map(readNip)).toEqual(Array(6).fill(null))
})
