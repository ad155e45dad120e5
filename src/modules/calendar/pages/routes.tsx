import { Hono } from 'hono'
import { type Env, type FormValues, type PageSection, type Request, redirect } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { createFeed, listFeeds, revokeFeed } from '../operations/feeds.ts'
import { listCalendar } from '../operations/list.ts'
import { CalendarView, DaysAhead, entriesBesides } from '../views/calendar.tsx'
import { FeedMade, Feeds } from '../views/feeds.tsx'
import { calendarList } from '../views/listing.ts'
import { feedWords } from '../words/feeds.ts'
import { receipts } from '../words/receipts.ts'
import { words } from '../words/words.ts'
import { answerFeed } from './feed-door.ts'

export const calendarPages = new Hono<Env>()

calendarPages.get('/kalender', async c => {
  const { asked, answer } = await askList(c, calendarList(kindsOf(c)), listCalendar, ({ asks }) =>
    'month' in asks || 'days' in asks ? {} : { days: usual },
  )
  return show(c, { title: words[c.var.viewer.locale].title }, <CalendarView asked={asked} calendar={answer} usual={usual} />)
})

calendarPages.get('/kalender/langganan', c => feedsPage(c))

calendarPages.post('/kalender/langganan', c =>
  submit(c, createFeed, {
    asked: ['name'],
    done: ({ address, kept }) =>
      show(c, { title: feedWords[c.var.viewer.locale].madeTitle, breadcrumbs: crumbs(c) }, <FeedMade address={address} name={kept.name} />),
    again: (values, errors, status) => feedsPage(c, { values, errors, status }),
  }),
)

calendarPages.post('/kalender/langganan/:id/pencabutan', c =>
  submit(c, revokeFeed, {
    add: { id: c.req.param('id') },
    done: ({ name }) => redirect(c, '/kalender/langganan', receipts.revoked({ name })),
    again: (_, errors, status) => feedsPage(c, { errors, status }),
  }),
)

calendarPages.get('/kalender/langganan/:file{.+\\.ics}', answerFeed)

async function feedsPage(c: Request, again?: { values?: FormValues; errors: Errors; status: 422 | 409 }) {
  const { feeds } = await call(c.var.kernel, c.var.actor, listFeeds, {})
  const { title } = feedWords[c.var.viewer.locale]
  return show(
    c,
    { title, breadcrumbs: crumbs(c), ...(again && { status: again.status }) },
    <Feeds feeds={feeds} {...(again?.values && { values: again.values })} {...(again && { errors: again.errors })} />,
  )
}

const crumbs = ({ var: { viewer } }: Request) => [
  { href: '/kalender', label: words[viewer.locale].title },
  { label: feedWords[viewer.locale].title },
]

const kindsOf = ({ var: { kernel, viewer } }: Request) =>
  kernel.agendaKinds.map(({ kind, names }) => ({ kind, name: names[viewer.locale] }))

/** How many days the calendar shows where no month is asked for. */
const usual = 31

/** How many days the home page looks ahead. */
const ahead = 14

/** On the home page, where there is something of one's own; every role reads agreements. */
export const calendarSections: PageSection[] = [
  {
    on: 'home',
    order: 5,
    power: 'agreement.read',
    async render(c, { stands = new Set() }) {
      const { entries: all, total } = await call(c.var.kernel, c.var.actor, listCalendar, { days: ahead, mine: true })
      const entries = entriesBesides(all, stands)
      return entries.length ? <DaysAhead entries={entries} total={total} days={ahead} /> : null
    },
  },
]
