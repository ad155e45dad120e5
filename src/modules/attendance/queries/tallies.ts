import { sql } from 'kysely'
import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { SubjectKind, Tally } from '../../../platform/subject/subject.ts'
import type { AttendanceEvent } from '../rules/events.ts'
import type { AttendedSession } from '../schema/attendance.ts'
import { titles } from '../words/titles.ts'
import { seatsIn } from './events.ts'
import { visiblePeople } from './people.ts'

/** Of a meeting how many of those invited were present at its fullest session, as the list of that session has them. */
export const attendanceSubjects: SubjectKind[] = [
  {
    kind: 'attendance',
    names: titles.presence,
    tallies: [
      {
        of: 'meeting',
        label: titles.present,
        order: 20,
        power: 'meeting.read',
        async find(context, meetings) {
          const ids = meetings.map(({ id }) => id)
          const people = Map.groupBy(await peopleIn(context, ids), ({ meeting }) => meeting)
          const events = Map.groupBy(await eventsIn(context, ids), ({ meeting }) => meeting)
          const sessions = Map.groupBy(await sessionsIn(context, ids), ({ meeting }) => meeting)
          const found = new Map<string, Tally>()
          for (const id of ids) {
            const own = people.get(id) ?? []
            const counts = (sessions.get(id) ?? []).map(session => {
              const seats = seatsIn(session, events.get(id) ?? [])
              return { session: session.id, count: own.filter(each => seats.of(each.invitee).status === 'present').length }
            })
            const fullest = counts.reduce<(typeof counts)[number] | null>(
              (most, each) => (most && most.count >= each.count ? most : each),
              null,
            )
            if (fullest && events.has(id)) found.set(id, tallyOf(context, id, fullest, own.length))
          }
          return found
        },
      },
    ],
  },
]

const tallyOf = ({ locale }: Context, meeting: string, { session, count }: { session: string; count: number }, of: number): Tally => ({
  text: titles.presentOf({
    count: formatNumber(locale, count),
    rate: formatNumber(locale, of ? Math.round((100 * count) / of) : 0),
  })[locale]!,
  count,
  path: `/rapat/${meeting}/kehadiran?sesi=${session}&status=present`,
})

const among = (ids: readonly string[]) => sql`any (${[...ids]}::uuid[])`

const peopleIn = (context: Context, ids: readonly string[]) =>
  visiblePeople(context)
    .where(sql<boolean>`i.meeting_id = ${among(ids)}`)
    .select(['i.id as invitee', 'i.meeting_id as meeting'])
    .execute()

async function eventsIn({ db }: Context, ids: readonly string[]): Promise<(AttendanceEvent & { meeting: string })[]> {
  const rows = await db
    .selectFrom('attendance_event')
    .select(['meeting_id as meeting', 'id', 'invitee_id as invitee', 'session_id as session', 'kind', 'at', 'mode', 'source', 'proxy'])
    .select('of_id as of')
    .where(sql<boolean>`meeting_id = ${among(ids)}`)
    .execute()
  return rows.map(({ session, at, ...row }) => ({ ...row, session: session ?? '', at: at.getTime() }))
}

/** As `sessionsOf` has them for one meeting. */
async function sessionsIn({ db, clock }: Context, ids: readonly string[]): Promise<(AttendedSession & { meeting: string })[]> {
  const { rows } = await sql<{ meeting: string; id: string; title: string; startsAt: Date | null; endsAt: Date | null; ended: boolean }>`
    select m.id as meeting, coalesce(s.id, m.id) as id, coalesce(s.title, m.title) as title,
      case when s.id is null then m.starts_at else s.starts_at end as "startsAt", case when s.id is null then m.ends_at else s.ends_at end as "endsAt",
      m.state in ('ended', 'reported') as ended
    from meeting_card m left join meeting_session_card s on s.meeting_id = m.id and s.kind <> 'break'
    where m.id = ${among(ids)} order by m.id, s.starts_at, s.title, s.id`.execute(db)
  const now = clock.now().getTime()
  return rows.map(({ startsAt, endsAt, ended, ...row }) => ({
    ...row,
    room: null,
    class: null,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    over: ended || (endsAt !== null && endsAt.getTime() <= now),
  }))
}
