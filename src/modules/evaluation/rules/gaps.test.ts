import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersTo, filledForm } from '../../../../test/generated-forms.ts'
import { cooperationInstrument } from '../../questionnaires/instrument/cooperation.ts'
import { rounded } from '../../questionnaires/rules/fractions.ts'
import { scoreOf } from '../../questionnaires/rules/score.ts'
import type { AskedObligation } from '../../questionnaires/schema.ts'
import { findingsIn } from './findings.ts'
import { gaps } from './gaps.ts'

const obligation = (id: string): AskedObligation => ({ id, article: null, text: `Kewajiban ${id}`, bearer: null, dueOn: null })
const obligations = [obligation('ob1'), obligation('ob2'), obligation('ob3')]
const instrument = cooperationInstrument

test('both sides of the same obligation stand next to each other with their difference', () => {
  const kpu = {
    'obligation@ob1': 'full',
    'obligation@ob2': 'part',
    'obligation@ob3': 'na',
    timeliness: 'late',
    contribution_partner: 'full',
  }
  const partner = { 'obligation@ob1': 'none', 'obligation@ob2': 'part', 'obligation@ob3': 'full', coordination: 'good' }
  const found = gaps({ instrument, obligations }, kpu, partner)
  const brief = found
    .filter(gap => gap.kpu !== null || gap.partner !== null)
    .map(gap => [gap.key, gap.kpu, gap.partner, gap.kpuScore, gap.partnerScore, gap.difference, gap.same])
  expect(brief).toEqual([
    ['obligation@ob1', 'full', 'none', 100, 0, 100, false],
    ['obligation@ob2', 'part', 'part', 50, 50, 0, true],
    ['obligation@ob3', 'na', 'full', null, 100, null, false],
    ['timeliness', 'late', null, 50, null, null, null],
    ['coordination', null, 'good', null, 66.67, null, null],
  ])
  expect(found.some(gap => gap.question.key === 'contribution_partner')).toBe(false)
})

test('what is less than half of the last decimal is zero, above or below it', () => {
  expect([rounded({ n: -1n, d: 1000n }), rounded({ n: 1n, d: 1000n }), rounded({ n: -5n, d: 1000n })]).toEqual([0, 0, -0.01])
})

test('turning the sides around turns the differences around', () => {
  fc.assert(
    fc.property(filledForm(), fc.array(fc.nat(9999), { minLength: 1 }), ({ form, answers }, seeds) => {
      const other = answersTo({ ...form, side: form.side === 'kpu' ? 'partner' : 'kpu' }, seeds)
      const forth = gaps(form, answers, other)
      const back = gaps(form, other, answers)
      expect(back.map(gap => gap.key)).toEqual(forth.map(gap => gap.key))
      expect(back.map(gap => gap.difference)).toEqual(forth.map(gap => (gap.difference === null ? null : 0 - gap.difference)))
      expect(back.map(gap => gap.same)).toEqual(forth.map(gap => gap.same))
    }),
  )
})

test('obstacles, solutions, suggestions and criticism become findings with their categories', () => {
  const answers = {
    'obligation@ob1': 'part',
    'obligation_cause@ob1': 'budget',
    'obligation_obstacle@ob1': ' Anggaran cair bulan Oktober. ',
    'obligation@ob2': 'full',
    'obligation_obstacle@ob2': 'Tersisa dari pilihan sebelumnya',
    obstacle_categories: ['data', 'coordination'],
    obstacle: 'Data pemilih belum dibagikan.',
    suggestion: 'Adakan rapat triwulanan.',
    criticism: '   ',
  }
  const found = findingsIn({ instrument, side: 'kpu', obligations }, answers)
  expect(found).toEqual([
    {
      answerKey: 'obligation_obstacle@ob1',
      questionKey: 'obligation_obstacle',
      obligationId: 'ob1',
      kind: 'obstacle',
      text: 'Anggaran cair bulan Oktober.',
      category: 'budget',
      categories: ['budget'],
    },
    {
      answerKey: 'obstacle',
      questionKey: 'obstacle',
      obligationId: null,
      kind: 'obstacle',
      text: 'Data pemilih belum dibagikan.',
      category: 'coordination',
      categories: ['coordination', 'data'],
    },
    {
      answerKey: 'suggestion',
      questionKey: 'suggestion',
      obligationId: null,
      kind: 'suggestion',
      text: 'Adakan rapat triwulanan.',
      category: null,
      categories: [],
    },
  ])
})

test('the built-in instrument scored by hand', () => {
  const answers = {
    'obligation@ob1': 'full',
    'obligation@ob2': 'part',
    'obligation@ob3': 'na',
    conformity_goals: 'full',
    contribution_partner: 'part',
    timeliness: 'late',
    coordination: 'good',
    overlap: 'na',
    assignments: 'na',
    impact: 'fair',
    benefit: 'some',
    documents: 'full',
    reporting: 'sometimes',
    relevance: 'high',
    resources: 'part',
    maturity: '3',
    rating: '4',
    recommendation: 'expand',
  }
  // 25·75 + 10·75 + 10·50 + 10·66.67 + 15·50 + 5·75 + 10·100 + 5·50 = 6166.7, over 90: the achievement section (10) was not applicable.
  const result = scoreOf({ instrument, side: 'kpu', obligations }, answers)
  expect(result).toEqual({
    score: 68.52,
    sections: [
      { key: 'obligations', score: 75, weightUsed: 25 },
      { key: 'conformity', score: 75, weightUsed: 10 },
      { key: 'timeliness', score: 50, weightUsed: 10 },
      { key: 'coordination', score: 66.67, weightUsed: 10 },
      { key: 'achievement', score: null, weightUsed: 0 },
      { key: 'impact', score: 50, weightUsed: 15 },
      { key: 'administration', score: 75, weightUsed: 5 },
      { key: 'relevance', score: 100, weightUsed: 10 },
      { key: 'sustainability', score: 50, weightUsed: 5 },
    ],
    criteria: [
      { criterion: 'relevance', score: 100, weightUsed: 10 },
      { criterion: 'coherence', score: 66.67, weightUsed: 10 },
      { criterion: 'effectiveness', score: 75, weightUsed: 35 },
      { criterion: 'efficiency', score: 58.33, weightUsed: 15 },
      { criterion: 'impact', score: 50, weightUsed: 15 },
      { criterion: 'sustainability', score: 50, weightUsed: 5 },
    ],
    maturity: 3,
    rating: 4,
    recommendation: 'expand',
  })
})

test('without a single answer there is no score, not a score of zero', () => {
  const empty = scoreOf({ instrument, side: 'partner', obligations: [] }, {})
  expect([empty.score, empty.maturity, empty.rating, empty.recommendation]).toEqual([null, null, null, null])
})
