import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { excerptOf, hasEvery, nameHasEvery, rankOf } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words.ts'
import { statusColumn, today, visible } from './visible.ts'

const present = (some: (string | null)[]): string[] => some.filter(each => each !== null && each !== '') as string[]

/** By its title, parties, numbers, scope and obligations, and by the place of its offices. */
export const searchedAgreements: Searched = {
  group: titles.agreements,
  matching: (context, sought) =>
    visible(context)
      .where(hasEvery(sought, sql.ref('a.search'), paths => sql`a.facets && ${paths}::text[]`))
      .select(['a.id', rankOf(sought, sql.ref('a.search')).as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context)
      .where(
        sql<boolean>`a.id = any (array(select p.agreement_id from agreement_party p where p.number is not null and folded_number(p.number) = folded_number(${typed})))`,
      )
      .select('a.id')
      .orderBy('a.id', 'desc')
      .limit(5)
      .execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const rows = await visible(context)
      .innerJoin('office_card as o', 'o.id', 'a.office_id')
      .where('a.id', 'in', ids)
      .select(['a.id', 'a.title', 'a.kpu_number as number', 'a.numbers', 'a.partner_names as partners', 'o.name as office'])
      .select([
        statusColumn(today(context)).as('status'),
        sql<string[]>`array(select s.text from agreement_scope s where s.agreement_id = a.id order by s.seq)`.as('scope'),
        sql<
          string[]
        >`array(select concat_ws(' ', b.article, b.text, b.indicator, b.target) from obligation b where b.agreement_id = a.id and b.removed_at is null order by b.seq)`.as(
          'obligations',
        ),
      ])
      .execute()
    return rows.map(({ id, title, number, numbers, partners, office, status, scope, obligations }) => ({
      id,
      title,
      number,
      about: present([partners, office, words[context.locale].statuses[status]]),
      texts: [...scope, ...obligations, ...(numbers === number ? [] : present([numbers]))],
      path: `/perjanjian/${id}`,
    }))
  },
}

/** By the text of its file, as far as it could be read, and by what it is called. */
export const searchedDocuments: Searched = {
  group: titles.documents,
  matching: (context, sought) => sql`
    select d.id, 0 as rank from (${visible(context).select(['a.id'])}) a join agreement_document d on d.agreement_id = a.id and d.removed_at is null
    where d.id in (
      select n.id from file_text_card t join agreement_document n on n.file_id = t.file_id where ${hasEvery(sought, sql.ref('t.words'))}
      union all select n.id from agreement_document n where ${nameHasEvery(sought, sql.ref('n.label'))})`,
  async lines(context, ids, sought) {
    const rows = await visible(context)
      .innerJoin('agreement_document as d', 'd.agreement_id', 'a.id')
      .leftJoin('file_text_card as t', 't.file_id', 'd.file_id')
      .where('d.id', 'in', ids)
      .where('d.removed_at', 'is', null)
      .select(['d.id', 'd.label', 'a.id as agreement', 'a.title', 'a.kpu_number as number', 'a.partner_names as partners', 't.state'])
      .select(excerptOf(sought, sql.ref('t.text')).as('text'))
      .execute()
    return rows.map(({ id, label, agreement, title, number, partners, state, text }) => ({
      id,
      title: label,
      number,
      about: present([title, partners, state === 'unreadable' ? titles.unreadable[context.locale] : null]),
      texts: present([text]),
      path: `/perjanjian/${agreement}#dokumen`,
    }))
  },
}
