import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { findRun, lockRun } from '../../../platform/runs/find.ts'
import { advanceRun, finishRun, startRun } from '../../../platform/runs/move.ts'
import { isOver, type RunState } from '../../../platform/runs/run.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { findCycle, findCycleForChange } from '../queries/cycles.ts'
import { addressed, type Scope, waitingForms } from '../queries/letters.ts'
import { LetterPreview, LetterRun, LettersAsked, LettersCursor, lettersRun } from '../rules/letters.ts'
import type { Cycle } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { invite, remind } from './telling.ts'

const most = 200
const code = z.string().max(20)
const RunRequest = z.object({ id, province: code.optional(), preview: flag.default(false) })
const Answer = z.object({ preview: LetterPreview, run: LetterRun.nullable() })

export const inviteAll = operation({
  name: 'cycles.invite',
  summary:
    'Invite the contacts of every partner of a cycle (or of one province) that has not answered; the letters leave in the background. With `preview` nothing is sent',
  power: 'cycle.write',
  input: RunRequest,
  output: Answer,
  example: { id: example.cycle, preview: true },
  run: (context, asked) => begin(context, 'invitation', asked),
})

export const remindAll = operation({
  name: 'cycles.remind',
  summary:
    'Remind both sides of a cycle (or of one province) of what they have not submitted, one letter a person, nobody twice within three days. With `preview` nothing is sent',
  power: 'assignment.remind',
  input: RunRequest,
  output: Answer,
  example: { id: example.cycle, preview: true },
  run: (context, asked) => begin(context, 'reminder', asked),
})

/** Invitations are of whoever opens the cycle; whoever answers for a place may remind there. */
export const letterPowers = { invitation: 'cycle.write', reminder: 'assignment.remind' } as const

/** What is about to be sent, and, unless only that was asked, the run that sends it: one's own under way, if there is one of the same. */
async function begin(context: Context, letter: Scope['letter'], { id, province, preview: only }: z.output<typeof RunRequest>) {
  const cycle = only ? await findCycle(context, id) : await findCycleForChange(context, id)
  const place = province === undefined ? null : await placeOf(context, province, cycle)
  authorize(context, letterPowers[letter], { path: place?.path ?? cycle.office.path })
  if (cycle.phase !== 'open' && cycle.phase !== 'late') throw new Refusal('conflict', refusals.lettersOutOfTime)
  const scope = { cycleId: id, letter, path: place?.path ?? null }
  const preview = previewOf(await addressed(context, scope), place)
  if (only) return { preview, run: null }
  const running = await latestRun(context, id, place?.id ?? null, letter, true)
  if (running && !running.ended) {
    // Its job may have ended for good. Another one beside it is harmless: each step holds the cycle and goes on from the last.
    await context.enqueue(lettersRun, { id: running.id })
    return { preview, run: runOutput(running, cycle) }
  }
  const total = letter === 'invitation' ? preview.forms : preview.letters
  const path = place?.path ?? cycle.office.path
  const asked = { letter, province: place?.id ?? null, path: scope.path, askedOn: context.clock.today() }
  await startRun(context, lettersRun, { subjectId: id, path, total, input: asked })
  record(context, { kind: 'cycle', id, reach: [path] }, null, { [letter === 'invitation' ? 'invitations' : 'reminders']: total })
  return { preview, run: runOutput((await latestRun(context, id, place?.id ?? null, letter, true))!, cycle) }
}

export const showInvitations = operation({
  name: 'cycles.invitations',
  summary: 'How far the last letters about a cycle (or about one province of it) are: invitations or reminders',
  power: 'assignment.remind',
  reads: true,
  input: z.object({ id, province: code.optional() }),
  output: LetterRun.nullable(),
  example: { id: example.cycle },
  async run(context, { id, province }) {
    const cycle = await findCycle(context, id)
    const place = province === undefined ? null : await placeOf(context, province, cycle)
    authorize(context, 'assignment.remind', { path: place?.path ?? cycle.office.path })
    const run = await latestRun(context, id, place?.id ?? null)
    return run ? runOutput(run, cycle) : null
  },
})

/** The next letters of a run; harmless to repeat. */
export const continueInvitations = internalOperation({
  name: 'cycles.continueInvitations',
  power: 'assignment.remind',
  input: z.object({ id }),
  output: z.object({}),
  async run(context, { id }) {
    const { subjectId } = (await findRun(context.db, id)) ?? missing()
    const cycle = await findCycleForChange(context, subjectId)
    const run = await lockRun(context, id)
    const { letter, path, askedOn } = LettersAsked.parse(run.input)
    authorize(context, 'assignment.remind', { path: run.path })
    authorize(context, letterPowers[letter], { path: run.path })
    if (isOver(run)) return {}
    const cursor = LettersCursor.parse(run.cursor)
    const scope = { cycleId: subjectId, letter, path, invitedSince: askedOn }
    const step =
      cycle.phase === 'closed'
        ? over
        : letter === 'invitation'
          ? await inviteSome(context, scope, cursor.last, cycle)
          : await remindSome(context, scope, cycle)
    const by = step.finished ? run.total - run.done : Math.min(step.done, run.total - run.done)
    await advanceRun(context, id, { by, cursor: { last: step.last ?? cursor.last, letters: cursor.letters + step.letters } })
    if (step.finished) await finishRun(context, id)
    return {}
  },
})
const missing = (): never => {
  throw notFound()
}

