import type { Paper, PaperBlock } from '../../../platform/documents/paper.ts'
import { formatDay, listOf } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { localAt } from '../../meetings/rules/local-time.ts'
import type { Part } from '../../meetings/schema/programmes.ts'
import { correctionsOf } from '../../minutes/queries/corrections.ts'
import { type DecisionRow, decisionFrom, detailed as decisionsOf } from '../../minutes/queries/decisions.ts'
import { detailed, type MinutesRow, writersOf } from '../../minutes/queries/minutes.ts'
import { passagesOf } from '../../minutes/queries/passages.ts'
import { shortFingerprint } from '../../minutes/rules/fingerprint.ts'
import { decisionWords } from '../../minutes/words/decisions.ts'
import { postOf } from '../../organisation/queries/posts.ts'
import { placeOf, signedAs } from '../../reports/rules/signing.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf, hoursOf, momentOf } from './frame.ts'
import { partText, personText } from './rundown.ts'
import type { PaperSource } from './source.ts'

const minutesOf = (context: Context, meeting: MeetingRow) =>
  detailed(context).where('n.meeting_id', '=', meeting.id).orderBy('n.created_at').orderBy('n.id').execute()

const isApproved = ({ state }: MinutesRow): boolean => state === 'approved' || state === 'distributed'

/** Minutes once they are approved, for whoever may read them: what was said, concluded and decided, and what was added to them. */
export const minutes: PaperSource = {
  async lines(context, meeting) {
    const title = words[context.locale].kinds.minutes
    const rows = await minutesOf(context, meeting)
    if (!rows.length) return [{ of: null, title, reason: refusals.noMinutes }]
    return rows.map(row => ({
      of: row.id,
      title: row.sessionId ? `${title}: ${row.title}` : title,
      reason: isApproved(row) ? null : refusals.notApproved,
    }))
  },
  async paper(context, meeting, of) {
    const rows = await minutesOf(context, meeting)
    if (!rows.length) throw new Refusal('conflict', refusals.noMinutes)
    const row = of === null && rows.length === 1 ? rows[0] : rows.find(({ id }) => id === of)
    if (!row) throw notFound()
    if (!isApproved(row)) throw new Refusal('conflict', refusals.notApproved)
    return paperOf(context, meeting, row)
  },
}

async function paperOf(context: Context, meeting: MeetingRow, row: MinutesRow): Promise<Paper> {
  const { locale } = context
  const w = paperWords[locale]
  const session = row.sessionId ? (await lastRelease(context, meeting.id))?.sessions.find(({ id }) => id === row.sessionId) : undefined
  const parts: Part[] = session?.parts ?? []
  const passages = await passagesOf(context, row.id)
  const decisions = await decisionsOf(context).where('d.minutes_id', '=', row.id).orderBy('d.seq').orderBy('d.id').execute()
  const taken = (await correctionsOf(context, row.id)).filter(({ isTaken }) => isTaken)
  const times = { startsAt: session?.startsAt ?? meeting.startsAt, endsAt: session ? session.endsAt : meeting.endsAt, zone: meeting.zone }
  const of = (...roles: Part['role'][]) => parts.filter(({ role }) => roles.includes(role))
  const writers = (await writersOf(context, row.id)).map(({ name }) => name)
  const place = [session?.room, meeting.place].filter(Boolean).join(', ') || meeting.link
  const facts: [string, string | null | undefined][] = [
    [w.meeting, meeting.title],
    [w.session, session?.title],
    [w.day, daysOf(locale, times)],
    [w.time, hoursOf(locale, times)],
    [w.place, place],
    [w.host, meeting.officeName],
    [w.chair, named(locale, of('chairs'))],
    [w.taker, named(locale, of('minutes'))],
    [w.takers, of('minutes').length ? null : listOf(locale, 'conjunction', writers)],
    [
      w.speakers,
      parts
        .filter(({ role }) => !['chairs', 'minutes'].includes(role))
        .map(part => partText(locale, part))
        .join('; '),
    ],
  ]
  return {
    ...frameOf(locale, meeting, row.approvedAt ?? meeting.startsAt),
    heading: words[locale].kinds.minutes,
    title: row.title,
    number: meeting.number,
    blocks: [
      { kind: 'facts', rows: facts.filter((fact): fact is [string, string] => Boolean(fact[1])) },
      { kind: 'heading', text: w.course },
      ...passages.map(
        ({ speaker, text, conclusion }): PaperBlock => ({
          kind: 'speech',
          speaker: speaker ?? '',
          text: text ?? '',
          conclusion: conclusion ?? '',
          conclusionLabel: w.conclusion,
        }),
      ),
      decisionTable(locale, decisions),
      ...(taken.length
        ? ([
            { kind: 'heading', text: w.addenda },
            {
              kind: 'list',
              items: taken.map(({ text, by, at }) => w.addendum({ text, name: by ?? w.nobody, at: momentOf(locale, at, meeting.zone) })),
            },
          ] satisfies PaperBlock[])
        : []),
      { kind: 'text', paragraphs: [w.closing, approval(locale, meeting, row)] },
      { kind: 'signatures', signers: await signersOf(context, meeting, row, parts, writers) },
    ],
  }
}

