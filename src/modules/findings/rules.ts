import { firstOf } from '../../platform/values/cut.ts'
import { type Author, type Category, categories, type Finding, type FindingStatus } from './schema.ts'

/** A code that an instrument of its own uses and we do not know counts as "other". */
export const categoryOf = (code: string | null): Category | null =>
  code === null ? null : (categories.find(each => each === code) ?? 'other')

/** What became of a finding, from the states of its follow-ups; the same rule stands in the query, and a test holds them equal. */
export function statusOf({ dismissed, followUps }: { dismissed: boolean; followUps: readonly string[] }): FindingStatus {
  if (dismissed) return 'dismissed'
  const counted = followUps.filter(state => state !== 'cancelled')
  if (counted.length === 0) return 'open'
  return counted.every(state => state === 'verified') ? 'done' : 'underway'
}

type Written = Pick<Finding, 'side' | 'source'> & { name: string | null; office: string; partner: string | null }

/** Who signs a finding: the side that answered, by the one who submitted; by hand, whoever recorded it. */
export function authorOf({ name, side, source, office, partner }: Written): Author | null {
  const institution = source === null || side === null ? null : side === 'partner' ? partner : office
  return name || institution ? { name, institution } : null
}

/** As it is signed: "Laksmi Paramita, Badan Statistik Warga". */
export const signatureOf = ({ name, institution }: Author): string => [name, institution].filter(Boolean).join(', ')

/** The first words of a text as one line, cut at a word, to begin a follow-up with. */
export function firstLine(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = firstOf(line, most - 1)
  const words = cut.lastIndexOf(' ') > most / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${words}…`
}
