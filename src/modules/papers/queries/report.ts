import type { PaperBlock } from '../../../platform/documents/paper.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { eventsOf, seatsIn } from '../../attendance/queries/events.ts'
import { peopleOf } from '../../attendance/queries/people.ts'
import { sessionsOf } from '../../attendance/queries/sessions.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { type MeetingRow, objectivesOf } from '../../meetings/queries/visible.ts'
import { detailed as minutesOf } from '../../minutes/queries/minutes.ts'
import { passagesOf } from '../../minutes/queries/passages.ts'
import { decisionWords } from '../../minutes/words/decisions.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf } from './frame.ts'
import { decisionTable } from './minutes.ts'
import { readsWhole } from './proxies.ts'
import { approvedDecisions } from './record.ts'
import { daysIn, rundownTables } from './rundown.ts'
import { dayOfMeeting, placeAndDay, signerOf } from './signers.ts'
import type { PaperSource } from './source.ts'

/** Why it is not there for whoever asks: it has all figures of a meeting, so it is for whoever reads all of it. */
function reasonOf(context: Context, meeting: MeetingRow) {
  if (!readsWhole(context, meeting)) return refusals.forHost
  return meeting.state === 'ended' || meeting.state === 'reported' ? null : refusals.notHeld
}

/** What a meeting did and what came of it, in the outline of official reports: A introduction to E closing. */
export const report: PaperSource = {
  async lines(context, meeting) {
    return [{ of: null, title: words[context.locale].kinds.report, reason: reasonOf(context, meeting) }]
  },
  async paper(context, meeting) {
    const reason = reasonOf(context, meeting)
    if (reason) throw new Refusal('conflict', reason)
    const { locale } = context
    const w = paperWords[locale]
    const sessions = (await lastRelease(context, meeting.id))?.sessions ?? []
    const conclusions = await conclusionsOf(context, meeting.id)
    const day = dayOfMeeting(meeting)
    const general = w.generalText({
      title: meeting.title,
      host: meeting.officeName,
      day: daysOf(locale, meeting),
      place: meeting.place ?? meeting.link ?? w.blank,
    })
    const objectives = await objectivesOf(context, meeting.id)
    const facts: [string, string | null][] = [
      [w.general, general],
      [w.aimsHead, objectives.map(({ text }) => text).join('; ')],
      [w.scope, sessions.length ? w.scopeText({ sessions: sessions.length, days: daysIn(sessions).length }) : null],
      [w.legalBasis, meeting.legalBasis],
    ]
    return {
      ...frameOf(locale, meeting, meeting.endsAt ?? meeting.startsAt),
      heading: words[locale].kinds.report,
      title: meeting.title,
      number: meeting.number,
      blocks: [
        { kind: 'heading', text: w.partA },
        { kind: 'facts', rows: facts.filter((fact): fact is [string, string] => Boolean(fact[1])) },
        { kind: 'heading', text: w.partB },
        ...rundownTables(locale, meeting.zone, sessions),
        await attendanceTable(context, meeting),
        { kind: 'heading', text: w.partC },
        objectiveTable(locale, objectives),
        ...(await decided(context, meeting.id)),
        { kind: 'heading', text: w.partD },
        conclusions.length ? { kind: 'list', items: conclusions } : { kind: 'text', paragraphs: [w.noConclusions] },
        { kind: 'heading', text: w.partE },
        { kind: 'text', paragraphs: [w.reportClosing] },
        { kind: 'signatures', signers: [await signerOf(context, meeting, { place: placeAndDay(locale, meeting, day) })] },
      ],
    }
  },
}

async function attendanceTable(context: Context, meeting: MeetingRow): Promise<PaperBlock> {
  const { locale } = context
  const w = paperWords[locale]
  const people = await peopleOf(context, meeting.id)
  const events = await eventsOf(context, meeting.id)
  const sessions = people.length ? await sessionsOf(context, meeting) : []
  return {
    kind: 'table',
    title: w.attendanceOf,
    columns: [
      { header: w.session, kind: 'text', width: 70 },
      ...[w.invited, w.present, w.replaced, w.excusedOf, w.absent].map(header => ({ header, kind: 'number' as const, width: 18 })),
    ],
    rows: sessions.map(session => {
      const seats = seatsIn(session, events)
      const counts = Map.groupBy(people, ({ id }) => seats.of(id).status)
      const count = (status: 'present' | 'replaced' | 'excused' | 'absent') => String(counts.get(status)?.length ?? 0)
      return [session.title, String(people.length), count('present'), count('replaced'), count('excused'), count('absent')]
    }),
    empty: refusals.nobodyInvited[locale] ?? refusals.nobodyInvited.id,
  }
}

function objectiveTable(locale: Context['locale'], objectives: Awaited<ReturnType<typeof objectivesOf>>): PaperBlock {
  const w = paperWords[locale]
  return {
    kind: 'table',
    title: w.objectivesOf,
    columns: [
      { header: w.objective, kind: 'text', width: 70 },
      { header: w.reachedOf, kind: 'text', width: 25 },
      { header: w.outcome, kind: 'text', width: 65 },
    ],
    rows: objectives.map(({ text, reached, outcome }) => [
      text,
      w.reached[reached === null ? 'open' : reached ? 'yes' : 'no'],
      outcome ?? w.nobody,
    ]),
    empty: '',
  }
}

/** What was decided, and what became of each. */
async function decided(context: Context, meetingId: string): Promise<PaperBlock[]> {
  const { locale } = context
  const w = paperWords[locale]
  const { statuses } = decisionWords[locale]
  const rows = await approvedDecisions(context, meetingId)
  const open = rows.filter(({ status }) => status === 'waiting' || status === 'underway').length
  return [
    { kind: 'text', paragraphs: [w.decisionsText({ decisions: rows.length, open })] },
    decisionTable(locale, rows),
    ...(rows.length
      ? [
          {
            kind: 'table' as const,
            title: w.followUps,
            columns: [
              { header: w.number, kind: 'text' as const, width: 40 },
              { header: w.status, kind: 'text' as const, width: 80 },
              { header: w.followUps, kind: 'number' as const, width: 35 },
            ],
            rows: rows.map(({ number, status, followUps }) => [number, statuses[status], String(followUps)]),
            empty: '',
          },
        ]
      : []),
  ]
}

/** What approved minutes concluded, session by session. */
async function conclusionsOf(context: Context, meetingId: string): Promise<string[]> {
  const rows = await minutesOf(context)
    .where('n.meeting_id', '=', meetingId)
    .where('n.state', 'in', ['approved', 'distributed'])
    .orderBy('n.created_at')
    .orderBy('n.id')
    .execute()
  const all: string[] = []
  for (const { id } of rows) for (const { conclusion } of await passagesOf(context, id)) if (conclusion) all.push(conclusion)
  return all
}
