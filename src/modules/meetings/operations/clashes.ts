import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, can, reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { type Table, tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id, seenRev } from '../../../platform/values/shapes.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import {
  type ClashQuestion,
  type ClashRow,
  clashEventsOf,
  clashFrom,
  countClashes,
  findClash,
  findClashForChange,
  pageOfClashes,
} from '../queries/clash-list.ts'
import { clashesOf } from '../queries/clashes.ts'
import { personMeant } from '../queries/persons.ts'
import { draftOf } from '../queries/programmes.ts'
import { deputiesFor, movesOf, sidesOf } from '../queries/proposals.ts'
import { roomsOf } from '../queries/rooms.ts'
import { findMeeting } from '../queries/visible.ts'
import { roomProblems } from '../rules/rooms.ts'
import { type Clash, ClashDetail, ClashDismissal, ClashListing, ClashPage, type ClashSide, MeetingClash } from '../schema/clashes.ts'
import { RoomProblem } from '../schema/rooms.ts'
import { clashWords } from '../words/clashes.ts'
import { refusals } from '../words/refusals.ts'

export const checkProgramme = operation({
  name: 'programmes.clashes',
  summary:
    'Who of the draft of a programme is wanted elsewhere at the same time, or cannot come there in time, over the released programmes of all offices; of those that you may not read only that somebody is busy. And which rooms are taken twice or too small',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: z.object({ clashes: z.array(MeetingClash), rooms: z.array(RoomProblem) }),
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const sessions = await draftOf(context, meetingId)
    const rooms = roomProblems(sessions, await roomsOf(context, meetingId))
    return { clashes: await clashesOf(context, meeting, sessions), rooms }
  },
})

export const listClashes = operation({
  name: 'clashes.list',
  summary:
    'Who is wanted in two places in the released programmes of all meetings: of those whose host is in your reach, and your own; of a meeting that you may not read only the hours',
  power: 'meeting.read',
  reads: true,
  input: ClashListing,
  output: ClashPage,
  example: { from: '2025-11-01' },
  async run(context, input) {
    const asked = await meant(context, input)
    const counts = await countClashes(context, asked.filter)
    return { ...(await pageOfClashes(context, { ...input, ...asked.filter })), ...counts, office: asked.office, person: asked.person }
  },
})

export const showClash = operation({
  name: 'clashes.show',
  summary:
    'One clash: both sides as far as you may read them, when else all who must be there are free, who stands in for the person on that day, and what was said of it',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: ClashDetail,
  example: { id: example.meetingClash },
  run: async (context, { id }) => detailOf(context, await findClash(context, id)),
})

export const dismissClash = operation({
  name: 'clashes.dismiss',
  summary: 'Ignore a clash, with the reason; it comes back when one of the two is moved',
  power: 'meeting.write',
  input: ClashDismissal,
  output: ClashDetail,
  example: { id: example.meetingClash, rev: 0, reason: 'Rahasia: hadir bergantian dengan wakilnya.' },
  run: (context, { id, rev, reason }) => decide(context, id, rev, reason),
})

export const restoreClash = operation({
  name: 'clashes.restore',
  summary: 'Take back that a clash is ignored',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev }),
  output: ClashDetail,
  example: { id: example.ignoredClash, rev: 0 },
  run: (context, { id, rev }) => decide(context, id, rev, null),
})

