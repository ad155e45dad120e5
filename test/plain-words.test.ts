import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteSignIn } from '../src/modules/account/operations/signing-in.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { as, browser, db, kernel, person } from './world.ts'

let admin: Actor
let contact: Actor
const page = async (actor: Actor, path: string): Promise<string> => (await (await browser(actor)).get(path)).text()

beforeAll(async () => {
  await seedExampleWorld()
  admin = await person('Nur Aini Pratiwi', 'national_admin')
  contact = await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
})
afterAll(() => kernel.close())

test('a field that is asked only under a condition says when, and is not called optional', async () => {
  const fields = [
    [await page(admin, `/perjanjian/${example.agreement}/ubah`), 'exclusionReason'],
    [await page(admin, `/tindak-lanjut/${example.reportedFollowUp}/pemeriksaan`), 'note'],
  ] as const
  for (const [markup, name] of fields) {
    const asked = markup.match(new RegExp(`<div data-question="${name}"[^>]*data-show-if=[^>]*>([\\s\\S]*?)</div>`))?.[1]
    expect(asked, name).toContain('Diisi bila Anda')
    expect(asked, name).not.toMatch(/opsional|Wajib/)
  }
})

test('a letter that is kept here is not said to have been sent', async () => {
  await db.updateTable('mail_message').set({ kept_as: 'x.eml' }).where('id', '=', example.mail).execute()
  const letter = await page(admin, `/surat/${example.mail}`)
  expect(letter).toContain('<dt>Disimpan</dt>')
  expect(letter).not.toContain('<dt>Terkirim</dt>')
})

test('whoever has signed in is active, and a contact is listed with the institution', async () => {
  const row = async () => (await page(admin, '/orang?q=utami')).match(/<tr role="row">(?:(?!<\/tr>)[\s\S])*Utami Dewi[\s\S]*?<\/tr>/)![0]
  expect(await row()).toContain('Belum diundang')
  await as(contact)(noteSignIn, { how: 'link', from: '10.0.0.1' })
  expect(await row()).toContain('Aktif')
  expect(await row()).toContain('Kejaksaan Negeri Banyuwangi')
})
