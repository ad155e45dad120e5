import type { Subjects } from '../../../platform/subject/subjects.ts'
import { visibleAssignments } from './assignments.ts'
import { visibleCycles } from './cycles.ts'

const sides = { id: { kpu: 'KPU', partner: 'Mitra' }, en: { kpu: 'KPU', partner: 'Partner' } }

export const evaluationSubjects: Subjects = {
  async cycle(context, ids) {
    const rows = await visibleCycles(context).where('c.id', 'in', ids).select(['c.id', 'c.name']).execute()
    return rows.map(row => ({ ...row, path: `/evaluasi/${row.id}` }))
  },
  async assignment(context, ids) {
    const rows = await visibleAssignments(context).where('t.id', 'in', ids).select(['t.id', 't.side', 'a.title']).execute()
    return rows.map(({ id, side, title }) => ({ id, name: `${title} (${sides[context.locale][side]})`, path: `/evaluasi/isian/${id}` }))
  },
  async instrument({ db }, ids) {
    const rows = await db.selectFrom('instrument').where('id', 'in', ids).select(['id', 'definition', 'version']).execute()
    return rows.map(({ id, definition, version }) => ({ id, name: `${titleOf(definition)} ${version}`, path: null }))
  },
}

const titleOf = (definition: unknown): string => (definition as { title: { id: string } }).title.id
