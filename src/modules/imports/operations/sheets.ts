import { invalid } from '../../../platform/refusals/refusal.ts'
import { readRowsApart } from '../../../platform/spreadsheets/apart.ts'
import type { Sheet } from '../../../platform/spreadsheets/cells.ts'
import { type UnreadableReason, UnreadableSpreadsheet } from '../../../platform/spreadsheets/unreadable.ts'
import { words } from '../words.ts'

/** The sheets of a file. Refuses `invalid` with what to do when it is none. */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return (await readRowsApart(bytes)).sheets
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    throw unreadable(error.reason)
  }
}

export const unreadable = (reason: UnreadableReason) =>
  invalid('file', { id: words.id.unreadable[reason], en: words.en.unreadable[reason] })
export const withoutRows = () => invalid('file', { id: words.id.noRowsYet, en: words.en.noRowsYet })
