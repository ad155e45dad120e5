import { sql } from 'kysely'
import { z } from 'zod'
import { bulkKind } from '../../../platform/bulk/kind.ts'
import { filteredPersons, visiblePersons } from '../queries/persons.ts'
import { PersonFilter } from '../schema.ts'
import { bulkWords } from '../words/bulk.ts'
import { invitePerson } from './invitations.ts'

/** Inviting all who were registered from a file: once each, and not to be taken back. */
export const personBulk = [
  bulkKind({
    operation: invitePerson,
    names: bulkWords.invite,
    subject: 'person',
    things: bulkWords.things,
    list: '/orang',
    itself: bulkWords.itself,
    power: 'person.write',
    params: z.object({}),
    fields: [],
    resolve: async () => ({ again: false }),
    filter: PersonFilter,
    async find(context, { after: _after, before: _before, ...filter }, most) {
      const found = await filteredPersons(context, filter)
      return (await found.select('p.id').orderBy('p.id').limit(most).execute()).map(({ id }) => id)
    },
    async lock(context, ids) {
      const rows = await visiblePersons(context)
        .where(sql<boolean>`p.id = any (${ids}::uuid[])`)
        .select(['p.id', 'p.rev'])
        .orderBy('p.id')
        .forNoKeyUpdate('p')
        .execute()
      return rows.map(row => ({ ...row, before: {} }))
    },
  }),
]
