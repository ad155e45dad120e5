import { sql } from 'kysely'
import { dayIn, type Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { deputiesOf } from '../../organisation/queries/posts.ts'
import { type Engagement, relationOf } from '../rules/clashes/clashes.ts'
import { earliestFree } from '../rules/clashes/earliest-free.ts'
import { orderOf } from '../rules/clashes/engagement-times.ts'
import { lookAhead, officeHours } from '../rules/clashes/office-hours.ts'
import { travel } from '../rules/clashes/travel.ts'
import type { ClashMove, Deputy } from '../schema/clashes.ts'
import type { ClashRow } from './clash-list.ts'
import { engagementOf, released, wanted } from './engagements.ts'

type Side = { session: string; name: string; meeting: string; title: string; zone: Zone; begins: Date; startsAt: Date; endsAt: Date | null }
export const sidesOf = (row: ClashRow): [Side, Side] => [
  {
    session: row.aSession,
    name: row.aName,
    meeting: row.aMeeting,
    title: row.aTitle,
    zone: row.aZone,
    begins: row.aBegins,
    startsAt: row.aStartsAt!,
    endsAt: row.aEndsAt,
  },
  {
    session: row.bSession,
    name: row.bName,
    meeting: row.bMeeting,
    title: row.bTitle,
    zone: row.bZone,
    begins: row.bBegins,
    startsAt: row.bStartsAt!,
    endsAt: row.bEndsAt,
  },
]

/**
 * For each of these sessions the first time, not before its meeting begins, at which all who must be there are free within the working
 * hours of the office that hosts it, the ways there and on from there taken in. One statement for all of them.
 */
export async function movesOf(context: Context, sides: readonly Side[]): Promise<ClashMove[]> {
  if (!sides.length) return []
  const now = context.clock.now().getTime()
  const sessions = sides.map(({ session }) => session)
  const all = (
    await released(
      context,
      sql<boolean>`(e.person_id in (select must.person_id from ${wanted} must where must.session_id = any (${sessions}::uuid[]) and must.involvement = 'must')
        and (not e.invited or e.session_id = any (${sessions}::uuid[]) or e.meeting_id <> all (${sides.map(({ meeting }) => meeting)}::uuid[]))
        and coalesce(s.ends_at, s.starts_at + interval '1 day') >= ${new Date(now - 86_400_000)})`,
    )
  ).map(engagementOf)
  return sides.map(side => {
    const { session, name, meeting, title } = side
    const own = all.filter(each => each.session === session && each.involvement === 'must')
    const must = [...new Map(own.map(each => [each.person, each])).values()]
    const about = { session: { id: session, name }, meeting: { id: meeting, name: title }, people: must.length }
    if (side.endsAt === null) return { ...about, startsAt: null, why: 'unknown-length' as const }
    const place = must[0]?.place ?? null
    const busy = must.map(({ person }) =>
      all
        .filter(each => each.person === person && each.session !== session && !(each.isInvited && each.meeting === meeting))
        .map(each => withWays(each, place)),
    )
    const from = Math.max(now, side.begins.getTime())
    const minutes = Math.round((side.endsAt.getTime() - side.startsAt.getTime()) / 60_000)
    const at = earliestFree(busy, minutes, from, from + lookAhead, officeHours(side.zone))
    return { ...about, startsAt: at === null ? null : new Date(at).toISOString(), why: at === null ? ('none' as const) : ('free' as const) }
  })
}

/** Of an unknown length the way on is not known either. */
const withWays = ({ startsAt, endsAt, place }: Engagement, here: string | null) => ({
  startsAt: startsAt - travel(here, place) * 60_000,
  endsAt: endsAt === null ? null : endsAt + travel(place, here) * 60_000,
})

/** Who stands in for somebody on the day of a clash, and for which of the two sides they have nothing else to do. Two statements. */
export async function deputiesFor(context: Context, person: string, sides: readonly [Side, Side]): Promise<Deputy[]> {
  const [{ startsAt, zone }] = [sides[1]]
  const deputies = await deputiesOf(context, person, dayIn(startsAt, zone))
  if (!deputies.length) return []
  const ids = deputies.map(({ id }) => id)
  const sessions = sides.map(({ session }) => session)
  const all = await released(
    context,
    sql<boolean>`(e.person_id = any (${ids}::uuid[]) or (e.person_id = ${person}::uuid and e.session_id = any (${sessions}::uuid[])))`,
  )
  const own = new Map(all.filter(each => each.personId === person).map(each => [each.sessionId, engagementOf(each)]))
  return deputies.map(({ id, name, ...post }) => ({
    person: { id, name },
    ...post,
    free: sides.map(({ session }) => {
      const wanted = own.get(session)
      const others = all.filter(each => each.personId === id && each.sessionId !== session).map(engagementOf)
      return wanted !== undefined && others.every(other => isFree({ ...wanted, person: id }, other))
    }),
  }))
}

function isFree(wanted: Engagement, other: Engagement): boolean {
  const [first, second] = orderOf(wanted, other) <= 0 ? [wanted, other] : [other, wanted]
  return relationOf(first, second, travel) === null
}
