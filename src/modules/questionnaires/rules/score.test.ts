import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledForm } from '../../../../test/generated-forms.ts'
import type { Condition, Value } from '../../../platform/values/conditions.ts'
import { findingsIn } from '../../evaluation/rules/findings.ts'
import type { Answers, Question } from '../schema.ts'
import { checkInstrument, readInstrument } from './instrument.ts'
import { answerKey, type Form, questionsFor, visibleQuestions } from './questions.ts'
import { aggregate, isScoredQuestion, scoreOf } from './score.ts'

test('generated instruments may be published, and JSON gives the same instrument back', () => {
  fc.assert(
    fc.property(filledForm(), ({ form: { instrument } }) => {
      expect(checkInstrument(instrument)).toEqual([])
      expect(readInstrument(JSON.parse(JSON.stringify(instrument)))).toEqual({ instrument })
    }),
  )
})

test('a score equals a plain second computation and lies between 0 and 100', () => {
  fc.assert(
    fc.property(filledForm(), ({ form, answers }) => {
      const { score, sections, criteria } = scoreOf(form, answers)
      const plain = plainScore(form, answers)
      if (plain === null) expect(score).toBeNull()
      else expect(Math.abs(score! - plain)).toBeLessThan(0.005 + 1e-9)
      for (const figure of [score, ...sections.map(section => section.score), ...criteria.map(criterion => criterion.score)]) {
        if (figure === null) continue
        expect(figure).toBeGreaterThanOrEqual(0)
        expect(figure).toBeLessThanOrEqual(100)
        expect(Math.abs(figure * 100 - Math.round(figure * 100))).toBeLessThan(1e-9)
      }
    }),
    { numRuns: 500 },
  )
})

test('"not applicable" is the same as no answer', () => {
  fc.assert(
    fc.property(filledForm({ conditions: false }), ({ form, answers }) => {
      const notApplicable = (question: Question) =>
        'options' in question && question.type !== 'multi' ? question.options.find(({ score }) => score === null)?.v : undefined
      const filled = { ...answers }
      for (const { key, question } of questionsFor(form)) {
        const v = notApplicable(question)
        if (answers[key] !== undefined || v === undefined) continue
        filled[key] = question.type === 'table-of-scales' ? Object.fromEntries(question.rows.map(row => [row.key, v])) : v
      }
      expect(scoreOf(form, filled)).toEqual(scoreOf(form, answers))
    }),
  )
})

test('the order of sections, questions and obligations does not matter', () => {
  fc.assert(
    fc.property(filledForm({ conditions: false }), ({ form, answers }) => {
      const { instrument, obligations } = form
      const sections = instrument.sections.map(section => ({ ...section, questions: section.questions.toReversed() })).toReversed()
      const turned = { ...form, instrument: { ...instrument, sections }, obligations: obligations.toReversed() }
      const { sections: scores, ...rest } = scoreOf(form, answers)
      expect(scoreOf(turned, answers)).toEqual({ ...rest, sections: scores.toReversed() })
    }),
  )
})

test('only the relation of weights matters', () => {
  fc.assert(
    fc.property(filledForm(), fc.integer({ min: 2, max: 9 }), ({ form, answers }, times) => {
      const heavier = <T extends { weight?: number | undefined }>(item: T): T => ({
        ...item,
        weight: Math.round((item.weight ?? 1) * 100 * times) / 100,
      })
      const sections = form.instrument.sections.map(section => ({
        ...heavier(section),
        questions: section.questions.map(question => (isScoredQuestion(question) ? (heavier(question as never) as Question) : question)),
      }))
      expect(scoreOf({ ...form, instrument: { ...form.instrument, sections } }, answers).score).toBe(scoreOf(form, answers).score)
    }),
  )
})

test('what a hidden question holds never counts', () => {
  fc.assert(
    fc.property(filledForm(), ({ form, answers }) => {
      const shown = new Set(visibleQuestions(form, answers).map(({ key }) => key))
      const bare = Object.fromEntries(Object.entries(answers).filter(([key]) => shown.has(key)))
      expect(visibleQuestions(form, bare).map(({ key }) => key)).toEqual([...shown])
      expect(scoreOf(form, bare)).toEqual(scoreOf(form, answers))
      expect(findingsIn(form, bare)).toEqual(findingsIn(form, answers))
    }),
  )
})

