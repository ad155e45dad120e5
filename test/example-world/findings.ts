import { officeId } from '../../src/modules/organisation/schema.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One that waits, one that was set aside, one that the example's follow-up answers. */
export async function seedFindings(): Promise<void> {
  const said = {
    kind: 'obstacle' as const,
    category: 'coordination' as const,
    text: 'Rahasia narahubung berganti',
    office_id: officeId('35.10'),
    partner_id: example.partner,
    source_kind: 'manual' as const,
    created_at: now.at,
  }
  await db
    .insertInto('finding')
    .values([
      { ...said, id: example.finding, number: 'TM-2020-00001' },
      { ...said, id: example.dismissedFinding, number: 'TM-2020-00002', dismissed_at: now.at, dismissed_reason: 'Rahasia alasan' },
      { ...said, id: example.linkedFinding, number: 'TM-2020-00003' },
    ])
    .execute()
  await db.insertInto('finding_follow_up').values({ finding_id: example.linkedFinding, follow_up_id: example.followUp }).execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/temuan': [{}, '/temuan?status=done', '/temuan?status=semua', '/temuan?q=tidak-ada-yang-begini', '/temuan?tampil=kelompok'],
  '/temuan/baru': [{}],
  '/temuan/:id': [{ id: example.finding }, { id: example.dismissedFinding }, { id: example.linkedFinding }],
  '/temuan/:id/tindak-lanjut': [{ id: example.finding }],
  '/temuan/:id/pengesampingan': [{ id: example.finding }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/temuan/baru']
