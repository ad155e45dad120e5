import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' }

/** A message of no language: longer by two fifths, with accents, in brackets, and with the same places. */
export function pseudo(text: string): string {
  const longer = `⟦${text.includes('{') ? printAST(parse(text, { ignoreTag: true }).map(changed)) : spoken(text)}`
  return `${longer}${' ~'.repeat(Math.ceil(text.replace(/\{[^{}]*\}/g, '').length / 5))}⟧`
}

function changed(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: spoken(element.value) }
  if (!('options' in element)) return element
  const options = Object.entries(element.options).map(([key, way]) => [key, { ...way, value: way.value.map(changed) }])
  return { ...element, options: Object.fromEntries(options) }
}

const spoken = (text: string): string => text.replace(/[aeiou]/gi, letter => accents[letter]!)
