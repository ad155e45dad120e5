import { sql } from 'kysely'
import { type AgendaKind, type AgendaQuestion, agendaKind, type Dated } from '../../../platform/agenda/entry.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words/words.ts'
import { engaged, visible } from './visible.ts'

/** What is one's own of meetings, whichever module knows of it: parts in what was released are here, others join by the same group. */
export const ownMeetings = { key: 'rapat-saya', names: titles.ownMeetings }

/** The day on which each meeting begins, by the clock of its office; one's own: of one's office, or one has a part in it. */
export const meetingAgenda: AgendaKind[] = [
  agendaKind({ kind: 'meeting', names: titles.meetings, rows: meetingRows, entryOf: meetingEntry }),
  agendaKind({
    kind: 'session',
    names: titles.sessions,
    group: ownMeetings,
    rows: (context, question) =>
      sessionRows(context, question)
        .innerJoin('meeting_engagement as e', 'e.session_id', 's.session_id')
        .where('e.person_id', '=', context.actor.personId),
    entryOf: ({ locale }, row) => sessionEntry(words[locale].yourPart, row),
  }),
]

/** One meeting with all its sessions as released, for a calendar of its own; a session is called the same in every calendar. */
export const agendaOfMeeting = (id: string): AgendaKind[] => [
  agendaKind({
    kind: 'meeting',
    names: titles.meetings,
    rows: (context, question) => meetingRows(context, question).where('m.id', '=', id),
    entryOf: meetingEntry,
  }),
  agendaKind({
    kind: 'session',
    names: titles.session,
    rows: (context, question) => sessionRows(context, question).where('m.id', '=', id),
    entryOf: ({ locale }, row) => sessionEntry(words[locale].session, row),
  }),
]

/** The meetings that an office and those below it host. */
export const agendaOfOffice = (id: string): AgendaKind[] => [
  agendaKind({
    kind: 'meeting',
    names: titles.meetings,
    rows: (context, question) =>
      meetingRows(context, question).where(sql<boolean>`o.path <@ (select above.path from office_card above where above.id = ${id}::uuid)`),
    entryOf: meetingEntry,
  }),
]

type MeetingOnDay = Dated & { number: string; title: string; office: string; place: string | null }
function meetingEntry({ locale }: Context, { id, number, title, office, place }: MeetingOnDay) {
  const what = `${words[locale].begins} ${number}`
  return { subject: { kind: 'meeting', id }, what, title, who: office, ...(place ? { place } : {}), href: `/rapat/${id}` }
}

type SessionOnDay = Dated & { meeting: string; name: string; title: string; place: string | null }
const sessionEntry = (what: string, { id, meeting, name, title, place }: SessionOnDay) => ({
  subject: { kind: 'meeting_session', id },
  what,
  title,
  who: name,
  ...(place ? { place } : {}),
  href: `/rapat/${meeting}/acara`,
})

function meetingRows(context: Context, question: AgendaQuestion) {
  const own = context.actor.office?.id ?? null
  const day = sql<string>`(m.starts_at at time zone o.zone)::date`
  return visible(context)
    .where(sql<boolean>`${day} between ${question.from}::date and ${question.to}::date`)
    .select([
      'm.id',
      sql<string>`'begins'`.as('date'),
      day.as('day'),
      'm.starts_at as from',
      'm.ends_at as to',
      'm.number',
      'm.title',
      'o.name as office',
      sql<string | null>`coalesce(m.place, m.link)`.as('place'),
      sql<boolean>`m.state = 'cancelled'`.as('ended'),
      sql<boolean>`(coalesce(m.office_id = ${own}::uuid, false) or ${engaged(context)})`.as('mine'),
    ])
}

/** Sessions as released. */
function sessionRows(context: Context, question: AgendaQuestion) {
  const day = sql<string>`(s.starts_at at time zone o.zone)::date`
  return visible(context)
    .innerJoin('meeting_slot as s', 's.meeting_id', 'm.id')
    .where(sql<boolean>`${day} between ${question.from}::date and ${question.to}::date`)
    .select([
      's.session_id as id',
      sql<string>`'takes-place'`.as('date'),
      day.as('day'),
      's.starts_at as from',
      's.ends_at as to',
      'm.id as meeting',
      's.title',
      'm.title as name',
      sql<string | null>`nullif(concat_ws(', ', s.room, coalesce(m.place, m.link)), '')`.as('place'),
      sql<boolean>`m.state = 'cancelled'`.as('ended'),
      sql<boolean>`true`.as('mine'),
    ])
}
