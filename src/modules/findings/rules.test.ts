import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstLine } from '../../platform/values/cut.ts'
import { categoryOf, isProblem, statusOf } from './rules.ts'
import { categories, kinds } from './schema.ts'

test('only an obstacle or criticism waits to be followed up; any finding is done when every follow-up that was not cancelled is verified, and there is one', () => {
  const states = fc.array(fc.constantFrom('open', 'reported', 'returned', 'verified', 'cancelled'))
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.boolean(), states, (kind, dismissed, followUps) => {
      const [verified, moving] = [followUps.includes('verified'), followUps.some(state => ['open', 'reported', 'returned'].includes(state))]
      const left = isProblem(kind) ? 'open' : 'noted'
      expect(statusOf({ kind, dismissed, followUps })).toBe(dismissed ? 'dismissed' : moving ? 'underway' : verified ? 'done' : left)
    }),
  )
})

test('the codes of the questionnaire are kept, others count as other', () => {
  expect([...categories, null, 'weather'].map(categoryOf)).toEqual([...categories, null, 'other'])
})

test('a first line is one line, never too long, and no half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 10, max: 300 }), (text, most) => {
      const line = firstLine(text.toWellFormed(), most)
      expect(line.length).toBeLessThanOrEqual(most)
      expect(line).not.toMatch(/\n/)
      expect(line.isWellFormed()).toBe(true)
    }),
  )
  expect(firstLine('Narahubung berganti\n\ntanpa kabar', 24)).toBe('Narahubung berganti…')
})
