import { expect, test } from 'vitest'
import { readKind, readPartnerClass } from './kinds.ts'

test('kinds are known by all their spellings', () => {
  const spellings = {
    mou: [
      'NK',
      'N.K.',
      'n k',
      'MoU',
      'MOU ',
      'M.o.U',
      'M O U',
      'm.o.u.',
      'Nota Kesepahaman',
      'NOTA  KESEPAHAMAN',
      'Nota Kesepahaman (MoU)',
      'nota kesepahaman (NK)',
      'nota-kesepahaman',
      'NotaKesepahaman',
      'Nota Kesefahaman',
      'Nota Kesepahamam',
      'Memorandum of Understanding',
      'Memorandum Of Understanding (MoU)',
      'memorandum saling pengertian',
      'Naskah Nota Kesepahaman',
      'MoU/Nota Kesepahaman',
      '1. MoU',
      'Nota Kesepahaman Bersama',
      'Nota\u00a0Kesepahaman',
      'MoU dengan Universitas',
    ],
    pks: [
      'PKS',
      'P K S',
      'P.K.S.',
      'pks.',
      'Perjanjian Kerja Sama',
      'Perjanjian Kerjasama',
      'PERJANJIAN KERJASAMA',
      'perjanjian kerja sama (PKS)',
      'PKS (Perjanjian Kerja Sama)',
      'Surat Perjanjian Kerja Sama',
      'Perjanjian Kerja Sma',
      'Perjajian Kerjasama',
      'PKS turunan',
      'Perjanjian\nKerja Sama',
    ],
    addendum: [
      'Addendum',
      'Adendum',
      'ADDENDUM PKS',
      'Addendum I',
      'Adendum Perjanjian Kerja Sama',
      'Addendum ke-2 MoU',
      'PKS (Addendum)',
      'Adendun',
      'addendum.',
    ],
  }
  for (const [kind, said] of Object.entries(spellings))
    expect(said.map(text => [text, readKind(text)])).toEqual(said.map(text => [text, kind]))
})

test('other documents, doubtful and empty texts are no kind', () => {
  for (const said of [
    '',
    '-',
    'Kontrak',
    'Lainnya',
    'Perjanjian',
    'Perjanjian Kerja',
    'Kerja Sama',
    'Nota Kesepakatan',
    'Nota Dinas',
    'MoU/PKS',
    'Nota Kesepahaman dan Perjanjian Kerja Sama',
    'Bukan PKS',
    'Draf MoU',
    'NKRI',
    'PKSX',
    'Mou2',
    'SPK',
    'MoA',
    'x'.repeat(5000),
  ])
    expect([said, readKind(said)]).toEqual([said, null])
})

test('partner classes are known by word and by code', () => {
  const spellings = {
    ministry: ['kementerian', 'Kementrian', 'ministry'],
    state_body: ['lembaga negara', 'Lembaga Pemerintah', 'Instansi Pemerintah', 'state_body', 'Pemerintah Daerah'],
    university: ['perguruan tinggi', 'Universitas', 'Perguruan Tinggi Negeri', 'university'],
    professional_organisation: ['organisasi profesi', 'Asosiasi profesi', 'professional_organisation'],
    ngo: ['lembaga swadaya masyarakat', 'LSM', 'L.S.M.', 'NGO', 'Ormas', 'Organisasi Masyarakat Sipil'],
    student_association: ['perkumpulan mahasiswa', 'Organisasi Kemahasiswaan', 'BEM', 'student_association'],
    media: ['perusahaan media', 'Media', 'media massa', 'Pers'],
    company: ['perusahaan', 'BUMN', 'Swasta', 'company'],
    other: ['lainnya', 'Lain-lain', 'other'],
  }
  for (const [kind, said] of Object.entries(spellings))
    expect(said.map(text => [text, readPartnerClass(text)])).toEqual(said.map(text => [text, kind]))
  expect(['', '-', 'abc'].map(readPartnerClass)).toEqual([null, null, null])
})
