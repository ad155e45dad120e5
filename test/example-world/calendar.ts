import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** A subscription of somebody of the example office. */
export async function seedCalendar(): Promise<void> {
  await db
    .insertInto('calendar_feed')
    .values({
      id: example.calendarFeed,
      person_id: example.person,
      name: 'Rahasia telepon',
      mine: true,
      hash: 'rahasia',
      hint: 'abcd',
      created_at: now.at,
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/kalender': [{}, '/kalender?bulan=2025-12&selesai=ya', '/kalender?tampil=bulan', '/kalender?tampil=minggu'],
  '/kalender/langganan': [{}],
}
