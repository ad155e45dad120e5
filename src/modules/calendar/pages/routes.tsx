import { Hono } from 'hono'
import { type Env, type FormValues, type PageSection, type Request, redirect } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { showMeeting } from '../../meetings/operations/read.ts'
import { showOffice } from '../../organisation/operations/offices.ts'
import { createFeed, listFeeds, revokeFeed } from '../operations/feeds.ts'
import { listCalendar } from '../operations/list.ts'
import { choicesOf } from '../queries/agenda.ts'
import { CalendarView, DaysAhead, entriesBesides } from '../views/calendar.tsx'
import { FeedMade, Feeds, SubscribeTo } from '../views/feeds.tsx'
import { calendarList } from '../views/listing.ts'
import { feedWords } from '../words/feeds.ts'
import { receipts } from '../words/receipts.ts'
import { words } from '../words/words.ts'
import { answerFeed } from './feed-door.ts'

export const calendarPages = new Hono<Env>()

calendarPages.get('/kalender', async c => {
  const { today, locale } = c.var.viewer
  const { asked, answer } = await askList(c, calendarList(kindsOf(c)), listCalendar, ({ asks, values }) => {
    if (values.tampil === 'minggu') return { month: undefined, days: undefined, week: asks.week ?? today, whole: true }
    if (values.tampil === 'bulan') return { days: undefined, week: undefined, whole: true }
    return { week: undefined, ...('month' in asks || 'days' in asks ? {} : { days: usual }) }
  })
  return show(c, { title: words[locale].title }, <CalendarView asked={asked} calendar={answer} usual={usual} />)
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
    <Feeds
      feeds={feeds}
      about={await aboutOf(c, again?.values)}
      {...(again?.values && { values: again.values })}
      {...(again && { errors: again.errors })}
    />,
  )
}

/** The meeting or the office that the address, or the form that comes again, names; nothing where it cannot be read. */
async function aboutOf(c: Request, sent: FormValues = {}) {
  const { kernel, actor } = c.var
  const [meeting, office] = [String(sent.meeting ?? c.req.query('rapat') ?? ''), String(sent.office ?? c.req.query('satker') ?? '')]
  if (isId(meeting)) {
    const { id, title } = await call(kernel, actor, showMeeting, { id: meeting })
    return { kind: 'meeting' as const, id, name: title }
  }
  if (!isId(office)) return null
  const { id, name } = await call(kernel, actor, showOffice, { id: office })
  return { kind: 'office' as const, id, name }
}

const crumbs = ({ var: { viewer } }: Request) => [
  { href: '/kalender', label: words[viewer.locale].title },
  { label: feedWords[viewer.locale].title },
]

const kindsOf = ({ var: { kernel, viewer } }: Request) => choicesOf(kernel.agendaKinds, viewer.locale)

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
  { on: 'meeting', order: 90, power: 'meeting.read', render: async (_, { id }) => <SubscribeTo kind="meeting" id={id} /> },
  { on: 'office', order: 90, power: 'meeting.read', render: async (_, { id }) => <SubscribeTo kind="office" id={id} /> },
]
