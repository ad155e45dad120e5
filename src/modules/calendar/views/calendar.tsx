import {
  dayIn,
  formatClock,
  formatDays,
  formatHours,
  formatMonth,
  formatMonthShort,
  formatNumber,
  formatWeekday,
} from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Thing, ThingList } from '../../../web/ui/thing-list.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Calendar, type CalendarEntry, sizes } from '../schema.ts'
import { words } from '../words/words.ts'
import { calendarList } from './listing.ts'

/** `/kalender`: a month as a list by day, or the days ahead (`usual` where neither is asked for). */
export function CalendarView({ asked, calendar, usual }: { asked: ListQuery; calendar: Calendar; usual: number }) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  const { entries, total, next, previous, kinds, from } = calendar
  const list = calendarList(kinds)
  const { month, days = month ? undefined : usual } = asked.asks as { month?: string; days?: number }
  // Of the month that runs, what has gone by is folded away.
  const isThisMonth = from.slice(0, 7) === today.slice(0, 7)
  const past = isThisMonth ? entries.filter(({ day }) => day < today) : []
  const ahead = entries.slice(past.length)
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        <ButtonLink href="/kalender/langganan" kind="secondary">
          {w.subscribe}
        </ButtonLink>
      </PageHead>
      <div class="month-line">
        <Months url={asked.url} from={from} isMonth={month !== undefined} />
        <FilterBar list={list} asked={asked} />
      </div>
      <div class="part-head">
        <h2>{days && !month ? w.ahead({ count: days }) : formatMonth(locale, from)}</h2>
        {month === undefined ? null : <a href={withQuery(asked.url, { ...firstPage, hari: null, bulan: null })}>{w.upcoming}</a>}
      </div>
      <Found total={total}>
        {formatNumber(locale, total)} {w.unit}
        {total > sizes.all ? ` · ${w.leftOut({ most: sizes.all })}` : ''}
      </Found>
      {entries.length ? null : isFiltered(list, asked) ? (
        <EmptyState title={w.noneFound}>{w.noneFoundText}</EmptyState>
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      {past.length ? (
        <details>
          <summary>{w.past({ count: past.length })}</summary>
          <Days entries={past} />
        </details>
      ) : null}
      {past.length && !ahead.length ? <p>{w.noneLeft}</p> : <Days entries={ahead} />}
      <Pager url={asked.url} next={next} previous={previous} />
    </>
  )
}

function Days({ entries }: { entries: readonly CalendarEntry[] }) {
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

/** The months before and after what is looked at, in one line. */
type MonthsProps = { url: string; from: string; isMonth: boolean }

function Months({ url, from, isMonth }: MonthsProps) {
  const w = useWords(words)
  const { today } = useViewer()
  const first = `${from.slice(0, 7)}-01`
  const [before, after] = [addDays(first, -1), addDays(first, 31)]
  const month = (day: string) => withQuery(url, { ...firstPage, hari: null, bulan: day.slice(0, 7) })
  return (
    <nav class="pager" aria-label={w.months}>
      <a class="button quiet" href={month(before)} rel="prev">
        <Icon name="previous" />
        <MonthName day={before} />
      </a>
      {isMonth ? null : (
        <a class="button quiet" href={month(today)}>
          <MonthName day={today} withYear />
        </a>
      )}
      <a class="button quiet" href={month(after)} rel="next">
        <MonthName day={after} />
        <Icon name="next" />
      </a>
    </nav>
  )
}

/** A month by its name and year; on a phone its first letters, while the whole is read aloud. */
function MonthName({ day, withYear }: { day: string; withYear?: boolean }) {
  const { locale } = useViewer()
  const year = ` ${day.slice(0, 4)}`
  return (
    <>
      <span class="whole-month">{formatMonth(locale, day)}</span>
      <span class="short-month" aria-hidden="true">
        {formatMonthShort(locale, day)}
        {withYear ? year : ''}
      </span>
    </>
  )
}

/**
 * What does not stand on a page already that leads to these addresses: of the forms of a cycle that are due on one day the first ones there
 * say it of all, and of the cycle itself.
 */
export function entriesBesides(entries: readonly CalendarEntry[], stands: ReadonlySet<string>): CalendarEntry[] {
  const on = ({ besides, day }: CalendarEntry) => `${besides} ${day}`
  const covered = new Set(entries.map(on))
  const told = new Set(entries.filter(({ href }) => stands.has(href)).map(on))
  return entries.filter(
    entry => !stands.has(entry.href) && !covered.has(`${entry.key} ${entry.day}`) && !(entry.besides && told.has(on(entry))),
  )
}

/** On the home page: the first few of the days ahead, and how many there are on the list. */
export function DaysAhead({ entries, total, days }: { entries: readonly CalendarEntry[]; total: number; days: number }) {
  const w = useWords(words)
  return (
    <Section title={w.ahead({ count: days })} id="kalender" count={total} list={`/kalender?hari=${days}&saya=ya`}>
      <ThingList
        label={w.ahead({ count: days })}
        things={entries.slice(0, 6).map(entry => ({ ...useThing(entry), aside: <When on={entry.day} short /> }))}
      />
    </Section>
  )
}

/** What is from one hour to another is called by its own name; of all else one looks for whom it is with. */
function useThing({ what, title, who, href, state, until, from, to }: CalendarEntry): Thing {
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
function useHours(): (from: Date | string, to: Date | string | undefined) => string {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  return (from, to) => {
    const starts = w.starts({ time: formatClock(locale, from, zone) })
    if (!to) return starts
    const [first, last] = [dayIn(new Date(from), zone), dayIn(new Date(to), zone)]
    return first === last ? formatHours(locale, from, to, zone) : `${formatDays(locale, first, last)}, ${starts}`
  }
}
