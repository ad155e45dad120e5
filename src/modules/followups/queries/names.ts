import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Word } from '../../../platform/search/each-word.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { isId } from '../../../platform/values/shapes.ts'

/**
 * The ids of agreements with a word in what lists call them: title, partners and number, and not what they oblige to, which only those who
 * may read them find. The index finds, the names decide.
 */
export const agreementsNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select a.id from agreement_card a where ${word.in(sql.ref('a.search'))}
    and ${word.inName(sql`(a.title || ' ' || a.partner_names || ' ' || coalesce(a.kpu_number, ''))`)})`

/** The one agreement in reach that is meant by its id or the commission’s own number, as it is called; null where there is none or several. */
export async function agreementMeant(context: Context, given: string): Promise<{ id: string; name: string } | null> {
  const ids = isId(given)
    ? [given]
    : (await context.db.selectFrom('agreement_card').select('id').where('kpu_number', '=', given).limit(20).execute()).map(({ id }) => id)
  const named = await findSubjects(
    context,
    ids.map(id => ({ kind: 'agreement', id })),
  )
  const [meant, ...others] = ids.flatMap((id, at) => (named[at] ? [{ id, name: named[at].name }] : []))
  return meant && !others.length ? meant : null
}

export const partnersNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select q.id from partner_card q where ${word.inName(sql.ref('q.name'))})`

export const officesNamed = (word: Word): RawBuilder<unknown> =>
  sql`(select r.id from office_card r where ${word.inName(sql.ref('r.name'))})`
