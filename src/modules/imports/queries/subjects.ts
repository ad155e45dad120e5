import type { Subjects } from '../../../platform/audit/subjects.ts'
import { visible } from './batches.ts'

export const importsSubjects: Subjects = {
  async import(context, ids) {
    const rows = await visible(context).where('b.id', 'in', ids).select(['b.id', 'b.name']).execute()
    return rows.map(row => ({ ...row, path: `/impor/${row.id}` }))
  },
}
