import { dayIn, formatClock, formatDays, formatHours, formatWeekday, formatWeekdayShort } from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { firstPage } from '../../../web/list/read.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { type Thing, ThingList } from '../../../web/ui/thing-list.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { weeksOf } from '../rules/weeks.ts'
import type { CalendarEntry } from '../schema.ts'
import { words } from '../words/words.ts'

export function Days({ entries }: { entries: readonly CalendarEntry[] }) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  return (
    <div class="days">
      {[...Map.groupBy(entries, ({ day }) => day)].map(([day, some]) => (
        <Section title={formatWeekday(locale, day)} aside={day === today ? <Status tone="info">{w.today}</Status> : undefined}>
          <Day label={formatWeekday(locale, day)} entries={some} />
        </Section>
      ))}
    </div>
  )
}

/** Of a day with many, the first few, and the rest where one asks for it. */
function Day({ label, entries }: { label: string; entries: readonly CalendarEntry[] }) {
  const w = useWords(words)
  const things = entries.map(entry => useThing(entry))
  const some = things.length > fewOfDay + 1 ? fewOfDay : things.length
  return (
    <div>
      <ThingList label={label} things={things.slice(0, some)} />
      {some < things.length ? (
        <details>
          <summary>{w.moreOfDay({ count: things.length - some })}</summary>
          <ThingList label={label} things={things.slice(some)} />
        </details>
      ) : null}
    </div>
  )
}
const fewOfDay = 5

/** A month as a table of weeks; where there is no room for words each day says how many there are, and the list stands below. */
export function MonthGrid({ url, from, to, entries }: { url: string; from: string; to: string; entries: readonly CalendarEntry[] }) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  const on = useEntriesOn(entries)
  const weeks = weeksOf(from)
  const week = (day: string) => withQuery(url, { ...firstPage, tampil: 'minggu', bulan: null, minggu: day })
  return (
    <>
      <table class="month-grid">
        <thead>
          <tr>
            {weeks[0]!.map(day => (
              <th scope="col">{formatWeekdayShort(locale, day)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(days => (
            <tr>
              {days.map(day => {
                const some = on(day)
                const few = some.length > fewOfCell + 1 ? fewOfCell : some.length
                if (day < from || day > to) return <td class="is-beside" />
                return (
                  <td aria-current={day === today ? 'date' : undefined}>
                    <a href={week(day)} aria-label={`${formatWeekday(locale, day)}, ${w.entriesOn({ count: some.length })}`}>
                      {Number(day.slice(8))}
                    </a>
                    {some.length ? <span class="how-many">{some.length}</span> : null}
                    <ul>
                      {some.slice(0, few).map(entry => (
                        <li class={entry.state === 'ended' ? 'is-ended' : undefined}>
                          <CellLine entry={entry} day={day} />
                        </li>
                      ))}
                      {few < some.length ? (
                        <li>
                          <a href={week(day)}>{w.moreThere({ count: some.length - few })}</a>
                        </li>
                      ) : null}
                    </ul>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="below-grid">
        <Days entries={entries} />
      </div>
    </>
  )
}
const fewOfCell = 3

/** A week as seven columns, on a phone one below another. */
export function WeekGrid({ from, entries }: { from: string; entries: readonly CalendarEntry[] }) {
  const { locale, today } = useViewer()
  const on = useEntriesOn(entries)
  return (
    <div class="week-grid">
      {Array.from({ length: 7 }, (_, at) => addDays(from, at)).map(day => (
        <section class={on(day).length ? undefined : 'is-empty'} aria-current={day === today ? 'date' : undefined}>
          <h3>
            {formatWeekdayShort(locale, day)} {Number(day.slice(8))}
          </h3>
          <ul>
            {on(day).map(entry => (
              <li class={entry.state === 'ended' ? 'is-ended' : undefined}>
                <CellLine entry={entry} day={day} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** When it begins, where that is on this day, and what it is called. */
function CellLine({ entry, day }: { entry: CalendarEntry; day: string }) {
  const { locale, zone } = useViewer()
  const { head } = useThing(entry)
  return (
    <a href={entry.href}>
      {entry.from && entry.day === day ? <span class="hour">{formatClock(locale, entry.from, zone).split(/\s/)[0]} </span> : null}
      {head}
    </a>
  )
}

/** What is on a day, also what began before and goes on. */
function useEntriesOn(entries: readonly CalendarEntry[]): (day: string) => CalendarEntry[] {
  const { zone } = useViewer()
  const last = ({ day, until, from, to }: CalendarEntry) => until ?? (from && to ? dayIn(new Date(new Date(to).getTime() - 1), zone) : day)
  return day => entries.filter(entry => entry.day <= day && day <= last(entry))
}

/** What is from one hour to another is called by its own name; of all else one looks for whom it is with. */
export function useThing({ what, title, who, href, state, until, from, to }: CalendarEntry): Thing {
  const w = useWords(words)
  const { locale } = useViewer()
  const hours = useHours()
  const [head, more] = from || !who ? [title, who] : [who, title]
  return {
    href,
    head,
    about: [what, more, from ? hours(from, to) : '', until ? w.until({ day: formatWeekday(locale, until) }) : '']
      .filter(Boolean)
      .join(' · '),
    aside: state === 'ended' ? <Status tone="muted">{w.over}</Status> : undefined,
  }
}

/** The hours, where the day stands beside them already; the days too where these are several. */
export function useHours(): (from: Date | string, to: Date | string | undefined) => string {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  return (from, to) => {
    const starts = w.starts({ time: formatClock(locale, from, zone) })
    if (!to) return starts
    const [first, last] = [dayIn(new Date(from), zone), dayIn(new Date(to), zone)]
    return first === last ? formatHours(locale, from, to, zone) : `${formatDays(locale, first, last)}, ${starts}`
  }
}
