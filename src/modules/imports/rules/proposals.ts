import type { Cause, Correction } from '../schema/rows.ts'

/** What a person types who accepts all that is proposed for a row. */
export const proposed = (causes: readonly Cause[]): Correction =>
  Object.fromEntries(causes.flatMap(({ field, proposal }) => (field && proposal !== undefined ? [[field, proposal]] : [])))
