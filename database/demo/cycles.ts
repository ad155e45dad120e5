import { sql } from 'kysely'
import { closeCycle, openCycle } from '../../src/modules/evaluation/operations/cycle-lifecycle.ts'
import { createCycle } from '../../src/modules/evaluation/operations/cycles.ts'
import { remindAssignments } from '../../src/modules/evaluation/operations/remind.ts'
import { saveAnswers } from '../../src/modules/evaluation/operations/save-answers.ts'
import { submitAnswers } from '../../src/modules/evaluation/operations/submit-answers.ts'
import type { AskedObligation, Instrument } from '../../src/modules/questionnaires/schema.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { covers, reachOf } from '../../src/platform/authority/reach.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'
import { addDays, daysBetween } from '../../src/platform/values/clock.ts'
import { plausibleAnswers } from './answers.ts'
import type { Chance } from './chance.ts'
import type { Diary } from './diary.ts'
import { planFollowUps } from './followups.ts'

export type Stage = {
  kernel: Kernel
  at: (day: string) => Kernel
  diary: Diary
  chance: Chance
  officer: Actor
  people: Actor[]
  say: (line: string) => void
}
type Plan = { name: string; period: number; opensOn: string; dueOn: string; closesOn: string; share: number; close: boolean }

type Cycle = { id: string; instrument: Instrument }
type Assignment = {
  id: string
  side: 'kpu' | 'partner'
  partner_id: string | null
  partner: string | null
  office: string
  path: string
  obligations: AskedObligation[]
}

/** Notes one evaluation from opening to (perhaps) closing: `share` of the forms are answered, a few more are begun. */
export function runCycle(stage: Stage, plan: Plan): void {
  const { at, diary, officer } = stage
  const prepared = addDays(plan.opensOn, -7)
  diary.on(prepared, async () => {
    const cycle = await prepare(stage, at(prepared), plan)
    diary.on(plan.opensOn, async () => {
      await call(at(plan.opensOn), officer, openCycle, { id: cycle.id, rev: 0 }, 'setup')
      await planAnswers(stage, plan, cycle)
    })
    if (!plan.close) return remindOf(stage, plan, cycle)
    diary.on(plan.closesOn, async () => {
      await call(at(plan.closesOn), officer, closeCycle, { id: cycle.id }, 'setup')
      await planFollowUps(stage, cycle.id, plan.closesOn)
    })
  })
}

/** Those who have not answered are reminded on the days on which they would have been. */
function remindOf({ at, diary, officer, kernel }: Stage, { dueOn }: Plan, cycle: Cycle): void {
  for (const day of [-21, -14, -7].map(days => addDays(dueOn, days)).filter(day => day < kernel.clock.today()))
    diary.on(day, async () => {
      while ((await call(at(day), officer, remindAssignments, { cycle: cycle.id }, 'setup')).more);
    })
}

async function prepare({ kernel, officer }: Stage, then: Kernel, plan: Plan): Promise<Cycle> {
  const instrument = await kernel.store.db
    .selectFrom('instrument')
    .select(['id', 'definition'])
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  const draft = {
    name: plan.name,
    instrumentId: instrument.id,
    periodFrom: `${plan.period}-01-01`,
    periodTo: `${plan.period}-12-31`,
    opensOn: plan.opensOn,
    dueOn: plan.dueOn,
    closesOn: plan.closesOn,
  }
  const { id } = await call(then, officer, createCycle, draft, 'setup')
  return { id, instrument: instrument.definition as Instrument }
}

/** Who answers what on which day, and how far they get. */
async function planAnswers(stage: Stage, plan: Plan, cycle: Cycle): Promise<void> {
  const { kernel, at, diary, chance, say } = stage
  const assignments = (await kernel.store.db
    .selectFrom('assignment as t')
    .innerJoin('office as o', 'o.id', 't.office_id')
    .innerJoin('agreement as a', 'a.id', 't.agreement_id')
    .leftJoin('partner as p', 'p.id', 't.partner_id')
    .select([
      't.id',
      't.side',
      't.partner_id',
      'p.name as partner',
      'o.name as office',
      sql<string>`o.path::text`.as('path'),
      't.obligations',
    ])
    .where('t.cycle_id', '=', cycle.id)
    .orderBy('o.code')
    .orderBy('a.kpu_number')
    .orderBy('a.title')
    .orderBy('t.side')
    .orderBy('p.name') // identifiers fall differently each time, and chance with them
    .execute()) as Assignment[]
  say(`${plan.name}: ${assignments.length} isian`)
  const lastDay = plan.close ? plan.closesOn : kernel.clock.today()
  const span = Math.max(1, daysBetween(plan.opensOn, lastDay) - 1)
  const left = plan.close ? new Set() : await leftForVisitors(stage, assignments)
  for (const assignment of assignments) {
    const luck = chance.next()
    if (left.has(assignment.id)) continue
    if (luck > plan.share + 0.06) continue
    const day = addDays(plan.opensOn, 1 + Math.floor(chance.next() * span))
    const answers = plausibleAnswers({ instrument: cycle.instrument, side: assignment.side, obligations: assignment.obligations }, chance)
    diary.on(day, async () => {
      const then = at(day)
      const actor = await somebodyFor(stage, assignment, then)
      await call(then, actor, saveAnswers, { id: assignment.id, rev: '0', answers }, 'setup')
      if (luck <= plan.share) await call(then, actor, submitAnswers, { id: assignment.id }, 'setup')
    })
  }
}

/** Of a running cycle one form waits for each operator and each partner's contact, so that whoever one enters as has something to answer. */
async function leftForVisitors({ kernel, people }: Stage, assignments: readonly Assignment[]): Promise<Set<string | undefined>> {
  const contacts = await kernel.store.db.selectFrom('role_grant').select('partner_id').where('partner_id', 'is not', null).execute()
  const offices = people.filter(({ grants }) => grants.some(({ role }) => role === 'office_operator')).map(({ office }) => office?.path)
  return new Set([
    ...offices.map(path => assignments.find(assignment => assignment.side === 'kpu' && assignment.path === path)?.id),
    ...contacts.map(
      ({ partner_id }) => assignments.find(assignment => assignment.side === 'partner' && assignment.partner_id === partner_id)?.id,
    ),
  ])
}

/** Somebody named where there is one, else whoever answered there: an office has an operator, a partner a contact. */
async function somebodyFor(
  { people, officer }: Stage,
  { side, partner_id, partner, office, path }: Assignment,
  kernel: Kernel,
): Promise<Actor> {
  if (side === 'kpu') {
    const here = people.find(person => person.office?.path === path && covers(reachOf(person, 'answer.submit'), { path }))
    return (
      here ?? {
        ...officer,
        personId: null,
        name: `Operator ${office}`,
        grants: [{ role: 'office_operator', path, descendants: false, partnerId: null }],
      }
    )
  }
  const grant = await kernel.store.db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.name', 'p.locale'])
    .where('g.partner_id', '=', partner_id)
    .executeTakeFirst()
  return {
    ...officer,
    kind: 'person',
    personId: grant?.id ?? null,
    name: grant?.name ?? `Narahubung ${partner}`,
    office: null,
    grants: [{ role: 'partner_contact', path: null, descendants: false, partnerId: partner_id }],
  }
}
