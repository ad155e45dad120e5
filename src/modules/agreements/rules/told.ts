import type { HistoryLine } from '../../audit/schema.ts'
import type { AgreementDetail, EventKind } from '../schema.ts'

type Event = AgreementDetail['events'][number]

/** What each operation writes besides its audit line: `created` also for a draft that was signed at once. */
const eventsOf: Readonly<Record<string, readonly EventKind[]>> = {
  'agreements.create': ['created'],
  'agreements.advance': ['negotiation', 'awaiting_signature'],
  'agreements.sign': ['signed'],
  'agreements.startRenewal': ['renewal_started'],
  'agreements.renew': ['renewed'],
  'agreements.terminate': ['terminated'],
  'agreements.complete': ['completed'],
  'imports.apply': ['imported'],
}

/**
 * Each thing that happened once: an event with the audit line of the same action, and the lines that no event tells. Both come latest
 * first, so the latest line of an operation is that of its latest event.
 */
export function tellOnce(
  events: readonly Event[],
  lines: readonly HistoryLine[],
): { told: (Event & { line?: HistoryLine | undefined })[]; rest: HistoryLine[] } {
  const lineOf = new Map<Event, HistoryLine>()
  const rest = lines.filter(line => {
    const event = events.find(each => !lineOf.has(each) && eventsOf[line.operation]?.includes(each.kind))
    if (event) lineOf.set(event, line)
    return !event
  })
  return { told: events.map(event => ({ ...event, line: lineOf.get(event) })), rest }
}
