import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledForm } from '../../../../test/generated-forms.ts'
import { cooperationInstrument } from '../instrument/cooperation.ts'
import type { Answers, AskedObligation, Instrument, Question } from '../schema.ts'
import { checkAnswers } from './answers.ts'
import { formValues, parseForm, withFiles } from './form.ts'
import { type Form, questionsFor } from './questions.ts'

const obligation = (id: string): AskedObligation => ({ id, article: null, text: `Kewajiban ${id}`, bearer: null, dueOn: null })
const formOf = (...questions: Question[]): Form => ({
  instrument: {
    key: 'x',
    version: 1,
    title: say('x'),
    sides: ['kpu', 'partner'],
    sections: [{ key: 's', label: say('s'), questions }],
  } satisfies Instrument,
  side: 'kpu',
  obligations: [],
})
const say = (text: string) => ({ id: text, en: text })

test('what a form sends back is what it was given', () => {
  fc.assert(
    fc.property(filledForm(), ({ form, answers }) => {
      expect(parseForm(form, formValues(form, answers))).toEqual({ answers, uploads: [] })
      expect(checkAnswers(form, answers, { final: false })).toEqual({ answers, problems: {}, unasked: [], unknown: [] })
    }),
  )
})

test('whatever is sent, only known questions come out, and a second check changes nothing', () => {
  const anyAnswers = fc.tuple(
    filledForm(),
    fc.array(fc.anything(), { minLength: 1 }),
    fc.dictionary(fc.string(), fc.anything()),
    fc.boolean(),
  )
  fc.assert(
    fc.property(anyAnswers, ([{ form }, values, other, final]) => {
      const keys = questionsFor(form).map(({ key }) => key)
      const given = { ...other, ...Object.fromEntries(keys.map((key, at) => [key, values[at % values.length]])) }
      const once = checkAnswers(form, given, { final })
      expect(Object.keys(once.answers).filter(key => !keys.includes(key))).toEqual([])
      expect(Object.keys(once.problems).filter(key => !keys.includes(key))).toEqual([])
      expect(once.unknown).toEqual(Object.keys(other).filter(key => !keys.includes(key)))
      expect(checkAnswers(form, once.answers, { final }).answers).toEqual(once.answers)
    }),
  )
})

test('a draft may have gaps, a final response may not', () => {
  const form = formOf(
    { key: 'a', type: 'text', label: say('a'), required: true },
    { key: 'b', type: 'text', label: say('b'), requiredIf: { q: 'a', op: 'eq', v: 'ya' } },
  )
  expect(checkAnswers(form, {}, { final: false }).problems).toEqual({})
  expect(checkAnswers(form, {}, { final: true }).problems).toEqual({ a: { code: 'required' } })
  expect(checkAnswers(form, { a: 'ya' }, { final: true }).problems).toEqual({ b: { code: 'required' } })
  expect(checkAnswers(form, { a: 'tidak', b: '  ' }, { final: true })).toEqual({
    answers: { a: 'tidak' },
    problems: {},
    unasked: [],
    unknown: [],
  })
})

test('a final response leaves out what its other answers hide, and says so', () => {
  const form = formOf(
    { key: 'a', type: 'text', label: say('a') },
    { key: 'b', type: 'text', label: say('b'), required: true, showIf: { q: 'a', op: 'eq', v: 'ya' } },
  )
  expect(checkAnswers(form, { a: 'tidak', b: 'isi' }, { final: true })).toEqual({
    answers: { a: 'tidak' },
    problems: {},
    unasked: ['b'],
    unknown: [],
  })
  expect(checkAnswers(form, { a: 'tidak', b: 'isi' }, { final: false }).answers).toEqual({ a: 'tidak', b: 'isi' })
})

