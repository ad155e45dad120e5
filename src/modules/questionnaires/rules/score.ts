import type { Read } from '../../../platform/values/conditions.ts'
import { type Aggregation, type Answers, type Criterion, criteria, type Option, type Question, type Section } from '../schema.ts'
import { exact, type Fraction, rounded, weightedMean } from './fractions.ts'
import { type AskedQuestion, type Form, readerAmong, visibleQuestions } from './questions.ts'

/**
 * Points are 0 to 100 with two decimals; null where nothing was applicable. `weightUsed` is the weight with which the part entered the
 * total: its own, or 0 when it had no score. Recommendation is the chosen option's value.
 */
export type Score = {
  score: number | null
  sections: { key: string; score: number | null; weightUsed: number }[]
  criteria: { criterion: Criterion; score: number | null; weightUsed: number }[]
  maturity: 1 | 2 | 3 | 4 | null
  rating: number | null
  recommendation: string | null
}

/**
 * The score of one response: Σ(w·s)/Σw, from choices to section and from sections to the total, always over what is applicable and
 * answered; the rest leaves the denominator too. A repeated section first scores each obligation so, then takes the plain mean of the
 * obligations that have a score. Everything is exact until the single rounding of each figure (`rounded`), so a total is not
 * made of rounded sections.
 */
export function scoreOf(form: Form, answers: Answers): Score {
  const visible = visibleQuestions(form, answers)
  const read = readerAmong(visible, answers)
  const sections = form.instrument.sections.filter(isScored).map(section => {
    const value = sectionScore(
      visible.filter(asked => asked.section === section),
      read,
    )
    return { section, weight: section.weight ?? 1, value }
  })
  return {
    score: roundedOrNull(weightedMean(sections)),
    sections: sections.map(({ section, weight, value }) => ({
      key: section.key,
      score: roundedOrNull(value),
      weightUsed: value ? weight : 0,
    })),
    criteria: criteria.flatMap(criterion => {
      const own = sections.filter(({ section }) => section.criterion === criterion)
      return own.length ? [{ criterion, score: roundedOrNull(weightedMean(own)), weightUsed: total(own) }] : []
    }),
    maturity: maturityAmong(visible, read),
    rating: numberOf(chosenFor('rating', visible, read)),
    recommendation: chosenFor('recommendation', visible, read),
  }
}

/**
 * One figure from many responses, by the rule of its indicator; null when no response has a value. Give the responses themselves, each
 * counting once, in order of time (`last` takes the last that has a value). Never give it results of its own: an average of the
 * averages of offices weighs an office with one agreement like one with fifty. Two decimals, rounded as scores are.
 */
export function aggregate(values: readonly (number | null)[], rule: Aggregation): number | null {
  const present = values.filter(value => value !== null)
  if (present.length === 0) return null
  if (rule === 'last') return present.at(-1) ?? null
  const sum = present.reduce((whole, value) => whole + exact(value).n, 0n)
  return rounded({ n: sum, d: 100n * BigInt(rule === 'average' ? present.length : 1) })
}

/** The points of one answer, exactly; null when the question is not scored, not answered, or answered "not applicable". */
export function pointsOf(question: Question, value: ReturnType<Read>): Fraction | null {
  if (question.type === 'scale' || question.type === 'single')
    return typeof value === 'string' ? optionPoints(question.options, value) : null
  if (question.type !== 'table-of-scales' || typeof value !== 'object' || Array.isArray(value)) return null
  return weightedMean(
    question.rows.map(row => {
      const chosen = Object.hasOwn(value, row.key) ? value[row.key] : undefined
      return { weight: row.weight ?? 1, value: chosen === undefined ? null : optionPoints(question.options, chosen) }
    }),
  )
}

/** Whether a question can give points at all. */
export const isScoredQuestion = (question: Question): boolean =>
  'options' in question && question.type !== 'multi' && question.options.some(({ score }) => typeof score === 'number')

export const isScored = (section: Section): boolean => section.questions.some(isScoredQuestion)

function sectionScore(asked: readonly AskedQuestion[], read: Read): Fraction | null {
  const byObligation = Map.groupBy(asked, ({ obligation }) => obligation?.id ?? null)
  const scores = [...byObligation.values()].map(group =>
    weightedMean(group.map(({ key, question }) => ({ weight: weightOf(question), value: pointsOf(question, read(key)) }))),
  )
  return weightedMean(scores.map(value => ({ weight: 1, value })))
}

/**
 * 1 a document exists, not carried out; 2 carried out; 3 and evaluated regularly; 4 and the results followed up. Null when not answered.
 */
function maturityAmong(visible: readonly AskedQuestion[], read: Read): Score['maturity'] {
  const level = numberOf(chosenFor('maturity', visible, read))
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : null
}

function chosenFor(role: 'maturity' | 'rating' | 'recommendation', visible: readonly AskedQuestion[], read: Read): string | null {
  for (const { key, question } of visible) {
    if (!('role' in question) || question.role !== role || !('options' in question)) continue
    const value = read(key)
    if (typeof value === 'string' && question.options.some(({ v }) => v === value)) return value
  }
  return null
}

const optionPoints = (options: readonly Option[], chosen: string): Fraction | null => {
  const score = options.find(({ v }) => v === chosen)?.score
  return typeof score === 'number' ? exact(score) : null
}
const weightOf = (question: Question): number => ('weight' in question && question.weight) || 1
const total = (sections: readonly { weight: number; value: Fraction | null }[]): number =>
  Math.round(sections.reduce((sum, { weight, value }) => sum + (value ? weight * 100 : 0), 0)) / 100
const roundedOrNull = (value: Fraction | null): number | null => (value ? rounded(value) : null)
const numberOf = (chosen: string | null): number | null => (chosen === null ? null : Number(chosen))
