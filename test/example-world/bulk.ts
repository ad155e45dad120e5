import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One that the example person has planned, and one that they have done. */
export async function seedBulk(): Promise<void> {
  const act = {
    person_id: example.person,
    kind: 'followups.reschedule',
    params: JSON.stringify({ dueOn: '2099-06-30', reason: 'Rahasia alasan' }),
    created_at: now.at,
  }
  await db
    .insertInto('bulk_act')
    .values([
      { id: example.bulkAct, ...act },
      { id: example.doneBulkAct, ...act, state: 'done', done_at: now.at },
    ])
    .execute()
  const row = { seq: 0, subject_id: example.followUp, rev: 0, changes: JSON.stringify({ note: [null, 'Rahasia alasan'] }) }
  await db
    .insertInto('bulk_row')
    .values([
      { act_id: example.bulkAct, ...row, outcome: 'ready' },
      {
        act_id: example.doneBulkAct,
        ...row,
        outcome: 'done',
        rev_after: 0,
        before: JSON.stringify({ ownerId: example.colleague, dueOn: '2025-11-01' }),
      },
    ])
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/massal': [{}],
  '/massal/baru': [
    `/massal/baru?tindakan=followups.reschedule&id=${example.followUp}`,
    `/massal/baru?tindakan=findings.link&id=${example.finding}`,
  ],
  '/massal/:id': [{ id: example.bulkAct }, { id: example.doneBulkAct }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/massal', '/massal/baru']
