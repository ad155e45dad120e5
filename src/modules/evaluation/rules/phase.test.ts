import { expect, test } from 'vitest'
import { phaseOn, reminderFor } from './phase.ts'

const cycle = { opensOn: '2025-11-01', dueOn: '2025-12-10', closesOn: '2025-12-31', openedAt: new Date(0), closedAt: null }

test('a form opens, is due and closes on its days, each of which still counts', () => {
  const phases = ['2025-10-31', '2025-11-01', '2025-12-10', '2025-12-11', '2025-12-31', '2026-01-01'].map(day => phaseOn(cycle, day))
  expect(phases).toEqual(['ahead', 'open', 'open', 'late', 'late', 'closed'])
  expect(phaseOn({ ...cycle, openedAt: null }, '2025-11-05')).toBe('draft')
  expect(phaseOn({ ...cycle, closedAt: new Date(0) }, '2025-11-05')).toBe('closed')
})

test('more time moves the due day, also beyond the end of the cycle', () => {
  const extended = { ...cycle, extendedTo: '2026-01-15' }
  expect(['2025-12-20', '2026-01-15', '2026-01-16'].map(day => phaseOn(extended, day))).toEqual(['open', 'open', 'closed'])
  expect(phaseOn({ ...cycle, extendedTo: '2025-12-20' }, '2025-12-21')).toBe('late')
})

test('reminders go out 21, 14 and 7 days before and after, and a missed day is made up for', () => {
  expect([30, 22, 21, 15, 14, 8, 7, 0, -1, -30].map(reminderFor)).toEqual([
    null,
    null,
    'before_21',
    'before_21',
    'before_14',
    'before_14',
    'before_7',
    'before_7',
    'overdue',
    'overdue',
  ])
})
