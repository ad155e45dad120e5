import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { visibleGrants } from './grants.ts'
import { visible } from './offices.ts'
import { visiblePersons } from './persons.ts'
import { searchedOffices, searchedPersons } from './searched.ts'

export const organisationSubjects: SubjectKind[] = [
  {
    kind: 'office',
    names: titles.office,
    searched: searchedOffices,
    async find(context, ids) {
      const rows = await visible(context).where('o.id', 'in', ids).select(['o.id', 'o.name']).execute()
      return rows.map(row => ({ ...row, path: `/satuan-kerja/${row.id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context)
        .where('o.id', 'in', ids)
        .select(['o.id', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path }) => ({ id, offices: [path], partners: [] }))
    },
    placed: context => visible(context).select(['o.id', sql`'{}'::uuid[]`.as('partners')]),
  },
  {
    kind: 'person',
    names: titles.person,
    searched: searchedPersons,
    async find(context, ids) {
      const rows = await visiblePersons(context).where('p.id', 'in', ids).select(['p.id', 'p.name']).execute()
      return rows.map(row => ({ ...row, path: `/orang/${row.id}` }))
    },
  },
  {
    kind: 'position',
    names: titles.position,
    async find({ db }, ids) {
      const rows = await db.selectFrom('position').where('id', 'in', ids).select(['id', 'name']).execute()
      return rows.map(row => ({ ...row, path: '/jabatan' }))
    },
  },
  {
    kind: 'grant',
    names: titles.role,
    async find(context, ids) {
      const rows = await visibleGrants(context)
        .innerJoin('person as p', 'p.id', 'g.person_id')
        .where('g.id', 'in', ids)
        .select(['g.id', 'p.name', 'p.id as person'])
        .execute()
      return rows.map(({ person, ...row }) => ({ ...row, path: `/orang/${person}` }))
    },
  },
]
