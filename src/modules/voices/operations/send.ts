import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, internalOperation, newId, operation, self } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { linkProblem } from '../../invitations/operations/answers.ts'
import { findInvitation } from '../../invitations/queries/own.ts'
import { readLinkToken } from '../../invitations/rules/links.ts'
import { type MeetingOfParticipants, meetingOfParticipants } from '../../meetings/queries/participants.ts'
import { currentOf, ownVoices, sessionsFor, type Whose } from '../queries/own.ts'
import { type Seat, seatIn, seatsByLink, seatsOf } from '../queries/participants.ts'
import { OwnVoices, VoiceByLink, VoiceDraft } from '../schema/voices.ts'
import { refusals } from '../words/refusals.ts'
import { tellSenders } from './telling.ts'

export const showOwnVoices = operation({
  name: 'voices.mine',
  summary: 'What you sent from the floor of a meeting and what was answered, with the sessions in which you may send something now',
  power: 'own',
  reads: true,
  input: z.object({ meeting: id }),
  output: OwnVoices,
  example: { meeting: example.voiceMeeting },
  async run(context, { meeting: meetingId }) {
    const person = self(context)
    const meeting = await meetingOfParticipants(context, meetingId)
    return answerTo(context, meeting, await seatsOf(context, meeting, person), { person })
  },
})

export const sendVoice = operation({
  name: 'voices.send',
  summary:
    'Send an obstacle, suggestion, criticism, solution or question from the floor of a session in which you take part: invited, as a proxy, or with a part in it',
  power: 'own',
  input: VoiceDraft,
  output: OwnVoices,
  example: { meeting: example.voiceMeeting, kind: 'question', text: 'Kapan format pertukaran data dibagikan?' },
  async run(context, { meeting: meetingId, ...draft }) {
    const person = self(context)
    const meeting = await meetingOfParticipants(context, meetingId, true)
    const seats = await seatsOf(context, meeting, person)
    return take(context, meeting, seats, { person }, draft)
  },
})

/** What whoever has the personal link of an invitation sent, and may send. `key` is that of this installation. */
export async function voicesByLink(context: Pick<Context, 'db' | 'clock'>, token: string, key: string): Promise<z.input<typeof OwnVoices>> {
  const { invitee, meeting, seats } = await linked(context, token, key, false)
  return answerTo(context, meeting, seats, { invitee })
}

/** The same by the personal link, for whoever has it. */
export const sendVoiceByLink = internalOperation({
  name: 'voices.sendByLink',
  input: VoiceByLink.extend({ key: z.string() }),
  output: OwnVoices,
  async run(context, { token, key, ...draft }) {
    const { invitee, meeting, seats } = await linked(context, token, key, true)
    return take(context, meeting, seats, { invitee }, draft)
  },
})

async function linked(context: Pick<Context, 'db'>, token: string, key: string, lock: boolean) {
  const said = readLinkToken(key, token)
  const row = said ? await findInvitation(context, said.invitee) : undefined
  if (!row?.sentAt || linkProblem(row, token)) throw notFound()
  const meeting = await meetingOfParticipants(context, row.meetingId, lock)
  return { invitee: row.id, meeting, seats: await seatsByLink(context, meeting, row.id) }
}

/** Whoever takes no part and sent nothing is told of no meeting. */
async function answerTo(context: Pick<Context, 'db' | 'clock'>, meeting: MeetingOfParticipants, seats: readonly Seat[], whose: Whose) {
  const own = await ownVoices(context, meeting, seats, whose)
  if (!seats.length && !own.voices.length) throw notFound()
  return own
}

type Draft = Omit<z.output<typeof VoiceDraft>, 'meeting'>

/** The meeting is locked, so of two who say the same at once one begins the topic, and nobody sends more than they may. */
async function take(context: Context, meeting: MeetingOfParticipants, seats: readonly Seat[], whose: Whose, draft: Draft) {
  const before = draft.id ? await sentAs(context, draft.id) : undefined
  if (before) {
    if (before.meeting !== meeting.id || !isOwn(before, whose)) throw new Refusal('conflict', refusals.idTaken)
    return answerTo(context, meeting, seats, whose)
  }
  if (!seats.length) throw notFound()
  const sessions = await sessionsFor(context, meeting, seats, whose)
  const chosen = draft.session ?? currentOf(sessions)
  const session = sessions.find(each => each.id === chosen)
  if (!session) throw chosen ? invalid('session', refusals.sessionUnknown) : new Refusal('conflict', refusals.noSession)
  if (session.problem) throw new Refusal('conflict', refusals.notNow[session.problem])
  const seat = seatIn(seats, session.id)!
  const sessionId = session.id === meeting.id ? null : session.id
  const topic = await topicFor(context, meeting, { sessionId, title: session.title }, draft)
  const voice = {
    id: draft.id ?? newId(),
    topic_id: topic.id,
    meeting_id: meeting.id,
    session_id: sessionId,
    kind: draft.kind,
    text: draft.text,
    about: draft.about,
    invitee_id: seat.inviteeId,
    person_id: seat.personId,
    name: seat.name,
    position: seat.position,
    office_id: seat.officeId,
    institution: seat.institution,
    partner_id: seat.partnerId,
    behalf_of: seat.behalfOf,
    created_at: context.clock.now(),
  }
  await context.db.insertInto('voice').values(voice).execute()
  record(context, { kind: 'voice_topic', id: topic.id, reach: [meeting.path] }, null, { kind: draft.kind, session: session.title })
  if (topic.state !== 'new') await tellSenders(context, topic.id, [voice.id])
  return answerTo(context, meeting, seats, whose)
}

const sentAs = ({ db }: Pick<Context, 'db'>, voice: string) =>
  db
    .selectFrom('voice')
    .select(['meeting_id as meeting', 'person_id as person', 'invitee_id as invitee'])
    .where('id', '=', voice)
    .executeTakeFirst()

const isOwn = (voice: { person: string | null; invitee: string | null }, whose: Whose): boolean =>
  'person' in whose ? voice.person === whose.person : voice.invitee === whose.invitee

type Place = { sessionId: string | null; title: string }
/** What says the same in this session, or that to which somebody joined it; else it begins one. */
async function topicFor(
  { db, clock }: Context,
  meeting: MeetingOfParticipants,
  { sessionId, title }: Place,
  { kind, text }: Draft,
  turns = 3,
): Promise<{ id: string; state: string }> {
  // Held, so that whoever answers it or joins it to another meanwhile comes after, or it is looked for again.
  const { rows } = await sql<{ id: string; state: string; joined: boolean }>`
    select l.id, l.state, l.joined_to is not null as joined from voice_topic t join voice_topic l on l.id = coalesce(t.joined_to, t.id)
    where t.meeting_id = ${meeting.id}::uuid and coalesce(t.session_id, t.meeting_id) = ${sessionId ?? meeting.id}::uuid
      and t.kind = ${kind} and t.sentence = sentence_key(${text}) for update of l`.execute(db)
  if (rows[0]?.joined && turns) return topicFor({ db, clock } as Context, meeting, { sessionId, title }, { kind, text } as Draft, turns - 1)
  if (rows[0]) return rows[0]
  const topic = { id: newId(), state: 'new' as const }
  await db
    .insertInto('voice_topic')
    .values({ ...topic, meeting_id: meeting.id, session_id: sessionId, session: title, kind, text, created_at: clock.now() })
    .execute()
  return topic
}
