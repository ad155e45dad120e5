import type { Paper } from '../../../platform/documents/paper.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { eventsOf, seatsIn } from '../../attendance/queries/events.ts'
import { belongsIn, classesOf, type PersonRow, peopleOf } from '../../attendance/queries/people.ts'
import { sessionsOf } from '../../attendance/queries/sessions.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { type Attended, attendedBy, certificateNumber } from '../rules/certificates.ts'
import type { CertificateLine } from '../schema/certificates.ts'
import { certificateWords } from '../words/certificates.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf } from './frame.ts'
import { placeAndDay, signerOf } from './signers.ts'
import type { PaperSource } from './source.ts'

type Rule = { percent: number | null; rev: number }
export async function ruleOf({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Rule> {
  const row = await db.selectFrom('meeting_certificate').select(['percent', 'rev']).where('meeting_id', '=', meetingId).executeTakeFirst()
  return row ?? { percent: null, rev: 0 }
}

/** The meeting is over, and nothing more is noted of it but what is put right. */
export const isHeld = ({ state }: Pick<MeetingRow, 'state'>): boolean => state === 'ended' || state === 'reported'

type Candidate = Attended & { person: PersonRow }
/** Of those whose attendance one may read whoever was written to or was there, with at how many of their sessions they were; as many statements for one as for many. */
export async function candidatesOf(context: Context, meeting: MeetingRow, { percent }: Rule): Promise<Candidate[]> {
  const people = await peopleOf(context, meeting.id)
  const sessions = await sessionsOf(context, meeting)
  const classes = await classesOf(context, meeting.id)
  const events = await eventsOf(context, meeting.id)
  const rooms = sessions.map(session => ({ meant: belongsIn(session, classes), seats: seatsIn(session, events) }))
  return people.flatMap(person => {
    const seats = rooms.filter(({ meant }) => meant(person)).map(({ seats }) => seats.of(person.id))
    const lines = attendedBy(person.id, seats, percent)
    const wasThere = lines.some(({ attended }) => attended > 0)
    return person.sentAt !== null || wasThere ? lines.map(line => ({ ...line, person })) : []
  })
}

export const lineOf = ({ of, proxy, attended, sessions, gets, person }: Candidate): CertificateLine => ({
  ...{ of, attended, sessions, gets },
  name: proxy ?? person.name,
  behalfOf: proxy === null ? null : person.name,
  position: proxy === null ? person.position : null,
  institution: person.officeName ?? person.institution,
})

/** One’s own certificate is among the papers of a meeting; those of others stand on a page of their own. */
export const certificate: PaperSource = {
  async lines(context, meeting) {
    const rule = await ruleOf(context, meeting.id)
    if (rule.percent === null || !context.actor.personId) return []
    const own = (await candidatesOf(context, meeting, rule)).filter(
      ({ person, proxy }) => person.personId === context.actor.personId && proxy === null,
    )
    return own.map(each => ({ of: each.of, title: words[context.locale].kinds.certificate, reason: whyNot(meeting, rule, each) }))
  },
  async paper(context, meeting, of) {
    const rule = await ruleOf(context, meeting.id)
    const found = (await candidatesOf(context, meeting, rule)).find(each => each.of === of)
    if (!found) throw notFound()
    const reason = whyNot(meeting, rule, found)
    if (reason) throw new Refusal('conflict', reason)
    return certificateOf(context, meeting, found, await certifierOf(context, meeting))
  },
}

function whyNot(meeting: MeetingRow, { percent }: Rule, { gets, attended, sessions }: Candidate) {
  if (percent === null) return refusals.noCertificateRule
  if (!isHeld(meeting)) return refusals.notHeld
  return gets ? null : refusals.tooFewSessions({ attended: String(attended), sessions: String(sessions), percent: String(percent) })
}

type Signer = Awaited<ReturnType<typeof signerOf>>
const lastOf = ({ endsAt, startsAt }: MeetingRow): Date => endsAt ?? startsAt

/** Whoever headed the hosting office on the last day of the meeting. */
export function certifierOf(context: Context, meeting: MeetingRow): Promise<Signer> {
  const day = dayIn(lastOf(meeting), meeting.zone)
  return signerOf(context, meeting, { day, place: placeAndDay(context.locale, meeting, day) })
}

/** As official as it is short: who was there, at what, at how much of it. */
export function certificateOf({ locale }: Pick<Context, 'locale'>, meeting: MeetingRow, candidate: Candidate, signer: Signer): Paper {
  const [w, p] = [certificateWords[locale], paperWords[locale]]
  const { name, behalfOf, position, institution, attended, sessions } = lineOf(candidate)
  const last = lastOf(meeting)
  const facts: [string, string | null][] = [
    [w.name, name],
    [w.position, position],
    [w.institution, behalfOf === null ? institution : null],
    [w.behalfOf, behalfOf === null ? null : [behalfOf, institution].filter(Boolean).join(', ')],
  ]
  return {
    ...frameOf(locale, meeting, last),
    heading: words[locale].kinds.certificate,
    title: meeting.title,
    number: certificateNumber(meeting.number, candidate.of),
    blocks: [
      { kind: 'text', paragraphs: [w.givenTo] },
      { kind: 'facts', rows: facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : [])) },
      {
        kind: 'text',
        paragraphs: [
          w.says({
            title: meeting.title,
            host: meeting.officeName,
            days: daysOf(locale, meeting),
            place: meeting.place ?? meeting.link ?? p.blank,
          }),
          w.attended({ attended, sessions }),
        ],
      },
      { kind: 'signatures', signers: [signer] },
    ],
  }
}
