import type { JudgedRow } from '../schema/rows.ts'

/**
 * A row that needs attention can stand in the register as a draft when it says whose it is, what it is, and what about, in words that
 * fit; not when the agreement that it speaks of is there already.
 */
export const mayDraft = ({ office, kind, title, problems, duplicateOf }: JudgedRow): boolean =>
  !!office && !!kind && !!title && !duplicateOf && !problems.includes('too_long')
