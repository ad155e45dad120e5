import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { type PaperKind, type PaperLine, paperKinds } from '../schema/papers.ts'
import { attendance } from './attendance.ts'
import { certificate } from './certificates.ts'
import { letter } from './letter.ts'
import { minutes } from './minutes.ts'
import { assignments } from './proxies.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { rundown } from './rundown.ts'
import type { PaperSource } from './source.ts'

export const sources: Record<PaperKind, PaperSource> = { letter, rundown, assignments, attendance, minutes, record, report, certificate }

/** Every paper of a meeting for whoever asks, those that are not there yet too. */
export async function linesOf(context: Context, meeting: MeetingRow): Promise<PaperLine[]> {
  const lines: PaperLine[] = []
  for (const kind of paperKinds)
    for (const { of, title, reason } of await sources[kind].lines(context, meeting))
      lines.push({ kind, of, title, ready: reason === null, reason: reason && (reason[context.locale] ?? reason.id) })
  return lines
}
