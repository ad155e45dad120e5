import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, isId, seenRev } from '../../../platform/values/shapes.ts'
import { visiblePersons } from '../../organisation/queries/persons.ts'
import { type AwardRow, criteriaOf, juryOf, lockAward, marksOf, personNow, votesFor, votesOf } from '../queries/awards.ts'
import { entriesOf } from '../queries/entries.ts'
import { findRound, findRoundForChange, isOver, type RoundRow } from '../queries/visible.ts'
import { statusOf } from '../rules/queue.ts'
import { type Fraction, readable, tally } from '../rules/tally.ts'
import { Award, AwardPlan, type AwardResult, JuryAddition, JuryRemoval } from '../schema/awards.ts'
import type { AwardState } from '../schema/kinds.ts'
import { refusals } from '../words/refusals.ts'
import { awardOf, reloadAward } from './award-view.ts'
import { placeOf } from './write.ts'

const Seen = z.object({ id, rev: seenRev.describe('Of the award') })

export const showAward = operation({
  name: 'awards.show',
  summary: 'The award of a presenting round: what is marked and how it counts, what you gave yourself, and once it has stopped the result',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id: id.describe('Of the round') }),
  output: Award,
  example: { id: example.round },
  run: async (context, { id }) => awardOf(context, await findRound(context, id)),
})

export const planAward = operation({
  name: 'awards.plan',
  summary: 'Say what the jury marks and by which levels, how much jury and audience count, and what decides a tie; fixed once it opens',
  power: 'round.write',
  input: AwardPlan,
  output: Award,
  example: {
    id: example.round,
    rev: 1,
    juryWeight: 60,
    audienceWeight: 40,
    tieRule: 'jury',
    criteria: [{ name: 'Rahasia kejelasan', weight: 2, levels: ['Rahasia kurang', 'Rahasia baik'] }],
  },
  async run(context, { id, rev, criteria, juryWeight, audienceWeight, tieRule }) {
    const { round, award } = await lock(context, id, rev)
    if (award && award.state !== 'draft') throw new Refusal('conflict', refusals.awardFixed)
    const columns = { jury_weight: juryWeight, audience_weight: audienceWeight, tie_rule: tieRule, state: 'draft' as const, rev: rev + 1 }
    const before = award ? await auditedPlan(context, award) : null
    if (award) await context.db.updateTable('award').set(columns).where('round_id', '=', id).execute()
    else
      await context.db
        .insertInto('award')
        .values({ round_id: id, ...columns })
        .execute()
    await context.db.deleteFrom('award_criterion').where('round_id', '=', id).execute()
    if (criteria.length)
      await context.db
        .insertInto('award_criterion')
        .values(
          criteria.map((each, seq) => ({ id: newId(), round_id: id, seq, ...each, levels: sql`${JSON.stringify(each.levels)}::jsonb` })),
        )
        .execute()
    record(context, placeOf(round), before, { juryWeight, audienceWeight, tieRule, criteria: criteria.map(({ name }) => name) })
    return reloadAward(context, id)
  },
})

export const openAward = operation({
  name: 'awards.open',
  summary: 'Open the marking: from now on jury and audience can give, and what counts how can no longer be changed',
  power: 'round.write',
  input: Seen,
  output: Award,
  example: { id: example.round, rev: 1 },
  run: (context, { id, rev }) => move(context, id, rev, 'draft', 'open', now => ({ opened_at: now })),
})

export const stopAward = operation({
  name: 'awards.stop',
  summary: 'Stop the marking: the result stands from now on, with who could mark and vote, and everybody who reads the round reads it',
  power: 'round.write',
  input: Seen,
  output: Award,
  example: { id: example.openAwardRound, rev: 1 },
  async run(context, { id, rev }) {
    return move(context, id, rev, 'open', 'stopped', async (now, round, award) => {
      if (round.queue.current) throw new Refusal('conflict', refusals.stillPresenting)
      const result = await resultOf(context, round, award)
      return { stopped_at: now, result: sql`${JSON.stringify(result)}::jsonb` }
    })
  },
})

export const addToJury = operation({
  name: 'jury.add',
  summary: 'Name somebody who marks without having that part in the session',
  power: 'round.write',
  input: JuryAddition,
  output: Award,
  example: { id: example.round, person: example.person },
  async run(context, { id, person: ref }) {
    const { round, award } = await lock(context, id)
    checkUnstopped(award)
    const person = await visiblePersons(context)
      .where(isId(ref) ? 'p.id' : 'p.email', '=', isId(ref) ? ref : ref.toLowerCase())
      .where('p.left_at', 'is', null)
      .select(['p.id', 'p.name'])
      .executeTakeFirst()
    if (!person) throw invalid('person', refusals.personUnknown)
    if ((await juryOf(context, round)).some(each => each.id === person.id)) throw invalid('person', refusals.inJuryAlready)
    await context.db.insertInto('award_judge').values({ round_id: id, person_id: person.id }).execute()
    await touch(context, id)
    record(context, placeOf(round), null, { jury: person.name })
    return reloadAward(context, id)
  },
})

