import type { Column } from '../../../platform/spreadsheets/write.ts'

type TemplateColumn = { header: string; kind?: Column['kind']; required?: true; how: string; examples: readonly [string, string] }

/** What a register of officials may hold, how each column is filled in, and two examples. In Indonesian, as registers are. */
export const templateColumns: TemplateColumn[] = [
  {
    header: 'Nama',
    required: true,
    how: 'Nama lengkap, boleh dengan gelar di depan dan di belakang.',
    examples: ['Dr. Ani Contoh, S.H., M.H.', 'Budi Contoh'],
  },
  { header: 'NIP', how: '18 angka, sebagai teks agar angka terakhirnya tidak hilang.', examples: ['198803142012121003', ''] },
  {
    header: 'Jabatan',
    required: true,
    how: 'Ketua, anggota, ketua atau wakil ketua divisi, sekretaris, kepala biro, bagian, atau subbagian, pejabat fungsional, operator, atau staf; dengan divisi atau bagiannya. Awali dengan Plt. atau Plh. untuk pelaksana.',
    examples: ['Plt. Kepala Subbagian Hukum dan SDM', 'Anggota Divisi Teknis Penyelenggaraan'],
  },
  {
    header: 'Satuan Kerja',
    required: true,
    how: 'Nama satuan kerja; cukup bila kodenya tidak diisi.',
    examples: ['KPU Kabupaten Banyuwangi', 'KPU Kabupaten Banyuwangi'],
  },
  { header: 'Kode Wilayah', how: 'Kode Kemendagri satuan kerja; 00 untuk KPU RI.', examples: ['35.10', '35.10'] },
  { header: 'No. HP/WA', how: 'Beberapa nomor dipisahkan titik koma.', examples: ['0841 2345 678; 0842 3456 789', '0843 4567 890'] },
  {
    header: 'Surel',
    how: 'Satu alamat, milik orang itu sendiri: dengan alamat ini ia kelak masuk.',
    examples: ['ani@contoh.go.id', 'budi@contoh.go.id'],
  },
  { header: 'Mulai Menjabat', kind: 'day', how: 'Tanggal, atau seperti 12 Januari 2025.', examples: ['2025-01-12', '2023-06-01'] },
  { header: 'Akhir Masa Jabatan', kind: 'day', how: 'Kosongkan bila masih menjabat tanpa batas waktu.', examples: ['2030-01-11', ''] },
]

/** Whether a row is one of the examples, left where it stands in the file that is offered. */
export const isExample = ({ name, email }: Partial<Record<'name' | 'email', string>>): boolean =>
  [0, 1].some(at => exampleOf('Nama', at) === name?.trim() && exampleOf('Surel', at) === email?.trim())

const exampleOf = (header: string, at: number) => templateColumns.find(column => column.header === header)!.examples[at]
