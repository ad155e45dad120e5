import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { findCycle, findCycleForChange } from '../queries/cycles.ts'
import { addressed, type Scope, waitingForms } from '../queries/letters.ts'
import { LetterPreview, LetterRun } from '../rules/letters.ts'
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
  power: 'cycle.write',
  input: RunRequest,
  output: Answer,
  example: { id: example.cycle, preview: true },
  run: (context, asked) => begin(context, 'reminder', asked),
})

/** What is about to be sent, and, unless only that was asked, the run that sends it: the one under way, if there is one of the same. */
async function begin(context: Context, letter: Scope['letter'], { id, province, preview: only }: z.output<typeof RunRequest>) {
  const cycle = only ? await findCycle(context, id) : await findCycleForChange(context, id)
  const place = province === undefined ? null : await placeOf(context, province, cycle)
  authorize(context, 'cycle.write', { path: place?.path ?? cycle.office.path })
  if (cycle.phase !== 'open' && cycle.phase !== 'late') throw new Refusal('conflict', refusals.lettersSentWhileForms)
  const scope = { cycleId: id, letter, path: place?.path ?? null }
  const preview = previewOf(await addressed(context, scope), place)
  if (only) return { preview, run: null }
  const running = await latestRun(context, id, place?.id ?? null, letter)
  if (running && !running.finished_at) {
    // Its job may have ended for good. Another one beside it is harmless: each step holds the cycle and goes on from the last.
    await context.enqueue('evaluation.invite', { id })
    return { preview, run: runOutput(running, cycle) }
  }
  const total = letter === 'invitation' ? preview.forms : preview.letters
  const run = { id: newId(), cycle_id: id, letter, province_id: place?.id ?? null, total, started_at: context.clock.now() }
  await context.db
    .insertInto('invitation_run')
    .values({ ...run, started_by: context.actor.personId })
    .execute()
  const reach = [place?.path ?? cycle.office.path]
  record(context, { kind: 'cycle', id, reach }, null, { [letter === 'invitation' ? 'invitations' : 'reminders']: total })
  await context.enqueue('evaluation.invite', { id })
  return { preview, run: runOutput({ ...run, done: 0, letters: 0, finished_at: null }, cycle) }
}

export const showInvitations = operation({
  name: 'cycles.invitations',
  summary: 'How far the last letters about a cycle (or about one province of it) are: invitations or reminders',
  power: 'cycle.write',
  reads: true,
  input: z.object({ id, province: code.optional() }),
  output: LetterRun.nullable(),
  example: { id: example.cycle },
  async run(context, { id, province }) {
    const cycle = await findCycle(context, id)
    const place = province === undefined ? null : await placeOf(context, province, cycle)
    authorize(context, 'cycle.write', { path: place?.path ?? cycle.office.path })
    const run = await latestRun(context, id, place?.id ?? null)
    return run ? runOutput(run, cycle) : null
  },
})

export const continueInvitations = operation({
  name: 'cycles.continueInvitations',
  summary: 'Write the next letters of what is under way in a cycle, the earliest first (runs in the background)',
  power: 'cycle.write',
  input: z.object({ id }),
  output: z.object({ more: z.boolean() }),
  example: { id: example.cycle },
  async run(context, { id }) {
    const cycle = await findCycleForChange(context, id)
    authorize(context, 'cycle.write', { path: cycle.office.path })
    const [run] = await unfinished(context, id)
    if (!run) return { more: false }
    const scope = { cycleId: id, letter: run.letter, path: run.path }
    const closed = cycle.phase === 'closed'
    const step = closed
      ? over
      : scope.letter === 'invitation'
        ? await inviteSome(context, scope, run, cycle)
        : await remindSome(context, scope, cycle)
    await context.db
      .updateTable('invitation_run')
      .set({
        done: step.finished ? run.total : Math.min(run.total, run.done + step.done),
        letters: run.letters + step.letters,
        last_assignment: step.last ?? run.last_assignment,
        finished_at: step.finished ? context.clock.now() : null,
      })
      .where('id', '=', run.id)
      .execute()
    return { more: !step.finished || (await unfinished(context, id)).length > 0 }
  },
})

type RunProgress = { done: number; letters: number; last?: string | undefined; finished: boolean }
const over: RunProgress = { done: 0, letters: 0, finished: true }
const batch = 50

/** A letter about each form, in the order of the forms. */
async function inviteSome(
  context: Context,
  scope: Scope,
  { last_assignment: last }: { last_assignment: string | null },
  { name }: Cycle,
): Promise<RunProgress> {
  const forms = (await waitingForms(context, scope)).filter(form => last === null || form.id > last).slice(0, batch)
  const ids = new Set(forms.map(form => form.id))
  const { letters } = await addressed(context, scope)
  const people = letters.filter(({ assignmentId }) => ids.has(assignmentId))
  const sent = await invite(
    context,
    people.map(person => ({ ...person, cycle: name })),
  )
  return { done: forms.length, letters: sent, last: forms.at(-1)?.id, finished: forms.length < batch }
}

/** One letter a person and due day about all their forms; who was written to is not among the next. */
async function remindSome(context: Context, scope: Scope, cycle: Cycle): Promise<RunProgress> {
  const people = [...Map.groupBy((await addressed(context, scope)).letters, ({ personId }) => personId).values()]
  const some = people.slice(0, batch)
  await remind(
    context,
    some.flat().map(form => ({ ...form, cycle: cycle.name, reminder: 'reminder' as const })),
  )
  return { done: some.length, letters: some.length, finished: people.length <= batch }
}

type Place = { id: string; code: string; name: string; path: string }
/** An office below that of the cycle; one above it stands for the cycle's own, since all of its forms lie below. */
async function placeOf({ db }: Context, code: string, cycle: Cycle): Promise<Place> {
  const place = await db
    .selectFrom('office')
    .select(['id', 'code', 'name', sql<string>`path::text`.as('path')])
    .where('code', '=', code)
    .where(sql<boolean>`(path <@ ${cycle.office.path}::text::ltree or path @> ${cycle.office.path}::text::ltree)`)
    .executeTakeFirst()
  if (place) return place.path.length < cycle.office.path.length ? { ...place, path: cycle.office.path } : place
  throw new Refusal('not_found', refusals.noOfficeCodeCycle)
}

const runs = ({ db }: Context, cycleId: string) =>
  db
    .selectFrom('invitation_run as r')
    .leftJoin('office as o', 'o.id', 'r.province_id')
    .selectAll('r')
    .select(sql<string | null>`o.path::text`.as('path'))
    .where('r.cycle_id', '=', cycleId)
const latestRun = (context: Context, cycleId: string, province: string | null, letter?: Scope['letter']) =>
  runs(context, cycleId)
    .where(sql<boolean>`r.province_id is not distinct from ${province}::uuid`)
    .$if(letter !== undefined, query => query.where('r.letter', '=', letter!))
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst()
const unfinished = (context: Context, cycleId: string) =>
  runs(context, cycleId).where('r.finished_at', 'is', null).orderBy('r.started_at').orderBy('r.id').limit(1).execute()

type FoundRun = { id: string; letter: Scope['letter']; total: number; done: number; letters: number; finished_at: Date | null }
const runOutput = ({ id, letter, total, done, letters, finished_at }: FoundRun, { name }: Cycle) => ({
  id,
  letter,
  name,
  total,
  done,
  letters,
  finished: finished_at !== null,
})

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
