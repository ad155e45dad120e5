import type { PaperBlock } from '../../../platform/documents/paper.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { type DecisionRow, decisionFrom, detailed } from '../../minutes/queries/decisions.ts'
import { decisionWords } from '../../minutes/words/decisions.ts'
import { postOf } from '../../organisation/queries/posts.ts'
import { signedAs } from '../../reports/rules/signing.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf } from './frame.ts'
import { dayOfMeeting, placeAndDay, signerOf } from './signers.ts'
import type { PaperSource } from './source.ts'

/** Of approved minutes, in the order of their numbers. */
export const approvedDecisions = (context: Context, meetingId: string): Promise<DecisionRow[]> =>
  detailed(context)
    .where('d.meeting_id', '=', meetingId)
    .where('n.state', 'in', ['approved', 'distributed'])
    .orderBy('d.seq')
    .orderBy('d.id')
    .execute()

/** What a meeting decided, for whoever led it to sign. */
export const record: PaperSource = {
  async lines(context, meeting) {
    const decided = await approvedDecisions(context, meeting.id)
    return [{ of: null, title: words[context.locale].kinds.record, reason: decided.length ? null : refusals.noDecisions }]
  },
  async paper(context, meeting) {
    const { locale } = context
    const w = paperWords[locale]
    const { results } = decisionWords[locale]
    const rows = await approvedDecisions(context, meeting.id)
    if (!rows.length) throw new Refusal('conflict', refusals.noDecisions)
    const decided = rows.map(decisionFrom)
    const made = rows.reduce((last, { createdAt }) => Math.max(last, createdAt.getTime()), meeting.startsAt.getTime())
    const opening = w.recordOpening({
      day: daysOf(locale, meeting),
      place: meeting.place ?? meeting.link ?? w.blank,
      title: meeting.title,
      host: meeting.officeName,
    })
    const items = decided.map(({ text, result, addressee }) =>
      w.recordDecision({ text, result: results[result], addressee: addressee ? w.recordTo({ name: addressee.name }) : '' }),
    )
    const blocks: PaperBlock[] = [
      ...(meeting.legalBasis ? [{ kind: 'facts' as const, rows: [[w.legalBasis, meeting.legalBasis] as [string, string]] }] : []),
      { kind: 'text', paragraphs: [opening] },
      { kind: 'list', items },
      { kind: 'text', paragraphs: [w.recordClosing] },
      { kind: 'signatures', signers: await leaders(context, meeting) },
    ]
    return {
      ...frameOf(locale, meeting, new Date(made)),
      heading: words[locale].kinds.record,
      title: meeting.title,
      number: meeting.number,
      blocks,
    }
  },
}

/** Everybody who chaired a session, once, in the post that they had then; whoever headed the office where nobody chaired. */
async function leaders(context: Context, meeting: MeetingRow) {
  const { locale } = context
  const day = dayOfMeeting(meeting)
  const parts = ((await lastRelease(context, meeting.id))?.sessions ?? []).flatMap(session => session.parts)
  const chairs = [...new Map(parts.filter(({ role }) => role === 'chairs').map(part => [part.personId ?? part.name, part])).values()]
  const place = placeAndDay(locale, meeting, day)
  if (!chairs.length) return [await signerOf(context, meeting, { place })]
  const signers = []
  for (const [at, part] of chairs.slice(0, mostSigners).entries()) {
    const post = part.personId ? await postOf(context, part.personId, day) : undefined
    const position = post ? signedAs(locale, post) : (part.institution ?? paperWords[locale].chairOf)
    signers.push({ place: at === 0 ? place : '', position, name: part.name })
  }
  return signers
}
const mostSigners = 12
