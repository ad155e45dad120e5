import { sql } from 'kysely'
import { z } from 'zod'
import { covers, reach } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { entriesOf, entryFrom, eventsOf } from '../queries/entries.ts'
import { findRound, isOver, type RoundRow, runs, visible } from '../queries/visible.ts'
import { phaseOf } from '../rules/queue.ts'
import { Round, RoundsOfMeeting } from '../schema/rounds.ts'

const lastEvents = 20

export const listRounds = operation({
  name: 'rounds.list',
  summary: 'The presenting rounds of a meeting, and the sessions for which you could prepare one',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: RoundsOfMeeting,
  example: { meeting: example.runningMeeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    const rows = await visible(context)
      .where('r.meeting_id', '=', meetingId)
      .select(['r.id', 'r.session_id as session', 'r.title', 'r.current_id as current', 'r.since'])
      .select(sql<number>`jsonb_array_length(r.queue -> 'order')`.as('waiting'))
      .select(sql<number>`(select count(*)::integer from jsonb_each_text(r.queue -> 'over') x where x.value = 'done')`.as('done'))
      .orderBy('r.created_at')
      .execute()
    const { actor } = context
    const prepares = actor.scope !== 'read' && covers(reach(context, 'round.write'), { path: meeting.path })
    const sessions = prepares && !isOver({ meetingState: meeting.state }) ? ((await lastRelease(context, meetingId))?.sessions ?? []) : []
    return {
      rounds: rows.map(({ current, since, ...row }) => ({ ...row, phase: phaseOf({ current, since: since?.getTime() ?? null }) })),
      unprepared: sessions
        .filter(each => each.kind === 'round' && !rows.some(({ session }) => session === each.id))
        .map(each => ({ session: each.id, title: each.title })),
    }
  },
})

export const showRound = operation({
  name: 'rounds.show',
  summary: 'One presenting round: who presents, since when by the clock of the server, who is next, and what each has used',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: Round,
  example: { id: example.round },
  run: async (context, { id }) => viewOf(context, await findRound(context, id)),
})

export async function viewOf(context: Context, round: RoundRow): Promise<z.infer<typeof Round>> {
  const mayRun = !isOver(round) && (await runs(context, round))
  const now = context.clock.now()
  const { queue } = round
  const entries = await entriesOf(context, round)
  const events = await eventsOf(context, round.id, lastEvents)
  return {
    id: round.id,
    title: round.title,
    meeting: { id: round.meetingId, name: round.meetingTitle },
    session: round.sessionId,
    zone: round.zone,
    minutes: round.minutes,
    phase: phaseOf(queue),
    current: queue.current,
    since: round.since?.toISOString() ?? null,
    at: now.toISOString(),
    entries: entries.map(row => entryFrom(context, row, queue, now.getTime(), mayRun, isOver(round))),
    events: events.map(event => ({
      ...event,
      kind: event.kind as z.infer<typeof Round>['events'][number]['kind'],
      at: event.at.toISOString(),
    })),
    mayRun,
    rev: round.rev,
  }
}

/** As it stands after a change. */
export const reload = async (context: Context, id: string) => viewOf(context, await findRound(context, id))
