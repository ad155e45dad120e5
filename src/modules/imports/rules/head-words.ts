import type { Field } from '../schema/codes.ts'

/** What parts the rows of a head in the name of a column: `Nomor – Mitra`. */
export const partsOf = (header: string): string[] => header.split(' – ')

/**
 * What a column means by all rows of its head together, as `Nomor Naskah` above `KPU` and `Mitra`, or `Masa Berlaku` above `Mulai` and
 * `Berakhir`; null when they do not say. The lowest row goes before those above it.
 */
export function meaningOfParts(parts: readonly string[]): Field | null {
  const leaf = wordsOf(parts.at(-1) ?? '')
  const group = wordsOf(parts.slice(0, -1).join(' '))
  const says = (pattern: RegExp) => pattern.test(leaf) || pattern.test(group)
  const side = sideOf(leaf) ?? sideOf(group)
  const ofSide = (kpu: Field, partner: Field): Field | null => (side === 'kpu' ? kpu : side === 'partner' ? partner : null)
  if (validity.test(group) || /\bberlaku\b/.test(leaf)) {
    if (last.test(leaf)) return 'endsOn'
    if (first.test(leaf)) return 'startsOn'
    return /\b(lama|lamanya|durasi|jangka|tahun|bulan)\b/.test(leaf) ? 'term' : null
  }
  if (/\b(jabatan|selaku)\b/.test(leaf)) return ofSide('kpuPosition', 'partnerPosition')
  if (says(signing) && !says(day)) return /\b(nama|kpu|kip|mitra|pihak)\b/.test(leaf) ? ofSide('kpuSignatory', 'partnerSignatory') : null
  if (says(/\b(induk|payung)\b/)) return says(number) ? 'parentNumber' : null
  if (says(number)) return ofSide('kpuNumber', 'partnerNumber') ?? (document.test(group) ? 'kpuNumber' : null)
  if (says(day)) return says(signing) || document.test(group) || document.test(leaf) ? 'signedOn' : null
  if (/\b(jenis|kategori|klasifikasi|kelompok|golongan|bentuk)\b/.test(leaf))
    return side === 'partner' ? 'partnerClass' : document.test(group) ? 'kind' : null
  if (/\bkode\b/.test(leaf)) return side === 'partner' ? null : 'officeCode'
  if (/\b(tentang|judul|perihal)\b/.test(leaf)) return 'title'
  if (/^(nama|nama lengkap|nama instansi|nama lembaga|instansi|lembaga)$/.test(leaf)) return ofSide('officeName', 'partner')
  return null
}

/** Both sides in one cell say neither. */
function sideOf(words: string): 'kpu' | 'partner' | null {
  const kpu = /\b(kpu|kip|satker|satuan kerja|pihak (pertama|kesatu|i|1|ke-?1))\b/.test(words)
  const partner = /\b(mitra|instansi|lembaga|pihak (kedua|ii|2|ke-?2|lain))\b/.test(words)
  return kpu === partner ? null : kpu ? 'kpu' : 'partner'
}

const wordsOf = (text: string) =>
  text
    .slice(0, 300)
    .toLowerCase()
    .replace(/\bs\s*[./]\s*d\b\.?/g, 'sampai')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()

const validity = /\b(berlaku|jangka waktu|periode|durasi|masa|waktu kerja sama)\b/
const last = /\b(akhir|berakhir|berakhirnya|selesai|sampai|hingga|kedaluwarsa)\b/
const first = /\b(awal|mulai|dimulai|sejak|dari|tmt|terhitung|berlaku)\b/
const signing = /\b(penanda ?tangan(an)?|ditandatangani|menandatangani|tanda tangan|pejabat|ttd)\b/
const number = /\b(no|nomor|nomer)\b/
const day = /\b(tanggal|tgl|hari)\b/
const document = /\b(naskah|dokumen|surat|perjanjian|kerja ?sama|mou|pks|nk|nota kesepahaman)\b/
