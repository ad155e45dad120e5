import { z } from 'zod'
import type { AgendaKind } from '../../../platform/agenda/entry.ts'
import { type Context, internalOperation } from '../../../platform/operation/operation.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import { id } from '../../../platform/values/shapes.ts'
import { agendaOfMeeting, agendaOfOffice } from '../../meetings/queries/agenda.ts'
import { askKinds, type KindEntry, keyOf } from '../queries/agenda.ts'
import { keep, keptOf, lockFeed } from '../queries/feeds.ts'
import { icalOf } from '../rules/ical.ts'
import { bounds, type Entry, publish, spanAt } from '../rules/publish.ts'
import { words } from '../words/words.ts'

/**
 * What a calendar reads at its address, as the person whose it is and by what they may read now. Keeps what is told otherwise than the last
 * time. Stands behind the secret of the address.
 */
export const readFeed = internalOperation({
  name: 'calendarFeeds.read',
  input: z.object({ id }),
  output: z.object({ text: z.string() }),
  async run(context, { id }) {
    const { actor, clock, db } = context
    const { readAt, ...feed } = await lockFeed(context, id)
    const [today, now] = [clock.today(actor.zone), clock.now()]
    const { entries, horizon } = await nearest(context, today, feed)
    const since = new Date(now.getTime() - bounds.cancelledFor * 86_400_000)
    const uids = entries.map(({ uid }) => uid)
    const { published, changed } = publish(await keptOf(context, id, uids, { from: spanAt(today).from, since }), entries, {
      today,
      now,
      horizon,
    })
    await keep(context, id, changed)
    if (!readAt || now.getTime() - readAt.getTime() > hour)
      await db.updateTable('calendar_feed').set({ read_at: now }).where('id', '=', id).execute()
    const w = words[context.locale].ical
    return { text: icalOf(published, w) }
  },
})

/** How exactly it is known when a calendar was read. */
const hour = 3_600_000

/** No more than a calendar is told; `horizon` is how many days away the farthest is where some were left out for being too many. */
async function nearest(
  context: Context,
  today: string,
  feed: FeedAbout & { mine: boolean },
): Promise<{ entries: Entry[]; horizon: number }> {
  const kinds = kindsAbout(context, feed)
  const mine = feed.mine && kinds === context.agendaKinds
  const { entries, counts } = await askKinds(
    context,
    { ...spanAt(today), mine, ended: true, near: today, most: bounds.most },
    undefined,
    kinds,
  )
  const away = ({ day }: KindEntry) => Math.abs(daysBetween(today, day))
  const isCut = (kind: string) => counts.some(each => each.kind === kind && each.given < each.total)
  const ordered = entries.sort((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || away(a) - away(b))
  const told = ordered.slice(0, bounds.most)
  const cutKinds = [...Map.groupBy(entries, ({ kind }) => kind)].filter(
    ([kind, some]) => isCut(kind) && some.every(({ state }) => state === 'live'),
  )
  const farthest = [
    ...cutKinds.map(([, some]) => Math.max(...some.map(away))),
    ...(ordered[told.length]?.state === 'live' ? [away(told.at(-1)!)] : []),
  ]
  return { entries: told.map(entry => entryOf(context, entry)), horizon: Math.min(...farthest, Number.POSITIVE_INFINITY) }
}

type FeedAbout = { meetingId: string | null; officeId: string | null }
const kindsAbout = ({ agendaKinds }: Context, { meetingId, officeId }: FeedAbout): readonly AgendaKind[] => {
  if (meetingId) return agendaOfMeeting(meetingId)
  return officeId ? agendaOfOffice(officeId) : agendaKinds
}

function entryOf({ baseUrl }: Context, entry: KindEntry): Entry {
  const { day, time, what, title, who, place, href, state } = entry
  return {
    uid: `${keyOf(entry)}@sinergi`,
    day,
    until: 'on' in time ? (time.until ?? null) : null,
    hours: 'on' in time ? null : time,
    summary: `${what}: ${title}`,
    description: who ?? '',
    ...(place ? { place } : {}),
    url: baseUrl + href,
    ended: state === 'ended',
  }
}
