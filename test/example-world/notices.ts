import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One that the example person has not read. */
export async function seedNotices(): Promise<void> {
  const subject = { subject_kind: 'follow_up', subject_id: example.followUp, params: JSON.stringify({ title: 'Rahasia' }) }
  await db
    .insertInto('notice')
    .values({
      id: example.notice,
      person_id: example.person,
      kind: 'followup.due',
      key: 'example',
      ...subject,
      mail: 'off',
      created_at: now.at,
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/akun/pemberitahuan': [{}],
  '/kotak-masuk': [{}, '/kotak-masuk?tampil=semua', '/kotak-masuk?jenis=followup.due'],
}
