import { sql } from 'kysely'
import { datedEntries } from '../../../platform/agenda/dated.ts'
import type { AgendaKind, AgendaQuestion } from '../../../platform/agenda/entry.ts'
import { reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { agendaKinds, agendaWords } from '../words/agenda.ts'
import { visible } from './visible.ts'

/** The due dates of what is to be done; one's own are those that one has oneself, and those of one's office or partner. */
export const followUpAgenda: AgendaKind[] = [{ kind: 'follow-up', names: agendaKinds.followUps, entries }]

function entries(context: Context, question: AgendaQuestion) {
  const { personId, office } = context.actor
  const { partners } = reachOf(context.actor, 'followup.read')
  const rows = visible(context)
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
  const { what } = agendaWords[context.locale]
  return datedEntries(context.db, rows, question, ({ id, number, action, office, partner }) => ({
    subject: { kind: 'follow_up', id },
    what,
    title: `${number}: ${action}`,
    who: [office, partner].filter(Boolean).join(' – '),
    href: `/tindak-lanjut/${id}`,
  }))
}
