import { type RawBuilder, sql } from 'kysely'
import type { Word } from '../../../platform/search/each-word.ts'

/**
 * The ids of agreements with a word in what lists call them: title, partners and number, and not what they oblige to, which only those who
 * may read them find. The index finds, the names decide.
 */
export const agreementsNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select a.id from agreement_card a where ${word.in(sql.ref('a.search'))}
    and ${word.inName(sql`(a.title || ' ' || a.partner_names || ' ' || coalesce(a.kpu_number, ''))`)})`

export const partnersNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select q.id from partner_card q where ${word.inName(sql.ref('q.name'))})`

export const officesNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select r.id from office_card r where ${word.inName(sql.ref('r.name'))})`
