import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { visibleContacts } from './contacts.ts'
import { visible } from './partners.ts'
import { searchedContacts, searchedPartners } from './searched.ts'

export const partnersSubjects: SubjectKind[] = [
  {
    kind: 'partner',
    names: titles.partner,
    isNews: true,
    searched: searchedPartners,
    async find(context, ids) {
      const rows = await visible(context).where('p.id', 'in', ids).select(['p.id', 'p.name']).execute()
      return rows.map(row => ({ ...row, path: `/mitra/${row.id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context).where('p.id', 'in', ids).select('p.id').execute()
      return rows.map(({ id }) => ({ id, offices: ['id'], partners: [id] }))
    },
    placed: context => visible(context).select(['p.id', sql`array[p.id]`.as('partners')]),
  },
  {
    kind: 'contact',
    names: titles.contact,
    searched: searchedContacts,
    async find(context, ids) {
      const rows = await visibleContacts(context).where('c.id', 'in', ids).select(['c.id', 'c.name', 'c.partner_id as partner']).execute()
      return rows.map(({ partner, ...row }) => ({ ...row, path: `/mitra/${partner}` }))
    },
  },
]
