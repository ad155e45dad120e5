import { sql } from 'kysely'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** Somebody wrote down the finding of the example office. */
export async function seedChanges(): Promise<void> {
  const line = { kind: 'finding', id: example.finding, reach: ['id.35.3510'], partnerId: null, changes: {} }
  await sql`select append_audit(${now.at}, null, 'Sinergi', 'setup', 'findings.create', ${JSON.stringify([line])}::jsonb)`.execute(db)
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/perubahan': [{}],
}
