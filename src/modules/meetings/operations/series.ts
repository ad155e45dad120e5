import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid } from '../../../platform/refusals/refusal.ts'
import { talliesOf } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { allSeries, findSeries, heldIn, seriesAt, seriesFrom, seriesOf } from '../queries/series.ts'
import { findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../queries/visible.ts'
import { MeetingDetail, Named } from '../schema/meetings.ts'
import { mostHeld, Series, SeriesChoice, SeriesDetail } from '../schema/series.ts'
import { refusals } from '../words/refusals.ts'
import { seriesRefusals } from '../words/series.ts'
import { reload } from './read.ts'

export const listSeries = operation({
  name: 'series.list',
  summary: 'Series of meetings, each with how many of its meetings you may read',
  power: 'meeting.read',
  reads: true,
  input: z.object({}),
  output: z.object({ series: z.array(Series) }),
  example: {},
  run: async context => ({ series: (await allSeries(context, 200)).map(seriesFrom) }),
})

export const showSeries = operation({
  name: 'series.show',
  summary: 'One series: its meetings, the latest first, with what came of each: who was invited and came, what was decided and carried out',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: SeriesDetail,
  example: { id: example.meetingSeries },
  async run(context, { id }) {
    const row = await findSeries(context, id)
    const held = await heldIn(context, id, mostHeld)
    const things = held.map(({ id, title }) => ({ id, name: title }))
    const { columns, cells } = await talliesOf(context, 'meeting', things)
    return { ...seriesFrom(row), held, columns: columns.map(column => column[context.locale]), cells: Object.fromEntries(cells) }
  },
})

export const showSeriesChoices = operation({
  name: 'series.choices',
  summary: 'Of which series a meeting is, and of which it can be: those of the office that hosts it',
  power: 'meeting.write',
  reads: true,
  input: z.object({ id }),
  output: z.object({ current: Named.nullable(), series: z.array(Named) }),
  example: { id: example.meeting },
  async run(context, { id }) {
    const meeting = await findMeeting(context, id)
    authorize(context, 'meeting.write', { path: meeting.path })
    return { current: (await seriesOf(context, id)) ?? null, series: await seriesAt(context, meeting.officeId) }
  },
})

export const chooseSeries = operation({
  name: 'meetings.chooseSeries',
  summary: 'Say to which series a meeting belongs, whatever its state: one of its office, a new one by its name, or none',
  power: 'meeting.write',
  input: SeriesChoice,
  output: MeetingDetail,
  example: { id: example.meeting, rev: 0, name: 'Rakor tahunan' },
  async run(context, { id, rev, series, name }) {
    const meeting = await findMeetingForChange(context, id)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkRevision(rev, meeting, refusals.meeting)
    const before = await seriesOf(context, id)
    const chosen = name ? await seriesNamed(context, meeting, name) : series ? await seriesMeant(context, meeting, series) : null
    await context.db
      .updateTable('meeting')
      .set({ series_id: chosen?.id ?? null, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    record(context, placeOf(meeting), { series: before?.name ?? null }, { series: chosen?.name ?? null })
    return reload(context, id)
  },
})

async function seriesMeant(context: Context, { officeId }: MeetingRow, seriesId: string) {
  const found = (await seriesAt(context, officeId)).find(each => each.id === seriesId)
  if (!found) throw invalid('series', seriesRefusals.seriesUnknown)
  return found
}

/** The one of that name, or a new one; of two who begin the same at once there is one. */
async function seriesNamed(context: Context, { officeId }: MeetingRow, name: string): Promise<{ id: string; name: string }> {
  await context.db
    .insertInto('meeting_series')
    .values({ id: newId(), office_id: officeId, name, created_by: context.actor.personId, created_at: context.clock.now() })
    .onConflict(conflict => conflict.columns(['office_id', 'name']).doNothing())
    .execute()
  return context.db
    .selectFrom('meeting_series')
    .select(['id', 'name'])
    .where('office_id', '=', officeId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
}
