import type { JudgedRow } from '../schema.ts'

/** A row that needs attention can stand in the register as a draft when it says whose it is, what it is, and what about. */
export const mayDraft = (row: Pick<JudgedRow, 'office' | 'kind' | 'title'>): boolean =>
  row.office !== null && row.kind !== null && row.title !== null
