import { capital, type Facts } from './narrative-facts.ts'

/** How a thing is said of one and of several, and its opposite of one: ["has been sent", "have been sent", "has not been sent"]. */
type Predicate = readonly [one: string, several: string, otherwise: string]
export const sent: Predicate = ['has been sent', 'have been sent', 'has not been sent']

/**
 * A part of a whole as a clause: "237 of 248 forms (96%) have been sent", "all 12 forms have been sent", "none of the 12 forms has been
 * sent", "the only form has not been sent". The whole is never 0.
 */
export function part(
  { count, share }: Facts,
  some: number,
  whole: number,
  [noun, nouns]: readonly [string, string],
  [one, several, otherwise]: Predicate,
  first = true,
): string {
  const clause =
    whole === 1
      ? `the only ${noun} ${some ? one : otherwise}`
      : some === whole
        ? `${whole === 2 ? 'both' : `all ${count(whole)}`} ${nouns} ${several}`
        : some === 0
          ? `none of the ${count(whole)} ${nouns} ${one}`
          : `${count(some)} of ${count(whole)} ${nouns} (${share(some, whole)}) ${some === 1 ? one : several}`
  return first ? capital(clause) : clause
}

/** "1 form", "12 forms". */
export const amount = ({ count }: Facts, number: number, noun: string, nouns = `${noun}s`): string =>
  `${count(number)} ${number === 1 ? noun : nouns}`

/** Labels in quotes; the rest of a long list as a number. */
export const quoted = (rows: readonly { label: string }[]): string => list(rows.map(({ label }) => `“${label}”`))

/** "a", "a and b", "a, b and c"; the rest of a long list as a number. */
export function list(names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} others`] : names
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
