import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { type Locale, textIn } from '../../../platform/i18n/words.ts'
import type { Comparison, Condition, Value } from '../../../platform/values/conditions.ts'
import type { Form } from '../rules/questions.ts'
import type { Question } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import { type Item, outlineOf } from './outline.ts'

/** "B2. Apakah …" */
export const labelOf = ({ code, question }: Item, locale: Locale): string => (code ? `${code}. ` : '') + textIn(question.label, locale)

/**
 * An answer in the words of its question; choices by their labels, days and numbers as people write them. Empty for a file: its name is not
 * in the answer.
 */
export function answerText(question: Question, value: Value, locale: Locale): string {
  if (question.type === 'file') return ''
  if (question.type === 'number')
    return [typeof value === 'number' ? formatNumber(locale, value, 6) : String(value), textIn(question.unit, locale)]
      .filter(Boolean)
      .join(' ')
  if (question.type === 'date')
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(locale, value) : String(value)
  if (!('options' in question)) return String(value)
  const label = (v: string) => textIn(question.options.find(option => option.v === v)?.label, locale) ?? v
  if (Array.isArray(value)) return value.map(label).join('; ')
  if (typeof value !== 'object') return label(String(value))
  if (question.type !== 'table-of-scales') return ''
  const rows = question.rows.filter(row => Object.hasOwn(value, row.key))
  return rows.map(row => `${textIn(row.label, locale)} ${label(value[row.key] as string)}`).join('\n')
}

/** A condition as people say it: "A1 dijawab “Sebagian” atau “Tidak”". `items` are the questions that it may name. */
export function conditionText(condition: Condition, items: ReadonlyMap<string, Item>, locale: Locale): string {
  const w = questionnaireWords[locale]
  if ('all' in condition) return condition.all.map(part => inBrackets(part, items, locale)).join(w.and)
  if ('any' in condition) return condition.any.map(part => inBrackets(part, items, locale)).join(w.or)
  if ('not' in condition) return w.not({ condition: conditionText(condition.not, items, locale) })
  return comparisonText(condition, items.get(condition.q), locale)
}

/** The label of each field by form name, for a summary of what is wrong; in a repeated section with the number of the obligation. */
export function fieldLabels(form: Form, locale: Locale): Record<string, string> {
  const w = questionnaireWords[locale]
  const groups = outlineOf(form).flatMap(({ groups }) => groups)
  return Object.fromEntries(
    groups.flatMap(({ obligation, number, items }) =>
      items.map(item => [item.key, (obligation ? `${w.obligationShort({ number })}, ` : '') + labelOf(item, locale).replace(/[?.]$/, '')]),
    ),
  )
}

function inBrackets(condition: Condition, items: ReadonlyMap<string, Item>, locale: Locale): string {
  const text = conditionText(condition, items, locale)
  return 'all' in condition || 'any' in condition ? `(${text})` : text
}

function comparisonText(comparison: Comparison, item: Item | undefined, locale: Locale): string {
  const w = questionnaireWords[locale]
  const name = item?.code ?? comparison.q
  if (comparison.op === 'answered') return w.compare.answered({ q: name })
  const values = [comparison.v].flat().map(v => valueText(v, item?.question, locale))
  const last = values.length > 1 ? w.or + values.at(-1) : ''
  const said = (values.length > 1 ? values.slice(0, -1) : values).join(', ') + last
  const { op } = comparison
  const isOrder = op === 'lt' || op === 'le' || op === 'gt' || op === 'ge'
  return isOrder && item?.question.type === 'date' ? w.compareDays[op]({ q: name, v: said }) : w.compare[op]({ q: name, v: said })
}

function valueText(v: string | number, question: Question | undefined, locale: Locale): string {
  if (!question || typeof v === 'number') return typeof v === 'number' ? formatNumber(locale, v, 6) : `“${v}”`
  const text = answerText(question, v, locale)
  return question.type === 'date' ? text : `“${text}”`
}
