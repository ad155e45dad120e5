import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { searchedEvidence, searchedFollowUps } from './searched.ts'
import { followUpTallies } from './tallies.ts'
import { visible } from './visible.ts'

export const followupsSubjects: SubjectKind[] = [
  {
    kind: 'follow_up',
    names: titles.followUp,
    isNews: true,
    searched: searchedFollowUps,
    tallies: followUpTallies,
    async find(context, ids) {
      const rows = await visible(context).where('f.id', 'in', ids).select(['f.id', 'f.number', 'f.action']).execute()
      return rows.map(({ id, number, action }) => ({ id, name: `${number}: ${action}`, path: `/tindak-lanjut/${id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context)
        .where('f.id', 'in', ids)
        .select(['f.id', 'f.partner_id as partner', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path, partner }) => ({ id, offices: [path], partners: partner ? [partner] : [] }))
    },
    placed: context => visible(context).select(['f.id', sql`array_remove(array[f.partner_id], null)`.as('partners')]),
  },
  {
    kind: 'evidence',
    names: titles.evidence,
    searched: searchedEvidence,
    readFiles: db => db.selectFrom('follow_up_evidence').select('file_id'),
  },
]
