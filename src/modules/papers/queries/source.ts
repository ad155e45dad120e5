import type { Paper } from '../../../platform/documents/paper.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'

/** A paper that there is or will be; `reason` says why it is not there yet. */
export type SourceLine = { of: string | null; title: string; reason: Localized | null }

/** A kind of paper: which of it a meeting has for whoever asks, and what one says, both made of what that person may read. */
export type PaperSource = {
  lines(context: Context, meeting: MeetingRow): Promise<SourceLine[]>
  /** Refuses what there is not, or not yet. */
  paper(context: Context, meeting: MeetingRow, of: string | null): Promise<Paper>
}
