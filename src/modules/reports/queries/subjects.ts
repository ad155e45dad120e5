import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { holdsFile, visible } from './reports.ts'
import { searchedReports } from './searched.ts'
import { shareColumns, sharedOf, visibleShares } from './shared.ts'

export const reportsSubjects: SubjectKind[] = [
  {
    kind: 'report',
    names: titles.report,
    // Not the steps in which it is made: that is one deed.
    isNews: ['reports.create', 'reports.cancel', 'reports.share', 'reports.withdraw', 'runs.end', 'runs.retry', 'runs.resume'],
    searched: searchedReports,
    holdsFile,
    async find(context, ids) {
      const rows = await visible(context).where('r.id', 'in', ids).select(['r.id', 'r.number', 'r.title']).execute()
      return rows.map(({ id, number, title }) => ({ id, name: `${number}, ${title}`, path: `/laporan/${id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context)
        .where('r.id', 'in', ids)
        .select(['r.id', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path }) => ({ id, offices: [path], partners: [] }))
    },
    placed: context => visible(context).select(['r.id', sql`'{}'::uuid[]`.as('partners')]),
  },
  {
    // As the offices below read it; whoever reads all of it is led to the report itself.
    kind: 'shared_report',
    names: titles.sharedReport,
    async find(context, ids) {
      const rows = await visibleShares(context).where('r.id', 'in', ids).select(shareColumns).execute()
      return rows
        .map(row => sharedOf(context, row))
        .flatMap(({ id, number, title, inFull }) => (inFull ? [] : [{ id, name: `${number}, ${title}`, path: `/laporan/${id}/bagian` }]))
    },
  },
  { kind: 'report_template', names: titles.reportTemplate },
]
