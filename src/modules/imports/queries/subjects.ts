import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import type { ImportKind } from '../schema/codes.ts'
import { titles } from '../words/titles.ts'
import { holdsFile, powerTo } from './batches.ts'

const pathOf: Record<ImportKind, string> = { agreements: '/impor', persons: '/impor-orang' }

export const importsSubjects: SubjectKind[] = [
  /** Called by its file for whoever may read the trail of its office; opened by those who import. */
  {
    kind: 'import',
    names: titles.import2,
    holdsFile,
    async find(context, ids) {
      const opens = sql<boolean>`case b.kind when 'persons' then ${within(reach(context, powerTo.persons), { path: sql.ref('o.path') })}
        else ${within(reach(context, powerTo.agreements), { path: sql.ref('o.path') })} end`
      const rows = await context.db
        .selectFrom('import_batch as b')
        .innerJoin('office_card as o', 'o.id', 'b.office_id')
        .where('b.id', 'in', ids)
        .where(sql<boolean>`(${opens} or ${within(reach(context, 'audit.read'), { path: sql.ref('o.path') })})`)
        .select(['b.id', 'b.kind', 'b.name', opens.as('opens')])
        .execute()
      return rows.map(({ id, kind, name, opens }) => ({ id, name, path: opens ? `${pathOf[kind as ImportKind]}/${id}` : null }))
    },
  },
]
