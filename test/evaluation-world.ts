import { sql } from 'kysely'
import { showAssignment } from '../src/modules/evaluation/operations/assignments.ts'
import { openCycle } from '../src/modules/evaluation/operations/cycle-lifecycle.ts'
import { createCycle } from '../src/modules/evaluation/operations/cycles.ts'
import { saveAnswers } from '../src/modules/evaluation/operations/save-answers.ts'
import { submitAnswers } from '../src/modules/evaluation/operations/submit-answers.ts'
import type { Assignment, Cycle } from '../src/modules/evaluation/schema.ts'
import { cooperationInstrument } from '../src/modules/questionnaires/instrument/cooperation.ts'
import { loadInstruments } from '../src/modules/questionnaires/operations.ts'
import type { Answers, Side } from '../src/modules/questionnaires/schema.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { complete } from './evaluation-answers.ts'
import { as, db, now, office, operator } from './world.ts'

/** A partner of a class, kept by an office. */
export async function partner(name: string, kind: 'university' | 'state_body' | 'media' = 'state_body', code = '35.10'): Promise<string> {
  const id = newId()
  await db
    .insertInto('partner')
    .values({ id, name, folded: `${name.toLowerCase()} ${id}`, class: kind, office_id: office(code).id, created_at: now.at })
    .execute()
  return id
}

/** A signed agreement of offices (by code) and partners, with so many obligations. */
export async function agreement(
  title: string,
  offices: string[],
  partners: string[],
  obligations = 2,
  more: { signed_on?: string; ends_on?: string; kind?: 'mou' | 'pks' } = {},
): Promise<string> {
  const id = newId()
  await db
    .insertInto('agreement')
    .values({
      id,
      kind: 'mou',
      title,
      office_id: office(offices[0]!).id,
      stage: 'signed',
      signed_on: '2024-01-10',
      starts_on: '2024-01-10',
      ends_on: '2029-01-10',
      created_at: now.at,
      ...more,
    })
    .execute()
  const parties = [
    ...offices.map(code => ({ side: 'kpu' as const, office_id: office(code).id, number: `${code}/NK/2024` })),
    ...partners.map(partner_id => ({ side: 'partner' as const, partner_id })),
  ]
  await db
    .insertInto('agreement_party')
    .values(parties.map((party, at) => ({ id: newId(), agreement_id: id, seq: at + 1, ...party })))
    .execute()
  const promised = Array.from({ length: obligations }, (_, at) => ({
    id: newId(),
    agreement_id: id,
    seq: at + 1,
    article: `Pasal ${at + 3}`,
    side: (['kpu', 'partner', 'both'] as const)[at % 3]!,
    text: `Kewajiban ${at + 1} ${title}`,
  }))
  if (promised.length) await db.insertInto('obligation').values(promised).execute()
  await sql`select refresh_agreements(array[${id}]::uuid[])`.execute(db)
  return id
}

export const days = { periodFrom: '2025-01-01', periodTo: '2025-12-31', opensOn: '2025-11-01', dueOn: '2025-12-10', closesOn: '2025-12-31' }

/** An open cycle of an office over these agreements alone, told apart by words of their titles. */
export async function openedCycle(by: Actor, code: string, more: object = {}): Promise<Cycle> {
  await as(operator)(loadInstruments)
  const { id } = await as(by)<Cycle>(createCycle, {
    officeId: office(code).id,
    name: `Evaluasi ${code} ${newId().slice(-6)}`,
    ...days,
    ...more,
  })
  return (await as(by)<{ cycle: Cycle }>(openCycle, { id })).cycle
}

/** The form of one side of an agreement in a cycle. */
export async function formOf(cycle: { id: string }, agreementId: string, side: Side, officeCode?: string): Promise<string> {
  const rows = await db
    .selectFrom('assignment')
    .select(['id', 'office_id'])
    .where('cycle_id', '=', cycle.id)
    .where('agreement_id', '=', agreementId)
    .where('side', '=', side)
    .execute()
  return (officeCode ? rows.find(row => row.office_id === office(officeCode).id) : rows[0])!.id
}

/** Answers everything that must be answered and submits it; `given` goes before what `seed` chooses. */
export async function submitted(
  by: Actor,
  assignmentId: string,
  seed = 0,
  given: (assignment: Assignment) => Answers = () => ({}),
): Promise<Answers> {
  const assignment = await as(by)<Assignment>(showAssignment, { id: assignmentId })
  const answers = complete(assignment, seed, given(assignment))
  await as(by)(saveAnswers, { id: assignmentId, rev: assignment.rev, answers })
  await as(by)(submitAnswers, { id: assignmentId })
  return answers
}

export const instrument = cooperationInstrument
