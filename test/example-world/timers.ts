import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One that failed. */
export async function seedTimers(): Promise<void> {
  const moments = { asked_for: now.at, due_at: now.at, next_at: now.at, created_at: now.at, ended_at: now.at }
  const subject = { subject_kind: 'cycle', subject_id: example.cycle, failure: 'Rahasia' }
  await db
    .insertInto('timer')
    .values({ id: example.timer, kind: 'cycle.close', key: 'example', ...subject, ...moments, state: 'failed', tries: 16 })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/jadwal-otomatis': ['/jadwal-otomatis?status=failed', '/jadwal-otomatis?status=done'],
}