const named = (locale: Locale, parts: readonly Part[]) => parts.map(part => personText(locale, part)).join('; ')

const approval = (locale: Locale, { zone }: MeetingRow, { approvedAt, approvedBy, hash }: MinutesRow): string =>
  paperWords[locale].approved({
    name: approvedBy ?? paperWords[locale].nobody,
    at: approvedAt ? momentOf(locale, approvedAt, zone) : paperWords[locale].nobody,
    hash: hash ? shortFingerprint(hash) : paperWords[locale].nobody,
  })

/** What was decided, with to whom and until when. */
export function decisionTable(locale: Locale, rows: readonly DecisionRow[]): PaperBlock {
  const w = paperWords[locale]
  const { results } = decisionWords[locale]
  return {
    kind: 'table',
    title: w.decisions,
    columns: [
      { header: w.number, kind: 'text', width: 24 },
      { header: w.decision, kind: 'text', width: 60 },
      { header: w.addressee, kind: 'text', width: 32 },
      { header: w.result, kind: 'text', width: 20 },
      { header: w.due, kind: 'day', width: 20 },
    ],
    rows: rows
      .map(decisionFrom)
      .map(({ number, text, note, addressee, result, dueOn, postponedOn }) => [
        number,
        note ? w.withNote({ text, note }) : text,
        addressee?.name ?? w.nobody,
        results[result],
        (dueOn ?? postponedOn) ? formatDay(locale, (dueOn ?? postponedOn)!, 'short') : w.nobody,
      ]),
    empty: w.noDecisions,
  }
}

/** Whoever chaired and whoever took the minutes, in the posts that they had on that day; without a chair, whoever approved them. */
async function signersOf(context: Context, meeting: MeetingRow, row: MinutesRow, parts: readonly Part[], writers: readonly string[]) {
  const { locale } = context
  const w = paperWords[locale]
  const day = localAt(meeting.startsAt, meeting.zone).slice(0, 10)
  const approvedOn = row.approvedAt ? formatDay(locale, localAt(row.approvedAt, meeting.zone).slice(0, 10)) : ''
  const place = placeOf(meeting.officeName)
  const signer = async (label: string, part: Part | undefined, instead: string, at: string) => {
    const post = part?.personId ? await postOf(context, part.personId, day) : undefined
    const position = post ? signedAs(locale, post) : part?.institution
    return { place: at, position: position ? w.withPosition({ label, position }) : label, name: part?.name ?? instead }
  }
  const chair = parts.find(({ role }) => role === 'chairs')
  const taker = parts.find(({ role }) => role === 'minutes')
  return [
    await signer(w.takerOf, taker, writers[0] ?? w.nobody, ''),
    await signer(w.chairOf, chair, row.approvedBy ?? w.nobody, place ? w.placeAndDay({ place, day: approvedOn }) : approvedOn),
  ]
}