type RunProgress = { done: number; letters: number; last?: string | undefined; finished: boolean }
const over: RunProgress = { done: 0, letters: 0, finished: true }
const batch = 50

/** In the order of the forms: one letter to each of their people, about all of theirs in the cycle. */
async function inviteSome(context: Context, scope: Scope, last: string | null, { name }: Cycle): Promise<RunProgress> {
  const forms = (await waitingForms(context, scope)).filter(form => last === null || form.id > last).slice(0, batch)
  const ids = new Set(forms.map(form => form.id))
  const { letters } = await addressed(context, scope)
  const people = new Set(letters.flatMap(({ assignmentId, personId }) => (ids.has(assignmentId) ? personId : [])))
  const sent = await invite(
    context,
    letters.filter(({ personId }) => people.has(personId)).map(form => ({ ...form, cycleId: scope.cycleId, cycle: name })),
  )
  return { done: forms.length, letters: sent, last: forms.at(-1)?.id, finished: forms.length < batch }
}

/** One letter a person about all their forms; who was written to is not among the next. */
async function remindSome(context: Context, scope: Scope, cycle: Cycle): Promise<RunProgress> {
  const people = [...Map.groupBy((await addressed(context, scope)).letters, ({ personId }) => personId).values()]
  const some = people.slice(0, batch)
  await remind(
    context,
    some.flat().map(form => ({ ...form, cycleId: cycle.id, cycle: cycle.name, reminder: 'reminder' as const })),
  )
  return { done: some.length, letters: some.length, finished: people.length <= batch }
}

type Place = { id: string; code: string; name: string; path: string }
/** An office below that of the cycle; one above it stands for the cycle's own, since all of its forms lie below. */
async function placeOf({ db }: Context, code: string, cycle: Cycle): Promise<Place> {
  const place = await db
    .selectFrom('office_card')
    .select(['id', 'code', 'name', sql<string>`path::text`.as('path')])
    .where('code', '=', code)
    .where(sql<boolean>`(path <@ ${cycle.office.path}::text::ltree or path @> ${cycle.office.path}::text::ltree)`)
    .executeTakeFirst()
  if (place) return place.path.length < cycle.office.path.length ? { ...place, path: cycle.office.path } : place
  throw new Refusal('not_found', refusals.officeNotInCycle)
}

/** Of somebody else with another reach it writes to others: whoever begins goes on with their own alone. */
async function latestRun(
  { db, actor }: Context,
  cycleId: string,
  province: string | null,
  letter?: Scope['letter'],
  own = false,
): Promise<FoundRun | undefined> {
  const { rows } = await sql<FoundRun>`
    select id, input ->> 'letter' as letter, state, total, done, coalesce((cursor ->> 'letters')::integer, 0) as letters, ended_at is not null as ended
    from run_card where kind = ${lettersRun} and subject_id = ${cycleId} and (input ->> 'province')::uuid is not distinct from ${province}::uuid
      and ${letter === undefined ? sql`true` : sql`input ->> 'letter' = ${letter}`}
      and ${own ? sql`asked_by is not distinct from ${actor.personId}::uuid` : sql`true`}
    order by asked_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

type FoundRun = { id: string; letter: Scope['letter']; state: RunState; total: number; done: number; letters: number; ended: boolean }
const runOutput = ({ ended, ...run }: FoundRun, { name }: Cycle): LetterRun => ({ ...run, name, finished: ended })

/** Names of at most `most` of each, with the numbers of all. */
function previewOf(
  { forms, letters, told, without }: Awaited<ReturnType<typeof addressed>>,
  place: Place | null,
): z.infer<typeof LetterPreview> {
  const people = [...Map.groupBy(letters, ({ personId }) => personId).values()]
  const lacking = [...Map.groupBy(without, ({ ownerId }) => ownerId).values()]
  return {
    place: place && { code: place.code, name: place.name },
    forms: forms.length,
    letters: people.length,
    told: new Set(told.map(({ personId }) => personId)).size,
    receivers: people
      .slice(0, most)
      .map(own => ({ name: own[0]!.name, institution: own[0]!.owner, side: own[0]!.side, forms: own.length, phone: own[0]!.phone })),
    without: lacking
      .slice(0, most)
      .map(own => ({ id: own[0]!.ownerId, name: own[0]!.owner, code: own[0]!.officeCode, side: own[0]!.side, forms: own.length })),
    lacking: lacking.length,
  }
}
