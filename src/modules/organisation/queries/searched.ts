import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { nameHasEvery } from '../../../platform/search/sought.ts'
import type { PersonRow } from '../schema.ts'
import { officeWords } from '../words/offices.ts'
import { titles } from '../words/titles.ts'
import { visible } from './offices.ts'
import { rowColumns, visiblePersons } from './persons.ts'

/** By its name or code, those higher up first. */
export const searchedOffices: Searched = {
  group: titles.offices,
  matching: (context, sought) =>
    visible(context)
      .where(nameHasEvery(sought, sql.ref('o.name')))
      .select(['o.id', sql<number>`-nlevel(o.path) * 1000 - length(o.name)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('o.code', '=', typed).select('o.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const { kinds, closed } = officeWords[context.locale]
    const today = context.clock.today()
    const rows = await visible(context)
      .where('o.id', 'in', ids)
      .select(['o.id', 'o.name', 'o.code', 'o.kind', 'o.closed_on as closedOn'])
      .execute()
    return rows.map(({ id, name, code, kind, closedOn }) => ({
      id,
      title: name,
      number: code,
      about: [kinds[kind as keyof typeof kinds], ...(closedOn && closedOn <= today ? [closed] : [])],
      texts: [],
      path: `/satuan-kerja/${id}`,
    }))
  },
}

/** Whoever has a role alone, as an inspector, is where the role holds. */
function placesOf({ positions, partners, offices }: Pick<PersonRow, 'positions' | 'partners' | 'offices'>): string[] {
  const places = [...positions.map(({ position, office }) => `${position}, ${office}`), ...partners]
  return places.length ? places : offices
}

/** By their name, those who are still there first. */
export const searchedPersons: Searched = {
  group: titles.people,
  matching: (context, sought) =>
    visiblePersons(context)
      .where(nameHasEvery(sought, sql.ref('p.name')))
      .select(['p.id', sql<number>`case when p.left_at is null then 0 else -1000 end - length(p.name)`.as('rank')]),
  async lines(context, ids) {
    const rows = await visiblePersons(context).where('p.id', 'in', ids).select('p.name').select(rowColumns(context)).execute()
    return rows.map(({ id, name, ...placed }) => ({
      id,
      title: name,
      number: null,
      about: placesOf(placed),
      texts: [],
      path: `/orang/${id}`,
    }))
  },
}
