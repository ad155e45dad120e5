import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { findMeetingForChange } from '../../meetings/queries/visible.ts'
import { officeNamed } from '../../organisation/queries/offices.ts'
import { entriesOf, findEntryForChange, mayWriteOwn } from '../queries/entries.ts'
import { findRoundForChange, isOver, type RoundRow, runs } from '../queries/visible.ts'
import { emptyQueue, placeInStage } from '../rules/queue.ts'
import { EntryChange, EntryDraft, Round, RoundDraft } from '../schema/rounds.ts'
import { refusals } from '../words/refusals.ts'
import { happen } from './happen.ts'
import { reload } from './read.ts'

const most = 1000

export const createRound = operation({
  name: 'rounds.create',
  summary: 'Prepare the queue of a released session in which offices present',
  power: 'round.write',
  input: RoundDraft,
  output: Round,
  example: { meeting: example.runningMeeting, session: example.otherRoundSession, minutes: 10 },
  async run(context, { meeting: meetingId, session, minutes }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'round.write', { path: meeting.path })
    if (isOver({ meetingState: meeting.state })) throw new Refusal('conflict', refusals.meetingOver)
    const released = (await lastRelease(context, meetingId))?.sessions.find(({ id, kind }) => id === session && kind === 'round')
    if (!released) throw invalid('session', refusals.noSuchSession)
    const isThere = await context.db.selectFrom('round').select('id').where('session_id', '=', session).executeTakeFirst()
    if (isThere) throw new Refusal('conflict', refusals.preparedAlready)
    const id = newId()
    const { order, used, over } = emptyQueue
    await context.db
      .insertInto('round')
      .values({
        id,
        meeting_id: meetingId,
        session_id: session,
        title: released.title,
        minutes,
        queue: sql`${JSON.stringify({ order, used, over })}::jsonb`,
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    record(context, placeOf({ id, path: meeting.path }), null, { session: released.title, minutes })
    return reload(context, id)
  },
})

export const addEntry = operation({
  name: 'entries.create',
  summary: 'Add an office to a presenting round, behind the last of its stage that waits',
  power: 'round.write',
  alsoOwn: true,
  input: EntryDraft,
  output: Round,
  example: { round: example.round, office: '35.10', stage: 'Rahasia tahapan', topic: 'Rahasia topik presentasi', files: [] },
  async run(context, { round: roundId, office: ref, stage, topic, minutes, files }) {
    const round = await lockToRun(context, roundId)
    const office = await officeNamed(context, ref, 'office')
    const rows = await entriesOf(context, round)
    if (rows.length >= most) throw invalid('office', refusals.tooMany({ most }))
    const id = newId()
    const file_id = await kept(context, [round.path, office.path], files)
    const content = { stage, topic, minutes: minutes ?? round.minutes }
    await context.db
      .insertInto('round_entry')
      .values({
        id,
        round_id: roundId,
        office_id: office.id,
        ...content,
        file_id,
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    const stages = new Map(rows.map(row => [row.id, row.stage]))
    await happen(
      context,
      round,
      'added',
      id,
      placeInStage(round.queue.order, entry => stages.get(entry) ?? '', stage),
    )
    record(context, placeOf(round), null, { office: office.name, ...content, file: files[0]?.name })
    return reload(context, roundId)
  },
})

export const changeEntry = operation({
  name: 'entries.change',
  summary: 'Change what an office presents: stage, topic, minutes, file; for those who run the round, and of its own for that office',
  power: 'round.write',
  alsoOwn: true,
  input: EntryChange,
  output: Round,
  example: { id: example.roundEntry, rev: 0, stage: 'Rahasia tahapan lain', topic: 'Rahasia topik lain', minutes: 7, files: [] },
  async run(context, { id, rev, stage, topic, minutes, files }) {
    const { round, entry } = await findEntryForChange(context, id)
    reach(context, 'round.write')
    if (!mayWriteOwn(context, entry) && !(await runs(context, round))) throw forbidden()
    checkRevision(rev, entry, refusals.entry)
    if (isOver(round)) throw new Refusal('conflict', refusals.meetingOver)
    const file_id = (await kept(context, [round.path, entry.path], files)) ?? entry.fileId
    // The stage is what an award is given in, and the minutes are for those who run the round.
    const isRun = await runs(context, round)
    const content = isRun ? { stage, topic, minutes: minutes ?? round.minutes } : { stage: entry.stage, topic, minutes: entry.minutes }
    await context.db
      .updateTable('round_entry')
      .set({ ...content, file_id, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await context.db
      .updateTable('round')
      .set({ rev: round.rev + 1 })
      .where('id', '=', round.id)
      .execute()
    const before = { stage: entry.stage, topic: entry.topic, minutes: entry.minutes, file: entry.fileName }
    record(context, placeOf(round), before, { office: entry.office, ...content, file: files[0]?.name ?? entry.fileName })
    return reload(context, round.id)
  },
})

/** Behind its lock, for whoever runs it, while something of it may change. */
export async function lockToRun(context: Context, id: string): Promise<RoundRow> {
  const round = await findRoundForChange(context, id)
  reach(context, 'round.write')
  if (!(await runs(context, round))) throw forbidden()
  if (isOver(round)) throw new Refusal('conflict', refusals.meetingOver)
  return round
}

export const placeOf = ({ id, path }: Pick<RoundRow, 'id' | 'path'>) => ({ kind: 'round', id, reach: [path] })

const kept = async (context: Context, paths: string[], [upload]: { name: string; bytes: Uint8Array }[]): Promise<string | null> =>
  upload ? (await keepFile(context, upload, { reach: paths }, 'files')).id : null
