import { sql } from 'kysely'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { ClassChoices, ClassSeat, MeetingClass } from '../schema/classes.ts'
import { visibleInvitees } from './invitees.ts'

type Db = Pick<Context, 'db'>

const classes = ({ db }: Db) =>
  db
    .selectFrom('meeting_class as c')
    .select(['c.id', 'c.meeting_id as meetingId', 'c.name', 'c.capacity', 'c.units', 'c.rev', 'c.removed_at as removedAt'])
    .select([
      sql<number>`(select count(*) from meeting_session_card s where s.meeting_id = c.meeting_id and s.class = c.name)::integer`.as(
        'sessions',
      ),
      sql<number>`(select count(*) from meeting_class_seat s where s.class_id = c.id and s.state = 'placed')::integer`.as('placed'),
      sql<number>`(select count(*) from meeting_class_seat s where s.class_id = c.id and s.state = 'waiting')::integer`.as('waiting'),
    ])
export type ClassRow = Awaited<ReturnType<ReturnType<typeof classes>['executeTakeFirstOrThrow']>>

/** Those of the released programme, and those that are gone but whom somebody still has to know of. */
export const classesOf = (context: Db, meetingId: string): Promise<ClassRow[]> =>
  classes(context).where('c.meeting_id', '=', meetingId).orderBy('c.name').execute()

export async function findClass(context: Db, id: string): Promise<ClassRow> {
  const row = await classes(context).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const classFrom = ({ id, name, sessions, capacity, placed, waiting, units, removedAt, rev }: ClassRow): MeetingClass => ({
  ...{ id, name, sessions, capacity, placed, waiting, rev },
  units: units as MeetingClass['units'],
  gone: removedAt !== null,
})

/** All classes of a meeting, one after the other in one order: whoever gives or takes a place holds them until it is done. */
export const lockClasses = ({ db }: Db, meetingId: string) =>
  db.selectFrom('meeting_class').select('id').where('meeting_id', '=', meetingId).orderBy('id').forUpdate().execute()

/** The place that an invitee has or waits for, and before how many others. */
export async function seatOf({ db }: Db, invitee: string) {
  return db
    .selectFrom('meeting_class_seat as s')
    .innerJoin('meeting_class as c', 'c.id', 's.class_id')
    .where('s.invitee_id', '=', invitee)
    .where('s.state', '<>', 'ended')
    .select(['s.id', 's.class_id as classId', 'c.name', 's.state'])
    .select(
      sql<number>`(select count(*) from meeting_class_seat b where b.class_id = s.class_id and b.state = 'waiting' and b.seq <= s.seq)::integer`.as(
        'place',
      ),
    )
    .executeTakeFirst()
}

export async function choicesFor(context: Db, { id, meetingId }: { id: string; meetingId: string }, open: boolean): Promise<ClassChoices> {
  const all = (await classesOf(context, meetingId)).filter(({ removedAt, sessions }) => removedAt === null && sessions > 0)
  const own = await seatOf(context, id)
  return {
    classes: all.map(({ id, name, capacity, placed }) => ({ id, name, left: capacity === null ? null : Math.max(0, capacity - placed) })),
    own: own
      ? { id: own.classId, name: own.name, state: own.state as 'placed' | 'waiting', place: own.state === 'waiting' ? own.place : null }
      : null,
    open,
  }
}

const byTurn: Order = {
  name: 'turn',
  column: sql`(case s.state when 'placed' then '0' else '1' end || lpad(s.seq::text, 20, '0'))`,
  type: 'text',
  descending: false,
}

const seats = (context: Context, classId: string) =>
  visibleInvitees(context)
    .innerJoin('meeting_class_seat as s', 's.invitee_id', 'i.id')
    .where('s.class_id', '=', classId)
    .where('s.state', '<>', 'ended')

/** Who has a place in a class and who waits, as far as one may read who is invited. */
export async function pageOfSeats(context: Context, classId: string, turn: { after?: string | undefined; before?: string | undefined }) {
  const query = seats(context, classId)
    .select(['i.id', 'i.name', 's.state', sql<string | null>`coalesce(o.name, k.name, i.institution)`.as('office')])
    .select(sql<Date>`coalesce(s.placed_at, s.asked_at)`.as('at'))
  const { rows, next, previous } = await pageOf(query, byTurn, sql`i.id`, turn)
  const { total } = await seats(context, classId).select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
  const all = rows.map(
    ({ id, name, office, state, at }): ClassSeat => ({ id, name, office, state: state as ClassSeat['state'], at: at.toISOString() }),
  )
  return { seats: all, total, next, previous }
}
