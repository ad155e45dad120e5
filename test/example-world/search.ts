import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** A search that somebody of the example office keeps. */
export async function seedSearch(): Promise<void> {
  await db
    .insertInto('saved_search')
    .values({
      id: example.savedSearch,
      person_id: example.person,
      name: 'Rahasia pencarian',
      address: '/cari?q=rahasia',
      created_at: now.at,
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/cari': [{}, '/cari?q=rahasia'],
}
