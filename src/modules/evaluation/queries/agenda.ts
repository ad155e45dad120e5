import { sql } from 'kysely'
import { type AgendaKind, type AgendaQuestion, agendaKind } from '../../../platform/agenda/entry.ts'
import { reachOf } from '../../../platform/authority/reach.ts'
import { holds } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { agendaKinds, agendaWords } from '../words/agenda.ts'
import { visibleAssignments } from './assignments.ts'
import { visibleCycles } from './cycles.ts'

/** The three days of each cycle until it is closed, and when the forms that wait for one's own side are due. */
export const evaluationAgenda: AgendaKind[] = [
  agendaKind({
    kind: 'cycle',
    names: agendaKinds.cycles,
    rows: cycleRows,
    entryOf: ({ locale }, { id, date, name, office }) => ({
      subject: { kind: 'cycle', id },
      what: agendaWords[locale].what[date],
      title: name,
      who: office,
      href: `/evaluasi/${id}`,
    }),
  }),
  agendaKind({
    kind: 'form',
    names: agendaKinds.forms,
    rows: formRows,
    entryOf: ({ locale }, { id, cycle, title, who }) => ({
      subject: { kind: 'assignment', id },
      what: agendaWords[locale].what.form,
      title,
      who: who || null,
      href: `/evaluasi/isian/${id}`,
      besides: `cycle.${cycle}.due`,
    }),
  }),
]

type DateOfCycle = { date: 'opens' | 'due' | 'closes'; day: string }

/** A cycle asks whoever it reaches, so those of one's own office and of the offices above it are one's own; a partner sees no others. */
function cycleRows(context: Context, question: AgendaQuestion) {
  const { actor } = context
  const path = actor.office?.path ?? null
  return visibleCycles(context)
    .innerJoin(
      sql<DateOfCycle>`lateral (values ('opens', c.opens_on), ('due', c.due_on), ('closes', c.closes_on))`.as<'d'>(sql`d(date, day)`),
      join => join.onTrue(),
    )
    .where(sql<boolean>`d.day between ${question.from}::date and ${question.to}::date`)
    .select([
      'c.id',
      'd.date',
      'd.day',
      'c.name',
      'o.name as office',
      sql<boolean>`(c.closed_at is not null)`.as('ended'),
      sql<boolean>`coalesce(o.path @> ${path}::text::ltree, ${actor.office === null})`.as('mine'),
    ])
}

function formRows(context: Context, question: AgendaQuestion) {
  const { actor } = context
  const { partners } = reachOf(actor, 'answer.write')
  const paths = actor.grants.flatMap(({ path, role }) => (path && holds(role, 'answer.write') ? [path] : []))
  return visibleAssignments(context)
    .where('c.opened_at', 'is not', null)
    .where(
      sql<boolean>`case t.side when 'kpu' then o.path = any (${paths}::text[]::ltree[]) else t.partner_id = any (${partners}::uuid[]) end`,
    )
    .where(sql<boolean>`coalesce(t.extended_to, c.due_on) between ${question.from}::date and ${question.to}::date`)
    .select([
      't.id',
      'c.id as cycle',
      sql<string>`'due'`.as('date'),
      sql<string>`coalesce(t.extended_to, c.due_on)`.as('day'),
      'a.title',
      sql<string>`case t.side when 'kpu' then a.partner_names else o.name end`.as('who'),
      sql<boolean>`(t.submitted_at is not null or c.closed_at is not null)`.as('ended'),
      sql<boolean>`true`.as('mine'),
    ])
}
