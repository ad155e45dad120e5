import { type Author, type Category, categories, type Finding, type FindingStatus, type Kind, problems } from './schema.ts'

/** A code that an instrument of its own uses and we do not know counts as "other". */
export const categoryOf = (code: string | null): Category | null =>
  code === null ? null : (categories.find(each => each === code) ?? 'other')

/** Whether somebody has to do something about it: a suggestion or a solution may stay as it is. */
export const isProblem = (kind: Kind): boolean => (problems as readonly Kind[]).includes(kind)

/** What became of a finding, from the states of its follow-ups; the same rule stands in the query, and a test holds them equal. */
export function statusOf({ kind, dismissed, followUps }: { kind: Kind; dismissed: boolean; followUps: readonly string[] }): FindingStatus {
  if (dismissed) return 'dismissed'
  const counted = followUps.filter(state => state !== 'cancelled')
  if (counted.length === 0) return isProblem(kind) ? 'open' : 'noted'
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
