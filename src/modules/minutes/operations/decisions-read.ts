import { z } from 'zod'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { soughtLike } from '../../../platform/search/sought.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, wholeFrom } from '../../../platform/values/shapes.ts'
import { findFollowUps } from '../../followups/queries/visible.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { isOpen as isMeetingOpen } from '../../meetings/rules/transitions.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { decisionCounts, meetingNamed, openBefore, pageOfDecisions } from '../queries/decision-list.ts'
import { type DecisionRow, decisionFrom, findDecision, linkedIds, matterOf } from '../queries/decisions.ts'
import { writesMinutes } from '../queries/minutes.ts'
import { isOpen } from '../rules/transitions.ts'
import { Decision, DecisionDetail, DecisionFilter, DecisionListing, DecisionPage } from '../schema/decisions.ts'

export const listDecisions = operation({
  name: 'decisions.list',
  summary: 'What meetings decided and recommended, as far as you may read their minutes or it is addressed to an office in your reach',
  power: 'meeting.read',
  reads: true,
  input: DecisionListing,
  output: DecisionPage,
  example: { sort: 'due' },
  async run(context, input) {
    const office = input.office ? await resolveOffice(context, input.office) : null
    const asked = { ...input, office: office?.id }
    const exact = await decisionCounts(context, asked)
    const near = asked.q && exact.total === 0 ? await soughtLike(context.db, asked.q) : undefined
    const filter = { ...asked, near }
    const { total } = near ? await decisionCounts(context, filter) : exact
    const { status: _s, open: _o, overdue: _l, ...whole } = filter
    return {
      ...(await pageOfDecisions(context, filter)),
      total,
      similar: near !== undefined && total > 0,
      counts: await decisionCounts(context, whole),
      office,
      meeting: await meetingNamed(context, filter.meeting),
    }
  },
})

/** What the page of a thing shows of decisions: so many at most, with how many there are. */
export const latestDecisions = internalOperation({
  name: 'decisions.latest',
  power: 'meeting.read',
  reads: true,
  input: z.object({ about: DecisionFilter, most: wholeFrom(1, 200) }),
  output: z.object({ decisions: z.array(Decision), total: z.int(), open: z.int(), overdue: z.int() }),
  async run(context, { about, most }) {
    const counts = await decisionCounts(context, about)
    const { decisions } = counts.total ? await pageOfDecisions(context, { ...about, sort: 'created' }, most) : { decisions: [] }
    return { decisions, ...counts }
  },
})

export const listOpenBefore = operation({
  name: 'decisions.before',
  summary:
    'What is still open of earlier meetings of the same kind that the same office hosted: what the next one begins with, the overdue first',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: z.object({
    decisions: z.array(Decision),
    total: z.int(),
    overdue: z.int(),
    isAhead: z.boolean().describe('The meeting has not ended'),
  }),
  example: { meeting: example.nextMeeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    const asked = { kindId: meeting.kindId, officeId: meeting.officeId, before: meeting.startsAt }
    return { ...(await openBefore(context, asked, 50)), isAhead: isMeetingOpen(meeting.state) }
  },
})

export const showDecision = operation({
  name: 'decisions.show',
  summary: 'One decision: its words, result and follow-ups, and the same matter through its meetings as far as you may read them',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: DecisionDetail,
  example: { id: example.distributedDecision },
  run: async (context, { id }) => detailOf(context, await findDecision(context, id)),
})

export async function detailOf(context: Context, row: DecisionRow): Promise<z.infer<typeof DecisionDetail>> {
  const { actor } = context
  const decision = decisionFrom(row)
  const [meeting, postponedTo, referredTo, continues] = await findSubjects(context, [
    { kind: 'meeting', id: row.meetingId },
    row.postponedTo ? { kind: 'meeting', id: row.postponedTo } : null,
    row.referredTo ? { kind: 'office', id: row.referredTo } : null,
    row.continues ? { kind: 'decision', id: row.continues } : null,
  ])
  const named = (thing: { name: string } | null | undefined, thingId: string | null) =>
    thing && thingId ? { id: thingId, name: thing.name } : null
  const place = placeOfFollowUp(row)
  const approved = decision.status !== 'draft'
  return {
    ...decision,
    postponedTo: named(postponedTo, row.postponedTo),
    referredTo: named(referredTo, row.referredTo) ?? (await officeName(context, row.referredTo)),
    continues: named(continues, row.continues),
    linked: await findFollowUps(context, await linkedIds(context, row.id)),
    followUps: row.followUps,
    matter: await matterOf(context, row.id),
    office: { id: place.id, name: place.name },
    meetingPage: meeting !== null,
    mayWrite: !approved && isOpen(row.minutesState) && (await writesMinutes(context, { sessionId: row.sessionId, path: row.path })),
    mayPlan: approved && actor.scope !== 'read' && covers(reachOf(actor, 'followup.write'), { path: place.path }),
  }
}

/** The name of an office is no secret to whoever may read what names it. */
async function officeName({ db }: Context, officeId: string | null): Promise<{ id: string; name: string } | null> {
  if (!officeId) return null
  return (await db.selectFrom('office_card').select(['id', 'name']).where('id', '=', officeId).executeTakeFirst()) ?? null
}

/** Where what is to be done is done: at the office that it is addressed to, else at the host. */
export const placeOfFollowUp = (row: DecisionRow): { id: string; name: string; path: string } =>
  row.officeId && row.officePath
    ? { id: row.officeId, name: row.officeName ?? '', path: row.officePath }
    : { id: row.hostId, name: row.hostName, path: row.path }

/** As it stands after a change. */
export const reloadDecision = async (context: Context, id: string) => detailOf(context, await findDecision(context, id))
