import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { NewSavedSearch, RenamedSearch, SavedSearch } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** Searches that one person keeps: more could not be looked over. */
const most = 30

const columns = ['id', 'name', 'address', 'rev'] as const

export const listSavedSearches = operation({
  name: 'savedSearches.list',
  summary: 'The searches and filtered lists that you saved, by name',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ saved: z.array(SavedSearch) }),
  example: {},
  async run(context) {
    const saved = await context.db
      .selectFrom('saved_search')
      .select(columns)
      .where('person_id', '=', self(context))
      .orderBy('name')
      .orderBy('id')
      .execute()
    return { saved }
  },
})

export const saveSearch = operation({
  name: 'savedSearches.create',
  summary: 'Save a search or a filtered list under a name, for yourself; an address that you saved before gets the new name',
  power: 'own',
  input: NewSavedSearch,
  output: SavedSearch,
  example: { name: 'Sosialisasi', address: '/cari?q=sosialisasi' },
  async run(context, { name, address }) {
    const personId = self(context)
    // Two at once count each other.
    await context.db.selectFrom('person_card').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
    const own = await context.db.selectFrom('saved_search').select(columns).where('person_id', '=', personId).execute()
    const earlier = own.find(each => each.address === address)
    if (earlier) return renamed(context, earlier, name)
    if (own.length >= most) throw new Refusal('conflict', refusals.tooManySaved({ most }))
    const row = { id: newId(), name, address, rev: 0 }
    await context.db
      .insertInto('saved_search')
      .values({ ...row, person_id: personId, created_at: context.clock.now() })
      .execute()
    record(context, subject(row.id), null, { name, address })
    return row
  },
})

export const renameSavedSearch = operation({
  name: 'savedSearches.change',
  summary: 'Give a search that you saved another name',
  power: 'own',
  input: RenamedSearch,
  output: SavedSearch,
  example: { id: example.savedSearch, name: 'Sosialisasi pemilih', rev: 0 },
  async run(context, { id, name, rev }) {
    return renamed(context, await lockSaved(context, id, rev), name)
  },
})

export const removeSavedSearch = operation({
  name: 'savedSearches.remove',
  summary: 'Remove a search that you saved',
  power: 'own',
  input: z.object({ id, rev: seenRev }),
  output: z.object({ id }),
  example: { id: example.savedSearch, rev: 0 },
  async run(context, { id, rev }) {
    const { name, address } = await lockSaved(context, id, rev)
    await context.db.deleteFrom('saved_search').where('id', '=', id).execute()
    record(context, subject(id), { name, address }, null)
    return { id }
  },
})

async function renamed(context: Context, saved: SavedSearch, name: string): Promise<SavedSearch> {
  const rev = saved.rev + 1
  await context.db.updateTable('saved_search').set({ name, rev }).where('id', '=', saved.id).execute()
  record(context, subject(saved.id), { name: saved.name }, { name })
  return { ...saved, name, rev }
}

async function lockSaved(context: Context, id: string, rev: number): Promise<SavedSearch> {
  const saved = await context.db
    .selectFrom('saved_search')
    .select(columns)
    .where('id', '=', id)
    .where('person_id', '=', self(context))
    .forUpdate()
    .executeTakeFirst()
  if (!saved) throw notFound()
  checkRevision(rev, saved, refusals.savedSearch)
  return saved
}

/** Nobody's business but one's own: no office reads it in the trail. */
const subject = (id: string) => ({ kind: 'saved_search', id, reach: [] })
