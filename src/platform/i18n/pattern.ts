import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { formatDay, formatNumber } from './format.ts'
import type { Locale } from './words.ts'

/** What goes into a message, by the name of the place. */
export type Given = { readonly [name: string]: unknown }
export type Say = (given: Given) => string

/**
 * A message in ICU MessageFormat as a function. `{name}` as given, `{n, number}` by the language, `{day, date}` and `{day, date, short}` of
 * a `2023-07-20`, `{n, plural, one {# hari} other {# hari}}`, `{place, select, none {} other { ({place})}}`; to `select`, nothing is
 * `none`, a truth `true` or `false`. A text in several languages is given in the one of the message.
 *
 * @throws SyntaxError when the pattern cannot be read
 */
export function compile(pattern: string, locale: Locale): Say {
  return sequence(elementsOf(pattern), locale)
}

/** How each named place of a pattern is used, such as `day date` or `n plural`; the same for a faithful translation. @throws SyntaxError */
export function placesIn(pattern: string): Set<string> {
  const places = new Set<string>()
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== TYPE.literal) places.add(`${element.value} ${uses[element.type] ?? ''}`.trim())
      if ('options' in element) for (const { value } of Object.values(element.options)) visit(value)
    }
  }
  visit(elementsOf(pattern))
  return places
}

const uses: Partial<Record<TYPE, string>> = {
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.select]: 'select',
  [TYPE.plural]: 'plural',
}

/** Markup is text here, times of day come as text, and what a skeleton could say is not offered. */
function elementsOf(pattern: string): MessageFormatElement[] {
  return parse(pattern, { ignoreTag: true, captureLocation: false, shouldParseSkeletons: false })
}

const sequence = (elements: readonly MessageFormatElement[], locale: Locale, counted?: string): Say => {
  const parts = elements.map(element => partOf(element, locale, counted))
  return given => {
    let text = ''
    for (const part of parts) text += part(given)
    return text
  }
}

function partOf(element: MessageFormatElement, locale: Locale, counted?: string): Say {
  switch (element.type) {
    case TYPE.literal:
      return () => element.value
    case TYPE.number:
      return given => formatNumber(locale, Number(given[element.value]), decimals)
    case TYPE.pound:
      return given => formatNumber(locale, Number(given[counted ?? '']), decimals)
    case TYPE.date:
      return given => formatDay(locale, String(given[element.value]), element.style === 'short' ? 'short' : 'long')
    case TYPE.select: {
      const ways = waysOf(element.options, locale, counted)
      return given => (ways.get(keyOf(given[element.value])) ?? ways.get('other'))!(given)
    }
    case TYPE.plural: {
      const ways = waysOf(element.options, locale, element.value)
      const rules = new Intl.PluralRules([locale, 'id'], { type: element.pluralType ?? 'cardinal' })
      return given => {
        const count = Number(given[element.value])
        return (ways.get(`=${count}`) ?? ways.get(rules.select(count)) ?? ways.get('other'))!(given)
      }
    }
    default:
      return given => spoken(given[element.value as string], locale)
  }
}

const decimals = 6
const waysOf = (options: Record<string, { value: MessageFormatElement[] }>, locale: Locale, counted?: string) =>
  new Map(Object.entries(options).map(([key, { value }]) => [key, sequence(value, locale, counted)]))
const keyOf = (value: unknown): string => (value === undefined || value === null || value === '' ? 'none' : String(value))
const spoken = (value: unknown, locale: Locale): string =>
  value !== null && typeof value === 'object' ? String((value as Record<Locale, string>)[locale]) : String(value ?? '')
