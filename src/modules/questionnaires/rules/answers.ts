import { isBlank, type Value } from '../../../platform/values/conditions.ts'
import { readNumber } from '../../../platform/values/numbers.ts'
import { day } from '../../../platform/values/shapes.ts'
import type { Answers, Question } from '../schema.ts'
import { type Form, questionsFor, readerOf, requiredLeft, visibleQuestions } from './questions.ts'

/** Why an answer is not accepted. `limit` is the number that was passed over (characters, files, or the number question's own bounds). */
export type AnswerProblem = {
  code:
    | 'required'
    | 'rows_missing'
    | 'wrong_type'
    | 'not_an_option'
    | 'too_long'
    | 'too_many'
    | 'too_small'
    | 'too_large'
    | 'not_whole'
    | 'not_a_number'
    | 'unclear_number'
    | 'not_a_day'
  limit?: number
}

/**
 * `answers`: what may be stored: the accepted values alone, tidied. `problems`: by answer key. `unasked`: keys whose value was left out of
 * a final response, since the other answers hide the question (tell the person; a draft keeps it). `unknown`: keys that are no question.
 */
export type CheckedAnswers = { answers: Answers; problems: Record<string, AnswerProblem>; unasked: string[]; unknown: string[] }

export const limits = { text: 500, longtext: 10_000, files: 10 } as const

/** Checks answers of any origin. A draft may have gaps, a final response may not; a value of the wrong kind is a problem in both. */
export function checkAnswers(form: Form, given: Readonly<Record<string, unknown>>, { final }: { final: boolean }): CheckedAnswers {
  const all = questionsFor(form)
  const known = new Set(all.map(({ key }) => key))
  const answers: Answers = {}
  const problems: CheckedAnswers['problems'] = {}
  for (const { key, question } of all) {
    const value = Object.hasOwn(given, key) ? tidied(given[key]) : undefined
    if (isBlank(value)) continue
    const checked = check(question, value)
    if ('problem' in checked) problems[key] = checked.problem
    else answers[key] = checked.value
  }
  const unknown = Object.keys(given).filter(key => !known.has(key))
  return final ? { ...settled(form, answers, problems), unknown } : { answers, problems, unasked: [], unknown }
}

/** The final response: shown questions only, and nothing required missing. */
function settled(form: Form, answers: Answers, faulty: CheckedAnswers['problems']): Omit<CheckedAnswers, 'unknown'> {
  const visible = visibleQuestions(form, answers)
  const left = new Set(requiredLeft(form, answers))
  const read = readerOf(answers)
  const problems: CheckedAnswers['problems'] = {}
  for (const { key } of visible) {
    if (faulty[key]) problems[key] = faulty[key]
    else if (left.has(key)) problems[key] = { code: isBlank(read(key)) ? 'required' : 'rows_missing' }
  }
  const shown = new Set(visible.map(({ key }) => key))
  const entries = Object.entries(answers)
  return {
    answers: Object.fromEntries(entries.filter(([key]) => shown.has(key))),
    problems,
    unasked: entries.map(([key]) => key).filter(key => !shown.has(key)),
  }
}

type Checked = { value: Value } | { problem: AnswerProblem }
const refused = (code: AnswerProblem['code'], limit?: number): Checked => ({ problem: { code, ...(limit !== undefined && { limit }) } })

function check(question: Question, value: unknown): Checked {
  switch (question.type) {
    case 'info':
      return refused('wrong_type')
    case 'scale':
    case 'single':
      if (typeof value !== 'string') return refused('wrong_type')
      return question.options.some(({ v }) => v === value) ? { value } : refused('not_an_option')
    case 'multi':
      return checkChoices(
        question.options.map(({ v }) => v),
        value,
      )
    case 'text':
    case 'longtext': {
      const limit = question.maxLength ?? limits[question.type]
      if (typeof value !== 'string') return refused('wrong_type')
      return value.length > limit ? refused('too_long', limit) : { value }
    }
    case 'number':
      return checkNumber(question, value)
    case 'date':
      return checkDay(value)
    case 'file':
      if (!isTexts(value) || value.some(id => !/^[\w-]{1,64}$/.test(id))) return refused('wrong_type')
      return value.length > limits.files ? refused('too_many', limits.files) : { value: [...new Set(value)] }
    case 'table-of-scales':
      return checkTable(question, value)
  }
}

/** Several choices are stored once each, in the instrument's order. */
function checkChoices(options: readonly string[], value: unknown): Checked {
  if (!isTexts(value)) return refused('wrong_type')
  return value.every(one => options.includes(one)) ? { value: options.filter(v => value.includes(v)) } : refused('not_an_option')
}

/** A program may send a number as such, or typed as people do. */
function checkNumber({ min, max, whole }: Extract<Question, { type: 'number' }>, given: unknown): Checked {
  const value = typeof given === 'string' ? readNumber(given) : given
  if (value === 'unclear') return refused('unclear_number')
  if (typeof value !== 'number' || !Number.isFinite(value)) return refused('not_a_number')
  if (whole && !Number.isInteger(value)) return refused('not_whole')
  if (min !== undefined && value < min) return refused('too_small', min)
  return max !== undefined && value > max ? refused('too_large', max) : { value }
}

function checkDay(given: unknown): Checked {
  const { success, data } = day.safeParse(given)
  return success ? { value: data } : refused('not_a_day')
}

function checkTable({ rows, options }: Extract<Question, { type: 'table-of-scales' }>, value: unknown): Checked {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('wrong_type')
  const given = new Map<string, unknown>(Object.entries(value))
  if ([...given.keys()].some(row => !rows.some(({ key }) => key === row))) return refused('not_an_option')
  if ([...given.values()].some(chosen => !options.some(({ v }) => v === chosen))) return refused('not_an_option')
  return { value: Object.fromEntries(rows.flatMap(({ key }) => (given.has(key) ? [[key, given.get(key) as string]] : []))) }
}

const tidied = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value)
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(one => typeof one === 'string')
