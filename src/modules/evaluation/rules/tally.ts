import { rounded } from '../../questionnaires/rules/fractions.ts'
import { type Form, readerAmong, visibleQuestions } from '../../questionnaires/rules/questions.ts'
import { pointsOf, type Score } from '../../questionnaires/rules/score.ts'
import type { Answers } from '../../questionnaires/schema.ts'

/**
 * By question key (repeated ones together; a table also row by row, as `table.row`): `n` answers that have points, or a number, their `sum`
 * with two decimals, and how often each choice was `chosen`.
 */
export type Tally = Record<string, { n: number; sum: number; chosen: Record<string, number> }>

/** What a response adds to the counts of many. */
export function tallyOf(form: Form, answers: Answers): Tally {
  const visible = visibleQuestions(form, answers)
  const read = readerAmong(visible, answers)
  const tally: Tally = {}
  const add = (key: string, figure: number | null, choices: readonly string[]) => {
    const entry = tally[key] ?? { n: 0, sum: 0, chosen: {} }
    tally[key] = entry
    if (figure !== null) entry.n++
    entry.sum = Math.round((entry.sum + (figure ?? 0)) * 100) / 100
    for (const v of choices) entry.chosen[v] = (entry.chosen[v] ?? 0) + 1
  }
  for (const { key, question } of visible) {
    const value = read(key)
    if (value === undefined) continue
    if (question.type === 'number' && typeof value === 'number') add(question.key, value, [])
    if (!('options' in question)) continue
    const points = pointsOf(question, value)
    add(question.key, points && rounded(points), typeof value === 'string' ? [value] : Array.isArray(value) ? value : [])
    if (question.type !== 'table-of-scales' || typeof value !== 'object' || Array.isArray(value)) continue
    for (const [row, chosen] of Object.entries(value))
      add(`${question.key}.${row}`, question.options.find(({ v }) => v === chosen)?.score ?? null, [chosen])
  }
  return tally
}

/**
 * As it is stored with the form: flat lists that the database adds up quickly. Sums in hundredths; `section/…` are the scores of sections.
 */
export function columnsOf(
  tally: Tally,
  sections: Score['sections'],
): { item_keys: string[]; item_counts: number[]; item_sums: number[]; choices: string[] } {
  const items = [
    ...Object.entries(tally).flatMap(([key, { n, sum }]) => (n ? [{ key, n, sum }] : [])),
    ...sections.flatMap(({ key, score }) => (score === null ? [] : [{ key: `section/${key}`, n: 1, sum: score }])),
  ]
  return {
    item_keys: items.map(({ key }) => key),
    item_counts: items.map(({ n }) => n),
    item_sums: items.map(({ sum }) => Math.round(sum * 100)),
    choices: Object.entries(tally).flatMap(([key, { chosen }]) =>
      Object.entries(chosen).flatMap(([v, times]) => Array.from({ length: times }, () => `${key}=${v}`)),
    ),
  }
}
