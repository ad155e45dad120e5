type DefaultPosition = { name: string; level: 'national' | 'province' | 'regency' | 'any' }
const at = (level: DefaultPosition['level'], ...names: string[]): DefaultPosition[] => names.map(name => ({ name, level }))

/**
 * Positions that most offices have, the highest first; each office's administrator may add, rename and end them.
 * Members and secretariats: PKPU 8/2019 and PKPU 14/2020 as amended by PKPU 21/2023.
 */
export const defaultPositions: DefaultPosition[] = [
  ...at('any', 'Ketua', 'Anggota'),
  ...at(
    'national',
    'Ketua Divisi',
    'Sekretaris Jenderal',
    'Deputi Bidang Administrasi',
    'Deputi Bidang Dukungan Teknis',
    'Inspektur Utama',
    'Inspektur Wilayah',
    'Kepala Biro',
  ),
  ...at('province', 'Ketua Divisi', 'Wakil Ketua Divisi', 'Sekretaris'),
  ...at('regency', 'Ketua Divisi', 'Wakil Ketua Divisi', 'Sekretaris'),
  ...at('national', 'Kepala Bagian'),
  ...at('province', 'Kepala Bagian'),
  ...at('any', 'Kepala Subbagian', 'Pejabat Fungsional', 'Staf', 'Operator'),
]
