import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { holdsFile } from './entries.ts'
import { visible } from './visible.ts'

export const roundsSubjects: SubjectKind[] = [
  {
    kind: 'round',
    names: titles.round,
    async find(context, ids) {
      const rows = await visible(context).where('r.id', 'in', ids).select(['r.id', 'r.title']).execute()
      return rows.map(({ id, title }) => ({ id, name: title, path: `/putaran/${id}` }))
    },
    holdsFile,
  },
  {
    kind: 'round_entry',
    names: titles.entry,
    async find(context, ids) {
      const rows = await visible(context)
        .innerJoin('round_entry as n', 'n.round_id', 'r.id')
        .innerJoin('office_card as o', 'o.id', 'n.office_id')
        .where('n.id', 'in', ids)
        .select(['n.id', 'o.name', 'r.id as round'])
        .execute()
      return rows.map(({ id, name, round }) => ({ id, name, path: `/putaran/${round}/penampil/${id}` }))
    },
  },
]
