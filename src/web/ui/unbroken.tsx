import type { ComponentChildren } from 'preact'

/** Numbers of findings, follow-ups and reports. */
const number = /((?:TM|TL|LAP)-[\d-]*\d)/

/** A text in which no line ends within a number of a thing: `TL-2026-0049` moves to the next line whole. */
export const unbroken = (text: string): ComponentChildren =>
  number.test(text) ? text.split(number).map((part, at) => (at % 2 ? <span class="whole">{part}</span> : part)) : text
