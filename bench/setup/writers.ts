import { sql } from 'kysely'
import { openCycle } from '../../src/modules/evaluation/operations/cycle-lifecycle.ts'
import { createCycle } from '../../src/modules/evaluation/operations/cycles.ts'
import { cooperationInstrument } from '../../src/modules/questionnaires/instrument/cooperation.ts'
import { loadInstruments } from '../../src/modules/questionnaires/operations.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import { complete } from '../../test/evaluation-answers.ts'
import { programToken } from './people.ts'
import { register } from './register.ts'

/**
 * A program that writes over REST. Each request carries a marker of its own; `count` says how often what it asked for stands in the
 * database: 0 missing, 1 right, 2 double.
 */
export type Writer = {
  name: string
  token: string
  request(marker: string): { method: 'POST' | 'PATCH' | 'PUT'; path: string; body: object }
  count(kernel: Kernel, marker: string): Promise<number>
}

/** Two programs that record agreements, and two that fill in forms of an open cycle and submit them, of `forms` forms each. */
export async function prepareWriters(kernel: Kernel, forms: number): Promise<Writer[]> {
  await register(kernel, 2 * forms)
  const assignments = await openForms(kernel)
  return [
    await agreementWriter(kernel),
    await agreementWriter(kernel),
    await answerWriter(kernel, assignments.slice(0, forms)),
    await answerWriter(kernel, assignments.slice(forms)),
  ]
}

/** Opens a cycle over the whole register; the ids of the offices' forms. */
export async function openForms(kernel: Kernel): Promise<string[]> {
  const today = kernel.clock.today()
  await call(kernel, system(), loadInstruments, {}, 'setup')
  const dates = { periodFrom: '2021-01-01', periodTo: today, opensOn: today, dueOn: addDays(today, 30), closesOn: addDays(today, 60) }
  const { id } = await call(kernel, system(), createCycle, { name: 'Evaluasi pengukuran', ...dates }, 'setup')
  await call(kernel, system(), openCycle, { id, rev: 0 }, 'setup')
  const { db } = kernel.store
  const assignments = await db
    .selectFrom('assignment')
    .select('id')
    .where('cycle_id', '=', id)
    .where('side', '=', 'kpu')
    .orderBy('id')
    .execute()
  return assignments.map(assignment => assignment.id)
}

export async function agreementWriter(kernel: Kernel): Promise<Writer> {
  const { office, partner } = await kernel.store.db
    .selectFrom('partner')
    .select(['id as partner', sql<string>`(select id from office where code = '35.10')`.as('office')])
    .orderBy('name')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    name: 'agreements',
    token: await programToken(kernel),
    request: marker => ({
      method: 'POST',
      path: '/agreements',
      body: {
        kind: 'mou',
        title: `Pertukaran data ${marker}`,
        parties: [
          { side: 'kpu', office, number: `${marker.slice(-12)}/PR.07-NK/3510/2025`, signatory: 'Ketua KPU', signatoryPosition: 'Ketua' },
          { side: 'partner', partner, number: `NK-${marker.slice(-12)}` },
        ],
        scope: ['Pertukaran data', 'Sosialisasi'],
        stage: 'signed',
        signedOn: '2025-03-01',
        endsOn: '2029-03-01',
      },
    }),
    async count({ store: { db } }, marker) {
      const row = await db
        .selectFrom('agreement')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('title', '=', `Pertukaran data ${marker}`)
        .executeTakeFirstOrThrow()
      return row.count
    },
  }
}

/** Saves the answers of a form with the marker in one of them, submits that form, and goes on with the next. */
export async function answerWriter(kernel: Kernel, assignments: readonly string[]): Promise<Writer> {
  const answers = complete({ instrument: cooperationInstrument, side: 'kpu', obligations: [] })
  const saved = new Map<string, string>()
  const submitted = new Map<string, string>()
  return {
    name: 'answers',
    token: await programToken(kernel),
    request(marker) {
      const id = assignments[saved.size === submitted.size ? saved.size : submitted.size]
      if (!id) throw new Error('There are no forms left to fill in')
      const begun = saved.size > submitted.size
      ;(begun ? submitted : saved).set(marker, id)
      if (begun) return { method: 'PUT', path: `/assignments/${id}/submission`, body: {} }
      return { method: 'PATCH', path: `/assignments/${id}/answers`, body: { rev: '0', answers: { ...answers, suggestion: marker } } }
    },
    /** Each time that answers are stored the form counts on, and each submission is an event. */
    async count({ store: { db } }, marker) {
      if (submitted.has(marker)) {
        const events = await db.selectFrom('assignment_event').select('id').where('assignment_id', '=', submitted.get(marker)!).execute()
        return events.length
      }
      const row = await db
        .selectFrom('assignment as t')
        .innerJoin('answer as a', 'a.assignment_id', 't.id')
        .select('t.rev')
        .where('t.id', '=', saved.get(marker)!)
        .where('a.key', '=', 'suggestion')
        .where('a.value', '=', sql<string>`${JSON.stringify(marker)}::jsonb`)
        .executeTakeFirst()
      return row?.rev ?? 0
    },
  }
}
