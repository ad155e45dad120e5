import { inWords } from '../../../platform/i18n/words.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { readRowsApart } from '../../../platform/spreadsheets/apart.ts'
import type { Sheet } from '../../../platform/spreadsheets/cells.ts'
import { type UnreadableReason, UnreadableSpreadsheet } from '../../../platform/spreadsheets/unreadable.ts'
import { words } from '../words.ts'

/** The sheets of a file. Refuses `invalid` with what to do when it is none. */
export const sheetsOf = (bytes: Uint8Array): Promise<Sheet[]> => refusingUnreadable(async () => (await readRowsApart(bytes)).sheets)

/** What cannot be read of a file, wherever in the reading that shows, is refused with what to do. */
export async function refusingUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    throw unreadable(error.reason)
  }
}

export const unreadable = (reason: UnreadableReason) =>
  invalid(
    'file',
    inWords(words, w => w.unreadable[reason]),
  )
export const withoutRows = () =>
  invalid(
    'file',
    inWords(words, w => w.noRowsYet),
  )
