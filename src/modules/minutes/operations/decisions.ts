import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { checkAll, checkRevision, invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { isId, line, optional } from '../../../platform/values/shapes.ts'
import { visible as visibleMeetings } from '../../meetings/queries/visible.ts'
import { ancestry, officeChoices, officeNamed } from '../../organisation/queries/offices.ts'
import { officeId } from '../../organisation/schema.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { type DecisionRow, findDecisionForChange, findDecisionLike, visible } from '../queries/decisions.ts'
import { authorizeWriting, findMinutesForChange, type MinutesRow } from '../queries/minutes.ts'
import { DecisionAddition, DecisionChange, type DecisionContent, DecisionDetail } from '../schema/decisions.ts'
import { most, Seen } from '../schema/minutes.ts'
import { refusals } from '../words/refusals.ts'
import { reloadDecision } from './decisions-read.ts'
import { checkOpen, touch } from './passages.ts'

const sample = {
  kind: 'decision' as const,
  text: 'Rahasia menetapkan narahubung tetap',
  office: officeId('35.10'),
  result: 'adopted' as const,
  dueOn: '2099-03-31',
}

export const addDecision = operation({
  name: 'decisions.create',
  summary:
    'Record what a meeting decided or recommended in the minutes of a session, with its result; it takes the next number of the meeting',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: DecisionAddition,
  output: DecisionDetail,
  example: { ...sample, minutes: example.minutes },
  async run(context, { minutes: minutesId, ...content }) {
    const minutes = await findMinutesForChange(context, minutesId)
    await authorizeWriting(context, minutes)
    checkOpen(minutes)
    const columns = await resolve(context, minutes, content)
    const seq = await nextOf(context, minutes)
    const id = newId()
    await context.db
      .insertInto('decision')
      .values({
        ...columns,
        id,
        minutes_id: minutesId,
        meeting_id: minutes.meetingId,
        seq,
        number: `${minutes.meetingNumber}/${seq}`,
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    await touch(context, minutes)
    record(context, placeOf({ id, path: minutes.path }), null, audited(columns))
    return reloadDecision(context, id)
  },
})

export const changeDecision = operation({
  name: 'decisions.change',
  summary: 'Change a decision in minutes that have not been sent',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: DecisionChange,
  output: DecisionDetail,
  example: { ...sample, id: example.decision, rev: 0 },
  async run(context, { id, rev, ...content }) {
    const { minutes, decision } = await lock(context, id, rev)
    const columns = await resolve(context, minutes, content)
    await context.db
      .updateTable('decision')
      .set({ ...columns, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await touch(context, minutes)
    record(context, placeOf(decision), auditedOf(decision), audited(columns))
    return reloadDecision(context, id)
  },
})

export const removeDecision = operation({
  name: 'decisions.remove',
  summary: 'Take a decision out of minutes that have not been sent; its number is not given again',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: Seen,
  output: z.object({ minutes: z.uuid() }),
  example: { id: example.decision, rev: 0 },
  async run(context, { id, rev }) {
    const { minutes, decision } = await lock(context, id, rev)
    await context.db
      .updateTable('decision')
      .set({ removed_at: context.clock.now(), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await touch(context, minutes)
    record(context, placeOf(decision), auditedOf(decision), null)
    return { minutes: minutes.id }
  },
})

const asked = z.object({ q: optional(line(200)) })
const Choices = z.array(z.object({ value: z.string(), label: z.string(), near: z.boolean().optional() }))

export const searchAddressees = operation({
  name: 'decisions.office-choices',
  summary: 'Offices that a decision can be addressed to, by what was typed: those in your reach, and those above your own',
  power: 'meeting.read',
  reads: true,
  input: asked,
  output: Choices,
  example: { q: 'banyuwangi' },
  async run(context, { q }) {
    const typed = q ?? ''
    const above = context.actor.office ? await ancestry(context, context.actor.office.path) : []
    visible(context)
    const within = (await officeChoices(context, typed)).map(({ name, code, near }) => ({ value: code, label: `${name} (${code})`, near }))
    const higher = above.filter(({ name, inReach }) => !inReach && name.toLowerCase().includes(typed.toLowerCase()))
    return [...higher.map(({ name }) => ({ value: name, label: name })), ...within.filter(({ near }) => !near || !higher.length)]
  },
})

export const searchDecisions = operation({
  name: 'decisions.choices',
  summary: 'Decisions that you may read, by number or words, for a field that chooses one; the latest first',
  power: 'meeting.read',
  reads: true,
  input: asked,
  output: Choices,
  example: {},
  async run(context, { q }) {
    const typed = (q ?? '').toLowerCase()
    const rows = await visible(context)
      .where(sql<boolean>`(strpos(lower(d.number), ${typed}) > 0 or strpos(lower(d.text), ${typed}) > 0)`)
      .where('n.state', 'in', ['approved', 'distributed'])
      .select(['d.number', sql<string>`left(d.text, 100)`.as('text')])
      .orderBy('d.created_at', 'desc')
      .orderBy('d.id', 'desc')
      .limit(20)
      .execute()
    return rows.map(({ number, text }) => ({ value: number, label: `${number} – ${text}` }))
  },
})

/** The decision and its minutes, which are locked first, open for whoever asks, and nobody changed it since it was seen. */
async function lock(context: Context, id: string, seen: number) {
  const { minutesId } = await findDecisionForChange(context, id)
  const minutes = await findMinutesForChange(context, minutesId)
  const decision = await findDecisionForChange(context, id)
  await authorizeWriting(context, minutes)
  checkRevision(seen, decision, refusals.decision)
  checkOpen(minutes)
  return { minutes, decision }
}

/** The next of the meeting, also after one that was taken out; the meeting is locked, so that no number is given twice. */
async function nextOf(context: Context, { meetingId }: MinutesRow): Promise<number> {
  await visibleMeetings(context).where('m.id', '=', meetingId).select('m.id').forUpdate('m').executeTakeFirst()
  const row = await context.db
    .selectFrom('decision')
    .where('meeting_id', '=', meetingId)
    .select(sql<number>`coalesce(max(seq), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  if (row.next > most.decisions) throw invalid('text', refusals.tooManyDecisions({ most: most.decisions }))
  return row.next
}

type Columns = Awaited<ReturnType<typeof resolve>>

/** What was named, as ids; all that is wrong with it at once. What its result does not ask for is not kept. */
async function resolve(context: Context, minutes: MinutesRow, content: DecisionContent) {
  const { kind, text, body, result, note, dueOn } = content
  const isPostponed = result === 'postponed'
  const [office, partner, postponed, referred, continues] = await checkAll(
    () => officeMeant(context, minutes, content.office, 'office'),
    () => partnerNamed(context, content.partner),
    () => (isPostponed ? meetingMeant(context, content.postponedTo) : null),
    () => (result === 'referred' ? officeMeant(context, minutes, content.referredTo, 'referredTo') : null),
    () => earlierMeant(context, minutes, content.continues),
  )
  return {
    kind,
    text,
    office_id: office,
    partner_id: partner,
    body,
    result,
    note,
    postponed_on: isPostponed ? content.postponedOn : null,
    postponed_to: postponed,
    referred_to: referred,
    due_on: dueOn,
    continues,
  }
}

/** An office in reach, or one above the host, whose names everybody knows. */
async function officeMeant(context: Context, { path }: MinutesRow, ref: string | null, field: string): Promise<string | null> {
  if (!ref) return null
  const above = (await ancestry(context, path)).find(({ id, name }) => id === ref || name.toLowerCase() === ref.toLowerCase())
  return above ? above.id : (await officeNamed(context, ref, field)).id
}

async function partnerNamed(context: Context, ref: string | null): Promise<string | null> {
  if (!ref) return null
  const partner = (await partnersNamed(context, [ref])).get(ref)
  if (partner) return partner.id
  const near = await partnersMeant(context, ref)
  throw invalid('partner', near ? choiceRefusals.partnerNear({ text: ref, near }) : choiceRefusals.partner({ text: ref }))
}

async function meetingMeant(context: Context, ref: string | null): Promise<string | null> {
  if (!ref) return null
  const row = await visibleMeetings(context)
    .where(isId(ref) ? 'm.id' : 'm.number', '=', isId(ref) ? ref : ref.toUpperCase())
    .select('m.id')
    .executeTakeFirst()
  if (!row) throw invalid('postponedTo', refusals.meetingUnknown)
  return row.id
}

/** One that was approved in a meeting that began earlier: so no matter goes in a circle. */
async function earlierMeant(context: Context, minutes: MinutesRow, ref: string | null): Promise<string | null> {
  if (!ref) return null
  const row = await findDecisionLike(context, ref)
  if (!row) throw invalid('continues', refusals.decisionUnknown)
  if (row.meetingStartsAt >= minutes.meetingStartsAt || !['approved', 'distributed'].includes(row.minutesState))
    throw invalid('continues', refusals.decisionNotEarlier)
  return row.id
}

export const placeOf = ({ id, path }: Pick<DecisionRow, 'id' | 'path'>) => ({ kind: 'decision', id, reach: [path] })

/** Not its words: the trail has readers who do not read drafts. */
const audited = ({ kind, result, due_on, postponed_on }: Pick<Columns, 'kind' | 'result' | 'due_on' | 'postponed_on'>) => ({
  kind,
  result,
  dueOn: due_on,
  postponedOn: postponed_on,
})
const auditedOf = ({ kind, result, dueOn, postponedOn }: DecisionRow) => ({ kind, result, dueOn, postponedOn })
