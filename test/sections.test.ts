import { afterAll, beforeAll, expect, test } from 'vitest'
import { example } from '../src/platform/values/example-ids.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { browser, db, kernel, person } from './world.ts'

/** What other modules know of a thing stands on its page, bounded by what each of them lets its reader see. */
const partsOf = async (who: Awaited<ReturnType<typeof person>>, path: string) =>
  [...(await (await (await browser(who)).get(path)).text()).matchAll(/<section[^>]* id="([\w-]+)"/g)].map(([, id]) => id)

beforeAll(async () => {
  await seedExampleWorld()
  await db.updateTable('follow_up').set({ partner_id: example.partner }).where('id', '=', example.followUp).execute()
  await db
    .updateTable('finding')
    .set({ partner_id: example.partner, agreement_id: example.agreement })
    .where('id', '=', example.finding)
    .execute()
})
afterAll(() => kernel.close())

test('the page of an agreement shows how it was evaluated and what was found, and that of a partner what is to be done with it', async () => {
  const admin = await person('Nur Aini', 'national_admin')
  expect(await partsOf(admin, `/perjanjian/${example.agreement}`)).toEqual(expect.arrayContaining(['evaluasi', 'temuan', 'riwayat']))
  expect(await partsOf(admin, `/mitra/${example.partner}`)).toEqual(
    expect.arrayContaining(['narahubung', 'perjanjian', 'tindak-lanjut', 'temuan']),
  )
})

test('a neighbouring office reads of the same partner neither the findings nor the follow-ups that are not its own', async () => {
  const neighbour = await person('Sekar Wangi', 'office_operator', '35.11')
  const parts = await partsOf(neighbour, `/mitra/${example.partner}`)
  expect([parts.includes('perjanjian'), parts.includes('temuan'), parts.includes('tindak-lanjut')]).toEqual([true, false, false])
})
