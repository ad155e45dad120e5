import { sql } from 'kysely'
import type { Paper, PaperBlock } from '../../../platform/documents/paper.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { visibleInvitees } from '../../invitations/queries/invitees.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { type MeetingRow, objectivesOf } from '../../meetings/queries/visible.ts'
import { localAt } from '../../meetings/rules/local-time.ts'
import type { Session } from '../../meetings/schema/programmes.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf, hoursOf, positionText } from './frame.ts'
import { actingFor, readsWhole } from './proxies.ts'
import { rundownTables } from './rundown.ts'
import { dayOfMeeting, placeAndDay, signerOf } from './signers.ts'
import type { PaperSource } from './source.ts'

export const invitedTo = (context: Context, meetingId: string) =>
  visibleInvitees(context).where('i.meeting_id', '=', meetingId).where('i.withdrawn_at', 'is', null)

const columns = [
  'i.id',
  'i.name',
  'i.position',
  'i.unit',
  'i.acting',
  'i.person_id as personId',
  'i.institution',
  'i.letter',
  'i.sent_at as sentAt',
  'o.name as officeName',
  'k.name as partnerName',
] as const

/** By office, then by position and name. */
export const inOrder = sql`coalesce(o.code, '~' || coalesce(i.institution, '')) || ' ' || lpad(i.rank::text, 4, '0') || ' ' || i.name || ' ' || i.id`
export const invited = (context: Context, meetingId: string) => invitedTo(context, meetingId).select(columns).orderBy(inOrder)
export type Addressee = Awaited<ReturnType<ReturnType<typeof invited>['executeTakeFirstOrThrow']>>

/**
 * The letter that a meeting invites by: to all with their list annexed, for whoever reads the whole meeting, and to one of them, for
 * whoever may read that this one is invited. The rundown is annexed once it is released.
 */
export const letter: PaperSource = {
  async lines(context, meeting) {
    const w = words[context.locale]
    const isWhole = readsWhole(context, meeting)
    const some = await invited(context, meeting.id)
      .$if(!isWhole, query => query.where('i.sent_at', 'is not', null))
      .limit(isWhole ? 1 : mostLines)
      .execute()
    if (!some.length) return [{ of: null, title: w.kinds.letter, reason: refusals.nobodyInvited }]
    if (isWhole) return [{ of: null, title: w.kinds.letter, reason: null }]
    return some.map(({ id, name }) => ({ of: id, title: w.letterFor({ name }), reason: null }))
  },
  async paper(context, meeting, of) {
    const isWhole = readsWhole(context, meeting)
    if (of === null && !isWhole) throw new Refusal('conflict', refusals.forHost)
    if (of !== null && !isId(of)) throw notFound()
    const people = await invited(context, meeting.id)
      .$if(of !== null, query => query.where('i.id', '=', of!))
      .execute()
    if (of !== null && !people.length) throw notFound()
    if (!people.length) throw new Refusal('conflict', refusals.nobodyInvited)
    const shared = await sharedBy(context, meeting)
    return of === null ? letterToAll(context, meeting, shared, people) : letterTo(context, meeting, shared, people[0]!, true)
  },
}
const mostLines = 20

export type Shared = Awaited<ReturnType<typeof sharedBy>>

/** What the letters of a meeting have in common, asked once for all of them. */
export async function sharedBy(context: Context, meeting: MeetingRow) {
  const release = await lastRelease(context, meeting.id)
  return {
    sessions: release?.sessions ?? ([] as Session[]),
    objectives: (await objectivesOf(context, meeting.id)).map(({ text }) => text),
    proxies: await actingFor(context, meeting.id),
    signers: new Map<string, Awaited<ReturnType<typeof signerOf>>>(),
  }
}

/** Signed by whoever headed the office on the day of the letter. */
async function signerOn(context: Context, meeting: MeetingRow, { signers }: Shared, day: string) {
  const known = signers.get(day) ?? (await signerOf(context, meeting, { day, place: '' }))
  signers.set(day, known)
  return known
}

type Facts = { number: string | null; sentAt: Date | null; to: string[]; annexes: number; more?: string[] }

