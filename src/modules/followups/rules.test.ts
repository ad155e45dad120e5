import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/values/clock.ts'
import { stateAfter } from '../../platform/workflow/workflow.ts'
import { actsFor, isOverdue, mayJudge, mayReport, nextReminderDay, remaining, reminderOn, type Transition, transitions } from './rules.ts'
import { type State, states } from './schema.ts'

const steps = Object.keys(transitions) as Transition[]
const anyDay = fc.integer({ min: 0, max: 4000 }).map(days => addDays('2020-01-01', days))

test('whatever is tried, nothing is verified but what was reported just before, and nothing cancelled while a verdict is awaited', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps)), tried => {
      let state: State = 'open'
      let last: Transition | null = null
      for (const step of tried) {
        const next: State | null = stateAfter(transitions, state, step)
        if (next === null) continue
        if (next === 'verified') expect([state, step, last]).toEqual(['reported', 'accept', 'report'])
        if (next === 'cancelled') expect(state).not.toBe('reported')
        if (state === 'verified' || state === 'cancelled') expect(step).toBe('reopen')
        ;[state, last] = [next, step]
      }
    }),
  )
})

test('each state can be left by exactly these steps', () => {
  expect(Object.fromEntries(states.map(state => [state, steps.filter(step => stateAfter(transitions, state, step))]))).toEqual({
    open: ['report', 'reassign', 'reschedule', 'cancel'],
    reported: ['accept', 'return'],
    returned: ['report', 'reassign', 'reschedule', 'cancel'],
    verified: ['reopen'],
    cancelled: ['reopen'],
  })
})

test('the verdict is never for anybody who ever had it or reported on it, or for nobody in particular', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(person, { minLength: 1 }), fc.array(person), fc.option(person), (ownerIds, reporterIds, judge) => {
      const followUp = { ownerIds, reporterIds }
      expect(mayJudge(followUp, judge)).toBe(judge !== null && ![...ownerIds, ...reporterIds].includes(judge))
      const acts = actsFor({ ...followUp, state: 'reported' }, judge, { report: true, verify: true, write: true })
      expect(acts).toEqual(mayJudge(followUp, judge) ? ['verify'] : [])
    }),
  )
})

test('an owner whose power to report is elsewhere can still report, and nothing else; one without the power cannot', () => {
  expect([mayReport(true, { here: false, anywhere: true }), mayReport(true, { here: false, anywhere: false })]).toEqual([true, false])
  expect([mayReport(false, { here: false, anywhere: true }), mayReport(false, { here: true, anywhere: true })]).toEqual([false, true])
  const open = { state: 'open', ownerIds: ['a'], reporterIds: [] } as const
  expect(actsFor(open, 'a', { report: true, verify: false, write: false })).toEqual(['report'])
  expect(actsFor(open, 'b', { report: false, verify: false, write: false })).toEqual([])
})

test('who has it or had it may hand it on but not cancel it', () => {
  const returned = { state: 'returned', ownerIds: ['a', 'b'], reporterIds: [] } as const
  const everything = { report: true, verify: true, write: true }
  for (const owner of returned.ownerIds) expect(actsFor(returned, owner, everything)).toEqual(['report', 'reassign', 'reschedule'])
  expect(actsFor(returned, 'c', everything)).toEqual(['report', 'reassign', 'reschedule', 'cancel'])
})

test('only what somebody must still do can be overdue, and not on the due date itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), anyDay, anyDay, (state, dueOn, today) => {
      expect(isOverdue({ state, dueOn }, today)).toBe(['open', 'returned'].includes(state) && Date.parse(dueOn) < Date.parse(today))
    }),
  )
})

test('reminders go out a week before, on the day, and on each seventh day after; each day leads to the next of them', () => {
  const due = '2026-03-10'
  const told: [string, string][] = []
  for (let day = '2026-02-25'; told.length < 5; ) {
    day = nextReminderDay(day, due)
    const owed = reminderOn(day, due)!
    expect(owed.since).toBe(day)
    told.push([day, owed.kind])
  }
  expect(told).toEqual([
    ['2026-03-03', 'soon'],
    ['2026-03-10', 'today'],
    ['2026-03-17', 'late'],
    ['2026-03-24', 'late'],
    ['2026-03-31', 'late'],
  ])
})

test('the next day of a reminder is the first one after today on which one is to be said, by looking at each day', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (today, due) => {
      const days = Array.from({ length: 4000 }, (_, at) => addDays(today, at + 1))
      const first = days.find(
        day => day === addDays(due, -7) || (day >= due && (Date.parse(day) - Date.parse(due)) % (7 * 86_400_000) === 0),
      )
      expect(nextReminderDay(today, due)).toBe(first ?? addDays(due, -7))
    }),
  )
})

test('what remains on a day is the sum of all that changed until then, counted one by one', () => {
  const change = fc.record({
    day: anyDay,
    open: fc.integer({ min: -2, max: 3 }),
    done: fc.integer({ min: -1, max: 2 }),
    planned: fc.integer({ min: -2, max: 3 }),
  })
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 60 }),
      anyDay,
      fc.integer({ min: 0, max: 120 }),
      fc.constantFrom(1 as const, 7 as const),
      (changes, from, length, step) => {
        const to = addDays(from, length)
        const days = remaining(changes, from, to, step)
        expect(days[0]!.day).toBe(from)
        expect(days.at(-1)!.day).toBe(to)
        for (const { day, open, done, planned } of days) {
          const until = changes.filter(each => each.day <= day)
          expect({ open, done, planned }).toEqual({
            open: until.reduce((sum, each) => sum + each.open, 0),
            done: until.reduce((sum, each) => sum + each.done, 0),
            planned: until.reduce((sum, each) => sum + each.planned, 0),
          })
        }
      },
    ),
  )
})
