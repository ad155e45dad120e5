import { z } from 'zod'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow } from '../../meetings/queries/visible.ts'
import { isOpen } from '../../meetings/rules/transitions.ts'
import { officeMeant, resolveOffice } from '../../organisation/queries/offices.ts'
import { classesOf } from '../queries/classes.ts'
import { countInvitees, countsOf, findInvitee, inviteeFrom, pageOfInvitees } from '../queries/invitees.ts'
import { lastLetters } from '../queries/letters.ts'
import { rulesOf } from '../queries/rules.ts'
import { InvitationsView, type Invitee, InviteeListing, InviteePage } from '../schema/invitations.ts'
import { lettersRun } from '../schema/letters.ts'

export const showInvitations = operation({
  name: 'invitations.show',
  summary:
    'Who is invited to a meeting by which rules, how many they are and what they answered; of another office’s meeting only your own people',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: InvitationsView,
  example: { meeting: example.meeting },
  run: async (context, { meeting }) => viewOf(context, await findMeeting(context, meeting)),
})

export async function viewOf(context: Context, meeting: MeetingRow): Promise<z.infer<typeof InvitationsView>> {
  const { actor } = context
  const hosts = covers(reachOf(actor, 'meeting.read'), { path: meeting.path })
  return {
    meeting: { id: meeting.id, name: meeting.title },
    counts: await countsOf(context, meeting.id),
    rules: hosts ? await rulesOf(context, meeting.id) : [],
    classes: (await classesOf(context, meeting.id)).filter(({ removedAt }) => removedAt === null).length,
    mayWrite: mayInvite(context, meeting),
    run: hosts ? await lastLetters(context, meeting.id, lettersRun) : null,
  }
}

/** Whoever writes the meetings of its office, as long as it has not ended. */
export const mayInvite = ({ actor }: Pick<Context, 'actor'>, { path, state }: Pick<MeetingRow, 'path' | 'state'>): boolean =>
  actor.scope !== 'read' && covers(reachOf(actor, 'meeting.write'), { path }) && isOpen(state)

/** One of them, as it stands after a change. */
export const invitee = async (context: Context, id: string): Promise<Invitee> => inviteeFrom(await findInvitee(context, id))

export const listInvitees = operation({
  name: 'invitees.list',
  summary: 'The invitees of a meeting by office, with what each answered; of another office’s meeting those of your own offices',
  power: 'meeting.read',
  reads: true,
  input: InviteeListing.extend({ meeting: id }),
  output: InviteePage,
  example: { meeting: example.meeting, answer: 'waiting' },
  async run(context, { meeting: meetingId, province: ref, ...input }) {
    const meeting = await findMeeting(context, meetingId)
    const province = ref ? await resolveOffice(context, ref) : null
    const path = province ? (await officeMeant(context, province.id, 'province')).path : undefined
    const filter = { ...input, meeting: meeting.id, path }
    return { ...(await pageOfInvitees(context, filter)), total: await countInvitees(context, filter), province }
  },
})