/** For whoever writes the meetings of the host of one of the two. */
async function decide(context: Context, id: string, rev: number, reason: string | null): Promise<z.input<typeof ClashDetail>> {
  const row = await findClashForChange(context, id)
  authorize(context, 'meeting.write', ...placesOf(row))
  checkRevision(rev, row, refusals.clash)
  if (reason !== null && row.ignoredAt) throw new Refusal('conflict', refusals.clashIgnored)
  if (reason === null && !row.ignoredAt) throw new Refusal('conflict', refusals.clashOpen)
  const now = context.clock.now()
  await context.db
    .updateTable('meeting_clash')
    .set({ ignored_at: reason === null ? null : now, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  const event = { id: newId(), clash_id: id, kind: reason === null ? ('restored' as const) : ('ignored' as const), reason }
  await context.db
    .insertInto('meeting_clash_event')
    .values({ ...event, by: context.actor.personId, at: now })
    .execute()
  const subject = { kind: 'meeting_clash', id, reach: placesOf(row).map(({ path }) => path) }
  record(context, subject, { who: row.person, ignored: row.ignoredAt !== null }, { who: row.person, ignored: reason !== null, reason })
  return detailOf(context, await findClash(context, id))
}

const placesOf = ({ aPath, bPath }: ClashRow) => [{ path: aPath }, { path: bPath }]

async function detailOf(context: Context, row: ClashRow): Promise<z.input<typeof ClashDetail>> {
  const sides = sidesOf(row)
  const mayMove = placesOf(row).map(place => can(context.actor, 'meeting.write', place))
  const events = await clashEventsOf(context, row.id)
  return {
    ...clashFrom(row),
    moves: await movesOf(
      context,
      sides.filter((_, at) => mayMove[at]),
    ),
    deputies: await deputiesFor(context, row.personId, sides),
    events: events.map(event => ({ ...event, at: event.at.toISOString() })),
    mayIgnore: mayMove.includes(true),
  }
}

type Listing = z.output<typeof ClashListing>

/** Office and person by their ids, whatever they were called by. */
async function meant(context: Context, { office: place, person: who, ...filter }: Listing) {
  const office = place ? await resolveOffice(context, place) : null
  const person = who ? await personMeant(context, who) : null
  const { after: _, before: __, most: ___, ...asked } = filter
  return { filter: { ...asked, office: office?.id, person: person?.id } satisfies ClashQuestion, office, person }
}

export const exportClashes = operation({
  name: 'clashes.export',
  summary: 'Download exactly what is filtered of the clashes: CSV, XLSX or JSON',
  power: 'meeting.read',
  reads: 'stream',
  input: ClashListing.omit({ after: true, before: true, most: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', from: '2025-11-01' },
  async run(context, { format, ...asked }) {
    reach(context, 'meeting.read')
    const { filter } = await meant(context, asked)
    return tableFile(
      format,
      listed(context),
      everyPage(async after => {
        const { clashes, next } = await pageOfClashes(context, { ...filter, after }, flowSize)
        return { rows: clashes, next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = clashWords.id
const text = (header: string, width = 24) => ({ header, width, kind: 'text' as const })
const moment = (header: string) => ({ header, width: 18, kind: 'instant' as const })

const listed = ({ clock, actor }: Context): Table<Clash> => ({
  name: `bentrok-${clock.today(actor.zone)}`,
  sheet: w.title,
  zone: actor.zone,
  columns: [
    text(w.person, 30),
    text(w.severity),
    text(w.what, 30),
    { header: w.minutes, width: 10, kind: 'number' },
    ...[w.first, w.second].flatMap(side => [
      text(`${side}: ${w.meeting}`, 40),
      text(`${side}: ${w.session}`, 40),
      text(`${side}: ${w.office}`, 30),
      moment(`${side}: ${w.from}`),
      moment(`${side}: ${w.until}`),
    ]),
    text(w.state),
  ],
  cells: ({ person, severity, kind, minutes, sides, state }) => [
    person.name,
    w.severities[severity],
    w.kindNames[kind],
    kind === 'overlap' || kind === 'travel' ? minutes : null,
    ...sides.flatMap(sideCells),
    w.states[state],
  ],
})

const sideCells = ({ meeting, session, office, startsAt, endsAt }: ClashSide) => [
  meeting?.name ?? w.busy,
  session?.name ?? null,
  office?.name ?? null,
  startsAt,
  endsAt,
]
