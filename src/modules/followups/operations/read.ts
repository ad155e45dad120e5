import { sql } from 'kysely'
import { z } from 'zod'
import { holders, nearestOf } from '../../../platform/authority/holders.ts'
import { canAnywhere, covers, reachOf } from '../../../platform/authority/reach.ts'
import { pageSize } from '../../../platform/database/keyset.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { soughtLike } from '../../../platform/search/sought.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, day, id, wholeFrom } from '../../../platform/values/shapes.ts'
import { burnDown, followUpCounts } from '../queries/counts.ts'
import { escalationsOf } from '../queries/escalations.ts'
import { eventsOf, findEvidence } from '../queries/events.ts'
import { withGrounds } from '../queries/grounds.ts'
import { filterCondition, namesIn, pageOfFollowUps } from '../queries/list.ts'
import { meant } from '../queries/meant.ts'
import { detailed, findFollowUp, followUpFrom, involvedBy } from '../queries/visible.ts'
import { actsFor, mayJudge, mayReport } from '../rules.ts'
import { FollowUpCounts, FollowUpDetail, FollowUpFilter, FollowUpLine, FollowUpListing, FollowUpPage, RemainingDay } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const listFollowUps = operation({
  name: 'followups.list',
  summary: 'Follow-ups in your reach and your own, by due date, owner or when they were recorded, with how many are overdue of how many',
  power: 'followup.read',
  reads: true,
  input: FollowUpListing,
  output: FollowUpPage,
  example: { sort: 'due' },
  async run(context, input) {
    const { filter: asked, office } = await meant(context, input)
    const near = asked.q && !(await followUpCounts(context, { q: asked.q })).total ? await soughtLike(context.db, asked.q) : undefined
    const filter = { ...asked, near }
    const { active: _a, state: _s, overdue: _o, soon: _n, toVerify: _v, ...whole } = filter
    const page = await pageOfFollowUps(context, filter)
    const { total } = await followUpCounts(context, filter)
    return {
      ...page,
      followUps: await withGrounds(context, page.followUps),
      total,
      similar: near !== undefined && total > 0,
      counts: await followUpCounts(context, whole),
      office,
      ...(await namesIn(context, filter)),
      agreement: await agreementNamed(context, filter.agreement),
    }
  },
})

/**
 * What the page of a thing shows of its follow-ups: so many at most, by due date, with how many there are; `active` are those that are not
 * finished, alone or before the others.
 */
export const latestFollowUps = internalOperation({
  name: 'followups.latest',
  power: 'followup.read',
  reads: true,
  input: z.object({ about: FollowUpFilter, active: z.enum(['alone', 'first']).optional(), most: wholeFrom(1, pageSize) }),
  output: FollowUpPage.pick({ followUps: true, total: true, counts: true }),
  async run(context, { about, active, most }) {
    const counts = await followUpCounts(context, about)
    const total = active === 'alone' ? counts.active : counts.total
    const filter = active && counts.active ? { ...about, active: true } : about
    const { followUps } = total ? await pageOfFollowUps(context, { ...filter, sort: 'due' }, most) : { followUps: [] }
    return { followUps: await withGrounds(context, followUps), total, counts }
  },
})

/** Where it is in reach. */
async function agreementNamed(context: Context, id: string | undefined): Promise<{ id: string; name: string } | null> {
  const [found] = id ? await findSubjects(context, [{ kind: 'agreement', id }]) : []
  return found && id ? { id, name: found.name } : null
}

export const showFollowUp = operation({
  name: 'followups.show',
  summary: 'One follow-up with everything that happened to it, and what you may do now',
  power: 'followup.read',
  reads: true,
  input: z.object({ id }),
  output: FollowUpDetail,
  example: { id: example.followUp },
  async run(context, { id }) {
    const row = await findFollowUp(context, id)
    const events = await eventsOf(context, id)
    const { actor } = context
    const held = (power: 'followup.report' | 'followup.verify' | 'followup.write') => covers(reachOf(actor, power), { path: row.path })
    const involved = involvedBy(
      events.map(({ kind, byId, ownerId }) => ({ kind, by: byId, ownerId })),
      row.owner_id,
    )
    const isOwner = row.owner_id === actor.personId
    const acts = actsFor({ state: row.state, ...involved }, actor.personId, {
      report: mayReport(isOwner, { here: held('followup.report'), anywhere: canAnywhere(actor, 'followup.report') }),
      verify: held('followup.verify'),
      write: held('followup.write'),
    })
    const followUp = followUpFrom(row)
    const [origin] = await findSubjects(context, [followUp.origin])
    const [line] = await withGrounds(context, [followUp])
    return {
      ...line!,
      events: events.map(({ byId: _by, ownerId: _owner, ...event }) => event),
      escalations: isOwner || covers(reachOf(actor, 'followup.read'), { path: row.path }) ? await escalationsOf(context, id) : [],
      acts: actor.scope === 'read' ? [] : acts,
      mine: actor.personId !== null && !mayJudge(involved, actor.personId),
      originPage: origin?.path ?? null,
      ...(await verifiersOf(context, row, involved)),
      ownerPhones: covers(reachOf(actor, 'person.read'), { path: row.path }) ? row.ownerPhones : [],
    }
  },
})

/** Of whom one verifies what was reported, for whoever reads the follow-ups of its office: the nearest by name, and how many more. */
async function verifiersOf(
  context: Context,
  { state, path }: { state: string; path: string },
  involved: ReturnType<typeof involvedBy>,
): Promise<Pick<FollowUpDetail, 'verifiers' | 'otherVerifiers'>> {
  if (state !== 'reported' || !covers(reachOf(context.actor, 'followup.read'), { path })) return { verifiers: [], otherVerifiers: 0 }
  const all = (await holders(context, 'followup.verify', path, context.clock.today())).filter(({ id }) => mayJudge(involved, id))
  const named = nearestOf(all).slice(0, 3)
  return { verifiers: named.map(({ name }) => name), otherVerifiers: all.length - named.length }
}

export const readEvidence = operation({
  name: 'followups.evidence',
  summary: 'A file that was given as evidence',
  power: 'followup.read',
  reads: true,
  input: z.object({ id, file: id }),
  output: Download,
  example: { id: example.reportedFollowUp, file: example.evidence },
  async run(context, { id, file }) {
    await findFollowUp(context, id)
    await findEvidence(context, id, file)
    return storedFile(context, file)
  },
})

export const showProgress = operation({
  name: 'followups.progress',
  summary:
    'How what is open grows less: counts by state, what remained and what was done at the end of each day, and what is overdue longest',
  power: 'followup.read',
  reads: true,
  input: FollowUpFilter.pick({ office: true, partner: true, mine: true }).extend({ from: day.optional(), to: day.optional() }),
  output: z.object({ counts: FollowUpCounts, days: z.array(RemainingDay), longest: z.array(FollowUpLine) }),
  example: {},
  async run(context, { from, to, ...filter }) {
    const last = to ?? context.clock.today(context.actor.zone)
    if (from && from > last) throw invalid('from', refusals.daysCross)
    if (from && addDays(from, 3700) < last) throw invalid('from', refusals.spanTooLong)
    const late = await detailed(context)
      .where(filterCondition(context, { ...filter, overdue: true }))
      .orderBy('f.due_on')
      .orderBy(sql`f.id`)
      .limit(5)
      .execute()
    return {
      counts: await followUpCounts(context, filter),
      days: await burnDown(context, { from, to: last, filter }),
      longest: await withGrounds(context, late.map(followUpFrom)),
    }
  },
})
