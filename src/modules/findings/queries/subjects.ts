import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { findingsAnswered } from './grounds.ts'
import { searchedFindings } from './searched.ts'
import { findingTallies } from './tallies.ts'
import { visible } from './visible.ts'

export const findingsSubjects: SubjectKind[] = [
  {
    kind: 'finding',
    names: titles.finding,
    isNews: true,
    searched: searchedFindings,
    tallies: findingTallies,
    grounds: { of: 'follow_up', find: findingsAnswered },
    deeds: { 'answers.submit': titles.submitted },
    cameWith: {
      of: 'assignment',
      by: 'answers.submit',
      told: titles.came,
      find: (context, ids) =>
        visible(context)
          .where('t.id', 'in', [...ids])
          .where('t.source_kind', '=', 'assignment')
          .select(['t.id', sql<string>`t.source_id`.as('with')])
          .execute(),
    },
    async find(context, ids) {
      const rows = await visible(context).where('t.id', 'in', ids).select(['t.id', 't.number', 't.text']).execute()
      return rows.map(({ id, number, text }) => ({ id, name: `${number}: ${text}`, path: `/temuan/${id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context)
        .where('t.id', 'in', ids)
        .select(['t.id', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path }) => ({ id, offices: [path], partners: [] }))
    },
    placed: context => visible(context).select(['t.id', sql`'{}'::uuid[]`.as('partners')]),
  },
]
