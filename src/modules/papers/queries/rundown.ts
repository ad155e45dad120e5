import type { PaperBlock } from '../../../platform/documents/paper.ts'
import { formatClock, formatHours, formatWeekday, type Zone } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import type { Part, Session } from '../../meetings/schema/programmes.ts'
import { words as meetingWords } from '../../meetings/words/words.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf, hoursOf } from './frame.ts'
import type { PaperSource } from './source.ts'

/** The programme as it was released last, a table for each day. */
export const rundown: PaperSource = {
  async lines(context, meeting) {
    const release = await lastRelease(context, meeting.id)
    return [{ of: null, title: words[context.locale].kinds.rundown, reason: release ? null : refusals.notReleased }]
  },
  async paper(context, meeting) {
    const { locale } = context
    const release = await lastRelease(context, meeting.id)
    if (!release) throw new Refusal('conflict', refusals.notReleased)
    const w = paperWords[locale]
    const { zone } = meeting
    return {
      ...frameOf(locale, meeting, release.at),
      heading: words[locale].kinds.rundown,
      title: meeting.title,
      number: meeting.number,
      blocks: [
        {
          kind: 'facts',
          rows: [
            [w.day, daysOf(locale, meeting)],
            [w.time, hoursOf(locale, meeting)],
            ...(meeting.place ? ([[w.place, meeting.place]] as [string, string][]) : []),
            [w.host, meeting.officeName],
          ],
        },
        ...rundownTables(locale, zone, release.sessions),
        { kind: 'text', paragraphs: [w.release({ number: String(release.number), at: formatWeekdayAt(locale, release.at, zone) })] },
      ],
    }
  },
}

/** A table for each day. */
export const rundownTables = (locale: Locale, zone: Zone, sessions: readonly Session[]): PaperBlock[] =>
  daysIn(sessions).map(([day, of]) => tableOf(locale, zone, day, of))

const formatWeekdayAt = (locale: Locale, at: Date, zone: Zone) => daysOf(locale, { startsAt: at, endsAt: null, zone })

/** By day, those without one last; within a day by hour, then by class. */
export function daysIn(sessions: readonly Session[]): [string | null, Session[]][] {
  const key = ({ startsAt, class: of, id }: Session) => `${startsAt ?? '~'} ${of ?? ''} ${id}`
  const sorted = sessions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const days = Map.groupBy(sorted, ({ day }) => day)
  return [...days].toSorted(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
}

function tableOf(locale: Locale, zone: Zone, day: string | null, sessions: readonly Session[]): PaperBlock {
  const w = paperWords[locale]
  return {
    kind: 'table',
    title: day ? formatWeekday(locale, day) : w.untimed,
    columns: [
      { header: w.hours, kind: 'text', width: 26 },
      { header: w.item, kind: 'text', width: 55 },
      { header: w.people, kind: 'text', width: 50 },
      { header: w.room, kind: 'text', width: 28 },
    ],
    rows: sessions.map(session => [
      hoursIn(locale, zone, session),
      [session.class, session.title].filter(Boolean).join(': '),
      session.parts.map(part => partText(locale, part)).join('; ') || w.nobody,
      session.room ?? w.nobody,
    ]),
    empty: '',
  }
}

const hoursIn = (locale: Locale, zone: Zone, { startsAt, endsAt }: Session): string => {
  if (!startsAt) return paperWords[locale].nobody
  return endsAt ? formatHours(locale, startsAt, endsAt, zone) : formatClock(locale, startsAt, zone)
}

/** "Narasumber: Siti Rahma (Universitas Airlangga)"; of whoever stands in for another, both names. */
export function partText(locale: Locale, part: Part): string {
  return paperWords[locale].part({ role: meetingWords[locale].roles[part.role], name: personText(locale, part) })
}

export function personText(locale: Locale, { name, institution, behalfOf, readsMessage }: Omit<Part, 'id'>): string {
  const w = paperWords[locale]
  const who = institution ? w.fromInstitution({ name, institution }) : name
  if (!behalfOf) return who
  return readsMessage ? w.message({ name: who, principal: behalfOf }) : w.onBehalf({ name: who, principal: behalfOf })
}
