import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { db, kernel } from '../../../test/world.ts'
import { addDays } from '../../platform/values/clock.ts'
import { stateAfter, transitionsFrom } from '../../platform/workflow/workflow.ts'
import { hasStatus, isInForce } from './queries/filters.ts'
import { inForceOn, type LifecycleDates, mayComplete, mayRenew, mayStartRenewal, mayTerminate, statusOn } from './rules/status.ts'
import { lifecycleOf, transitions } from './rules/transitions.ts'
import { stages, statuses } from './schema.ts'

afterAll(() => kernel.close())

const today = '2025-11-20'
/** Days around the edges of the rule: today, and the 90 days of notice. */
const day = fc
  .oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 87, max: 93 }), fc.integer({ min: -900, max: 900 }))
  .map(days => addDays(today, days))
const maybe = fc.option(day, { nil: null })
const dates: fc.Arbitrary<LifecycleDates> = fc
  .record({
    stage: fc.constantFrom(...stages),
    signedOn: maybe,
    startsOn: maybe,
    endsOn: maybe,
    renewalSince: fc.option(day, { nil: null, freq: 4 }),
    endedOn: fc.option(day, { nil: null, freq: 4 }),
    how: fc.constantFrom('terminated' as const, 'completed' as const),
  })
  .map(({ how, ...rest }) => ({ ...rest, endedHow: rest.endedOn ? how : null }))
  .filter(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn)

test('the database and the rule give every agreement the same status, and a list by status has just those', async () => {
  const cases = fc.sample(dates, 1500)
  const conditions = sql.join(statuses.map(status => sql`case when ${hasStatus(status, today)} then ${status} end`))
  const { rows } = await sql<{ status: string; listed: string[] }>`
    select agreement_status(a.stage, a.starts_on, a.ends_on, a.renewal_since, a.ended_how, a.ended_on, ${today}::date) as status, array_remove(array[${conditions}], null) as listed
    from jsonb_to_recordset(${JSON.stringify(cases.map(({ stage, signedOn, startsOn, endsOn, renewalSince, endedHow, endedOn }) => ({ stage, signed_on: signedOn, starts_on: startsOn, ends_on: endsOn, renewal_since: renewalSince, ended_how: endedHow, ended_on: endedOn })))}::jsonb)
      as a (stage text, signed_on date, starts_on date, ends_on date, renewal_since date, ended_how text, ended_on date)`.execute(db)
  expect(rows).toEqual(cases.map(each => ({ status: statusOn(each, today), listed: [statusOn(each, today)] })))
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(statuses))
})

/** What stands in the contract: signed, its first day has come, its last has not gone by, and nobody has ended it before. */
const bindsOn = ({ stage, startsOn, endsOn, endedOn }: LifecycleDates, on: string): boolean =>
  stage === 'signed' && (startsOn ?? on) <= on && on <= (endsOn ?? on) && (endedOn === null || on < endedOn)

test('the database, the rule and the words of a contract agree about what is in force on a day, whatever the renewal', async () => {
  const cases = fc.sample(fc.tuple(dates, day), 3000).map(([agreement, on]) => ({ ...agreement, on }))
  const { rows } = await sql<{ held: boolean }>`
    select ${isInForce(sql`a.today`)} as held
    from jsonb_to_recordset(${JSON.stringify(cases.map(({ stage, startsOn, endsOn, renewalSince, endedHow, endedOn, on }) => ({ stage, starts_on: startsOn, ends_on: endsOn, renewal_since: renewalSince, ended_how: endedHow, ended_on: endedOn, today: on })))}::jsonb)
      as a (stage text, starts_on date, ends_on date, renewal_since date, ended_how text, ended_on date, today date)`.execute(db)
  expect(rows.map(({ held }) => held)).toEqual(cases.map(each => inForceOn(each, each.on)))
  expect(cases.map(each => inForceOn(each, each.on))).toEqual(cases.map(each => bindsOn(each, each.on)))
  expect(new Set(rows.map(({ held }) => held))).toEqual(new Set([true, false]))
})

test('in force from the first day to the last, both of them, until the day on which it is ended', () => {
  const agreement: LifecycleDates = {
    stage: 'signed',
    signedOn: '2024-01-10',
    startsOn: '2024-02-01',
    endsOn: '2026-02-01',
    renewalSince: null,
    endedHow: null,
    endedOn: null,
  }
  const on = (each: LifecycleDates, ...days: string[]) => days.map(day => inForceOn(each, day))
  expect(on(agreement, '2024-01-31', '2024-02-01', '2026-02-01', '2026-02-02')).toEqual([false, true, true, false])
  expect(on({ ...agreement, renewalSince: '2025-12-01' }, '2026-02-01', '2026-02-02')).toEqual([true, false])
  expect(on({ ...agreement, endsOn: null }, '2099-01-01')).toEqual([true])
  expect(on({ ...agreement, endedHow: 'terminated', endedOn: '2025-06-01' }, '2025-05-31', '2025-06-01')).toEqual([true, false])
  expect(on({ ...agreement, stage: 'awaiting_signature' }, '2025-01-01')).toEqual([false])
})

test('a status moves with the days', () => {
  const signed: LifecycleDates = {
    stage: 'signed',
    signedOn: '2024-01-10',
    startsOn: '2024-02-01',
    endsOn: '2026-02-01',
    renewalSince: null,
    endedHow: null,
    endedOn: null,
  }
  const on = (agreement: LifecycleDates, ...days: string[]) => days.map(each => statusOn(agreement, each))
  expect(on(signed, '2024-01-31', '2024-02-01', '2025-11-02', '2025-11-03', '2026-02-01', '2026-02-02')).toEqual([
    'awaiting_start',
    'active',
    'active',
    'expiring',
    'expiring',
    'expired',
  ])
  expect(on({ ...signed, renewalSince: '2025-12-01' }, '2025-12-02', '2027-01-01')).toEqual(['in_renewal', 'in_renewal'])
  expect(on({ ...signed, endedHow: 'terminated', endedOn: '2025-06-01' }, '2025-05-31', '2025-06-01')).toEqual(['active', 'terminated'])
  expect(on({ ...signed, endsOn: null }, '2099-01-01')).toEqual(['active'])
})

test('what has ended moves no further; a stage is not gone back to; a renewal moves the end on', () => {
  fc.assert(
    fc.property(dates, day, (agreement, on) => {
      if (agreement.endedHow)
        expect([
          transitionsFrom(transitions, lifecycleOf(agreement)).length > 0,
          mayStartRenewal(agreement),
          mayRenew(agreement, on),
          mayTerminate(agreement, on),
          mayComplete(agreement, on, today),
        ]).not.toContain(true)
      const order = [...stages, 'ended']
      for (const name of transitionsFrom(transitions, agreement.stage))
        expect(order.indexOf(stateAfter(transitions, agreement.stage, name)!)).toBeGreaterThanOrEqual(order.indexOf(agreement.stage))
      if (mayRenew(agreement, on)) expect([on > agreement.endsOn!, mayRenew({ ...agreement, endsOn: on }, on)]).toEqual([true, false])
      if (mayStartRenewal(agreement)) expect(statusOn({ ...agreement, renewalSince: today }, today)).toBe('in_renewal')
      if (mayComplete(agreement, on, today)) expect(statusOn({ ...agreement, endedHow: 'completed', endedOn: on }, today)).toBe('completed')
      if (mayTerminate(agreement, on)) expect(statusOn({ ...agreement, endedHow: 'terminated', endedOn: on }, on)).toBe('terminated')
    }),
  )
})
