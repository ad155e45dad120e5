import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { holdsFile } from './documents.ts'
import { searchedAgreements, searchedDocuments } from './searched.ts'
import { agreementTallies } from './tallies.ts'
import { visible } from './visible.ts'

const number = sql<
  string | null
>`(select p.number from agreement_party p where p.agreement_id = a.id and p.number is not null order by p.seq limit 1)`

/** An obligation and a document are read on the page of their agreement. */
export const agreementsSubjects: SubjectKind[] = [
  {
    kind: 'agreement',
    names: titles.agreement,
    isNews: true,
    searched: searchedAgreements,
    tallies: agreementTallies,
    async find(context, ids) {
      const rows = await visible(context)
        .where('a.id', 'in', ids)
        .select(['a.id', 'a.title', number.as('number')])
        .execute()
      return rows.map(({ id, title, number }) => ({ id, name: number ? `${number}, ${title}` : title, path: `/perjanjian/${id}` }))
    },
    places: (context, ids) =>
      visible(context)
        .where('a.id', 'in', ids)
        .select(['a.id', sql<string[]>`a.reach::text[]`.as('offices'), 'a.partner_ids as partners'])
        .execute(),
    placed: context => visible(context).select(['a.id', 'a.partner_ids as partners']),
  },
  {
    kind: 'obligation',
    names: titles.obligation,
    async find(context, ids) {
      const rows = await visible(context)
        .innerJoin('obligation as b', 'b.agreement_id', 'a.id')
        .where('b.id', 'in', ids)
        .select(['b.id', 'b.text as name', 'a.id as agreement'])
        .execute()
      return rows.map(({ agreement, ...row }) => ({ ...row, path: `/perjanjian/${agreement}#kewajiban` }))
    },
  },
  {
    kind: 'document',
    names: titles.document,
    holdsFile,
    searched: searchedDocuments,
    readFiles: db => db.selectFrom('agreement_document').where('removed_at', 'is', null).select('file_id'),
    async find(context, ids) {
      const rows = await visible(context)
        .innerJoin('agreement_document as d', 'd.agreement_id', 'a.id')
        .where('d.id', 'in', ids)
        .select(['d.id', 'd.label as name', 'a.id as agreement'])
        .execute()
      return rows.map(({ agreement, ...row }) => ({ ...row, path: `/perjanjian/${agreement}#dokumen` }))
    },
  },
]
