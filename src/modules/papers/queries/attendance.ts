import type { Paper, PaperBlock } from '../../../platform/documents/paper.ts'
import { formatClock, formatWeekday } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { eventsOf, type Seats, seatsIn } from '../../attendance/queries/events.ts'
import { countPeople, type PersonRow, peopleOf } from '../../attendance/queries/people.ts'
import { sessionsOf } from '../../attendance/queries/sessions.ts'
import type { AttendedSession } from '../../attendance/schema/attendance.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { dayOf, localAt } from '../../meetings/rules/local-time.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { frameOf, hoursOf } from './frame.ts'
import { actingFor, readsWhole } from './proxies.ts'
import type { PaperSource } from './source.ts'

type List = { of: string; name: string; day: string | null; sessions: AttendedSession[]; isClass: boolean }

/** A list for each day of everybody invited, and one for each class of whoever was there. */
export const attendance: PaperSource = {
  async lines(context, meeting) {
    const { kinds } = words[context.locale]
    if (!(await countPeople(context, { meeting: meeting.id }))) {
      return [{ of: null, title: kinds.attendance, reason: refusals.nobodyInvited }]
    }
    const lists = await listsOf(context, meeting)
    return lists.map(({ of, name }) => ({ of, title: paperWords[context.locale].titled({ kind: kinds.attendance, name }), reason: null }))
  },
  async paper(context, meeting, of) {
    if (!(await countPeople(context, { meeting: meeting.id }))) throw new Refusal('conflict', refusals.nobodyInvited)
    const lists = await listsOf(context, meeting)
    const list = of === null && lists.length === 1 ? lists[0] : lists.find(each => each.of === of)
    if (!list) throw notFound()
    return paperOf(context, meeting, list)
  },
}

async function listsOf(context: Context, meeting: MeetingRow): Promise<List[]> {
  const { locale } = context
  const sessions = await sessionsOf(context, meeting)
  const dayIn = ({ startsAt }: AttendedSession) => startsAt && dayOf(localAt(startsAt, meeting.zone))
  const classes = sessions.filter(session => session.class !== null)
  const days = [...Map.groupBy(sessions, dayIn)].flatMap(([day, of]) => (day ? [{ day, of }] : []))
  return [
    ...days.map(({ day, of }) => ({ of: day, name: formatWeekday(locale, day), day, sessions: of, isClass: false })),
    ...classes.map(session => ({
      of: session.id,
      name: paperWords[locale].titled({ kind: session.class!, name: session.title }),
      day: dayIn(session),
      sessions: [session],
      isClass: true,
    })),
  ]
}

type Row = { name: string; position: string; institution: string; mark: Mark }
type Mark = { kind: 'came' | 'cameOnline' | 'excused'; time: string } | null

async function paperOf(context: Context, meeting: MeetingRow, list: List): Promise<Paper> {
  const { locale } = context
  const w = paperWords[locale]
  const people = await peopleOf(context, meeting.id)
  const events = await eventsOf(context, meeting.id)
  const seats = list.sessions.map(session => seatsIn(session, events))
  const deputies = await actingFor(context, meeting.id)
  const rows = people.map(person => rowOf(context, meeting, person, seats, deputies.get(person.id)))
  const present = rows.filter(({ mark }) => mark && mark.kind !== 'excused').length
  const kept = list.isClass ? rows.filter(({ mark }) => mark) : rows
  const isWhole = readsWhole(context, meeting)
  const latest = events.reduce((last, { at }) => Math.max(last, at), meeting.startsAt.getTime())
  const [session] = list.sessions
  const facts: [string, string | null][] = [
    [w.meeting, meeting.title],
    [w.day, list.day && formatWeekday(locale, list.day)],
    [w.time, list.isClass && session?.startsAt ? hoursOf(locale, { ...session, startsAt: session.startsAt, zone: meeting.zone }) : null],
    [w.place, (list.isClass ? session?.room : null) ?? meeting.place],
    [w.host, meeting.officeName],
    [w.attendance, w.attended({ present, all: people.length })],
  ]
  return {
    ...frameOf(locale, meeting, new Date(latest)),
    heading: words[locale].kinds.attendance,
    title: list.isClass ? list.name : meeting.title,
    number: meeting.number,
    blocks: [
      { kind: 'facts', rows: facts.filter((fact): fact is [string, string] => Boolean(fact[1])) },
      ...(isWhole ? [] : [{ kind: 'text' as const, paragraphs: [w.partial] }]),
      ...(kept.length ? [] : [{ kind: 'text' as const, paragraphs: [w.byHand] }]),
      tableOf(locale, kept.length ? kept : emptyRows),
      { kind: 'signatures', signers: [{ place: '', position: w.responsible, name: w.emptyName }] },
    ],
  }
}

/** For whoever comes to a class, which nobody is invited to by name. */
const emptyRows: Row[] = Array.from({ length: 40 }, () => ({ name: '', position: '', institution: '', mark: null }))

function rowOf({ locale }: Context, { zone }: MeetingRow, person: PersonRow, seats: readonly Seats[], deputy: string | undefined): Row {
  const w = paperWords[locale]
  const all = seats.map(each => each.of(person.id))
  const here = all
    .filter(({ status }) => status === 'present' || status === 'replaced')
    .toSorted((a, b) => (a.firstIn ?? 0) - (b.firstIn ?? 0))[0]
  const proxy = here?.proxy ?? (here ? null : deputy)
  const time = here?.firstIn ? formatClock(locale, new Date(here.firstIn), zone) : ''
  const isOnline = here?.modes.length === 1 && here.modes[0] === 'online'
  const isExcused = !here && all.some(({ status }) => status === 'excused')
  return {
    name: proxy ? w.onBehalf({ name: proxy, principal: person.name }) : person.name,
    position: person.position ?? '',
    institution: person.officeName ?? person.institution ?? '',
    mark: here ? { kind: isOnline ? 'cameOnline' : 'came', time } : isExcused ? { kind: 'excused', time: '' } : null,
  }
}

/** Odd numbers sign at the left, even ones at the right, so that each has room. */
function tableOf(locale: Context['locale'], rows: readonly Row[]): PaperBlock {
  const w = paperWords[locale]
  const signed = (mark: Mark, at: number) => (mark ? w[mark.kind]({ at, time: mark.time }) : w.signHere({ at }))
  return {
    kind: 'table',
    title: words[locale].kinds.attendance,
    columns: [
      { header: w.serial, kind: 'number', width: 10 },
      { header: w.name, kind: 'text', width: 44 },
      { header: w.position, kind: 'text', width: 30 },
      { header: w.institution, kind: 'text', width: 35 },
      { header: w.signature, kind: 'sign', width: 22 },
      { header: w.signature, kind: 'sign', width: 22 },
    ],
    rows: rows.map(({ name, position, institution, mark }, index) => {
      const at = index + 1
      const sign = signed(mark, at)
      return [String(at), name, position, institution, at % 2 ? sign : '', at % 2 ? '' : sign]
    }),
    empty: '',
  }
}
