import { expect, test } from 'vitest'
import { cooperationInstrument } from '../instrument/cooperation.ts'
import type { Instrument, Question, Section } from '../schema.ts'
import { checkInstrument, readInstrument } from './instrument.ts'

const say = (text: string) => ({ id: text, en: text })
const options = [
  { v: 'x', label: say('x'), score: 100 },
  { v: 'y', label: say('y'), score: null },
]
const scale = (key: string, more: object = {}) => ({ key, type: 'scale', label: say(key), options, ...more }) as Question
const note = (key: string, more: object = {}) => ({ key, type: 'longtext', label: say(key), ...more }) as Question
const section = (key: string, questions: Question[], more: Partial<Section> = { weight: 1 }): Section => ({
  key,
  label: say(key),
  questions,
  ...more,
})
const instrumentOf = (...sections: Section[]): Instrument => ({
  key: 'x',
  version: 1,
  title: say('x'),
  sides: ['kpu', 'partner'],
  sections,
})
const wrong = (...sections: Section[]) => checkInstrument(instrumentOf(...sections)).map(({ path, message }) => `${path}: ${message.en}`)

test('the built-in instrument may be published', () => {
  expect(readInstrument(structuredClone(cooperationInstrument))).toEqual({ instrument: cooperationInstrument })
})

test('keys are unique: sections, questions over all sections, choices and rows', () => {
  expect(wrong(section('s', [scale('a')]), section('s', [scale('a')]))).toEqual([
    ': The key “s” is used more than once.',
    ': The key “a” is used more than once.',
  ])
  expect(wrong(section('s', [scale('a', { options: [options[0]!, options[0]!] })]))).toEqual(['s.a: The key “x” is used more than once.'])
  const rows = [
    { key: 'r', label: say('r') },
    { key: 'r', label: say('r') },
  ]
  expect(wrong(section('s', [{ key: 'a', type: 'table-of-scales', label: say('a'), options, rows }]))).toEqual([
    's.a: The key “r” is used more than once.',
  ])
})

test('conditions name earlier questions that are asked of the same side and can be compared so', () => {
  const showIf = (q: string, v = 'x') => ({ showIf: { q, op: 'eq', v } })
  expect(wrong(section('s', [scale('a', showIf('b'))]))).toEqual(['s.a: The condition names a question that does not exist: “b”.'])
  expect(wrong(section('s', [scale('a', showIf('b')), scale('b')]))).toEqual([
    's.a: The condition names the question “b”, which comes later.',
  ])
  expect(wrong(section('s', [scale('a', showIf('a'))]))).toEqual(['s.a: The condition names the question “a”, which comes later.'])
  expect(wrong(section('s', [scale('a', { sides: ['kpu'] }), scale('b', showIf('a'))]))).toEqual([
    's.b: The condition names the question “a”, which the side “partner” is not asked.',
  ])
  expect(wrong(section('s', [scale('a'), scale('b', showIf('a', 'z'))]))).toEqual(['s.b: The question “a” has no choice “z”.'])
  expect(wrong(section('s', [scale('a'), scale('b', { showIf: { q: 'a', op: 'has', v: 'x' } })]))).toEqual([
    's.b: The answer to “a” cannot be compared with “has”.',
  ])
  expect(wrong(section('s', [scale('a')], { weight: 1, repeat: 'obligation' }), section('t', [scale('b', showIf('a'))]))).toEqual([
    't.b: The condition names the question “a”, which is asked for each obligation.',
  ])
  expect(wrong(section('s', [scale('a')], { weight: 1, showIf: { q: 'a', op: 'answered' } }))).toEqual([
    's: The condition names the question “a”, which comes later.',
  ])
  expect(wrong(section('s', [scale('a', { evidence: { label: say('e'), requiredIf: { q: 'a', op: 'eq', v: 'x' } } })]))).toEqual([])
})

test('weights belong to what is scored', () => {
  expect(wrong(section('s', [scale('a')], {}))).toEqual(['s: A section with scored questions needs a weight.'])
  expect(wrong(section('s', [note('a')]))).toEqual(['s: This section has a weight but no scored questions.'])
  expect(wrong(section('s', [scale('a'), scale('b', { options: options.map(option => ({ ...option, score: null })) })]))).toEqual([
    's.b: This scale has no scores.',
  ])
  expect(wrong(section('s', [scale('a'), { key: 'b', type: 'multi', label: say('b'), options }]))).toEqual([
    's.b: A question with several choices cannot be scored.',
  ])
})

test('figures of the whole response are asked once, outside repeated sections, with fitting values', () => {
  const levels = ['1', '2', '3', '4'].map(v => ({ v, label: say(v), score: null }))
  const maturity = (key: string, more: object = {}) => scale(key, { role: 'maturity', options: levels, ...more })
  expect(wrong(section('s', [maturity('a', { sides: ['kpu'] }), maturity('b', { sides: ['partner'] })], {}))).toEqual([])
  expect(wrong(section('s', [maturity('a'), maturity('b', { sides: ['partner'] })], {}))).toEqual([
    ': The role “maturity” is asked more than once of the side “partner”.',
  ])
  expect(wrong(section('s', [maturity('a')], { repeat: 'obligation' }))).toEqual([
    's.a: The role “maturity” cannot be in a repeated section.',
  ])
  expect(wrong(section('s', [maturity('a', { options })]))).toEqual(['s.a: The value “x” does not fit the role “maturity”.'])
})

test('a text is classified by a choice question asked together with it', () => {
  const text = note('b', { categoryFrom: 'a' })
  expect(wrong(section('s', [scale('a'), text]))).toEqual([])
  expect(wrong(section('s', [scale('a', { sides: ['kpu'] }), text]))).toEqual([
    's.b: The category “a” is not a choice question asked together with it.',
  ])
  expect(wrong(section('s', [note('a'), text], {}))).toEqual(['s.b: The category “a” is not a choice question asked together with it.'])
})

test('at most 250 questions, and each side is asked something', () => {
  const many = Array.from({ length: 251 }, (_, at) => scale(`q${at}`, { sides: ['kpu'] }))
  expect(wrong(section('s', many))).toEqual([': At most 250 questions; there are 251.', ': There is no question for the side “partner”.'])
})

test('JSON of another shape is refused with its place, in both languages', () => {
  const broken = {
    ...cooperationInstrument,
    version: 0,
    sections: [section('s', [scale('a', { key: '1 x' }), scale('b', { weight: -1 }), scale('constructor')])],
  }
  const refused = readInstrument(broken)
  const problems = 'problems' in refused ? refused.problems : []
  expect(problems.map(({ path }) => path)).toEqual([
    'version',
    'sections.0.questions.0.key',
    'sections.0.questions.1.weight',
    'sections.0.questions.2.key',
  ])
  expect(problems.map(({ message }) => message.id === message.en)).toEqual([false, false, false, false])
  expect(readInstrument(null)).toHaveProperty('problems')
})

test('a condition nested without end is refused, not followed', () => {
  const endless = Array.from({ length: 100_000 }).reduce<unknown>(inner => ({ not: inner }), { q: 'a', op: 'answered' })
  expect(readInstrument(instrumentOf(section('s', [scale('a', { showIf: endless as never })])))).toHaveProperty('problems')
})
