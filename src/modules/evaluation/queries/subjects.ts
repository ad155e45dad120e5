import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { labels } from '../words/labels.ts'
import { titles } from '../words/titles.ts'
import { visibleAssignments } from './assignments.ts'
import { visibleCycles } from './cycles.ts'
import { searchedCycles } from './searched.ts'
import { evaluationTallies } from './tallies.ts'

export const evaluationSubjects: SubjectKind[] = [
  {
    kind: 'cycle',
    names: titles.evaluationCycle,
    isNews: true,
    searched: searchedCycles,
    async find(context, ids) {
      const rows = await visibleCycles(context).where('c.id', 'in', ids).select(['c.id', 'c.name']).execute()
      return rows.map(row => ({ ...row, path: `/evaluasi/${row.id}` }))
    },
    /** What is said of a cycle stays within the commission: partners of a cycle have nothing to do with each other. */
    async places(context, ids) {
      const rows = await visibleCycles(context)
        .where('c.id', 'in', ids)
        .select(['c.id', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path }) => ({ id, offices: [path], partners: [] }))
    },
    placed: context => visibleCycles(context).select(['c.id', sql`'{}'::uuid[]`.as('partners')]),
  },
  {
    kind: 'assignment',
    names: titles.form,
    isNews: ['answers.submit'],
    inWhoseName: (context, ids) =>
      visibleAssignments(context)
        .where('t.id', 'in', [...ids])
        .select(['t.id', sql<string>`case t.side when 'kpu' then o.name else p.name end`.as('name')])
        .execute(),
    tallies: evaluationTallies,
    earlier: ['target'],
    async find(context, ids) {
      const rows = await visibleAssignments(context).where('t.id', 'in', ids).select(['t.id', 't.side', 'a.title']).execute()
      return rows.map(({ id, side, title }) => ({
        id,
        name: `${title} (${labels[context.locale].sides[side]})`,
        path: `/evaluasi/isian/${id}`,
      }))
    },
    async places(context, ids) {
      const rows = await visibleAssignments(context)
        .where('t.id', 'in', ids)
        .select(['t.id', 't.partner_id as partner', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path, partner }) => ({ id, offices: [path], partners: partner ? [partner] : [] }))
    },
    placed: context => visibleAssignments(context).select(['t.id', sql`array_remove(array[t.partner_id], null)`.as('partners')]),
  },
]