test('responses are aggregated by the rule of the indicator, nulls aside', () => {
  expect(aggregate([50, null, 66.67, 0.005], 'average')).toBe(38.89)
  expect(aggregate([50, null, 66.67], 'sum')).toBe(116.67)
  expect(aggregate([50, 66.67, null], 'last')).toBe(66.67)
  expect(aggregate([null], 'average')).toBeNull()
  expect(aggregate([0.1, 0.2], 'sum')).toBe(0.3)
})

test('the average of many responses equals the average of all of them, whatever their order', () => {
  const points = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }).map(value => value / 100)), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(points, values => {
      const present = values.filter(value => value !== null)
      const plain = present.reduce((sum, value) => sum + value, 0) / present.length
      const average = aggregate(values, 'average')
      if (present.length === 0) expect(average).toBeNull()
      else expect(Math.abs(average! - plain)).toBeLessThan(0.005 + 1e-9)
      expect(aggregate(values.toReversed(), 'average')).toBe(average)
    }),
  )
})

/** The same score by floating point, section by section, straight from the instrument. */
function plainScore({ instrument, side, obligations }: Form, answers: Answers): number | null {
  const repeated = (key: string) =>
    instrument.sections.some(section => section.repeat && section.questions.some(question => question.key === key))
  const given = (key: string, obligation: string | null): Value | undefined => {
    const section = instrument.sections.find(({ questions }) => questions.some(question => question.key === key))!
    const question = section.questions.find(candidate => candidate.key === key)!
    const at = repeated(key) ? obligation : null
    if (question.sides && !question.sides.includes(side)) return undefined
    if ([section.showIf, question.showIf].some(condition => condition && !isTrue(condition, at))) return undefined
    return answers[answerKey(key, at)]
  }
  const isTrue = (condition: Condition, obligation: string | null): boolean => {
    if ('not' in condition) return !isTrue(condition.not, obligation)
    if ('all' in condition) return !condition.all.some(part => !isTrue(part, obligation))
    if ('any' in condition) return condition.any.some(part => isTrue(part, obligation))
    const value = given(condition.q, obligation)
    if (condition.op === 'answered') return value !== undefined
    const alone = Array.isArray(value) ? (value.length === 1 ? value[0] : undefined) : value
    if (condition.op === 'eq') return alone === condition.v
    if (condition.op === 'ne') return alone !== condition.v
    if (condition.op === 'in') return condition.v.includes(alone as string)
    if (condition.op === 'has') return Array.isArray(value) && value.includes(condition.v)
    if (value === undefined) return false
    return { lt: value < condition.v, le: value <= condition.v, gt: value > condition.v, ge: value >= condition.v }[condition.op]
  }
  const mean = (pairs: [number, number | null | undefined][]): number | null => {
    const present = pairs.filter((pair): pair is [number, number] => typeof pair[1] === 'number')
    return present.length ? present.reduce((sum, [w, s]) => sum + w * s, 0) / present.reduce((sum, [w]) => sum + w, 0) : null
  }
  const points = (question: Question, value: Value | undefined): number | null => {
    if (!('options' in question) || question.type === 'multi' || value === undefined) return null
    const of = (chosen: unknown) => question.options.find(({ v }) => v === chosen)?.score
    return question.type === 'table-of-scales'
      ? mean(question.rows.map(row => [row.weight ?? 1, of((value as Record<string, string>)[row.key])]))
      : (of(value) ?? null)
  }
  return mean(
    instrument.sections.map(section => {
      const places = section.repeat ? obligations.map(({ id }) => id) : [null]
      const one = (at: string | null) =>
        mean(section.questions.map(question => [('weight' in question && question.weight) || 1, points(question, given(question.key, at))]))
      return [section.weight ?? 1, mean(places.map(at => [1, one(at)]))]
    }),
  )
}
