import { sql } from 'kysely'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One on request and one that is excluded, both signed; what of them is not public says `Tertutup`. */
export async function seedRegister(): Promise<void> {
  const office_id = officeId('35.10')
  const common = {
    office_id,
    kind: 'pks' as const,
    stage: 'signed' as const,
    signed_on: '2024-05-02',
    starts_on: '2024-05-02',
    created_at: now.at,
  }
  await db
    .insertInto('agreement')
    .values([
      { ...common, id: example.onRequestAgreement, title: 'Pengamanan gudang logistik', openness: 'on_request' },
      {
        ...common,
        id: example.excludedAgreement,
        title: 'Tertutup pengamanan',
        openness: 'excluded',
        exclusion_reason: 'Tertutup (pasal 17 huruf c UU 14/2008)',
      },
    ])
    .execute()
  for (const [agreement_id, number] of [
    [example.onRequestAgreement, '2/HK.05.1-PKS/3510/2024'],
    [example.excludedAgreement, 'Tertutup/3510/2024'],
  ] as const)
    await db
      .insertInto('agreement_party')
      .values([
        { id: newId(), agreement_id, seq: 1, side: 'kpu', office_id, number, signatory: 'Tertutup Ketua' },
        {
          id: newId(),
          agreement_id,
          seq: 2,
          side: 'partner',
          partner_id: example.otherPartner,
          number: null,
          signatory: 'Tertutup Kepala',
        },
      ])
      .execute()
  for (const agreement_id of [example.onRequestAgreement, example.excludedAgreement])
    await db.insertInto('agreement_scope').values({ id: newId(), agreement_id, seq: 1, text: 'Tertutup lokasi gudang' }).execute()
  await sql`select refresh_agreements(array[${example.onRequestAgreement}, ${example.excludedAgreement}]::uuid[])`.execute(db)
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/daftar-publik': [
    {},
    '/daftar-publik?status=in_force&jenis=mou&urut=-judul&satker=35&tahun=2024',
    '/daftar-publik?q=tidak-ada-yang-begini',
  ],
  '/daftar-publik/:id': [{ id: example.agreement }, { id: example.onRequestAgreement }],
}
