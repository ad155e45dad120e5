import { type RawBuilder, sql } from 'kysely'
import { type AgendaKind, type AgendaQuestion, agendaKind } from '../../../platform/agenda/entry.ts'
import { reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { agendaKinds, agendaWords } from '../words/agenda.ts'
import { visible } from './visible.ts'

/** The last day of what was signed, and the due dates of what was promised in it; both end with the agreement. */
export const agreementAgenda: AgendaKind[] = [
  agendaKind({
    kind: 'agreement-expiry',
    names: agendaKinds.expiries,
    rows: expiryRows,
    entryOf: ({ locale }, { id, title, who }) => ({
      subject: { kind: 'agreement', id },
      what: agendaWords[locale].what.expiry,
      title,
      who: who || null,
      href: `/perjanjian/${id}`,
    }),
  }),
  agendaKind({
    kind: 'obligation',
    names: agendaKinds.obligations,
    rows: obligationRows,
    entryOf: ({ locale }, { id, agreement, title, who }) => ({
      subject: { kind: 'obligation', id },
      what: agendaWords[locale].what.obligation,
      title,
      who: who || null,
      href: `/perjanjian/${agreement}#kewajiban`,
    }),
  }),
]

function expiryRows(context: Context, question: AgendaQuestion) {
  return visible(context)
    .where('a.stage', '=', 'signed')
    .where(sql<boolean>`coalesce(a.ends_on, '9999-12-31'::date) between ${question.from}::date and ${question.to}::date`)
    .select([
      'a.id',
      sql<string>`'expiry'`.as('date'),
      sql<string>`a.ends_on`.as('day'),
      'a.title',
      'a.partner_names as who',
      sql<boolean>`(a.ended_how is not null)`.as('ended'),
      isOwn(context).as('mine'),
    ])
}

function obligationRows(context: Context, question: AgendaQuestion) {
  return visible(context)
    .innerJoin('obligation as b', 'b.agreement_id', 'a.id')
    .where('a.stage', '=', 'signed')
    .where('b.removed_at', 'is', null)
    .where(sql<boolean>`b.due_on between ${question.from}::date and ${question.to}::date`)
    .select([
      'b.id',
      sql<string>`'due'`.as('date'),
      sql<string>`b.due_on`.as('day'),
      'a.id as agreement',
      sql<string>`left(b.text, 300)`.as('title'),
      'a.partner_names as who',
      sql<boolean>`a.ended_how is not null`.as('ended'),
      isOwn(context).as('mine'),
    ])
}

/** One's own office is a party of it, or the partner that one speaks for is. */
function isOwn({ actor }: Context): RawBuilder<boolean> {
  const facets = [...(actor.office ? [`@${actor.office.path}`] : []), ...reachOf(actor, 'agreement.read').partners]
  return facets.length ? sql<boolean>`(a.facets && ${facets}::text[])` : sql<boolean>`false`
}
