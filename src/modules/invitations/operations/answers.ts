import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, internalOperation, newId, operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { findInvitee } from '../queries/invitees.ts'
import { findInvitation, findInvitationForChange, type InvitationRow, invitationsOf, ownFrom } from '../queries/own.ts'
import { hashOfLink, readLinkToken } from '../rules/links.ts'
import { AnswerByLink, AnswerGiven, OwnInvitation } from '../schema/answers.ts'
import { Invitee } from '../schema/invitations.ts'
import { refusals } from '../words/refusals.ts'
import { endSeat } from './classes/places.ts'
import { endProxiesOf, noteParticipants } from './participants.ts'
import { invitee } from './read.ts'

export const listOwnInvitations = operation({
  name: 'invitations.mine',
  summary: 'The meetings to which you were invited, the next ones first, and what you answered',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ invitations: z.array(OwnInvitation) }),
  example: {},
  async run(context) {
    const now = context.clock.now()
    return { invitations: (await invitationsOf(context, self(context))).map(row => ownFrom(row, now)) }
  },
})

export const showOwnInvitation = operation({
  name: 'invitations.own',
  summary: 'One of your invitations to a meeting, with everything that you answered to it',
  power: 'own',
  reads: true,
  input: z.object({ id }),
  output: OwnInvitation,
  example: { id: example.ownInvitee },
  run: async (context, { id }) => ownFrom(mine(context, await findInvitation(context, id)), context.clock.now()),
})

export const answerInvitation = operation({
  name: 'invitations.answer',
  summary:
    'Answer your invitation to a meeting: you attend on site or online, or you do not and why; until the meeting is over you may answer otherwise',
  power: 'own',
  input: AnswerGiven,
  output: OwnInvitation,
  example: { id: example.ownInvitee, answer: 'declined', reason: 'Bertugas di luar kota pada hari itu.', rev: 0 },
  async run(context, { id, ...given }) {
    const row = mine(context, await findInvitationForChange(context, id))
    return take(context, row, given, 'self')
  },
})

/** The same by the personal link, for whoever has it. `key` is that of this installation. */
export const answerByLink = internalOperation({
  name: 'invitations.answerByLink',
  input: AnswerByLink.and(z.object({ key: z.string() })),
  output: OwnInvitation,
  async run(context, { token, key, ...given }) {
    const said = readLinkToken(key, token)
    const row = said ? await findInvitationForChange(context, said.invitee) : undefined
    if (!row || linkProblem(row, token)) throw notFound()
    return take(context, row, given, 'link')
  },
})

export const recordAnswer = operation({
  name: 'invitees.record',
  summary: 'Note what somebody who is invited answered otherwise than in Sinergi, such as by telephone',
  power: 'meeting.write',
  input: AnswerGiven,
  output: Invitee,
  example: { id: example.ownInvitee, answer: 'onsite', rev: 0 },
  async run(context, { id, ...given }) {
    const found = await findInvitee(context, id)
    authorize(context, 'meeting.write', { path: found.path })
    const row = await findInvitationForChange(context, id)
    await take(context, row!, given, 'host')
    return invitee(context, id)
  },
})

export const withdrawInvitee = operation({
  name: 'invitees.withdraw',
  summary: 'Leave somebody out who is invited, with the reason; their link stops working, and no rule invites them again',
  power: 'meeting.write',
  input: z.object({ id, reason: z.string().trim().min(3).max(500), rev: seenRev }),
  output: Invitee,
  example: { id: example.invitee, reason: 'Sudah diwakili oleh lembaganya.', rev: 0 },
  async run(context, { id, reason, rev }) {
    const found = await findInvitee(context, id)
    authorize(context, 'meeting.write', { path: found.path })
    const row = (await findInvitationForChange(context, id))!
    checkRevision(rev, row, refusals.invitee)
    if (row.withdrawnAt) throw new Refusal('conflict', refusals.withdrawn)
    await context.db
      .updateTable('meeting_invitee')
      .set({ withdrawn_at: context.clock.now(), withdrawn_reason: reason, link_revoked_at: context.clock.now(), rev: row.rev + 1 })
      .where('id', '=', id)
      .execute()
    await endSeat(context, row, 'withdrawn')
    await endProxiesOf(context, row, 'withdrawn')
    await noteParticipants(context, row.meetingId, [row.personId])
    record(context, subjectOf(row), { inviteeState: found.state }, { inviteeState: 'withdrawn', reason })
    return invitee(context, id)
  },
})

/** Why a link that this installation made is none any more; null where it is one. */
export function linkProblem({ version, hash, revokedAt, withdrawnAt }: InvitationRow, token: string): 'replaced' | 'revoked' | null {
  if (revokedAt || withdrawnAt) return 'revoked'
  return hash === hashOfLink(token) && version > 0 ? null : 'replaced'
}

export function mine(context: Context, row: InvitationRow | undefined): InvitationRow {
  if (!row?.sentAt || row.personId !== self(context)) throw notFound()
  return row
}

type Given = Omit<z.output<typeof AnswerGiven>, 'id'>

/** Whatever door it comes by: it can be answered now, in one of the ways that there are; who answers for themselves sends nobody else. */
async function take(context: Context, row: InvitationRow, { answer, reason, letter, rev }: Given, how: 'link' | 'self' | 'host') {
  checkRevision(rev, row, refusals.invitee)
  const now = context.clock.now()
  const { choices, problem } = ownFrom(row, now)
  if (problem) throw new Refusal('conflict', refusals.notAnswerable[problem])
  if (!choices.includes(answer)) throw invalid('answer', refusals.answerNotOffered)
  const file = letter ? await keepFile(context, letter, { reach: [row.path] }, 'letter') : null
  await context.db
    .insertInto('meeting_invitee_answer')
    .values({ id: newId(), invitee_id: row.id, answer, reason, reason_file: file?.id ?? null, how, by: context.actor.personId, at: now })
    .execute()
  await context.db
    .updateTable('meeting_invitee')
    .set({ answer, reason, reason_file: file?.id ?? null, answered_at: now, rev: row.rev + 1 })
    .where('id', '=', row.id)
    .execute()
  if (answer === 'declined') await endSeat(context, row, 'declined')
  if (row.proxy) await endProxiesOf(context, row, 'withdrawn')
  await noteParticipants(context, row.meetingId, [row.personId])
  record(
    context,
    subjectOf(row),
    { answer: row.answer, reason: row.reason },
    { answer, reason, answeredBy: how, ...(file && { letterFile: file.name }) },
  )
  return ownFrom((await findInvitation(context, row.id))!, now)
}

export const subjectOf = ({ id, path }: Pick<InvitationRow, 'id' | 'path'>) => ({ kind: 'meeting_invitee', id, reach: [path] })
