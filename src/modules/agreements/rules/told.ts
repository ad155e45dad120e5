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
 * Each thing that happened once: an event with the audit lines of the same action, and the lines that no event tells. Both come latest
 * first, so the latest line of an operation is that of its latest event. An import writes a second line once all of its rows are recorded:
 * under which agreement this one stands.
 */
export function tellOnce(
  events: readonly Event[],
  lines: readonly HistoryLine[],
): { told: (Event & { lines: HistoryLine[] })[]; rest: HistoryLine[] } {
  const linesOf = new Map<Event, HistoryLine[]>()
  const rest: HistoryLine[] = []
  let links: HistoryLine[] = []
  for (const line of lines) {
    const event = events.find(each => !linesOf.has(each) && eventsOf[line.operation]?.includes(each.kind))
    if (!event) rest.push(line)
    else if (isLink(line)) links.push(line)
    else {
      linesOf.set(event, isImport(line) ? [line, ...links] : [line])
      if (isImport(line)) links = []
    }
  }
  return { told: events.map(event => ({ ...event, lines: linesOf.get(event) ?? [] })), rest: [...links, ...rest] }
}

const isImport = ({ operation }: HistoryLine): boolean => operation === 'imports.apply'
const isLink = (line: HistoryLine): boolean => isImport(line) && Object.keys(line.changes).join() === 'parent'
