import { z } from 'zod'
import { covers, reach, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { soughtLike } from '../../../platform/search/sought.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { countMeetings, pageOfMeetings } from '../queries/list.ts'
import { regionChoices } from '../queries/regions.ts'
import { seriesOf } from '../queries/series.ts'
import { eventsOf, findMeeting, kindsOf, type MeetingRow, meetingFrom, objectivesOf, visible } from '../queries/visible.ts'
import { actsFor } from '../rules/transitions.ts'
import { MeetingDetail, MeetingKind, MeetingListing, MeetingPage, type WhenAndWhere } from '../schema/meetings.ts'

export const listMeetings = operation({
  name: 'meetings.list',
  summary: 'Coordination meetings that offices in your reach host, the latest first',
  power: 'meeting.read',
  reads: true,
  input: MeetingListing,
  output: MeetingPage,
  example: { when: 'ahead', sort: 'starts' },
  async run(context, input) {
    const office = input.office ? await resolveOffice(context, input.office) : null
    const asked = { ...input, office: office?.id }
    const exact = await countMeetings(context, asked)
    const near = asked.q && exact === 0 ? await soughtLike(context.db, asked.q) : undefined
    const filter = { ...asked, near }
    const total = near ? await countMeetings(context, filter) : exact
    return { ...(await pageOfMeetings(context, filter)), total, similar: near !== undefined && total > 0, office }
  },
})

export const listMeetingKinds = operation({
  name: 'meetings.kinds',
  summary: 'The kinds of meetings that there are',
  power: 'meeting.read',
  reads: true,
  input: z.object({}),
  output: z.object({ kinds: z.array(MeetingKind) }),
  example: {},
  async run(context) {
    visible(context) // kinds are for whoever reads meetings
    const kinds = await kindsOf(context)
    return { kinds: kinds.map(({ id, names }) => ({ id, names: names as z.infer<typeof MeetingKind>['names'] })) }
  },
})

export const searchRegions = operation({
  name: 'meetings.regions',
  summary:
    'Regions of the whole country by what was typed, for the field that says where a meeting takes place: code and name of their offices',
  power: 'meeting.write',
  reads: true,
  input: z.object({ q: optional(line(100)) }),
  output: z.array(z.object({ value: z.string(), label: z.string(), near: z.boolean() })),
  example: { q: 'bandung' },
  async run(context, { q }) {
    reach(context, 'meeting.write')
    return (await regionChoices(context, q ?? '')).map(({ code, name }) => ({ value: code, label: `${name} (${code})`, near: false }))
  },
})

export const showMeeting = operation({
  name: 'meetings.show',
  summary: 'One meeting: when and where, what it is for, what came of that, and what happened to it',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: MeetingDetail,
  example: { id: example.meeting },
  run: async (context, { id }) => detailOf(context, await findMeeting(context, id)),
})

export async function detailOf(context: Context, row: MeetingRow): Promise<z.infer<typeof MeetingDetail>> {
  const { actor } = context
  const writes = actor.scope !== 'read' && covers(reachOf(actor, 'meeting.write'), { path: row.path })
  const objectives = await objectivesOf(context, row.id)
  const events = await eventsOf(context, row.id)
  const copied = row.copiedFrom
    ? await visible(context).where('m.id', '=', row.copiedFrom).select(['m.id', 'm.title as name']).executeTakeFirst()
    : null
  return {
    ...meetingFrom(row),
    region: row.regionId ? { id: row.regionId, name: row.regionName ?? '' } : null,
    legalBasis: row.legalBasis,
    objectives,
    events: events.map(({ was, became, ...event }) => ({
      ...event,
      at: event.at.toISOString(),
      move: was && became ? { was: was as WhenAndWhere, became: became as WhenAndWhere } : null,
    })),
    copiedFrom: copied ?? null,
    series: (await seriesOf(context, row.id)) ?? null,
    mayArrange: writes,
    acts: writes ? actsFor(row.state, objectives.filter(({ reached }) => reached === null).length) : [],
  }
}

/** As it stands after a change. */
export const reload = async (context: Context, id: string) => detailOf(context, await findMeeting(context, id))
