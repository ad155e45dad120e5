import { officeId } from '../../src/modules/organisation/schema.ts'
import { example } from '../../src/platform/values/example-ids.ts'
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
