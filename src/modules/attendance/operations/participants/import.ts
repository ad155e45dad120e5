import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../../platform/audit/record.ts'
import { reach } from '../../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../../platform/operation/operation.ts'
import { invalid } from '../../../../platform/refusals/refusal.ts'
import { firstOf } from '../../../../platform/values/cut.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { id, line, optional, Upload } from '../../../../platform/values/shapes.ts'
import { exampleReport, reportIn } from '../../../meetings/operations/reading.ts'
import { type MeetingRow, placeOf } from '../../../meetings/queries/visible.ts'
import { stampIn } from '../../../meetings/rules/local-time.ts'
import { officeMentions } from '../../../meetings/rules/video-report/offices.ts'
import { presenceOf } from '../../../meetings/rules/video-report/presence.ts'
import { guestsIn, type ReportGuest, readMeeting } from '../../../meetings/rules/video-report/read-report.ts'
import { officesToStaff } from '../../../organisation/queries/officials.ts'
import { Zone } from '../../../organisation/schema.ts'
import { findReport, invitedOf, type KeptConnection, knownGuests, reportFrom } from '../../queries/participants.ts'
import { guestReader } from '../../rules/guests.ts'
import { ParticipantReport } from '../../schema/participants.ts'
import { refusals } from '../../words/refusals.ts'
import { findMeetingToRecord } from '../record.ts'

export const importParticipants = operation({
  name: 'participants.import',
  summary:
    'Read the participant report of a meeting by video: who of the invited each name is, with what was said of it before. Nobody is recorded by it until the report is',
  power: 'meeting.write',
  input: z.object({
    meeting: id,
    file: Upload,
    zone: optional(Zone).describe('Of its times; that of the hosting office unless given'),
    domain: optional(line(253)).describe('Of e-mail addresses whose first part says whose they are, such as `kab_malang`'),
  }),
  output: ParticipantReport,
  example: { meeting: example.meeting, file: exampleReport },
  async prepare(context, { file }) {
    reach(context, 'meeting.write')
    return reportIn(file.bytes)
  },
  async run(context, { meeting: meetingId, file, zone: given, domain }, table) {
    const meeting = await findMeetingToRecord(context, meetingId)
    const zone = given ?? meeting.zone
    const offices = await officesToStaff(context)
    const { guests, problems } = guestsIn(table, { domain: domain?.replace(/^@/, '') ?? null, mentions: officeMentions(offices) })
    const { id: call, topic, startsAt, endsAt } = readMeeting(table.meeting, zone)
    const report = newId()
    const number = await nextNumber(context, meetingId)
    await context.db
      .insertInto('attendance_report')
      .values({
        ...{ id: report, meeting_id: meetingId, number, zone, domain },
        file_name: firstOf(file.name, 200),
        call: call && firstOf(call, 200),
        topic: topic && firstOf(topic, 500),
        starts_at: startsAt && new Date(startsAt),
        ends_at: endsAt && new Date(endsAt),
        row_count: table.connections.length,
        waiting_count: guests.reduce((sum, { waited }) => sum + waited.length, 0),
        problems: sql`${JSON.stringify(problems.map(each => ({ ...each, name: firstOf(each.name, 200) })))}::jsonb`,
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    await insertGuests(context, meeting, report, guests, { zone, codes: new Map(offices.map(({ id, code }) => [code, id])) })
    record(context, placeOf(meeting), null, { participantReport: number, namesRead: guests.length })
    return reportFrom(await findReport(context, report))
  },
})

const mostReports = 50
async function nextNumber({ db }: Context, meetingId: string): Promise<number> {
  const { last } = await db
    .selectFrom('attendance_report')
    .where('meeting_id', '=', meetingId)
    .select(sql<number>`coalesce(max(number), 0)::integer`.as('last'))
    .executeTakeFirstOrThrow()
  if (last >= mostReports) throw invalid('file', refusals.tooManyReports({ most: mostReports }))
  return last + 1
}

type Reading = { zone: MeetingRow['zone']; codes: ReadonlyMap<string, string> }
async function insertGuests(context: Context, meeting: MeetingRow, report: string, guests: ReportGuest[], { zone, codes }: Reading) {
  const read = guestReader(await invitedOf(context, meeting.id), await knownGuests(context, meeting))
  const instant = (clock: number) => Date.parse(stampIn(clock, zone))
  const rows = guests.map(({ name, email, offices, connections, waited }, at) => {
    const kept = connections.map(({ row, from, to }): KeptConnection => [row, instant(from), instant(to)])
    const stay = connections.length ? presenceOf(connections) : null
    const { status, how, office, invitee } = read({ name, email, offices, isWaiting: !stay && waited.length > 0 })
    return {
      ...{ id: newId(), place: at + 1, name: firstOf(name, 500), email: email && firstOf(email, 500), connections: kept },
      first_in: stay && stampIn(stay.from, zone),
      last_out: stay && stampIn(stay.to, zone),
      minutes: stay?.minutes ?? 0,
      devices: stay?.devices ?? 0,
      ...{ candidates: offices, status, how, invitee_id: invitee },
      office_id: (office && codes.get(office)) ?? null,
    }
  })
  await sql`insert into attendance_report_guest (id, report_id, place, name, email, connections, first_in, last_out, minutes, devices, candidates, status, how, office_id, invitee_id)
    select g.id, ${report}::uuid, g.place, g.name, g.email, g.connections, g.first_in, g.last_out, g.minutes, g.devices,
      array(select jsonb_array_elements_text(g.candidates)), g.status, g.how, g.office_id, g.invitee_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, place integer, name text, email text, connections jsonb, first_in timestamptz, last_out timestamptz,
      minutes integer, devices integer, candidates jsonb, status text, how text, office_id uuid, invitee_id uuid)`.execute(context.db)
}
