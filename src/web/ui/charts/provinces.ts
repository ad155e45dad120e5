/**
 * The 38 provinces on a grid of squares, each about where it lies: Kemendagri code → short name, column (0 west, 13 east), row (0 north).
 * Columns 0–6 are drawn as one half (Sumatera, Jawa, Bali, Kalimantan), 7–13 as the other, so that a phone can put one below the other; the
 * second needs a row less. `tight` stands for a short name that a phone has no room for.
 */
export const provinces: Readonly<Record<string, readonly [short: string, column: number, row: number, tight?: string]>> = {
  11: ['Aceh', 0, 0],
  12: ['Sumut', 1, 1],
  13: ['Sumbar', 1, 2],
  14: ['Riau', 2, 1],
  15: ['Jambi', 2, 2],
  16: ['Sumsel', 2, 3],
  17: ['Bengkulu', 1, 3, 'Bkl'],
  18: ['Lampung', 3, 3, 'Lpg'],
  19: ['Babel', 3, 2],
  21: ['Kepri', 3, 1],
  31: ['DKI', 3, 4],
  32: ['Jabar', 3, 5],
  33: ['Jateng', 4, 4],
  34: ['DIY', 4, 5],
  35: ['Jatim', 5, 4],
  36: ['Banten', 2, 4],
  51: ['Bali', 6, 4],
  52: ['NTB', 7, 4],
  53: ['NTT', 8, 4],
  61: ['Kalbar', 5, 1],
  62: ['Kalteng', 5, 2],
  63: ['Kalsel', 6, 2],
  64: ['Kaltim', 6, 1],
  65: ['Kaltara', 6, 0],
  71: ['Sulut', 9, 0],
  72: ['Sulteng', 8, 1],
  73: ['Sulsel', 8, 3],
  74: ['Sultra', 9, 2],
  75: ['Gorontalo', 8, 0, 'Gtlo'],
  76: ['Sulbar', 8, 2],
  81: ['Maluku', 11, 3],
  82: ['Malut', 10, 1],
  91: ['Papua', 13, 1],
  92: ['Pabar', 12, 1],
  93: ['Pasel', 13, 3],
  94: ['Pateng', 12, 2],
  95: ['Papeg', 13, 2],
  96: ['PBD', 11, 1],
}
/** The national office, whose forms belong to no province, at the foot of the map. */
export const national = { code: '00', place: ['KPU RI', 0, 5, 'RI'] } as const
export const columns = 14
export const rows = 6
