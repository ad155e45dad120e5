import fc from 'fast-check'
import { type AskedQuestion, type Form, questionsFor } from '../src/modules/questionnaires/rules/questions.ts'
import type { Answers, AskedObligation, Instrument, Question, Section } from '../src/modules/questionnaires/schema.ts'
import { type Condition, comparisonsIn } from '../src/platform/values/conditions.ts'

/*
 * Generated forms for the property tests: any mixture of types, weights, scores, sides, repetition, evidence and conditions that a
 * published instrument may have.
 */

/** A form and answers of the right kinds to some of its questions, hidden ones too. */
export const filledForm = (options?: Options): fc.Arbitrary<{ form: Form; answers: Answers }> =>
  fc
    .tuple(anyForm(options), fc.array(fc.nat(9999), { minLength: 1, maxLength: 60 }))
    .map(([form, seeds]) => ({ form, answers: answersTo(form, seeds) }))

type Options = { conditions?: boolean }
const anyForm = ({ conditions = true }: Options = {}): fc.Arbitrary<Form> =>
  fc
    .record({
      sections: fc.array(sectionSeed, { minLength: 1, maxLength: 4 }),
      obligations: fc.nat(3),
      side: fc.constantFrom('kpu', 'partner'),
    })
    .map(seed => ({
      instrument: instrumentFrom(seed.sections, conditions),
      side: seed.side,
      obligations: Array.from(
        { length: seed.obligations },
        (_, at): AskedObligation => ({ id: `ob-${at}`, article: null, text: `Obligation ${at}`, bearer: null, dueOn: null }),
      ),
    }))

/** Values of the right kind for the keys whose seed is no multiple of four; the rest stay unanswered. */
export function answersTo(form: Form, seeds: readonly number[]): Answers {
  const answers: Answers = {}
  for (const [at, asked] of questionsFor(form).entries()) {
    const seed = seeds[at % seeds.length]! + at * 31
    if (seed % 4 !== 0 && asked.question.type !== 'info') answers[asked.key] = valueFor(asked, Math.floor(seed / 4))
  }
  return answers
}

function valueFor({ question }: AskedQuestion, seed: number): Answers[string] {
  switch (question.type) {
    case 'scale':
    case 'single':
      return question.options[seed % question.options.length]!.v
    case 'multi':
      return question.options.map(({ v }) => v).filter((_, at) => at === seed % question.options.length || (seed >> at) % 2 === 1)
    case 'table-of-scales':
      return Object.fromEntries(
        question.rows
          .filter((_, at) => at === 0 || (seed >> at) % 3 > 0)
          .map(({ key }, at) => [key, question.options[(seed + at) % question.options.length]!.v]),
      )
    case 'number':
      return seed % 7
    case 'date':
      return `2025-0${1 + (seed % 9)}-15`
    case 'file':
      return [`file-${seed}`]
    default:
      return `text ${seed}`
  }
}

const hundredths = (from: number, to: number) => fc.integer({ min: from, max: to }).map(value => value / 100)
const conditionSeed = fc.record({ pick: fc.nat(50), op: fc.nat(8), value: fc.nat(9), join: fc.constantFrom('one', 'not', 'all', 'any') })
const questionSeed = fc.record({
  type: fc.constantFrom('scale', 'scale', 'single', 'multi', 'longtext', 'number', 'date', 'file', 'table-of-scales', 'info'),
  oneSide: fc.constantFrom(undefined, undefined, undefined, 'kpu', 'partner'),
  weight: fc.option(hundredths(1, 500), { nil: undefined }),
  scores: fc.array(fc.option(hundredths(0, 10_000)), { minLength: 2, maxLength: 4 }),
  required: fc.boolean(),
  evidence: fc.boolean(),
  showIf: fc.option(conditionSeed, { nil: undefined }),
})
const sectionSeed = fc.record({
  repeat: fc.boolean(),
  weight: hundredths(1, 10_000),
  showIf: fc.option(conditionSeed, { nil: undefined }),
  questions: fc.array(questionSeed, { minLength: 1, maxLength: 4 }),
})
type Seed<T> = T extends fc.Arbitrary<infer S> ? S : never

const text = (name: string) => ({ id: name, en: name })

