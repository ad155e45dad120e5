import { isBlank, type Value, valueFrom } from '../../../platform/values/conditions.ts'
import { typedNumber } from '../../../platform/values/numbers.ts'
import type { Answers, Question } from '../schema.ts'
import { type Form, questionsFor, readerOf } from './questions.ts'

/** A chosen file as a form brings it, whatever holds it. */
type Chosen = { size: number; name: string }

/** The form name of a table's row: `satisfaction[benefit]`. */
export const rowName = (key: string, row: string): string => `${key}[${row}]`

/** The form names of a question: one, or that of each row of a table. */
export const namesOf = (key: string, question: Question): string[] =>
  question.type === 'table-of-scales' ? question.rows.map(row => rowName(key, row.key)) : [key]

/**
 * The answers in the entries of an HTML form, `[name, text or file]`, a name repeated for each choice. Names that are no question
 * (revision, token) are passed over. A file field brings the ids of files that were stored before as texts, and new ones as files:
 * these come back as `uploads`, for the caller to store and add by id (`withFiles`). An empty file field is no upload.
 */
export function parseForm<File extends Chosen>(
  form: Form,
  entries: Iterable<readonly [string, string | File]>,
): { answers: Answers; uploads: { key: string; file: File }[] } {
  const texts = new Map<string, string[]>()
  const files = new Map<string, File[]>()
  for (const [name, value] of entries) {
    if (typeof value === 'string') texts.set(name, [...(texts.get(name) ?? []), value])
    else if (value.size > 0) files.set(name, [...(files.get(name) ?? []), value])
  }
  const answers: Answers = {}
  const uploads: { key: string; file: File }[] = []
  for (const { key, question } of questionsFor(form)) {
    const value = parseAnswer(key, question, texts)
    if (!isBlank(value) && question.type !== 'info') answers[key] = value as Value
    if (question.type === 'file') for (const file of files.get(key) ?? []) uploads.push({ key, file })
  }
  return { answers, uploads }
}

/** The answer to one question in the texts by form name; of a table, the rows that are among them. */
export const parseAnswer = (key: string, question: Question, texts: ReadonlyMap<string, readonly string[]>): Value | undefined =>
  question.type === 'table-of-scales' ? rowsFrom(question, key, texts) : valueFrom(question.type, texts.get(key) ?? [])

/** The entries that a form would send for these answers: `parseForm(form, formValues(form, answers))` gives them back. */
export function formValues(form: Form, answers: Answers): [string, string][] {
  const read = readerOf(answers)
  return questionsFor(form).flatMap(({ key }): [string, string][] => {
    const value = read(key)
    if (value === undefined) return []
    if (Array.isArray(value)) return value.map(one => [key, one])
    if (typeof value === 'object') return Object.entries(value).map(([row, chosen]) => [rowName(key, row), chosen])
    return [[key, typeof value === 'number' ? typedNumber(value) : value]]
  })
}

/** The answers with stored files added to one file question. */
export function withFiles(answers: Answers, key: string, ids: readonly string[]): Answers {
  const before = readerOf(answers)(key)
  return { ...answers, [key]: [...new Set([...(Array.isArray(before) ? before : []), ...ids])] }
}

function rowsFrom(
  { rows }: Extract<Question, { type: 'table-of-scales' }>,
  key: string,
  texts: ReadonlyMap<string, readonly string[]>,
): Record<string, string> {
  const chosen = rows.flatMap(row => {
    const value = valueFrom('single', texts.get(rowName(key, row.key)) ?? [])
    return typeof value === 'string' ? [[row.key, value] as const] : []
  })
  return Object.fromEntries(chosen)
}
