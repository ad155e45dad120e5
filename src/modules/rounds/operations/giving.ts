import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { type FieldErrors, forbidden, invalid, notFound, Refusal, someWrong } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { criteriaOf, juryOf, lockAward, votesFor } from '../queries/awards.ts'
import { entriesOf } from '../queries/entries.ts'
import { findRound, isOver } from '../queries/visible.ts'
import { statusOf } from '../rules/queue.ts'
import { isExcluded } from '../rules/tally.ts'
import { Award, MarksGiven, VoteGiven } from '../schema/awards.ts'
import { refusals } from '../words/refusals.ts'
import { isReady, reloadAward } from './award-view.ts'
import { placeOf } from './write.ts'

export const giveMarks = operation({
  name: 'marks.give',
  summary:
    'Mark what an office presented, as one of the jury, or abstain. The last counts, until it stops; nobody else reads what you gave, and the audit trail says only that you did',
  power: 'round.write',
  alsoOwn: true,
  input: MarksGiven,
  output: Award,
  example: { id: example.openAwardRound, entry: example.awardEntry, points: [{ criterion: example.awardCriterion, points: 2 }] },
  async run(context, { id, entry: entryId, abstain, points }) {
    const person = self(context)
    const { round, award, entries } = await findOpen(context, id)
    if (!(await juryOf(context, round)).some(each => each.id === person)) throw forbidden()
    if (award.jury_weight === 0) throw new Refusal('conflict', refusals.noJury)
    const entry = entries.find(each => each.id === entryId)
    if (!entry) throw notFound()
    const path = context.actor.office?.path ?? null
    if (isExcluded(path, entry.path)) throw new Refusal('conflict', refusals.ownProvince)
    if (!isReady(statusOf(round.queue, entryId))) throw new Refusal('conflict', refusals.notPresented)
    const given = abstain ? null : await pointsOf(context, id, points)
    await context.db
      .insertInto('award_mark')
      .values({
        id: newId(),
        round_id: id,
        entry_id: entryId,
        person_id: person,
        path,
        points: given && sql`${JSON.stringify(given)}::jsonb`,
        at: context.clock.now(),
      })
      .execute()
    record(context, placeOf(round), null, { entry: entryId })
    return reloadAward(context, id)
  },
})

export const castVote = operation({
  name: 'votes.cast',
  summary:
    'Choose the best of a stage in the name of your office, or abstain. An office has one vote in each stage, of which the last counts; nobody else reads it before it stops',
  power: 'round.write',
  alsoOwn: true,
  input: VoteGiven,
  output: Award,
  example: { id: example.openAwardRound, stage: 'Rahasia tahapan', entry: example.awardEntry },
  async run(context, { id, stage, entry: chosen }) {
    const entryId = chosen === 'abstain' ? null : chosen
    const person = self(context)
    const { round, award, entries } = await findOpen(context, id)
    const isJury = (await juryOf(context, round)).some(each => each.id === person)
    const office = isJury ? null : await votesFor(context, round, entries)
    if (!office) throw forbidden()
    if (award.audience_weight === 0) throw new Refusal('conflict', refusals.noAudience)
    const ofStage = entries.filter(each => each.stage === stage)
    if (!ofStage.length) throw notFound()
    const entry = entryId === null ? null : ofStage.find(each => each.id === entryId)
    if (entry === undefined) throw invalid('entry', refusals.notOfStage)
    if (entry && isExcluded(office.path, entry.path)) throw invalid('entry', refusals.ownProvince)
    if (entry && !isReady(statusOf(round.queue, entry.id))) throw invalid('entry', refusals.notPresented)
    await context.db
      .insertInto('award_vote')
      .values({ id: newId(), round_id: id, stage, office_id: office.id, entry_id: entryId, person_id: person, at: context.clock.now() })
      .execute()
    record(context, placeOf(round), null, { office: office.name, stage })
    return reloadAward(context, id)
  },
})

/** Open, and kept from being stopped until this is done. */
async function findOpen(context: Context, id: string) {
  const round = await findRound(context, id)
  const award = await lockAward(context, id, 'share')
  if (!award) throw notFound()
  if (award.state === 'stopped') throw new Refusal('conflict', refusals.awardStopped)
  if (award.state !== 'open' || isOver(round)) throw new Refusal('conflict', refusals.awardNotNow)
  return { round, award, entries: await entriesOf(context, round) }
}

/** One of the levels for each criterion; says of all that are missing at once. */
async function pointsOf(
  context: Context,
  id: string,
  given: { criterion: string; points: number | null }[],
): Promise<Record<string, number>> {
  const wrong: FieldErrors = {}
  const points: Record<string, number> = {}
  for (const [at, { id: criterion, levels }] of (await criteriaOf(context, id)).entries()) {
    const level = given.find(each => each.criterion === criterion)?.points ?? null
    if (level === null || level > levels.length) wrong[`points.${at}.points`] = [refusals.noLevel]
    else points[criterion] = level
  }
  if (Object.keys(wrong).length) throw someWrong(wrong)
  return points
}
