import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../../platform/audit/record.ts'
import { type Context, newId, operation } from '../../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../../platform/refusals/refusal.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { id, line, seenRev } from '../../../../platform/values/shapes.ts'
import { type MeetingRow, placeOf } from '../../../meetings/queries/visible.ts'
import {
  findReport,
  type GuestRow,
  guestsOf,
  invitedOf,
  type KeptConnection,
  knownGuests,
  type ReportRow,
  reportFrom,
  reportsOf,
} from '../../queries/participants.ts'
import { guestReader } from '../../rules/guests.ts'
import { ParticipantReport } from '../../schema/participants.ts'
import { participantWords as words } from '../../words/participants.ts'
import { refusals } from '../../words/refusals.ts'
import { type EventToRecord, endProxiesOf, findMeetingToRecord, insertEvents } from '../record.ts'

export const recordReport = operation({
  name: 'participants.record',
  summary:
    'Record the attendance of everybody whom a participant report names; those of whom nobody has said who they are yet are left out until somebody does. A report of the same call that was recorded before is withdrawn',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev }),
  output: ParticipantReport,
  example: { id: example.participantReport, rev: 0 },
  async run(context, { id, rev }) {
    const { report, meeting } = await reportForChange(context, id)
    checkRevision(rev, report, refusals.report)
    if (report.state !== 'draft') throw new Refusal('conflict', refusals.notDraft)
    await readAgain(context, report, meeting)
    for (const earlier of await reportsOf(context, meeting.id))
      if (earlier.state === 'recorded' && isSameCall(earlier, report))
        await withdraw(context, earlier, words[context.locale].replacedBy({ number: report.number }))
    const guests = await guestsOf(context, report.id)
    const events = guests.flatMap(guest => eventsFrom(guest, report.number))
    await insertEvents(context, meeting, events)
    await endProxiesOf(context, meeting, events)
    await setState(context, report.id, { state: 'recorded', recorded_at: context.clock.now() })
    const people = new Set(events.map(({ invitee }) => invitee)).size
    record(context, placeOf(meeting), { participantReport: null }, { participantReport: report.number, attendanceNoted: people })
    return reportFrom(await findReport(context, report.id))
  },
})

export const withdrawReport = operation({
  name: 'participants.withdraw',
  summary: 'Withdraw a participant report, with the reason: what it recorded does not count any more, and stays in the history',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev, reason: line(500, 3) }),
  output: ParticipantReport,
  example: { id: example.recordedReport, rev: 0, reason: 'Berkas dari rapat lain' },
  async run(context, { id, rev, reason }) {
    const { report, meeting } = await reportForChange(context, id)
    checkRevision(rev, report, refusals.report)
    if (report.state === 'withdrawn') throw new Refusal('conflict', refusals.withdrawnAlready)
    await withdraw(context, report, reason)
    record(context, placeOf(meeting), { participantReport: report.number }, { participantReport: null, reason })
    return reportFrom(await findReport(context, id))
  },
})

/** A meeting by video is one call that began at one moment; files without either are told apart by nothing. */
const isSameCall = (a: ReportRow, b: ReportRow): boolean =>
  a.call !== null && a.call === b.call && a.startsAt !== null && a.startsAt.getTime() === b.startsAt?.getTime()

export async function reportForChange(context: Context, id: string): Promise<{ report: ReportRow; meeting: MeetingRow }> {
  const { meetingId } = await findReport(context, id)
  const meeting = await findMeetingToRecord(context, meetingId)
  return { report: await findReport(context, id), meeting }
}

/** Whom nobody has said anything of is read again: since the file came people may have been invited, or names been explained. */
async function readAgain(context: Context, report: ReportRow, meeting: MeetingRow): Promise<void> {
  const invited = await invitedOf(context, meeting.id)
  const read = guestReader(invited, await knownGuests(context, meeting))
  const rows = (await guestsOf(context, report.id)).flatMap(({ id, name, email, candidates, status, how, inviteeId }) => {
    if (how === 'chosen') return []
    const now = read({ name, email, offices: candidates, isWaiting: status === 'waiting' })
    return now.status === status && now.invitee === inviteeId ? [] : [{ id, ...now }]
  })
  if (!rows.length) return
  await sql`update attendance_report_guest g set status = r.status, how = r.how, invitee_id = r.invitee, office_id = o.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, status text, how text, office text, invitee uuid)
    left join office_card o on o.code = r.office where g.id = r.id`.execute(context.db)
}

/** Each connection is a coming and a going of its own, said of the whole meeting: sessions take of it what falls into them. */
export function eventsFrom(guest: Pick<GuestRow, 'id' | 'name' | 'inviteeId' | 'status' | 'connections'>, number: number): EventToRecord[] {
  const { inviteeId: invitee, status } = guest
  if (!invitee || status !== 'matched') return []
  return (guest.connections as KeptConnection[]).flatMap(([row, from, to]) => {
    const event = { invitee, session: '', mode: 'online' as const, source: `${guest.name} (${number}.${row})`, proxy: null, of: null }
    const kept = { ...event, method: 'report' as const, reason: null, guest: guest.id }
    return [
      { ...kept, id: newId(), kind: 'in' as const, at: from },
      { ...kept, id: newId(), kind: 'out' as const, at: to },
    ]
  })
}

/** Takes back what names of a report recorded, as far as it still counts. */
export async function takeBack({ db, actor, clock }: Context, condition: ReturnType<typeof sql<boolean>>, reason: string): Promise<void> {
  await sql`insert into attendance_event (id, meeting_id, session_id, invitee_id, kind, at, mode, source, method, of_id, reason, recorded_by, recorded_at, guest_id)
    select gen_random_uuid(), e.meeting_id, e.session_id, e.invitee_id, 'void', ${clock.now()}, e.mode, '', 'report', e.id, ${reason}, ${actor.personId}::uuid, ${clock.now()}, e.guest_id
    from attendance_event e join attendance_report_guest g on g.id = e.guest_id
    where e.kind <> 'void' and ${condition} and not exists (select from attendance_event v where v.of_id = e.id)`.execute(db)
}

async function withdraw(context: Context, { id }: Pick<ReportRow, 'id'>, reason: string): Promise<void> {
  await takeBack(context, sql<boolean>`g.report_id = ${id}::uuid`, reason)
  await setState(context, id, { state: 'withdrawn', reason })
}

const setState = ({ db }: Context, id: string, set: { state: 'recorded' | 'withdrawn'; reason?: string; recorded_at?: Date }) =>
  db
    .updateTable('attendance_report')
    .set({ ...set, rev: sql<number>`rev + 1` })
    .where('id', '=', id)
    .execute()
