import { z } from 'zod'
import { lacking } from '../../../platform/authority/lacking.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { transition, type Workflow } from '../../../platform/workflow/workflow.ts'
import { contentOf } from '../queries/content.ts'
import { findMinutes, findMinutesForChange, type MinutesRow, type Person, rightsOver } from '../queries/minutes.ts'
import { passagesOf } from '../queries/passages.ts'
import { fingerprint } from '../rules/fingerprint.ts'
import { type Transition, transitions } from '../rules/transitions.ts'
import { MinutesDetail, Reason, Seen, type State, Verification } from '../schema/minutes.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { addEvent, placeOf } from './place.ts'
import { reload } from './read.ts'

const workflow: Workflow<State, Transition> = { transitions, thing: refusals.minutes, states: locale => words[locale].states }

export const sendMinutes = operation({
  name: 'minutes.send',
  summary: 'Send minutes to whoever approves them, who is told; nothing of them changes until they come back',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: Seen,
  output: MinutesDetail,
  example: { id: example.minutes, rev: 0 },
  run: (context, { id, rev }) =>
    move(context, id, rev, 'send', 'sent', async (minutes, { writes, approvers }) => {
      if (!writes) throw lacking('meeting.write', context.actor)
      if ((await passagesOf(context, minutes.id)).length === 0) throw new Refusal('conflict', refusals.nothingToSend)
      return { tell: approvers }
    }),
})

export const returnMinutes = operation({
  name: 'minutes.return',
  summary: 'Send minutes back to those who wrote them, with what has to be put right',
  power: 'meeting.write',
  alsoOwn: true, // whoever chairs the session
  input: Seen.extend({ reason: Reason }),
  output: MinutesDetail,
  example: { id: example.sentMinutes, rev: 0, reason: 'Simpulan sesi belum tertulis.' },
  run: (context, { id, rev, reason }) =>
    move(context, id, rev, 'return', 'returned', async (_, { approves, writers }) => {
      if (!approves) throw lacking('meeting.write', context.actor)
      return { note: reason, tell: writers }
    }),
})

export const approveMinutes = operation({
  name: 'minutes.approve',
  summary:
    'Approve minutes: from now on they stay as they are, under the fingerprint of what they say. For those who chair the session, where nobody does for those who write the meeting; not for whoever alone wrote all of it',
  power: 'meeting.write',
  alsoOwn: true, // whoever chairs the session
  input: Seen,
  output: MinutesDetail,
  example: { id: example.sentMinutes, rev: 0 },
  run: (context, { id, rev }) =>
    move(context, id, rev, 'approve', 'approved', async (minutes, { approves, isOnlyWriter, writers }) => {
      if (!approves) throw lacking('meeting.write', context.actor)
      if (isOnlyWriter) throw new Refusal('forbidden', refusals.ownMinutes)
      const content = await contentOf(context, minutes)
      const hash = fingerprint(content)
      const approval = {
        frozen: JSON.stringify(content),
        hash,
        approved_by: context.actor.personId,
        approved_at: context.clock.now(),
      }
      return { tell: writers, set: approval, after: { hash } }
    }),
})

export const distributeMinutes = operation({
  name: 'minutes.distribute',
  summary: 'Distribute approved minutes: whoever reads the meeting reads them, and those who have a part in the session are told',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: Seen,
  output: MinutesDetail,
  example: { id: example.approvedMinutes, rev: 0 },
  run: (context, { id, rev }) =>
    move(context, id, rev, 'distribute', 'distributed', async (minutes, { writes, approves, writers }) => {
      if (!writes && !approves) throw lacking('meeting.write', context.actor)
      return { tell: [...writers, ...(await engagedIn(context, minutes))], set: { distributed_at: context.clock.now() } }
    }),
})

export const verifyMinutes = operation({
  name: 'minutes.verify',
  summary: 'Whether approved minutes still say what was approved: the fingerprint is made anew of what was kept and of what they say now',
  power: 'meeting.read',
  reads: true,
  failed: ({ isKept, isSame }) => !isKept || !isSame,
  input: z.object({ id }),
  output: Verification.extend({ title: z.string() }),
  example: { id: example.approvedMinutes },
  async run(context, { id }) {
    const minutes = await findMinutes(context, id)
    if (!minutes.hash) throw new Refusal('conflict', refusals.notApproved)
    const isSame = fingerprint(await contentOf(context, minutes)) === minutes.hash
    return { title: minutes.title, hash: minutes.hash, isKept: fingerprint(minutes.frozen) === minutes.hash, isSame }
  },
})

const engagedIn = async ({ db }: Context, { sessionId, meetingId }: MinutesRow): Promise<Person[]> =>
  db
    .selectFrom('meeting_engagement_card as e')
    .innerJoin('person_card as p', 'p.id', 'e.person_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('e.meeting_id', '=', meetingId)
    .$if(sessionId !== null, query => query.where('e.session_id', '=', sessionId))
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()

type Done = { note?: string; tell: readonly Person[]; set?: object; after?: object }
type Event = 'sent' | 'returned' | 'approved' | 'distributed'

/** Locks, asks whether this person may, takes it through one transition, and tells those whom it is about; nobody of what they did themselves. */
async function move(
  context: Context,
  id: string,
  rev: number,
  name: Transition,
  event: Event,
  check: (minutes: MinutesRow, rights: Awaited<ReturnType<typeof rightsOver>>) => Promise<Done>,
) {
  const before = await findMinutesForChange(context, id)
  if (context.actor.scope === 'read') throw forbidden()
  const rights = await rightsOver(context, before)
  checkRevision(rev, before, refusals.minutes)
  const { note, tell, set, after } = await check(before, rights)
  const line = await transition(context, workflow, before.state, name, {
    subject: placeOf(before),
    before: { state: before.state },
    after: { state: event, note: note ?? null, ...after },
    write: state =>
      context.db
        .updateTable('minutes')
        .set({ ...set, state, rev: before.rev + 1 })
        .where('id', '=', id)
        .execute(),
    event: () => addEvent(context, id, event, note ?? null),
  })
  await notify(
    context,
    [...new Set(tell.map(person => person.id))]
      .filter(to => to !== context.actor.personId)
      .map(to => ({ to, kind: 'minutes.state', key: line, subject: { kind: 'minutes', id }, params: { title: before.title, event } })),
  )
  return reload(context, id)
}
