import { sql } from 'kysely'
import { type AgendaKind, type AgendaQuestion, agendaKind } from '../../../platform/agenda/entry.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words/words.ts'
import { overAt } from './list.ts'
import { engaged, visible } from './visible.ts'

/** The day on which each meeting begins, by the clock of its office; one's own: of one's office, or one has a part in it. */
export const meetingAgenda: AgendaKind[] = [
  agendaKind({
    kind: 'meeting',
    names: titles.meetings,
    rows: meetingRows,
    entryOf: ({ locale }, { id, number, title, office }) => ({
      subject: { kind: 'meeting', id },
      what: `${words[locale].begins} ${number}`,
      title,
      who: office,
      href: `/rapat/${id}`,
    }),
  }),
  agendaKind({
    kind: 'session',
    names: titles.sessions,
    rows: sessionRows,
    entryOf: ({ locale }, { id, meeting, name, title }) => ({
      subject: { kind: 'meeting_session', id },
      what: words[locale].yourPart,
      title,
      who: name,
      href: `/rapat/${meeting}/acara`,
    }),
  }),
]

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
      sql<boolean>`(m.state = 'cancelled' or ${overAt} <= ${context.clock.now()})`.as('ended'),
      sql<boolean>`(coalesce(m.office_id = ${own}::uuid, false) or ${engaged(context)})`.as('mine'),
    ])
}

/** The sessions in which one has a part, as released. */
function sessionRows(context: Context, question: AgendaQuestion) {
  const day = sql<string>`(s.starts_at at time zone o.zone)::date`
  return visible(context)
    .innerJoin('meeting_slot as s', 's.meeting_id', 'm.id')
    .innerJoin('meeting_engagement as e', 'e.session_id', 's.session_id')
    .where('e.person_id', '=', context.actor.personId)
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
      sql<boolean>`(m.state = 'cancelled' or coalesce(s.ends_at, s.starts_at + interval '1 day') <= ${context.clock.now()})`.as('ended'),
      sql<boolean>`true`.as('mine'),
    ])
}
