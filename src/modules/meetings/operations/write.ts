import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import type { Zone } from '../../../platform/i18n/format.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, list, seenRev } from '../../../platform/values/shapes.ts'
import { officeNamed } from '../../organisation/queries/offices.ts'
import { officeId } from '../../organisation/schema.ts'
import { regionNamed } from '../queries/regions.ts'
import { seriesOf } from '../queries/series.ts'
import { findMeeting, findMeetingForChange, kindsOf, type MeetingRow, objectivesOf, placeOf } from '../queries/visible.ts'
import { instantAt, localAt } from '../rules/local-time.ts'
import { isOpen, mayAnswer } from '../rules/transitions.ts'
import { type EventKind, MeetingChange, MeetingDetail, MeetingDraft, meetingKindId, ObjectiveAnswer } from '../schema/meetings.ts'
import { refusals } from '../words/refusals.ts'
import { noteMove } from './moving.ts'
import { reload } from './read.ts'
import { refreshClashes } from './refreshing-clashes.ts'

const sample = {
  kindId: meetingKindId('rakor'),
  title: 'Rapat Koordinasi Pengamanan Distribusi Logistik',
  mode: 'onsite' as const,
  place: 'Aula kantor',
  startsAt: '2099-03-02T09:00',
  endsAt: '2099-03-02T12:00',
  objectives: ['Menyepakati jadwal pengawalan'],
}

export const createMeeting = operation({
  name: 'meetings.create',
  summary: 'Plan a meeting that an office hosts; nobody is told before it is invited to',
  power: 'meeting.write',
  input: MeetingDraft,
  output: MeetingDetail,
  example: { ...sample, office: officeId('35.10') },
  async check(context, { office, kindId, region }) {
    if (office) authorize(context, 'meeting.write', await officeNamed(context, office, 'office'))
    if (kindId) await checkKind(context, kindId)
    if (region) await regionNamed(context, region)
  },
  async run(context, { office: ref, ...given }) {
    const office = await officeNamed(context, ref, 'office')
    authorize(context, 'meeting.write', { path: office.path })
    const plan = await withRegion(context, given)
    await checkKind(context, plan.kindId)
    const id = newId()
    await insertMeeting(context, { id, officeId: office.id, copiedFrom: null, ...columnsOf(plan, office.zone) })
    await writeObjectives(context, id, plan.objectives)
    await addEvent(context, id, 'planned')
    record(context, placeOf({ id, path: office.path }), null, { ...plan, office: office.id })
    return reload(context, id)
  },
})

