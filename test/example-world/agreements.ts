import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** One in force with an obligation and a document, and one that is still a draft; both of office 35.10 and the example's partner. */
export async function seedAgreements(): Promise<void> {
  const office_id = officeId('35.10')
  const common = { office_id, kind: 'mou' as const, created_at: now.at }
  await db
    .insertInto('agreement')
    .values([
      {
        ...common,
        id: example.agreement,
        title: 'Rahasia sinergi pendidikan pemilih',
        stage: 'signed',
        signed_on: '2024-01-10',
        starts_on: '2024-01-10',
        ends_on: '2029-01-10',
      },
      { ...common, id: example.draftAgreement, title: 'Rahasia rencana pertukaran data', stage: 'draft' },
    ])
    .execute()
  for (const [agreement_id, number] of [
    [example.agreement, '1/HK.05.1-NK/3510/2024'],
    [example.draftAgreement, null],
  ] as const)
    await db
      .insertInto('agreement_party')
      .values([
        { id: newId(), agreement_id, seq: 1, side: 'kpu', office_id, number, signatory: 'Rahasia Ketua' },
        { id: newId(), agreement_id, seq: 2, side: 'partner', partner_id: example.partner, number: null, signatory: 'Rahasia Kepala' },
      ])
      .execute()
  await db
    .insertInto('agreement_scope')
    .values({ id: newId(), agreement_id: example.agreement, seq: 1, text: 'Rahasia penyuluhan' })
    .execute()
  await db
    .insertInto('obligation')
    .values({
      id: example.obligation,
      agreement_id: example.agreement,
      seq: 1,
      article: 'Pasal 4',
      side: 'both',
      text: 'Rahasia rapat koordinasi',
    })
    .execute()
  await db
    .insertInto('agreement_event')
    .values({
      id: newId(),
      agreement_id: example.agreement,
      kind: 'created',
      happened_on: '2024-01-10',
      note: 'Rahasia catatan',
      at: now.at,
    })
    .execute()
  await keepDocument()
  await sql`select refresh_agreements(array[${example.agreement}, ${example.draftAgreement}]::uuid[])`.execute(db)
}

async function keepDocument(): Promise<void> {
  const id = example.documentFile
  const bytes = new TextEncoder().encode('Rahasia;naskah\n')
  const key = `${id.slice(0, 2)}/${id}`
  await kernel.files.disk.put(key, bytes)
  await db
    .insertInto('stored_file')
    .values({
      id,
      name: 'rahasia.csv',
      type: 'text/csv',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      key,
      reach: '{id.35.3510}',
      partner_id: example.partner,
      created_at: now.at,
    })
    .execute()
  await db
    .insertInto('agreement_document')
    .values({
      id: example.document,
      agreement_id: example.agreement,
      file_id: id,
      label: 'Rahasia naskah',
      added_at: now.at,
      published_at: now.at,
    })
    .execute()
}

const agreement = { id: example.agreement }
const draft = { id: example.draftAgreement }

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/perjanjian': [{}, '/perjanjian?status=active&jenis=mou&urut=-judul&satker=35', '/perjanjian?q=tidak-ada-yang-begini'],
  '/perjanjian/baru': [{}],
  '/perjanjian/:id': [agreement, draft],
  '/perjanjian/:id/ubah': [agreement],
  '/perjanjian/:id/pembahasan': [draft],
  '/perjanjian/:id/kesiapan': [draft],
  '/perjanjian/:id/penandatanganan': [draft],
  '/perjanjian/:id/perpanjangan': [agreement],
  '/perjanjian/:id/masa-berlaku': [agreement],
  '/perjanjian/:id/pengakhiran': [agreement],
  '/perjanjian/:id/penyelesaian': [agreement],
  '/perjanjian/:id/kewajiban/baru': [agreement],
  '/perjanjian/:id/kewajiban/:part/ubah': [{ ...agreement, part: example.obligation }],
  '/perjanjian/:id/kewajiban/:part/penghapusan': [{ ...agreement, part: example.obligation }],
  '/perjanjian/:id/dokumen/baru': [agreement],
  '/perjanjian/:id/dokumen/:part/penerbitan': [{ ...agreement, part: example.document }],
  '/perjanjian/:id/dokumen/:part/penghapusan': [{ ...agreement, part: example.document }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/perjanjian/baru']
