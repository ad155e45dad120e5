import type { Column } from '../../../platform/spreadsheets/write.ts'

type TemplateColumn = { header: string; kind?: Column['kind']; required?: true; how: string; example: string }

/** What a register may hold, how each column is filled in, and an example. In Indonesian, as registers are. */
export const templateColumns: TemplateColumn[] = [
  { header: 'Nomor KPU', required: true, how: 'Nomor naskah pada KPU, seperti tertulis pada naskah.', example: '12/PR.07-NK/35.10/2025' },
  { header: 'Nomor Mitra', how: 'Nomor naskah pada mitra.', example: 'B/123/UN/2025' },
  { header: 'Jenis Naskah', required: true, how: 'Nota Kesepahaman, Perjanjian Kerja Sama, atau Adendum.', example: 'Nota Kesepahaman' },
  { header: 'Tentang', required: true, how: 'Judul naskah.', example: 'Pendidikan pemilih' },
  {
    header: 'Nama Mitra',
    required: true,
    how: 'Nama lengkap lembaga; beberapa mitra dipisahkan titik koma.',
    example: 'Universitas Contoh',
  },
  {
    header: 'Jenis Mitra',
    how: 'Kementerian, lembaga negara, perguruan tinggi, organisasi profesi, lembaga swadaya masyarakat, organisasi mahasiswa, media massa, perusahaan, atau lainnya.',
    example: 'Perguruan tinggi',
  },
  { header: 'Kode Wilayah', required: true, how: 'Kode Kemendagri satuan kerja; 00 untuk KPU RI.', example: '35.10' },
  { header: 'Satuan Kerja', how: 'Nama satuan kerja; cukup bila kodenya tidak diisi.', example: 'KPU Kabupaten Banyuwangi' },
  { header: 'Tanggal Penandatanganan', kind: 'day', required: true, how: 'Tanggal, atau seperti 12 Januari 2025.', example: '2025-01-12' },
  { header: 'Berlaku Sejak', kind: 'day', how: 'Kosongkan bila sama dengan tanggal penandatanganan.', example: '2025-01-12' },
  { header: 'Berlaku Sampai', kind: 'day', how: 'Tanggal berakhir, atau jangka waktu seperti 5 tahun.', example: '2030-01-11' },
  { header: 'Ruang Lingkup', how: 'Butir-butir dipisahkan titik koma.', example: 'Sosialisasi; pertukaran data' },
  { header: 'Penandatangan KPU', how: 'Nama penanda tangan.', example: 'Ani Contoh, S.H.' },
  { header: 'Jabatan Penandatangan KPU', how: 'Jabatannya saat menandatangani.', example: 'Ketua KPU Kabupaten Banyuwangi' },
  { header: 'Penandatangan Mitra', how: 'Nama penanda tangan.', example: 'Prof. Budi Contoh' },
  { header: 'Jabatan Penandatangan Mitra', how: 'Jabatannya saat menandatangani.', example: 'Rektor' },
  { header: 'Nomor Induk', how: 'Nomor KPU nota kesepahaman yang mendasari naskah ini.', example: '7/PR.07-NK/35.10/2023' },
  { header: 'Keterbukaan', how: 'Publik, atau dikecualikan beserta alasannya.', example: 'dikecualikan: data pribadi' },
]
