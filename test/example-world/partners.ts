import { officeId } from '../../src/modules/organisation/schema.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** Two partners and a contact. Names of partners are known to every office, so the secret is the contact, whom office 35.10 knows. */
export async function seedPartners(): Promise<void> {
  const office_id = officeId('35.10')
  await db
    .insertInto('partner')
    .values([
      {
        id: example.partner,
        name: 'Kejaksaan Negeri Banyuwangi',
        folded: 'kejaksaan negeri banyuwangi',
        class: 'state_body',
        office_id,
        created_at: now.at,
      },
      {
        id: example.otherPartner,
        name: 'Radio Suara Blambangan',
        folded: 'radio suara blambangan',
        class: 'media',
        office_id,
        created_at: now.at,
      },
    ])
    .execute()
  await db
    .insertInto('partner_contact')
    .values({
      id: example.contact,
      partner_id: example.partner,
      office_id,
      name: 'Rahasia Utami',
      position: 'Kepala Seksi Rahasia',
      email: 'utami@rahasia.example',
      phone: '0811 0000 001',
      from_on: '2024-01-01',
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/mitra': [{}, '/mitra?q=kejaksaan', '/mitra?q=tidak-ada-yang-begini'],
  '/mitra/baru': [{}],
  '/mitra/:id': [{ id: example.partner }],
  '/mitra/:id/ubah': [{ id: example.partner }],
  '/mitra/:id/narahubung/baru': [{ id: example.partner }],
  '/mitra/:id/narahubung/:contact/ubah': [{ id: example.partner, contact: example.contact }],
  '/mitra/:id/narahubung/:contact/pengakhiran': [{ id: example.partner, contact: example.contact }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/mitra/baru']
