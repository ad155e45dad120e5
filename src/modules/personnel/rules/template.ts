import type { Column } from '../../../platform/spreadsheets/write.ts'

type TemplateColumn = { header: string; kind?: Column['kind']; required?: true; how: string; example: string }

/** What a register of officials may hold, how each column is filled in, and an example. In Indonesian, as registers are. */
export const templateColumns: TemplateColumn[] = [
  {
    header: 'Nama',
    required: true,
    how: 'Nama lengkap, boleh dengan gelar di depan dan di belakang.',
    example: 'Dr. Ani Contoh, S.H., M.H.',
  },
  { header: 'NIP', how: '18 angka, sebagai teks agar angka terakhirnya tidak hilang.', example: '198803142012121003' },
  {
    header: 'Jabatan',
    required: true,
    how: 'Ketua, anggota, ketua atau wakil ketua divisi, sekretaris, kepala biro, bagian, atau subbagian, pejabat fungsional, operator, atau staf; dengan divisi atau bagiannya. Awali dengan Plt. atau Plh. untuk pelaksana.',
    example: 'Plt. Kepala Subbagian Hukum dan SDM',
  },
  {
    header: 'Satuan Kerja',
    required: true,
    how: 'Nama satuan kerja; cukup bila kodenya tidak diisi.',
    example: 'KPU Kabupaten Banyuwangi',
  },
  { header: 'Kode Wilayah', how: 'Kode Kemendagri satuan kerja; 00 untuk KPU RI.', example: '35.10' },
  { header: 'No. HP/WA', how: 'Beberapa nomor dipisahkan titik koma.', example: '0841 2345 678; 0842 3456 789' },
  { header: 'Surel', how: 'Satu alamat, milik orang itu sendiri: dengan alamat ini ia kelak masuk.', example: 'ani@contoh.go.id' },
  { header: 'Mulai Menjabat', kind: 'day', how: 'Tanggal, atau seperti 12 Januari 2025.', example: '2025-01-12' },
  { header: 'Akhir Masa Jabatan', kind: 'day', how: 'Kosongkan bila masih menjabat tanpa batas waktu.', example: '2030-01-11' },
]
