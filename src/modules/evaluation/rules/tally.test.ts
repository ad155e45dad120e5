import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledForm } from '../../../../test/generated-forms.ts'
import { rounded } from '../../questionnaires/rules/fractions.ts'
import { visibleQuestions } from '../../questionnaires/rules/questions.ts'
import { pointsOf } from '../../questionnaires/rules/score.ts'
import { tallyOf } from './tally.ts'

test('a tally counts every shown answer once, with its points', () => {
  fc.assert(
    fc.property(filledForm(), ({ form, answers }) => {
      const tally = tallyOf(form, answers)
      const shown = visibleQuestions(form, answers).filter(({ key }) => Object.hasOwn(answers, key))
      for (const [key, own] of Map.groupBy(shown, ({ question }) => question.key)) {
        const choices = own.flatMap(asked =>
          'options' in asked.question && typeof answers[asked.key] !== 'object' ? [answers[asked.key] as string] : [],
        )
        const points = own.map(asked => pointsOf(asked.question, answers[asked.key])).filter(point => point !== null)
        if (choices.length) expect(Object.values(tally[key]!.chosen).reduce((sum, count) => sum + count, 0)).toBe(choices.length)
        if (own.some(({ question }) => 'options' in question))
          expect([tally[key]!.n, tally[key]!.sum]).toEqual([
            points.length,
            Math.round(points.reduce((sum, point) => sum + rounded(point) * 100, 0)) / 100,
          ])
      }
      const known = new Set(visibleQuestions(form, answers).map(({ question }) => question.key))
      expect(Object.keys(tally).filter(key => !known.has(key.split('.')[0]!))).toEqual([])
    }),
  )
})
