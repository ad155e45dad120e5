import { sql } from 'kysely'
import { post } from '../../../../platform/mail/mail.ts'
import { letterOf } from '../../../../platform/notices/letter.ts'
import { notify } from '../../../../platform/notices/notify.ts'
import { type Context, newId } from '../../../../platform/operation/operation.ts'
import { classesOf, lockClasses } from '../../queries/classes.ts'
import { classLetters } from '../../words/classes.ts'

type Ending = 'left' | 'declined' | 'withdrawn' | 'removed'
type Seat = { id: string; meetingId: string; title: string; class: string; personId: string | null; email: string | null; name: string }

/** Ends the place that an invitee has or waits for; the first who waits moves up in the same transaction. */
export async function endSeat(context: Context, { id, meetingId }: { id: string; meetingId: string }, how: Ending): Promise<void> {
  await lockClasses(context, meetingId)
  const gone = await context.db
    .updateTable('meeting_class_seat')
    .set({ state: 'ended', ended_at: context.clock.now(), ended_how: how })
    .where('invitee_id', '=', id)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  if (gone.numUpdatedRows) await moveUp(context, meetingId)
}

/** Asks for a place: it is given where one is free, else somebody waits for it. The classes are locked. */
export async function takeSeats(context: Context, classId: string, invitees: readonly string[], how: 'self' | 'link' | 'allotted') {
  const now = context.clock.now()
  const { capacity, placed } = await countsOf(context, classId)
  const free = capacity === null ? invitees.length : Math.max(0, capacity - placed)
  const rows = invitees.map((invitee_id, nth) => ({
    ...{ id: newId(), class_id: classId, invitee_id, how, asked_at: now },
    ...(nth < free ? { state: 'placed' as const, placed_at: now } : { state: 'waiting' as const, placed_at: null }),
  }))
  for (let from = 0; from < rows.length; from += 500)
    await context.db
      .insertInto('meeting_class_seat')
      .values(rows.slice(from, from + 500))
      .execute()
  return rows
}

async function countsOf({ db }: Context, classId: string): Promise<{ capacity: number | null; placed: number }> {
  return db
    .selectFrom('meeting_class as c')
    .where('c.id', '=', classId)
    .select([
      'c.capacity',
      sql<number>`(select count(*) from meeting_class_seat s where s.class_id = c.id and s.state = 'placed')::integer`.as('placed'),
    ])
    .executeTakeFirstOrThrow()
}

/** Gives what is free to those who wait longest, and tells each once. The classes are locked. */
export async function moveUp(context: Context, meetingId: string): Promise<void> {
  const up: string[] = []
  for (const { id, capacity, placed, waiting, removedAt } of await classesOf(context, meetingId)) {
    const free = capacity === null ? waiting : capacity - placed
    if (removedAt !== null || waiting === 0 || free <= 0) continue
    const { rows } = await sql<{ id: string }>`update meeting_class_seat set state = 'placed', placed_at = ${context.clock.now()}
      where id in (select id from meeting_class_seat where class_id = ${id}::uuid and state = 'waiting' order by seq limit ${free}) returning id`.execute(
      context.db,
    )
    up.push(...rows.map(row => row.id))
  }
  await tell(context, up, 'placed')
}

/**
 * Brings the classes up to what was released: a class is there as long as a session has it. Whoever had a place in one that went, or waited
 * for it, is told so and may choose anew.
 */
export async function followRelease(context: Context, meetingId: string): Promise<void> {
  const now = context.clock.now()
  await lockClasses(context, meetingId)
  await sql`insert into meeting_class as c (id, meeting_id, name, created_at)
    select gen_random_uuid(), ${meetingId}::uuid, s.class, ${now} from meeting_session_card s
    where s.meeting_id = ${meetingId}::uuid and s.class is not null group by s.class
    on conflict (meeting_id, name) do update set removed_at = null, rev = c.rev + 1 where c.removed_at is not null`.execute(context.db)
  const { rows } = await sql<{ id: string }>`update meeting_class c set removed_at = ${now}, rev = rev + 1
    where c.meeting_id = ${meetingId}::uuid and c.removed_at is null
      and not exists (select from meeting_session_card s where s.meeting_id = c.meeting_id and s.class = c.name) returning id`.execute(
    context.db,
  )
  if (!rows.length) return
  const { rows: ended } = await sql<{ id: string }>`update meeting_class_seat set state = 'ended', ended_at = ${now}, ended_how = 'removed'
    where class_id = any (${rows.map(({ id }) => id)}::uuid[]) and state <> 'ended' returning id`.execute(context.db)
  await tell(
    context,
    ended.map(({ id }) => id),
    'removed',
  )
}

/** In their inbox and by mail; a guest by mail where there is an address. Each of a place once, whatever asks for it again. */
export async function tell(context: Context, ids: readonly string[], event: 'placed' | 'removed' | 'allotted' | 'queued'): Promise<void> {
  if (!ids.length) return
  const seats: Seat[] = await context.db
    .selectFrom('meeting_class_seat as s')
    .innerJoin('meeting_class as c', 'c.id', 's.class_id')
    .innerJoin('meeting_invitee as i', 'i.id', 's.invitee_id')
    .innerJoin('meeting_card as m', 'm.id', 'c.meeting_id')
    .where(sql<boolean>`s.id = any (${[...ids]}::uuid[])`)
    .where('i.sent_at', 'is not', null)
    .select(['s.id', 'c.meeting_id as meetingId', 'm.title', 'c.name as class', 'i.person_id as personId', 'i.email', 'i.name'])
    .execute()
  await notify(
    context,
    seats.flatMap(({ id, personId, meetingId, title, class: name }) =>
      personId === null || personId === context.actor.personId
        ? []
        : [
            {
              to: personId,
              kind: 'meeting.class',
              key: `${id} ${event}`,
              subject: { kind: 'meeting', id: meetingId },
              params: { title, class: name, event },
            },
          ],
    ),
  )
  for (const { personId, email, name, title, class: called } of seats)
    if (personId === null && email) await post(context, { to: email, ...letterOf(classLetters.id[event], { name, title, class: called }) })
}