export const removeFromJury = operation({
  name: 'jury.remove',
  summary: 'Take somebody out of the jury who was named; what they gave is kept and not counted',
  power: 'round.write',
  input: JuryRemoval,
  output: Award,
  example: { id: example.round, rev: 1, person: example.formerPerson },
  async run(context, { id, rev, person }) {
    const { round, award } = await lock(context, id, rev)
    checkUnstopped(award)
    const jury = (await juryOf(context, round)).find(each => each.id === person && !each.byPart)
    if (!jury) throw notFound()
    await context.db.deleteFrom('award_judge').where('round_id', '=', id).where('person_id', '=', person).execute()
    await touch(context, id)
    record(context, placeOf(round), { jury: jury.name }, null)
    return reloadAward(context, id)
  },
})

/** The round and its award behind their locks, for whoever runs rounds at the office that hosts and has seen the newest. */
async function lock(context: Context, id: string, rev?: number): Promise<{ round: RoundRow; award: AwardRow | undefined }> {
  const round = await findRoundForChange(context, id)
  authorize(context, 'round.write', { path: round.path })
  const award = await lockAward(context, id, 'update')
  if (rev !== undefined) checkRevision(rev, { rev: award?.rev ?? 0 }, refusals.award)
  if (isOver(round)) throw new Refusal('conflict', refusals.meetingOver)
  return { round, award }
}

function checkUnstopped(award: AwardRow | undefined): asserts award is AwardRow {
  if (!award) throw notFound()
  if (award.state === 'stopped') throw new Refusal('conflict', refusals.awardStopped)
}

const touch = (context: Context, id: string) =>
  context.db.updateTable('award').set({ rev: sql<number>`rev + 1` }).where('round_id', '=', id).execute()

type Columns = { opened_at?: Date; stopped_at?: Date; result?: unknown }

async function move(
  context: Context,
  id: string,
  rev: number,
  from: AwardState,
  state: AwardState,
  columns: (now: Date, round: RoundRow, award: AwardRow) => Columns | Promise<Columns>,
) {
  const { round, award } = await lock(context, id, rev)
  if (!award) throw notFound()
  if (award.state !== from) throw new Refusal('conflict', award.state === 'stopped' ? refusals.awardStopped : refusals.awardNotNow)
  const more = (await columns(context.clock.now(), round, award)) as object
  await context.db
    .updateTable('award')
    .set({ state, ...more, rev: rev + 1 })
    .where('round_id', '=', id)
    .execute()
  // Pages that follow the round are drawn anew.
  await context.db
    .updateTable('round')
    .set({ rev: round.rev + 1 })
    .where('id', '=', id)
    .execute()
  record(context, placeOf(round), { award: award.state }, { award: state })
  return reloadAward(context, id)
}

/** Exactly, of what those gave who may give now. */
async function resultOf(context: Context, round: RoundRow, award: AwardRow): Promise<AwardResult> {
  const rows = await entriesOf(context, round)
  const criteria = await criteriaOf(context, round.id)
  const jury = await Promise.all(
    (await juryOf(context, round)).map(async ({ id, name }) => ({ id, name, actor: await personNow(context, id) })),
  )
  const entitled = jury.filter(({ actor }) => actor !== null)
  const given = await marksOf(context, round.id)
  const marks = given.filter(({ person }) => entitled.some(({ id }) => id === person))
  const cast = await votesOf(context, round.id)
  const votes: typeof cast = []
  for (const vote of cast) {
    const voter = await personNow(context, vote.person)
    const office = voter && !entitled.some(({ id }) => id === vote.person) ? await votesFor(context, round, rows, voter) : null
    if (office?.id === vote.officeId) votes.push(vote)
  }
  const outcomes = tally(
    rows.filter(({ id }) => statusOf(round.queue, id) === 'done').map(({ id, stage, path }) => ({ entry: id, stage, path })),
    criteria.map(({ id, weight, levels }) => ({ id, weight, most: levels.length })),
    award.jury_weight > 0 ? marks : [],
    award.audience_weight > 0 ? votes : [],
    { jury: award.jury_weight, audience: award.audience_weight, tie: award.tie_rule },
  )
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const offices = new Map([
    ...rows.map(({ officeId, office }) => [officeId, office] as const),
    ...votes.map(({ officeId, office }) => [officeId, office] as const),
  ])
  return {
    rows: outcomes.map(({ path, ...outcome }) => {
      const { officeId, office, topic } = rowOf.get(outcome.entry)!
      return {
        ...outcome,
        office: { id: officeId, name: office },
        topic,
        jury: scoreOf(outcome.jury),
        audience: scoreOf(outcome.audience),
        total: scoreOf(outcome.total),
      }
    }),
    jury: entitled.map(({ id, name, actor }) => ({ id, name, office: actor?.office?.name ?? null })),
    offices: [...offices].map(([id, name]) => ({
      id,
      name,
      voted: votes.flatMap(vote => (vote.officeId === id && vote.entry !== null ? [vote.stage] : [])),
    })),
    uncounted: { marks: given.length - marks.length, votes: cast.length - votes.length },
  }
}

const scoreOf = (score: Fraction | null) => score && { n: String(score.n), d: String(score.d), read: readable(score) }

const auditedPlan = async (context: Context, { round_id, jury_weight, audience_weight, tie_rule }: AwardRow) => ({
  juryWeight: jury_weight,
  audienceWeight: audience_weight,
  tieRule: tie_rule,
  criteria: (await criteriaOf(context, round_id)).map(({ name }) => name),
})
