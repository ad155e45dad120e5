import { dayIn } from '../../../platform/i18n/format.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { askKinds, byDay, choicesOf, compare, type KindEntry, keyOf } from '../queries/agenda.ts'
import { mondayOf } from '../rules/weeks.ts'
import { Calendar, type CalendarEntry, CalendarQuestion, sizes } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const listCalendar = operation({
  name: 'calendar.list',
  summary: 'What is due in your reach, by day: of a month, a week, or the days ahead',
  power: 'own',
  reads: true,
  input: CalendarQuestion,
  output: Calendar,
  example: { month: '2025-11' },
  async run(context, { month, days, week, kind, mine, ended, whole, after, before }) {
    self(context)
    const { agendaKinds, locale } = context
    if (kind !== undefined && !agendaKinds.some(each => each.kind === kind || each.group?.key === kind))
      throw invalid('kind', refusals.kind)
    const { from, to } = spanOf(context, month, days, week)
    const kinds = choicesOf(agendaKinds, locale)
    if (whole) {
      const since = { from: addDays(from, -longest), to, mine, ended, most: sizes.all }
      const asked = await askKinds(context, since, kind)
      const there = asked.entries.map(calendarEntry).filter(entry => lastDayOf(context, entry) >= from)
      const entries = there.sort((a, b) => compare(a.day, b.day)).slice(0, sizes.all)
      const isCut = asked.counts.some(({ given, total }) => given < total)
      return { from, to, entries, total: isCut ? sizes.all + 1 : there.length, next: null, previous: null, kinds }
    }
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
      kinds,
    }
  },
})

/** How many days something may last and still be found by a day of it. */
const longest = 14

/** The last day of an entry, where the reader is. */
const lastDayOf = ({ actor }: Context, { day, until, from, to }: CalendarEntry): string =>
  until ?? (from && to ? dayIn(new Date(to.getTime() - 1), actor.zone) : day)

/** By the day where the reader is; a month has the days that it has, a week begins on Monday. */
function spanOf({ clock, actor }: Context, month?: string, days?: number, week?: string): { from: string; to: string } {
  const today = clock.today(actor.zone)
  if (week !== undefined) {
    const monday = mondayOf(week)
    return { from: monday, to: addDays(monday, 6) }
  }
  if (days !== undefined && month === undefined) return { from: today, to: addDays(today, days - 1) }
  const from = `${month ?? today.slice(0, 7)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

const calendarEntry = (entry: KindEntry): CalendarEntry => {
  const { kind, day, time, what, title, who, href, besides, state, mine } = entry
  const more = 'on' in time ? (time.until ? { until: time.until } : {}) : time
  return { key: keyOf(entry), kind, day, ...more, what, title, who, href, ...(besides ? { besides } : {}), state, mine }
}
