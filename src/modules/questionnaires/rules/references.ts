import { type Comparison, type Condition, comparisonsIn } from '../../../platform/values/conditions.ts'
import type { Instrument, Question, Section, Side } from '../schema.ts'
import { problems as say } from '../words/problems.ts'
import type { InstrumentProblem } from './problems.ts'

/** A question where it stands. */
export type Place = { section: Section; question: Question }

/** A condition where it stands: the questions that it may name are those before `before`, asked of all `sides`. */
type Use = { path: string; condition: Condition; before: number; repeated: boolean; sides: readonly Side[] }

/** Conditions and categories name questions that exist, come earlier, are asked of the same side and can be compared so. */
export function conditionProblems(instrument: Instrument, places: readonly Place[]): InstrumentProblem[] {
  const conditions = usesIn(instrument, places).flatMap(use =>
    comparisonsIn(use.condition).flatMap(comparison => comparisonProblem(comparison, use, places)),
  )
  return [...conditions, ...places.flatMap(place => categoryProblem(place, instrument, places))]
}

function usesIn(instrument: Instrument, places: readonly Place[]): Use[] {
  const ofSections = instrument.sections.map(section => {
    const before = places.findIndex(place => place.section === section)
    return {
      path: section.key,
      condition: section.showIf,
      before,
      repeated: section.repeat !== undefined,
      sides: sidesOfSection(section, instrument),
    }
  })
  const ofQuestions = places.flatMap(({ section, question }, before) => {
    const common = {
      path: `${section.key}.${question.key}`,
      repeated: section.repeat !== undefined,
      sides: question.sides ?? instrument.sides,
    }
    const own = [question.showIf, 'requiredIf' in question ? question.requiredIf : undefined].map(condition => ({
      ...common,
      condition,
      before,
    }))
    const evidence = 'evidence' in question ? question.evidence : undefined
    return [...own, ...[evidence?.showIf, evidence?.requiredIf].map(condition => ({ ...common, condition, before: before + 1 }))]
  })
  return [...ofSections, ...ofQuestions].flatMap(({ condition, ...use }) => (condition ? [{ ...use, condition }] : []))
}

const sidesOfSection = (section: Section, { sides }: Instrument): Side[] =>
  sides.filter(side => section.questions.some(question => question.sides?.includes(side) ?? true))

function comparisonProblem(comparison: Comparison, { path, before, repeated, sides }: Use, places: readonly Place[]): InstrumentProblem[] {
  const { q } = comparison
  const at = places.findIndex(({ question }) => question.key === q)
  const place = places[at]
  if (!place) return [{ path, message: say.conditionUnknown({ question: q }) }]
  if (at >= before) return [{ path, message: say.conditionLater({ question: q }) }]
  if (place.section.repeat && !repeated) return [{ path, message: say.conditionRepeated({ question: q }) }]
  const deaf = sides.find(side => !(place.question.sides?.includes(side) ?? true))
  if (deaf) return [{ path, message: say.conditionOtherSide({ question: q, side: deaf }) }]
  if (!mayCompare(place.question, comparison.op))
    return [{ path, message: say.comparisonImpossible({ question: q, comparison: comparison.op }) }]
  const odd = oddValue(place.question, comparison)
  return odd === undefined ? [] : [{ path, message: say.choiceUnknown({ question: q, value: odd }) }]
}

function mayCompare({ type }: Question, op: Comparison['op']): boolean {
  if (type === 'info' || type === 'table-of-scales') return false
  if (op === 'answered') return true
  if (type === 'file') return false
  if (op === 'has') return type === 'multi'
  return op === 'eq' || op === 'ne' || op === 'in' || type === 'number' || type === 'date' || type === 'scale' || type === 'single'
}

/** A value that the question does not offer, so that the comparison could never hold (or never fail). Orders may name any number. */
function oddValue(question: Question, comparison: Comparison): string | undefined {
  if (!('options' in question) || !['eq', 'ne', 'in', 'has'].includes(comparison.op) || !('v' in comparison)) return undefined
  return [comparison.v]
    .flat()
    .map(String)
    .find(wanted => !question.options.some(({ v }) => v === wanted))
}

function categoryProblem({ section, question }: Place, { sides }: Instrument, places: readonly Place[]): InstrumentProblem[] {
  if (!('categoryFrom' in question) || question.categoryFrom === undefined) return []
  const named = places.find(place => place.question.key === question.categoryFrom)
  const askedOf = (side: Side) => named?.question.sides?.includes(side) ?? true
  const fits =
    named &&
    'options' in named.question &&
    named.question.type !== 'table-of-scales' &&
    (!named.section.repeat || section.repeat) &&
    (question.sides ?? sides).every(askedOf)
  if (fits) return []
  return [{ path: `${section.key}.${question.key}`, message: say.categoryUnfit({ question: question.categoryFrom }) }]
}