test('each kind of wrong value has its own problem', () => {
  const options = [
    { v: 'x', label: say('x'), score: 100 },
    { v: 'y', label: say('y'), score: 0 },
  ]
  const rows = [
    { key: 'r1', label: say('r1') },
    { key: 'r2', label: say('r2') },
  ]
  const questions = {
    scale: { key: 'q', type: 'scale', label: say('q'), options },
    multi: { key: 'q', type: 'multi', label: say('q'), options: options.map(({ v, label }) => ({ v, label })) },
    short: { key: 'q', type: 'text', label: say('q'), maxLength: 3 },
    number: { key: 'q', type: 'number', label: say('q'), min: 1, max: 9, whole: true },
    date: { key: 'q', type: 'date', label: say('q') },
    file: { key: 'q', type: 'file', label: say('q') },
    table: { key: 'q', type: 'table-of-scales', label: say('q'), options, rows, required: true },
    info: { key: 'q', type: 'info', label: say('q') },
  } satisfies Record<string, Question>
  const codeOf = (kind: keyof typeof questions, value: unknown) =>
    checkAnswers(formOf(questions[kind]), { q: value }, { final: true }).problems.q
  expect(codeOf('scale', 'z')).toEqual({ code: 'not_an_option' })
  expect(codeOf('scale', ['x'])).toEqual({ code: 'wrong_type' })
  expect(codeOf('multi', ['x', 'z'])).toEqual({ code: 'not_an_option' })
  expect(codeOf('multi', 'x')).toEqual({ code: 'wrong_type' })
  expect(codeOf('short', 'lama')).toEqual({ code: 'too_long', limit: 3 })
  expect(codeOf('number', 'tiga')).toEqual({ code: 'not_a_number' })
  expect(codeOf('number', '1.000')).toEqual({ code: 'too_large', limit: 9 })
  for (const typed of ['1,000', '1.5', '1.0']) expect(codeOf('number', typed)).toEqual({ code: 'unclear_number' })
  for (const typed of ['3', ' ٣ ', '３', '3,0']) expect(codeOf('number', typed)).toBeUndefined()
  expect(codeOf('number', '1,5')).toEqual({ code: 'not_whole' })
  expect(codeOf('number', 1.5)).toEqual({ code: 'not_whole' })
  expect(codeOf('number', 0)).toEqual({ code: 'too_small', limit: 1 })
  expect(codeOf('number', 10)).toEqual({ code: 'too_large', limit: 9 })
  expect(codeOf('date', '0202-03-01')).toEqual({ code: 'not_a_day' })
  expect(codeOf('date', '2023-02-29')).toEqual({ code: 'not_a_day' })
  expect(codeOf('file', ['../etc'])).toEqual({ code: 'wrong_type' })
  expect(
    codeOf(
      'file',
      Array.from({ length: 11 }, (_, at) => `f${at}`),
    ),
  ).toEqual({ code: 'too_many', limit: 10 })
  expect(codeOf('table', { r1: 'x' })).toEqual({ code: 'rows_missing' })
  expect(codeOf('table', { r1: 'x', r3: 'x' })).toEqual({ code: 'not_an_option' })
  expect(codeOf('table', { r1: 'x', r2: 'y' })).toBeUndefined()
  expect(codeOf('info', 'x')).toEqual({ code: 'wrong_type' })
  expect(checkAnswers(formOf(questions.multi), { q: ['y', 'x', 'y'] }, { final: true }).answers).toEqual({ q: ['x', 'y'] })
})

test('a form with tables, choices, files and other fields becomes answers and uploads', () => {
  const form: Form = { instrument: cooperationInstrument, side: 'partner', obligations: [obligation('ob1'), obligation('ob2')] }
  const file = { name: 'laporan.pdf', size: 12 }
  const entries: [string, string | typeof file][] = [
    ['_revision', '7'],
    ['obligation@ob1', 'part'],
    ['obligation_obstacle@ob1', ' Anggaran\r\nterlambat '],
    ['obligation@ob9', 'full'],
    ['activities', '3'],
    ['obstacle_categories', 'data'],
    ['obstacle_categories', 'budget'],
    ['satisfaction[useful]', 'agree'],
    ['satisfaction[needed]', 'strongly'],
    ['evidence', 'f1'],
    ['evidence', file],
    ['obligation.evidence@ob1', file],
    ['obligation.evidence@ob2', { name: '', size: 0 }],
  ]
  const { answers, uploads } = parseForm(form, entries)
  expect(answers).toEqual({
    'obligation@ob1': 'part',
    'obligation_obstacle@ob1': 'Anggaran\nterlambat',
    activities: 3,
    obstacle_categories: ['data', 'budget'],
    satisfaction: { useful: 'agree', needed: 'strongly' },
    evidence: ['f1'],
  } satisfies Answers)
  expect(uploads).toEqual([
    { key: 'obligation.evidence@ob1', file },
    { key: 'evidence', file },
  ])
  expect(withFiles(answers, 'evidence', ['f2', 'f1']).evidence).toEqual(['f1', 'f2'])
  expect(withFiles(answers, 'obligation.evidence@ob1', ['f3'])['obligation.evidence@ob1']).toEqual(['f3'])
})
