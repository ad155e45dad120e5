import { sql } from 'kysely'
import { type AgendaKind, type AgendaQuestion, agendaKind } from '../../../platform/agenda/entry.ts'
import { reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { groundsOf } from '../../../platform/subject/subject.ts'
import { agendaKinds, agendaWords } from '../words/agenda.ts'
import { partnerOf } from './grounds.ts'
import { visible } from './visible.ts'

/** The due dates of what is to be done; one's own are those that one has oneself, and those of one's office or partner. */
export const followUpAgenda: AgendaKind[] = [
  agendaKind({
    kind: 'follow-up',
    names: agendaKinds.followUps,
    rows: followUpRows,
    complete: withPartners,
    entryOf: ({ locale }, { id, number, action, office, partner }) => ({
      subject: { kind: 'follow_up', id },
      what: agendaWords[locale].what,
      title: `${number}: ${action}`,
      who: [office, partner].filter(Boolean).join(' – '),
      href: `/tindak-lanjut/${id}`,
    }),
  }),
]

/** Where it names no partner itself, the one that all of what it was begun for is about. */
async function withPartners<Row extends { id: string; partner: string | null }>(context: Context, rows: Row[]): Promise<Row[]> {
  const grounds = await groundsOf(
    context,
    'follow_up',
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...row, partner: row.partner ?? partnerOf(grounds.get(row.id)) }))
}

function followUpRows(context: Context, question: AgendaQuestion) {
  const { personId, office } = context.actor
  const { partners } = reachOf(context.actor, 'followup.read')
  return visible(context)
    .leftJoin('partner_card as q', 'q.id', 'f.partner_id')
    .where(sql<boolean>`f.due_on between ${question.from}::date and ${question.to}::date`)
    .select([
      'f.id',
      sql<string>`'due'`.as('date'),
      sql<string>`f.due_on`.as('day'),
      'f.number',
      'f.action',
      'o.name as office',
      'q.name as partner',
      sql<boolean>`(f.state in ('verified', 'cancelled'))`.as('ended'),
      sql<boolean>`coalesce(f.owner_id = ${personId}::uuid or f.office_id = ${office?.id ?? null}::uuid or f.partner_id = any (${partners}::uuid[]), false)`.as(
        'mine',
      ),
    ])
}
