import { sql } from 'kysely'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { cooperationInstrument } from '../../src/modules/questionnaires/instrument/cooperation.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { complete } from '../evaluation-answers.ts'
import { db, now } from '../world.ts'

const dates = { period_from: '2025-01-01', period_to: '2025-12-31', opens_on: '2025-11-01', due_on: '2025-12-10', closes_on: '2025-12-31' }
const scope = sql`'{"kinds":[],"partnerClasses":[],"statuses":[],"offices":[]}'::jsonb`
const obligations = [{ id: example.obligation, article: 'Pasal 4', text: 'Rahasia rapat koordinasi', bearer: 'Rahasia', dueOn: null }]

/**
 * An open cycle with an office's form in draft, ready to be submitted, one that was submitted, and a partner's; and a cycle that is only
 * planned.
 */
export async function seedEvaluation(): Promise<void> {
  const office_id = officeId('35.10')
  const instrument = cooperationInstrument
  await db
    .insertInto('instrument')
    .values({ id: example.instrument, key: instrument.key, version: 1, definition: json(instrument), published_at: now.at })
    .execute()
  const cycle = { instrument_id: example.instrument, office_id, ...dates, scope, created_at: now.at }
  await db
    .insertInto('cycle')
    .values([
      { ...cycle, id: example.cycle, name: 'Rahasia siklus 2025', opened_at: now.at },
      { ...cycle, id: example.draftCycle, name: 'Rahasia siklus 2026', opened_at: null },
    ])
    .execute()
  await db.updateTable('finding').set({ cycle_id: example.cycle }).where('id', '=', example.linkedFinding).execute()
  const assignment = { cycle_id: example.cycle, office_id, obligations: json(obligations) }
  const answered = { rev: 1, started_at: now.at }
  await db
    .insertInto('assignment')
    .values([
      { ...assignment, ...answered, id: example.assignment, agreement_id: example.agreement, side: 'kpu' },
      { ...assignment, id: example.partnerAssignment, agreement_id: example.agreement, side: 'partner', partner_id: example.partner },
      {
        ...assignment,
        ...answered,
        id: example.returnedAssignment,
        agreement_id: example.draftAgreement,
        side: 'kpu',
        submitted_at: now.at,
        score: 50,
        sections: json([]),
      },
    ])
    .execute()
  const answers = { ...complete({ instrument, side: 'kpu', obligations }), suggestion: 'Rahasia saran' }
  for (const assignment_id of [example.assignment, example.returnedAssignment])
    await db
      .insertInto('answer')
      .values(Object.entries(answers).map(([key, value]) => ({ id: newId(), assignment_id, key, value: json(value), rev: 1, at: now.at })))
      .execute()
  await db
    .insertInto('run')
    .values({
      id: newId(),
      kind: 'evaluation.letters',
      subject_kind: 'cycle',
      subject_id: example.cycle,
      path: 'id.35.3510',
      input: JSON.stringify({ letter: 'invitation', province: null, path: null }),
      state: 'done',
      total: 1,
      done: 1,
      asked_at: now.at,
      ended_at: now.at,
    })
    .execute()
  await db.insertInto('answer_file').values({ file_id: example.file, assignment_id: example.assignment, key: 'evidence' }).execute()
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/evaluasi': [{}],
  '/evaluasi/baru': [{}],
  '/evaluasi/isian': [{}],
  '/evaluasi/isian/:id': [{ id: example.assignment }, { id: example.returnedAssignment }, { id: example.partnerAssignment }],
  '/evaluasi/isian/:id/cetak': [{ id: example.assignment }, { id: example.returnedAssignment }],
  '/evaluasi/isian/:id/riwayat': [{ id: example.assignment }],
  '/evaluasi/isian/:id/perpanjangan': [{ id: example.assignment }],
  '/evaluasi/isian/:id/pengembalian': [{ id: example.returnedAssignment }],
  '/evaluasi/:id': [{ id: example.cycle }, { id: example.draftCycle }, `/evaluasi/${example.cycle}?provinsi=35`],
  '/evaluasi/:id/ubah': [{ id: example.draftCycle }],
  '/evaluasi/:id/penutupan': [{ id: example.cycle }],
  '/evaluasi/:id/undangan': [{ id: example.cycle }],
  '/evaluasi/:id/pengingat': [{ id: example.cycle }, `/evaluasi/${example.cycle}/pengingat?provinsi=35`],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/evaluasi/baru']
