import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { Paper } from '../../../platform/documents/paper.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { keepMade } from '../../../platform/files/store.ts'
import { type Context, internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { findRun, lockRun } from '../../../platform/runs/find.ts'
import { advanceRun, finishRun, startRun } from '../../../platform/runs/move.ts'
import { isOver } from '../../../platform/runs/run.ts'
import { zipOf } from '../../../platform/streams/zip.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { bytesOf } from '../../../platform/values/file-answer.ts'
import { Download, id, Upload } from '../../../platform/values/shapes.ts'
import { findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { lastBundle, partsOf } from '../queries/bundles.ts'
import { inOrder, invited, invitedTo, letter, letterTo, sharedBy } from '../queries/letter.ts'
import { BundleAsked, BundleCursor, lettersInFile, lettersRun, MeetingLetters } from '../schema/letters.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'

export const makeLetters = operation({
  name: 'letters.make',
  summary:
    'Make the invitation letter of everybody who is invited to a meeting, in the background, as PDF files of 100 letters each, with one that has the list of the invited and the rundown',
  power: 'meeting.write',
  input: z.object({ meeting: id }),
  output: MeetingLetters,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const running = await lastBundle(context, meeting.id)
    if (running && !isOver(running)) {
      // Its job may have ended for good. Another one beside it is harmless: each file is kept once.
      await context.enqueue(lettersRun, { id: running.run })
      return viewOf(context, meeting)
    }
    const total = await countInvited(context, meeting.id)
    if (!total) throw new Refusal('conflict', refusals.nobodyInvited)
    const bundle = newId()
    const run = await startRun(context, lettersRun, { subjectId: meeting.id, path: meeting.path, total, input: { bundle } })
    await context.db
      .insertInto('letter_bundle')
      .values({ id: bundle, meeting_id: meeting.id, run_id: run, created_by: context.actor.personId, created_at: context.clock.now() })
      .execute()
    record(context, placeOf(meeting), null, { lettersMade: total })
    return viewOf(context, meeting)
  },
})

export const showLetters = operation({
  name: 'letters.show',
  summary: 'How far the invitation letters of a meeting are that were asked for last, and how many are invited now',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: MeetingLetters,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    return viewOf(context, meeting)
  },
})

async function viewOf(context: Context, meeting: MeetingRow): Promise<z.input<typeof MeetingLetters>> {
  return {
    meeting: { id: meeting.id, name: meeting.title },
    invited: await countInvited(context, meeting.id),
    bundle: await lastBundle(context, meeting.id),
  }
}

async function countInvited(context: Context, meetingId: string): Promise<number> {
  const { count } = await invitedTo(context, meetingId).select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow()
  return count
}

export const downloadLetters = operation({
  name: 'letters.download',
  summary: 'The invitation letters of a meeting that were made last, as one ZIP archive of PDF files',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: Download,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const bundle = await lastBundle(context, meeting.id)
    if (bundle?.state !== 'done') throw new Refusal('conflict', refusals.lettersNotMade)
    const parts = await partsOf(context, bundle.id)
    const name = `${words[context.locale].kinds.letter} - ${meeting.number}.zip`
    return { name, type: 'application/zip', size: null, chunks: zipOf(filesOf(context, parts)) }
  },
})

async function* filesOf(context: Pick<Context, 'db' | 'files'>, parts: readonly { file: string; name: string }[]) {
  for (const { file, name } of parts) yield { name, bytes: await bytesOf(await storedFile(context, file)) }
}

/** The papers of the next file, all read at one moment: first the letter to all with its annexes, then those to each. */
export const nextLetters = internalOperation({
  name: 'letters.next',
  power: 'meeting.write',
  reads: 'snapshot',
  input: z.object({ id }),
  output: z.object({ seq: z.int(), letters: z.int(), after: z.string().nullable(), papers: z.array(Paper) }).nullable(),
  async run(context, { id }) {
    const run = await findRun(context.db, id)
    if (!run) throw notFound()
    const meeting = await findMeeting(context, run.subjectId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const { seq, after } = BundleCursor.parse(run.cursor ?? {})
    if (isOver(run)) return null
    if (seq === 0) return { seq, letters: 0, after, papers: [await letter.paper(context, meeting, null)] }
    const people = await invited(context, meeting.id)
      .select(sql<string>`${inOrder}`.as('place'))
      .$if(after !== null, query => query.where(sql<boolean>`${inOrder} > ${after}`))
      .limit(lettersInFile)
      .execute()
    const shared = await sharedBy(context, meeting)
    const papers = []
    for (const person of people) papers.push(await letterTo(context, meeting, shared, person, false))
    return { seq, letters: people.length, after: people.at(-1)?.place ?? null, papers }
  },
})

/** Keeps the next file of a bundle, once; without a file there is none left to make. */
export const attachLetters = internalOperation({
  name: 'letters.attach',
  power: 'meeting.write',
  input: z.object({ id, seq: z.int(), letters: z.int(), after: z.string().nullable(), file: Upload.nullable() }),
  output: z.object({}),
  async run(context, { id, seq, letters, after, file }) {
    const found = await findRun(context.db, id)
    if (!found) throw notFound()
    const meeting = await findMeetingForChange(context, found.subjectId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const run = await lockRun(context, id)
    const cursor = BundleCursor.parse(run.cursor ?? {})
    if (isOver(run) || cursor.seq !== seq) return {}
    if (file) {
      const stored = await keepMade(context, { ...file, type: 'application/pdf' }, { reach: [meeting.path] })
      const { bundle } = BundleAsked.parse(run.input)
      await context.db.insertInto('letter_bundle_part').values({ bundle_id: bundle, seq, letters, file_id: stored.id }).execute()
    }
    const isLast = !file || (seq > 0 && letters < lettersInFile)
    const by = isLast ? run.total - run.done : Math.min(letters, run.total - run.done)
    await advanceRun(context, id, { by, cursor: { seq: seq + 1, after: after ?? cursor.after } })
    if (isLast) await finishRun(context, id)
    return {}
  },
})
