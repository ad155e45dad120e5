import { problemsIn } from '../../../platform/refusals/input-problems.ts'
import { Instrument, type Instrument as InstrumentShape, mostQuestions, type Question, type Section } from '../schema.ts'
import { problems as say } from '../words/problems.ts'
import type { InstrumentProblem } from './problems.ts'
import { conditionProblems, type Place } from './references.ts'
import { isScored } from './score.ts'

/** An instrument from JSON of any origin, or all that is wrong with it. */
export function readInstrument(raw: unknown): { instrument: InstrumentShape } | { problems: InstrumentProblem[] } {
  const parsed = Instrument.safeParse(raw)
  if (!parsed.success) return { problems: shapeProblems(raw) }
  const problems = checkInstrument(parsed.data)
  return problems.length ? { problems } : { instrument: parsed.data }
}

/**
 * What the shape alone cannot say: keys, references, weights, scores and roles fit together. Empty when the instrument may be published.
 */
export function checkInstrument(instrument: InstrumentShape): InstrumentProblem[] {
  const places = placesIn(instrument)
  return [
    ...wholeProblems(instrument, places),
    ...instrument.sections.flatMap(section => sectionProblems(section)),
    ...places.flatMap(place => questionProblems(place, instrument)),
    ...conditionProblems(instrument, places),
    ...roleProblems(instrument, places),
  ]
}

const placesIn = (instrument: InstrumentShape): Place[] =>
  instrument.sections.flatMap(section => section.questions.map(question => ({ section, question })))

function shapeProblems(raw: unknown): InstrumentProblem[] {
  const { error } = Instrument.safeParse(raw)
  if (!error) return []
  return Object.entries(problemsIn(error, raw)).flatMap(([path, message]) => message.map(message => ({ path, message })))
}

function wholeProblems({ sections, sides }: InstrumentShape, places: Place[]): InstrumentProblem[] {
  const problems = [
    ...repeatedKeys('', sections),
    ...repeatedKeys(
      '',
      places.map(({ question }) => question),
    ),
  ]
  if (places.length > mostQuestions) problems.push({ path: '', message: say.tooManyQuestions({ most: mostQuestions, n: places.length }) })
  for (const side of sides)
    if (!places.some(({ question }) => question.type !== 'info' && (question.sides?.includes(side) ?? true)))
      problems.push({ path: '', message: say.noQuestionForSide({ side }) })
  return problems
}

function sectionProblems(section: Section): InstrumentProblem[] {
  if (isScored(section) && section.weight === undefined) return [{ path: section.key, message: say.sectionWithoutWeight }]
  if (!isScored(section) && section.weight !== undefined) return [{ path: section.key, message: say.weightWithoutScores }]
  return []
}

function questionProblems({ section, question }: Place, instrument: InstrumentShape): InstrumentProblem[] {
  const path = `${section.key}.${question.key}`
  const problems: InstrumentProblem[] = []
  const strange = question.sides?.find(side => !instrument.sides.includes(side))
  if (strange) problems.push({ path, message: say.unknownSide({ side: strange }) })
  if ('options' in question) problems.push(...optionProblems(path, question))
  if (question.type === 'table-of-scales') problems.push(...repeatedKeys(path, question.rows))
  if (question.type === 'number' && question.min !== undefined && question.max !== undefined && question.min > question.max)
    problems.push({ path, message: say.boundsCross })
  return problems
}

function optionProblems(path: string, question: Extract<Question, { options: unknown }>): InstrumentProblem[] {
  const problems = repeatedKeys(
    path,
    question.options.map(({ v }) => ({ key: v })),
  )
  const scored = question.options.some(({ score }) => typeof score === 'number')
  if (question.type === 'multi') {
    if (scored) problems.push({ path, message: say.multiScored })
    return problems
  }
  const hasRole = 'role' in question && question.role !== undefined
  if (!scored && !hasRole && question.type !== 'single') problems.push({ path, message: say.scaleWithoutScores })
  if (!scored && question.weight !== undefined) problems.push({ path, message: say.questionWeightWithoutScores })
  return problems
}

/** Maturity, rating and recommendation are figures of the whole response: one question each for a side, outside repeated sections. */
function roleProblems({ sides }: InstrumentShape, places: Place[]): InstrumentProblem[] {
  return (['maturity', 'rating', 'recommendation'] as const).flatMap(role => {
    const own = places.filter(({ question }) => 'role' in question && question.role === role)
    const problems = own.flatMap(({ section, question }) => {
      const path = `${section.key}.${question.key}`
      const values = 'options' in question ? question.options.map(({ v }) => v) : []
      const repeat = section.repeat ? [{ path, message: say.roleRepeated({ role }) }] : []
      const wanted = role === 'maturity' ? /^[1-4]$/ : role === 'rating' ? /^\d{1,2}$/ : /./
      const odd = values.find(v => !wanted.test(v))
      return odd === undefined ? repeat : [...repeat, { path, message: say.roleValue({ value: odd, role }) }]
    })
    const twice = sides.filter(side => own.filter(({ question }) => question.sides?.includes(side) ?? true).length > 1)
    return [...problems, ...twice.map(side => ({ path: '', message: say.roleTwice({ role, side }) }))]
  })
}

function repeatedKeys(path: string, items: readonly { key: string }[]): InstrumentProblem[] {
  const twice = [...Map.groupBy(items, ({ key }) => key)].filter(([, same]) => same.length > 1)
  return twice.map(([key]) => ({ path, message: say.keyTwice({ key }) }))
}
