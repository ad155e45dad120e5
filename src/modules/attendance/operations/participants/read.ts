import { z } from 'zod'
import { authorize } from '../../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../../platform/operation/operation.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { id } from '../../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow } from '../../../meetings/queries/visible.ts'
import {
  countGuests,
  findGuest,
  findReport,
  guestFrom,
  invitedOf,
  pageOfGuests,
  type ReportRow,
  reportFrom,
  reportsOf,
} from '../../queries/participants.ts'
import { ParticipantDetail, ParticipantListing, ParticipantPage, ParticipantReport, ParticipantReports } from '../../schema/participants.ts'
import { mayRecord } from '../read.ts'

export const listReports = operation({
  name: 'participants.reports',
  summary: 'The participant reports of a meeting by video that were read, the last first',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: ParticipantReports,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findHosted(context, meetingId)
    return {
      meeting: { id: meeting.id, name: meeting.title },
      zone: meeting.zone,
      reports: (await reportsOf(context, meeting.id)).map(reportFrom),
      mayRecord: mayRecord(context, meeting),
    }
  },
})

export const showReport = operation({
  name: 'participants.show',
  summary: 'A participant report: how many names, offices and rows it has, what they came to, and which rows cannot be read',
  power: 'meeting.write',
  reads: true,
  input: z.object({ id }),
  output: ParticipantReport,
  example: { id: example.participantReport },
  run: async (context, { id }) => reportFrom((await hostedReport(context, id)).report),
})

export const listParticipants = operation({
  name: 'participants.list',
  summary: 'Every name of a participant report with who it is, those first of whom somebody has to say so',
  power: 'meeting.write',
  reads: true,
  input: ParticipantListing.extend({ report: id }),
  output: ParticipantPage,
  example: { report: example.participantReport, unclear: true },
  async run(context, { report: reportId, ...asked }) {
    const { report } = await hostedReport(context, reportId)
    const { after, before, most, ...filter } = asked
    const { rows, next, previous } = await pageOfGuests(context, { report: report.id, ...asked })
    return { participants: rows.map(guestFrom), total: await countGuests(context, { report: report.id, ...filter }), next, previous }
  },
})

export const showParticipant = operation({
  name: 'participants.find',
  summary: 'One name of a participant report with its connections, and who it may be',
  power: 'meeting.write',
  reads: true,
  input: z.object({ id }),
  output: ParticipantDetail,
  example: { id: example.participant },
  run: (context, { id }) => detailOf(context, id),
})

export async function detailOf(context: Context, id: string): Promise<z.infer<typeof ParticipantDetail>> {
  const guest = await findGuest(context, id)
  const { report, meeting } = await hostedReport(context, guest.reportId)
  const candidates = new Set(guest.candidates)
  const people = await invitedOf(context, meeting.id)
  const [near, others] = [true, false].map(is => people.filter(({ office }) => candidates.has(office ?? '') === is)) as [
    typeof people,
    typeof people,
  ]
  return {
    report: reportFrom(report),
    participant: guestFrom(guest),
    people: [...near, ...others].map(({ id, name, of }) => ({ id, name, of })),
  }
}

/** Names and addresses of a report are for those who write the meetings of the hosting office. */
async function findHosted(context: Context, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeeting(context, meetingId)
  authorize(context, 'meeting.write', { path: meeting.path })
  return meeting
}

export async function hostedReport(context: Context, id: string): Promise<{ report: ReportRow; meeting: MeetingRow }> {
  const report = await findReport(context, id)
  return { report, meeting: await findHosted(context, report.meetingId) }
}
