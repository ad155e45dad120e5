import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

const office_id = officeId('35.10')
const place = 'id.35.3510'

/**
 * Positions are the same for all and no secret. People of office 35.10 with a position and a role, and what the platform keeps about them:
 * a line of the trail, a token, a letter, a file.
 */
export async function seedOrganisation(): Promise<void> {
  await db.updateTable('office').set({ name: 'KPU Kabupaten Banyuwangi Rahasia' }).where('id', '=', office_id).execute()
  await db.insertInto('position').values({ id: example.position, name: 'Kepala Subbagian Kerja Sama', level: 'any', rank: 150 }).execute()
  await db
    .insertInto('person')
    .values([
      { id: example.person, name: 'Sari Rahasia', email: 'sari.rahasia@contoh.go.id', created_at: now.at },
      { id: example.colleague, name: 'Budi Rahasia', email: 'budi.rahasia@contoh.go.id', created_at: now.at },
      { id: example.formerPerson, name: 'Made Rahasia', email: 'made.rahasia@contoh.go.id', created_at: now.at, left_at: now.at },
    ])
    .execute()
  const held = { office_id, position_id: example.position, from_on: '2025-01-01' }
  await db
    .insertInto('appointment')
    .values([
      { ...held, id: example.appointment, person_id: example.person },
      { ...held, id: '019a0000-0000-7000-8000-0000000000a1', person_id: example.formerPerson, to_on: '2025-06-30' },
    ])
    .execute()
  const granted = { office_id, with_descendants: false, from_on: '2025-01-01', granted_at: now.at }
  await db
    .insertInto('role_grant')
    .values([
      { ...granted, id: example.grant, person_id: example.person, role: 'office_operator' },
      { ...granted, id: '019a0000-0000-7000-8000-0000000000a2', person_id: example.colleague, role: 'auditor' },
    ])
    .execute()
  await seedPlatform()
}

async function seedPlatform(): Promise<void> {
  const line = { kind: 'person', id: example.person, reach: [place], partnerId: null, changes: { name: [null, 'Sari Rahasia'] } }
  await sql`select append_audit(${now.at}, null, 'Sinergi', 'setup', 'persons.create', ${JSON.stringify([line])}::jsonb)`.execute(db)
  await db
    .insertInto('api_token')
    .values({
      id: example.token,
      person_id: example.person,
      name: 'Rahasia',
      hash: createHash('sha256').update('rahasia').digest('hex'),
      hint: 'sng_…sia',
      scopes: ['read'],
      created_at: now.at,
      expires_at: '2030-01-01T00:00:00Z',
    })
    .execute()
  await db
    .insertInto('mail_message')
    .values({
      id: example.mail,
      recipient: 'sari.rahasia@contoh.go.id',
      subject: 'Undangan Rahasia',
      body: 'Rahasia',
      created_at: now.at,
      sent_at: now.at,
    })
    .execute()
  const bytes = new TextEncoder().encode('nomor,isi\n1,Rahasia\n')
  const key = `01/${example.file}`
  await kernel.files.disk.put(key, bytes)
  const file = {
    id: example.file,
    name: 'rahasia.csv',
    type: 'text/csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key,
    reach: `{${place}}`,
  }
  await db
    .insertInto('stored_file')
    .values({ ...file, created_at: now.at })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/satuan-kerja': [{}, '/satuan-kerja?buka=35', '/satuan-kerja?q=banyuwangi', '/satuan-kerja?q=tidak-ada-yang-begini'],
  '/satuan-kerja/baru': [{}],
  '/satuan-kerja/:id': [{ id: 'office' }],
  '/satuan-kerja/:id/ubah': [{ id: 'office' }],
  '/orang': [{}, '/orang?q=rahasia', '/orang?q=tidak-ada-yang-begini'],
  '/orang/baru': [{}],
  '/orang/:id': [{ id: example.person }, { id: example.colleague }, { id: example.formerPerson }],
  '/orang/:id/ubah': [{ id: example.person }],
  '/orang/:id/berhenti': [{ id: example.person }],
  '/orang/:id/dua-langkah': [{ id: example.colleague }],
  '/orang/:id/jabatan': [{ id: example.person }],
  '/jabatan': [{}],
  '/jabatan/baru': [{}],
  '/jabatan/:id/ubah': [{ id: example.position }],
  '/peran/baru': [`/peran/baru?orang=${example.person}`],
  '/delegasi/:id': [{ id: example.grant }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/delegasi/:id', '/orang/baru', '/jabatan/baru', '/satuan-kerja/baru']
