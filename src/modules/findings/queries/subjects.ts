import type { Subjects } from '../../../platform/subject/subjects.ts'
import { visible } from './visible.ts'

export const findingsSubjects: Subjects = {
  async finding(context, ids) {
    const rows = await visible(context).where('t.id', 'in', ids).select(['t.id', 't.number', 't.text']).execute()
    return rows.map(({ id, number, text }) => ({ id, name: `${number}: ${text}`, path: `/temuan/${id}` }))
  },
}
