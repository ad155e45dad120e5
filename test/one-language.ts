import type { locales } from '../src/platform/i18n/words.ts'

/** Words that stand in nearly every sentence of one language and in none of the other. */
const tells: Record<(typeof locales)[number], RegExp> = {
  id: /\b(yang|dan|atau|tidak|belum|sudah|untuk|dengan|dari|pada|wajib|pilih|tulis|paling|sedikitnya|harus|adalah|berkas|tanggal|surel|alamat|sandi|isian)\b/i,
  en: /\b(the|and|or|not|of|is|are|must|with|choose|give|write|required|expected|received|invalid|least|most|please|cannot|this|value|option|field)\b/i,
}
/** What only a library or a bug says to a person. */
const machine =
  /undefined|\[object|\bNaN\b|\bnull\b|invalid input|\bexpected\b|\breceived\b|must match|pattern|regex|masukan tidak valid|diharapkan|\\[dsw]|[\^$]\/|\(\?|\]\{\d/i

/** What is wrong with a sentence that should be in one language and for people: nothing, or why. */
export function foreignIn(locale: (typeof locales)[number], text: string): string | undefined {
  if (!text.trim()) return 'says nothing'
  const technical = text.match(machine)?.[0]
  if (technical) return `"${technical}" in: ${text}`
  const other = text.match(tells[locale === 'id' ? 'en' : 'id'])?.[0]
  return other ? `"${other}" in: ${text}` : undefined
}
