import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { visibleAssignments } from './assignments.ts'
import { visibleCycles } from './cycles.ts'

const sides = { id: { kpu: 'KPU', partner: 'Mitra' }, en: { kpu: 'KPU', partner: 'Partner' } }

export const evaluationSubjects: SubjectKind[] = [
  {
    kind: 'cycle',
    names: { id: 'siklus evaluasi', en: 'evaluation cycle' },
    async find(context, ids) {
      const rows = await visibleCycles(context).where('c.id', 'in', ids).select(['c.id', 'c.name']).execute()
      return rows.map(row => ({ ...row, path: `/evaluasi/${row.id}` }))
    },
  },
  {
    kind: 'assignment',
    names: { id: 'isian', en: 'form' },
    earlier: ['target'],
    async find(context, ids) {
      const rows = await visibleAssignments(context).where('t.id', 'in', ids).select(['t.id', 't.side', 'a.title']).execute()
      return rows.map(({ id, side, title }) => ({ id, name: `${title} (${sides[context.locale][side]})`, path: `/evaluasi/isian/${id}` }))
    },
  },
]
