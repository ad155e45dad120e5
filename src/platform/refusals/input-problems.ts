import type { z } from 'zod'
import { formatNumber } from '../i18n/format.ts'
import { inWords, type Locale, type Localized } from '../i18n/words.ts'
import { inputWords } from './input-words.ts'
import type { FieldErrors } from './refusal.ts'

type Issue = z.core.$ZodIssue
type Words = (typeof inputWords)['id']

/** Nobody mends more at a time, and what was sent comes back no longer than this. */
const [mostIssues, longest] = [100, 300]

/**
 * Zod's first hundred issues as messages in both languages, by the path of the field. Not a word of them is Zod's own. `raw` tells a
 * missing value from a wrong one; of a union the way that was nearest to what was sent is explained.
 */
export function problemsIn(error: z.ZodError, raw: unknown): FieldErrors {
  const fields: FieldErrors = {}
  const issues = error.issues.slice(0, mostIssues).flatMap(each => explained(each, raw))
  for (const issue of issues.slice(0, mostIssues)) {
    const path = issue.path.join('.').slice(0, longest)
    const message = messageOf(issue, valueAt(raw, issue.path))
    const before = fields[path] ?? []
    if (!before.some(({ id }) => id === message.id)) fields[path] = [...before, message]
  }
  return fields
}

/** What a union, a record or a map found inside, with the whole path. */
function explained(issue: Issue, raw: unknown): Issue[] {
  const within = (inner: readonly Issue[]) => inner.flatMap(each => explained({ ...each, path: [...issue.path, ...each.path] }, raw))
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return within(issue.issues)
  if (issue.code !== 'invalid_union' || isMissing(valueAt(raw, issue.path))) return [issue]
  const ways = issue.errors.filter(way => !way.every(isForNothing)).sort((a, b) => a.length - b.length)
  return ways[0] ? within(ways[0]) : [issue]
}

/** Of the way that takes an absent value. */
const isForNothing = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type'
    ? issue.expected === 'null' || issue.expected === 'undefined'
    : issue.code === 'invalid_value' && issue.values.every(value => value === '' || value === null))

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

function messageOf(issue: Issue, value: unknown): Localized {
  const own = issue.code === 'custom' && (issue.params as { message?: Localized } | undefined)?.message
  if (own) return own
  const say = isMissing(value) && issue.code !== 'custom' ? ({ required }: Words) => required : sentence(issue)
  return inWords(inputWords, say)
}

type Sentence = (w: Words, locale: Locale) => string

function sentence(issue: Issue): Sentence {
  switch (issue.code) {
    case 'too_small':
      return atLeast(issue)
    case 'too_big':
      return atMost(issue)
    case 'not_multiple_of':
      return (w, locale) => w.number.steps({ of: count(locale, issue.divisor) })
    case 'invalid_type':
      return w => w.type[types[issue.expected] ?? 'structure']
    case 'invalid_format':
      return w => w.format[formats[issue.format] ?? 'other']
    case 'invalid_value':
      return w => w.choice
    case 'unrecognized_keys':
      return w => w.unknown({ names: issue.keys.join(', ').slice(0, longest) })
    case 'invalid_union':
      return w => w.type.structure
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return w => w.other
  }
}

const types: Partial<Record<string, keyof Words['type']>> = {
  number: 'number',
  int: 'int',
  boolean: 'boolean',
  string: 'string',
  array: 'list',
}
const formats: Partial<Record<string, keyof Words['format']>> = {
  date: 'date',
  datetime: 'datetime',
  email: 'email',
  url: 'url',
  uuid: 'reference',
}

function atLeast({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): Sentence {
  if (origin === 'string' && Number(minimum) <= 1) return w => w.required
  if (origin === 'string') return (w, locale) => w.characters.least({ count: count(locale, minimum) })
  if (isCounted(origin)) return (w, locale) => w.items.least({ count: count(locale, minimum) })
  return (w, locale) => w.number[inclusive === false ? 'above' : 'least']({ bound: count(locale, minimum) })
}

function atMost({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): Sentence {
  if (origin === 'string') return (w, locale) => w.characters.most({ count: count(locale, maximum) })
  if (isCounted(origin)) return (w, locale) => w.items.most({ count: count(locale, maximum) })
  return (w, locale) => w.number[inclusive === false ? 'below' : 'most']({ bound: count(locale, maximum) })
}

const isCounted = (origin: string): boolean => origin === 'array' || origin === 'set' || origin === 'map'
const count = (locale: Locale, value: number | bigint): string => formatNumber(locale, Number(value), 6)

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    raw,
  )
}
