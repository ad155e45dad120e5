import type { Subjects } from '../../../platform/subject/subjects.ts'
import { visible } from './reports.ts'

export const reportsSubjects: Subjects = {
  async report(context, ids) {
    const rows = await visible(context).where('r.id', 'in', ids).select(['r.id', 'r.number', 'r.title']).execute()
    return rows.map(({ id, number, title }) => ({ id, name: `${number}, ${title}`, path: `/laporan/${id}` }))
  },
}
