import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { askKinds, byDay, type KindEntry, keyOf } from '../queries/agenda.ts'
import { Calendar, type CalendarEntry, CalendarQuestion, sizes } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const listCalendar = operation({
  name: 'calendar.list',
  summary: 'What is due in your reach, by day: of a month, or of the days ahead',
  power: 'own',
  reads: true,
  input: CalendarQuestion,
  output: Calendar,
  example: { month: '2025-11' },
  async run(context, { month, days, kind, mine, ended, after, before }) {
    self(context)
    const { agendaKinds, locale } = context
    if (kind !== undefined && !agendaKinds.some(each => each.kind === kind)) throw invalid('kind', refusals.kind)
    const { from, to } = spanOf(context, month, days)
    const start = Math.min(after ?? Math.max(0, (before ?? 1) - 1 - sizes.page), sizes.all - 1)
    const end = Math.min(start + sizes.page, sizes.all)
    const { entries, counts } = await askKinds(context, { from, to, mine, ended, most: end }, kind)
    const total = counts.reduce((sum, each) => sum + each.total, 0)
    return {
      from,
      to,
      entries: entries.sort(byDay).slice(start, end).map(calendarEntry),
      total,
      next: total > end && end < sizes.all ? end : null,
      previous: start > 0 ? start + 1 : null,
      kinds: agendaKinds.map(each => ({ kind: each.kind, name: each.names[locale] })),
    }
  },
})

/** By the day where the reader is; a month has the days that it has. */
function spanOf({ clock, actor }: Context, month?: string, days?: number): { from: string; to: string } {
  const today = clock.today(actor.zone)
  if (days !== undefined && month === undefined) return { from: today, to: addDays(today, days - 1) }
  const from = `${month ?? today.slice(0, 7)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

const calendarEntry = (entry: KindEntry): CalendarEntry => {
  const { kind, day, time, what, title, who, href, besides, state, mine } = entry
  const more = 'on' in time ? (time.until ? { until: time.until } : {}) : time
  return { key: keyOf(entry), kind, day, ...more, what, title, who, href, ...(besides ? { besides } : {}), state, mine }
}
