/** Names and numbers for looking at the parts: ordinary, many, and far too long. Invented, except for the names of provinces. */
export const provinceNames: Readonly<Record<string, string>> = {
  11: 'Aceh',
  12: 'Sumatera Utara',
  13: 'Sumatera Barat',
  14: 'Riau',
  15: 'Jambi',
  16: 'Sumatera Selatan',
  17: 'Bengkulu',
  18: 'Lampung',
  19: 'Kepulauan Bangka Belitung',
  21: 'Kepulauan Riau',
  31: 'DKI Jakarta',
  32: 'Jawa Barat',
  33: 'Jawa Tengah',
  34: 'DI Yogyakarta',
  35: 'Jawa Timur',
  36: 'Banten',
  51: 'Bali',
  52: 'Nusa Tenggara Barat',
  53: 'Nusa Tenggara Timur',
  61: 'Kalimantan Barat',
  62: 'Kalimantan Tengah',
  63: 'Kalimantan Selatan',
  64: 'Kalimantan Timur',
  65: 'Kalimantan Utara',
  71: 'Sulawesi Utara',
  72: 'Sulawesi Tengah',
  73: 'Sulawesi Selatan',
  74: 'Sulawesi Tenggara',
  75: 'Gorontalo',
  76: 'Sulawesi Barat',
  81: 'Maluku',
  82: 'Maluku Utara',
  91: 'Papua',
  92: 'Papua Barat',
  93: 'Papua Selatan',
  94: 'Papua Tengah',
  95: 'Papua Pegunungan',
  96: 'Papua Barat Daya',
}

const offices = [
  6, 33, 19, 12, 11, 17, 10, 15, 7, 7, 6, 27, 35, 5, 38, 8, 9, 10, 22, 14, 14, 13, 10, 5, 15, 13, 24, 17, 6, 6, 11, 10, 9, 7, 4, 8, 8, 6,
]

export const provinces = Object.entries(provinceNames).map(([code, name], index) => {
  const of = offices[index] ?? 10
  return { code, name, of, value: code === '95' ? null : Math.round((of * ((index * 37 + 19) % 101)) / 100), href: `#provinsi-${code}` }
})

export const longTitle =
  'Perjanjian Kerja Sama antara Komisi Pemilihan Umum Kabupaten Kepulauan Siau Tagulandang Biaro dengan Kejaksaan Negeri Kepulauan Siau Tagulandang Biaro tentang Penanganan Masalah Hukum Bidang Perdata dan Tata Usaha Negara dalam Penyelenggaraan Pemilihan Umum dan Pemilihan Gubernur, Bupati, dan Wali Kota'

export type Agreement = {
  number: string
  title: string
  partner: string
  kind: string
  status: 'active' | 'expiring' | 'expired' | 'draft' | 'dormant' | 'completed'
  to: string
  obligations: number
  score: number | null
}

const partners = [
  'Kejaksaan Negeri Mataram',
  'Universitas Mataram',
  'Kepolisian Resor Lombok Tengah',
  'Ikatan Pelajar Putra-Putri Penyandang Disabilitas Nusa Tenggara Barat',
  'Radio Republik Indonesia',
]
const titles = [
  'Bantuan hukum dan pertimbangan hukum',
  'Magang dan penelitian kepemiluan',
  'Pengamanan tahapan pemilihan',
  'Pendidikan pemilih bagi penyandang disabilitas',
  'Penyiaran informasi tahapan',
]
const statuses = ['active', 'expiring', 'expired', 'draft', 'dormant', 'completed'] as const

export const agreements: readonly Agreement[] = Array.from({ length: 14 }, (_, index) => ({
  number: `${80 + index}/PR.07-NK/01/${2022 + (index % 4)}`,
  title: index === 3 ? longTitle : titles[index % titles.length]!,
  partner: partners[index % partners.length]!,
  kind: index % 3 ? 'PKS' : 'Nota kesepahaman',
  status: statuses[index % statuses.length]!,
  to: `202${6 + (index % 3)}-0${1 + (index % 9)}-15`,
  obligations: (index * 7) % 23,
  score: index % 5 === 4 ? null : (index * 17.3) % 100,
}))
