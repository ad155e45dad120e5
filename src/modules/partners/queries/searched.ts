import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { nameHasEvery } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words.ts'
import { visibleContacts } from './contacts.ts'
import { visible } from './partners.ts'

/** By its name; a shorter name that has the words is nearer to them. */
export const searchedPartners: Searched = {
  group: titles.partners,
  matching: (context, sought) =>
    visible(context)
      .where(nameHasEvery(sought, sql.ref('p.name')))
      .select(['p.id', sql<number>`-length(p.name)`.as('rank')]),
  async lines(context, ids) {
    const rows = await visible(context).where('p.id', 'in', ids).select(['p.id', 'p.name', 'p.class', 'p.address']).execute()
    return rows.map(({ id, name, class: kind, address }) => ({
      id,
      title: name,
      number: null,
      about: [words[context.locale].classes[kind as keyof typeof words.id.classes], ...(address ? [address] : [])],
      texts: [],
      path: `/mitra/${id}`,
    }))
  },
}

export const searchedContacts: Searched = {
  group: titles.contacts,
  matching: (context, sought) =>
    visibleContacts(context)
      .where(nameHasEvery(sought, sql.ref('c.name')))
      .select(['c.id', sql<number>`-length(c.name)`.as('rank')]),
  async lines(context, ids) {
    const rows = await visibleContacts(context)
      .innerJoin('partner as q', 'q.id', 'c.partner_id')
      .where('c.id', 'in', ids)
      .select(['c.id', 'c.name', 'c.position', 'q.id as partner', 'q.name as partnerName'])
      .execute()
    return rows.map(({ id, name, position, partner, partnerName }) => ({
      id,
      title: name,
      number: null,
      about: [...(position ? [position] : []), partnerName],
      texts: [],
      path: `/mitra/${partner}`,
    }))
  },
}
