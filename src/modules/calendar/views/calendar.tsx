import { formatDay, formatMonth, formatMonthShort, formatNumber } from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { mondayOf } from '../rules/weeks.ts'
import { type Calendar, type CalendarEntry, sizes } from '../schema.ts'
import { words } from '../words/words.ts'
import { Days, MonthGrid, useThing, WeekGrid } from './days.tsx'
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
  const look = asked.values.tampil === 'bulan' || asked.values.tampil === 'minggu' ? asked.values.tampil : null
  const heading =
    look === 'minggu'
      ? w.weekOf({ from: formatDay(locale, from, 'short'), to: formatDay(locale, calendar.to, 'short') })
      : days && !month && !look
        ? w.ahead({ count: days })
        : formatMonth(locale, from)
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        <ButtonLink href="/kalender/langganan" kind="secondary">
          {w.subscribe}
        </ButtonLink>
      </PageHead>
      <Looks url={asked.url} look={look} from={from} isMonth={month !== undefined} />
      <div class="month-line">
        {look === 'minggu' ? (
          <Weeks url={asked.url} from={from} />
        ) : (
          <Months url={asked.url} from={from} isMonth={month !== undefined || look === 'bulan'} />
        )}
        <FilterBar list={list} asked={asked} />
      </div>
      <div class="part-head">
        <h2>{heading}</h2>
        {month === undefined || look ? null : <a href={withQuery(asked.url, { ...firstPage, hari: null, bulan: null })}>{w.upcoming}</a>}
      </div>
      <Found total={total}>
        {formatNumber(locale, Math.min(total, look ? sizes.all : total))} {w.unit}
        {total > sizes.all ? ` · ${w.leftOut({ most: sizes.all })}` : ''}
      </Found>
      {entries.length ? null : isFiltered(list, asked) ? (
        <EmptyState title={w.noneFound}>{w.noneFoundText}</EmptyState>
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      {look === 'bulan' ? (
        <MonthGrid url={asked.url} from={from} to={calendar.to} entries={entries} />
      ) : look === 'minggu' ? (
        <WeekGrid from={from} entries={entries} />
      ) : (
        <>
          {past.length ? (
            <details>
              <summary>{w.past({ count: past.length })}</summary>
              <Days entries={past} />
            </details>
          ) : null}
          {past.length && !ahead.length ? <p>{w.noneLeft}</p> : <Days entries={ahead} />}
        </>
      )}
      <Pager url={asked.url} next={next} previous={previous} />
    </>
  )
}

/** The same days as a list, a week or a month. */
function Looks({ url, look, from, isMonth }: { url: string; look: string | null; from: string; isMonth: boolean }) {
  const w = useWords(words)
  const { today } = useViewer()
  const to = (changes: Record<string, string | null>) => withQuery(url, { ...firstPage, hari: null, minggu: null, ...changes })
  const month = from.slice(0, 7)
  const day = look !== 'minggu' && month !== today.slice(0, 7) ? from : today
  return (
    <Tabs
      label={w.look}
      tabs={[
        { href: to({ tampil: null, bulan: isMonth || look ? month : null }), label: w.looks.list, current: look === null },
        { href: to({ tampil: 'minggu', bulan: null, minggu: day }), label: w.looks.week, current: look === 'minggu' },
        { href: to({ tampil: 'bulan', bulan: month }), label: w.looks.month, current: look === 'bulan' },
      ]}
    />
  )
}

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

/** The weeks before and after what is looked at. */
function Weeks({ url, from }: { url: string; from: string }) {
  const w = useWords(words)
  const { today } = useViewer()
  const week = (day: string) => withQuery(url, { ...firstPage, minggu: day })
  return (
    <nav class="pager" aria-label={w.weeks}>
      <a class="button quiet" href={week(addDays(from, -7))} rel="prev">
        <Icon name="previous" />
        {w.before}
      </a>
      {mondayOf(today) === from ? null : (
        <a class="button quiet" href={week(today)}>
          {w.thisWeek}
        </a>
      )}
      <a class="button quiet" href={week(addDays(from, 7))} rel="next">
        {w.next}
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