async function body(context: Context, meeting: MeetingRow, shared: Shared, { number, sentAt, to, annexes, more = [] }: Facts) {
  const { locale } = context
  const w = paperWords[locale]
  const day = sentAt ? localAt(sentAt, meeting.zone).slice(0, 10) : null
  const { title } = meeting
  const facts: [string, string | null][] = [
    [w.day, daysOf(locale, meeting)],
    [w.time, hoursOf(locale, meeting)],
    [w.place, meeting.place],
    [w.link, meeting.link],
    [w.theme, meeting.theme],
  ]
  const blocks: PaperBlock[] = [
    {
      kind: 'reference',
      place: placeAndDay(locale, meeting, day),
      rows: [
        [w.letterNumber, number ?? w.blank],
        [w.nature, w.ordinary],
        [w.annexes, annexes ? w.annexCount({ count: annexes }) : w.nobody],
        [w.about, w.invitationTo({ title })],
      ],
    },
    { kind: 'address', lines: [...to, w.there].filter(Boolean) },
    { kind: 'text', paragraphs: [meeting.legalBasis ? w.basedOn({ basis: meeting.legalBasis, title }) : w.opening({ title })] },
    { kind: 'facts', rows: facts.filter((fact): fact is [string, string] => Boolean(fact[1])) },
    ...(shared.objectives.length
      ? ([
          { kind: 'text', paragraphs: [w.aims] },
          { kind: 'list', items: shared.objectives },
        ] satisfies PaperBlock[])
      : []),
    { kind: 'text', paragraphs: [...more, w.thanks] },
    { kind: 'signatures', signers: [await signerOn(context, meeting, shared, day ?? dayOfMeeting(meeting))] },
  ]
  const frame: Omit<Paper, 'blocks'> = {
    ...frameOf(locale, meeting, sentAt ?? meeting.startsAt),
    layout: 'letter',
    heading: words[locale].kinds.letter,
    title,
    number: number ?? '',
  }
  return { frame, blocks }
}

/** To one invitee; `alone` with the rundown annexed, as it is not where the letters of many go with one annex for all. */
export async function letterTo(context: Context, meeting: MeetingRow, shared: Shared, person: Addressee, alone: boolean): Promise<Paper> {
  const w = paperWords[context.locale]
  const proxy = shared.proxies.get(person.id)
  const hasRundown = shared.sessions.length > 0
  const { frame, blocks } = await body(context, meeting, shared, {
    number: person.letter,
    sentAt: person.sentAt,
    to: [w.to({ name: person.name }), positionText(context.locale, person), institutionOf(person)],
    annexes: hasRundown ? 1 : 0,
    more: proxy ? [w.represented({ proxy, principal: person.name })] : [],
  })
  return {
    ...frame,
    blocks: alone && hasRundown ? [...blocks, ...rundownAnnex(context, meeting, shared, person.letter, w.annexes)] : blocks,
  }
}

/** To all who are invited, with the list of them. */
async function letterToAll(context: Context, meeting: MeetingRow, shared: Shared, people: readonly Addressee[]): Promise<Paper> {
  const w = paperWords[context.locale]
  const last = people.reduce<Addressee | null>((latest, each) => ((each.sentAt ?? 0) > (latest?.sentAt ?? 0) ? each : latest), null)
  const number = last?.letter ?? null
  const { frame, blocks } = await body(context, meeting, shared, {
    number,
    sentAt: last?.sentAt ?? null,
    to: [w.toAll, w.asListed],
    annexes: shared.sessions.length ? 2 : 1,
  })
  return {
    ...frame,
    blocks: [
      ...blocks,
      { kind: 'annex', lines: [w.annexOne, w.annexOf({ number: number ?? w.blank })], title: w.listOfInvited },
      invitedTable(context, people),
      ...(shared.sessions.length ? rundownAnnex(context, meeting, shared, number, w.annexTwo) : []),
    ],
  }
}

export function rundownAnnex(context: Context, meeting: MeetingRow, shared: Shared, number: string | null, name: string): PaperBlock[] {
  const w = paperWords[context.locale]
  return [
    { kind: 'annex', lines: [name, w.annexOf({ number: number ?? w.blank })], title: words[context.locale].kinds.rundown },
    ...rundownTables(context.locale, meeting.zone, shared.sessions),
  ]
}

export function invitedTable({ locale }: Context, people: readonly Addressee[]): PaperBlock {
  const w = paperWords[locale]
  return {
    kind: 'table',
    title: w.listOfInvited,
    columns: [
      { header: w.serial, kind: 'number', width: 12 },
      { header: w.name, kind: 'text', width: 55 },
      { header: w.position, kind: 'text', width: 45 },
      { header: w.institution, kind: 'text', width: 48 },
    ],
    rows: people.map((person, at) => [String(at + 1), person.name, positionText(locale, person) || w.nobody, institutionOf(person)]),
    empty: '',
  }
}

export const institutionOf = ({ officeName, partnerName, institution }: Addressee): string => officeName ?? partnerName ?? institution ?? ''
