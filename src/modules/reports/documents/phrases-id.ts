import { capital, type Facts } from './narrative-facts.ts'

/**
 * A part of a whole as a clause: "237 dari 248 isian (96%) telah dikirim", "semua 12 isian telah dikirim", "tidak satu pun dari 12 isian
 * telah dikirim", "satu-satunya isian belum dikirim". `otherwise` is the opposite of `is`. The whole is never 0.
 */
export function part(
  { count, share }: Facts,
  some: number,
  whole: number,
  noun: string,
  is: string,
  otherwise: string,
  first = true,
): string {
  const clause =
    whole === 1
      ? `satu-satunya ${noun} ${some ? is : otherwise}`
      : some === whole
        ? `${whole === 2 ? 'kedua' : `semua ${count(whole)}`} ${noun} ${is}`
        : some === 0
          ? `tidak satu pun dari ${count(whole)} ${noun} ${is}`
          : `${count(some)} dari ${count(whole)} ${noun} (${share(some, whole)}) ${is}`
  return first ? capital(clause) : clause
}

/** Labels in quotes; the rest of a long list as a number. */
export const quoted = (rows: readonly { label: string }[]): string => list(rows.map(({ label }) => `“${label}”`))

/** "a", "a dan b", "a, b, dan c"; the rest of a long list as a number. */
export function list(names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} lainnya`] : names
  if (shown.length < 3) return shown.join(' dan ')
  return `${shown.slice(0, -1).join(', ')}, dan ${shown.at(-1)}`
}
