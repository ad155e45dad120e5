import type { Subjects } from '../../../platform/subject/subjects.ts'
import { visible } from './visible.ts'

export const followupsSubjects: Subjects = {
  async follow_up(context, ids) {
    const rows = await visible(context).where('f.id', 'in', ids).select(['f.id', 'f.number', 'f.action']).execute()
    return rows.map(({ id, number, action }) => ({ id, name: `${number}: ${action}`, path: `/tindak-lanjut/${id}` }))
  },
}