function instrumentFrom(seeds: Seed<typeof sectionSeed>[], conditions: boolean): Instrument {
  const before: { question: Question; repeat: boolean }[] = []
  const sections = seeds.map((seed, at): Section => {
    const sectionCondition =
      conditions && seed.showIf
        ? conditionOn(
            before.filter(({ repeat }) => !repeat),
            seed.showIf,
          )
        : undefined
    const questions = seed.questions.map(questionSeed => {
      const earlier = before.filter(({ repeat }) => !repeat || seed.repeat)
      const question = questionFrom(
        questionSeed,
        `q${before.length}`,
        conditions && questionSeed.showIf ? conditionOn(earlier, questionSeed.showIf) : undefined,
      )
      before.push({ question, repeat: seed.repeat })
      return question
    })
    const scored = questions.some(question => 'options' in question && question.options.some(({ score }) => typeof score === 'number'))
    return {
      key: `s${at}`,
      label: text(`Section ${at}`),
      ...(scored && { weight: seed.weight, criterion: at % 2 ? ('impact' as const) : ('relevance' as const) }),
      ...(seed.repeat && { repeat: 'obligation' as const }),
      ...(sectionCondition && { showIf: sectionCondition }),
      questions,
    }
  })
  sections.push({ key: 'last', label: text('Last'), questions: [{ key: 'last', type: 'text', role: 'suggestion', label: text('Last') }] })
  return { key: 'generated', version: 1, title: text('Generated'), sides: ['kpu', 'partner'], sections }
}

function questionFrom(seed: Seed<typeof questionSeed>, key: string, showIf: Condition | undefined): Question {
  const common = { key, label: text(key), ...(seed.oneSide && { sides: [seed.oneSide as 'kpu' | 'partner'] }), ...(showIf && { showIf }) }
  const required = { required: seed.required }
  const scores = seed.scores.every(score => score === null) ? [40, ...seed.scores] : seed.scores
  const options = scores.map((score, at) => ({ v: `o${at}`, label: text(`option ${at}`), score }))
  const scored = { options, ...(seed.weight !== undefined && { weight: seed.weight }) }
  if (seed.type === 'scale' || seed.type === 'single')
    return {
      ...common,
      ...required,
      ...scored,
      type: seed.type,
      ...(seed.evidence && { evidence: { label: text('evidence'), showIf: { q: key, op: 'ne' as const, v: 'o1' } } }),
    }
  if (seed.type === 'table-of-scales') {
    const rows = [
      { key: 'r0', label: text('r0') },
      { key: 'r1', label: text('r1'), weight: 2.5 },
    ]
    return { ...common, ...required, ...scored, type: 'table-of-scales', rows }
  }
  if (seed.type === 'multi') return { ...common, ...required, type: 'multi', options: options.map(({ v, label }) => ({ v, label })) }
  if (seed.type === 'longtext') return { ...common, ...required, type: 'longtext', role: 'obstacle' }
  if (seed.type === 'info') return { ...common, type: 'info' }
  return { ...common, ...required, type: seed.type as 'number' | 'date' | 'file' }
}

/** A condition on an earlier question that both sides are asked, if there is one. */
function conditionOn(earlier: { question: Question }[], seed: Seed<typeof conditionSeed>): Condition | undefined {
  const usable = earlier
    .map(({ question }) => question)
    .filter(({ type, sides }) => !sides && type !== 'info' && type !== 'table-of-scales')
  const question = usable[seed.pick % usable.length]
  if (!question) return undefined
  const one = comparisonOn(question, seed)
  if (seed.join === 'not') return { not: one }
  const other = usable[(seed.pick + 1) % usable.length]!
  if (seed.join === 'all') return { all: [one, comparisonOn(other, { ...seed, op: seed.op + 1 })] }
  return seed.join === 'any' ? { any: [one, { not: comparisonOn(other, seed) }] } : one
}

function comparisonOn(question: Question, { op, value }: { op: number; value: number }): Condition {
  const { key: q } = question
  if (question.type === 'number') return { q, op: (['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const)[op % 6]!, v: value }
  if (question.type === 'date') return { q, op: (['lt', 'le', 'gt', 'ge'] as const)[op % 4]!, v: `2025-0${1 + (value % 9)}-15` }
  if (!('options' in question)) return { q, op: 'answered' }
  const v = question.options[value % question.options.length]!.v
  if (question.type === 'multi') return op % 2 ? { q, op: 'has', v } : { q, op: 'eq', v }
  if (op % 3 === 0) return { q, op: 'in', v: ['o0', v] }
  return { q, op: op % 3 === 1 ? 'eq' : 'ne', v }
}

/** The keys of questions that no condition names. */
export function unnamed(form: Form): Set<string> {
  const all = questionsFor(form)
  const named = new Set(
    all.flatMap(({ showIf, requiredIf }) =>
      [showIf, requiredIf].flatMap(condition => (condition ? comparisonsIn(condition).map(({ q }) => q) : [])),
    ),
  )
  return new Set(all.map(({ key }) => key).filter(key => !named.has(key)))
}