export const changeMeeting = operation({
  name: 'meetings.change',
  summary:
    'Change a meeting that has not ended; `rev` is the one you saw. Whoever has a part in its released programme, was invited or goes in somebody’s place is told of another hour or place, ten minutes later, as it then stands',
  power: 'meeting.write',
  input: MeetingChange,
  output: MeetingDetail,
  example: { ...sample, id: example.meeting, rev: 0 },
  async run(context, { id, rev, ...given }) {
    const before = await findMeetingForChange(context, id)
    authorize(context, 'meeting.write', { path: before.path })
    checkRevision(rev, before, thisMeeting)
    if (!isOpen(before.state)) throw new Refusal('conflict', refusals.meetingOver)
    const plan = await withRegion(context, given)
    await checkKind(context, plan.kindId)
    const objectives = await objectivesOf(context, id)
    await context.db
      .updateTable('meeting')
      .set({ ...columnsOf(plan, before.zone), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await writeObjectives(context, id, plan.objectives)
    const after = await findMeeting(context, id)
    await noteMove(context, before, after)
    if (seatOf(before) !== seatOf(after)) await refreshClashes(context, id, [])
    record(
      context,
      placeOf(before),
      audited(
        before,
        objectives.map(({ text }) => text),
      ),
      plan,
    )
    return reload(context, id)
  },
})

export const copyMeeting = operation({
  name: 'meetings.copy',
  summary: 'Plan a meeting like an earlier one of the same office: what it is for and where, at a new time',
  power: 'meeting.write',
  input: z.object({ id, startsAt: MeetingDraft.shape.startsAt, endsAt: MeetingDraft.shape.endsAt }),
  output: MeetingDetail,
  example: { id: example.meeting, startsAt: '2099-09-07T09:00', endsAt: '2099-09-07T12:00' },
  async run(context, { id: from, startsAt, endsAt }) {
    const earlier = await findMeetingForChange(context, from)
    authorize(context, 'meeting.write', { path: earlier.path })
    if (endsAt !== null && endsAt <= startsAt) throw invalid('endsAt', refusals.endsBeforeStart)
    const objectives = (await objectivesOf(context, from)).map(({ text }) => text)
    const id = newId()
    const plan = { ...audited(earlier, objectives), startsAt, endsAt }
    const series_id = (await seriesOf(context, from))?.id ?? null
    await insertMeeting(context, { id, officeId: earlier.officeId, copiedFrom: from, series_id, ...columnsOf(plan, earlier.zone) })
    await writeObjectives(context, id, objectives)
    await addEvent(context, id, 'planned')
    record(context, placeOf({ id, path: earlier.path }), null, { ...plan, office: earlier.officeId, copiedFrom: from })
    return reload(context, id)
  },
})

export const answerObjectives = operation({
  name: 'meetings.answer',
  summary: 'Say of each objective of a meeting whether it was reached, and why where it was not',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev, objectives: list(ObjectiveAnswer, 20) }),
  output: MeetingDetail,
  example: {
    id: example.runningMeeting,
    rev: 0,
    objectives: [{ id: example.meetingObjective, reached: true, outcome: 'Jadwal disepakati.' }],
  },
  async run(context, { id, rev, objectives }) {
    const meeting = await findMeetingForChange(context, id)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkRevision(rev, meeting, thisMeeting)
    if (!mayAnswer(meeting.state)) throw new Refusal('conflict', refusals.objectivesNotNow)
    const known = new Map((await objectivesOf(context, id)).map(objective => [objective.id, objective]))
    for (const [at, { id: objective, reached, outcome }] of objectives.entries()) {
      const before = known.get(objective)
      if (!before) throw invalid(`objectives.${at}.id`, refusals.objectiveUnknown)
      if (!reached && !outcome) throw invalid(`objectives.${at}.outcome`, refusals.whyNotReached)
      await context.db.updateTable('meeting_objective').set({ reached, outcome }).where('id', '=', objective).execute()
      const { text } = before
      record(
        context,
        placeOf(meeting),
        { objective: text, reached: before.reached, outcome: before.outcome },
        { objective: text, reached, outcome },
      )
    }
    await context.db
      .updateTable('meeting')
      .set({ rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return reload(context, id)
  },
})

type Given = Omit<z.output<typeof MeetingDraft>, 'office'>
type Plan = Omit<Given, 'region'> & { regionId: string | null }

const withRegion = async (context: Context, { region, ...plan }: Given): Promise<Plan> => ({
  ...plan,
  regionId: region ? (await regionNamed(context, region)).id : null,
})

/** What its clashes depend on beside the hours of its sessions. */
const seatOf = ({ mode, place, region }: MeetingRow): string => [mode, region, place].join('\n')

const columnsOf = ({ kindId, title, theme, unit, mode, place, regionId, link, startsAt, endsAt, legalBasis }: Plan, zone: Zone) => ({
  kind_id: kindId,
  title,
  theme,
  unit,
  mode,
  place,
  region_id: regionId,
  link,
  legal_basis: legalBasis,
  starts_at: instantAt(startsAt, zone),
  ends_at: endsAt === null ? null : instantAt(endsAt, zone),
})

const audited = (row: MeetingRow, objectives: string[]): Plan => ({
  kindId: row.kindId,
  title: row.title,
  theme: row.theme,
  unit: row.unit,
  mode: row.mode,
  place: row.place,
  regionId: row.regionId,
  link: row.link,
  legalBasis: row.legalBasis,
  startsAt: localAt(row.startsAt, row.zone),
  endsAt: row.endsAt && localAt(row.endsAt, row.zone),
  objectives,
})

type Columns = ReturnType<typeof columnsOf> & { id: string; officeId: string; copiedFrom: string | null; series_id?: string | null }
async function insertMeeting(context: Context, { officeId, copiedFrom, ...columns }: Columns): Promise<void> {
  const series = `RP-${context.clock.today().slice(0, 4)}`
  const number = `${series}-${String(await takeNumbers(context, series)).padStart(4, '0')}`
  const { personId } = context.actor
  await context.db
    .insertInto('meeting')
    .values({
      ...columns,
      number,
      office_id: officeId,
      copied_from: copiedFrom,
      state: 'planned',
      created_by: personId,
      created_at: context.clock.now(),
    })
    .execute()
}

/** Those that stay keep what was said of them: an objective is the same as long as its words are. */
async function writeObjectives(context: Context, meetingId: string, texts: readonly string[]): Promise<void> {
  const before = await objectivesOf(context, meetingId)
  const gone = before.filter(({ text }) => !texts.includes(text)).map(({ id }) => id)
  if (gone.length) await context.db.deleteFrom('meeting_objective').where('id', 'in', gone).execute()
  for (const [seq, text] of [...new Set(texts)].entries()) {
    const same = before.find(each => each.text === text)
    if (same) await context.db.updateTable('meeting_objective').set({ seq }).where('id', '=', same.id).execute()
    else await context.db.insertInto('meeting_objective').values({ id: newId(), meeting_id: meetingId, seq, text }).execute()
  }
}

export async function addEvent(context: Context, meetingId: string, kind: EventKind, note: string | null = null): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('meeting_event')
    .values({ id, meeting_id: meetingId, kind, note, by: context.actor.personId, at: context.clock.now() })
    .execute()
  return id
}

async function checkKind(context: Context, kindId: string): Promise<void> {
  if (!(await kindsOf(context)).some(({ id }) => id === kindId)) throw invalid('kindId', refusals.kindUnknown)
}

export const thisMeeting = refusals.meeting
