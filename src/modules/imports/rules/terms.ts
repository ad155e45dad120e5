import { daysIn } from '../../../platform/reading/days.ts'
import { isNumberWord, numberOf } from '../../../platform/reading/number-words.ts'
import { remembered } from '../../../platform/reading/remembered.ts'
import { plain } from '../../../platform/reading/text.ts'

/** How long an agreement holds. Whole months and days beside each other, as `1 tahun 15 hari` needs both. */
export type Term = { months: number; days: number }

/**
 * A term as agreements state it: `5 tahun`, `5 (lima) tahun`, `lima tahun`, `60 bulan`, `2 thn 6 bln`, `setahun`, `1,5 tahun`,
 * `90 hari`, also with `selama` before and `sejak …` after. Null for anything else: a number without a unit, `5 (tiga) tahun`,
 * more than a hundred years.
 */
export const readTerm: (text: string) => Term | null = remembered(findTerm)

function findTerm(text: string): Term | null {
  if (text.length > 500) return null
  const said = plain(text).toLowerCase()
  if (said.length > 200) return null
  const stated = new Map<string, number>()
  let number: string[] = []
  for (const word of wordsOf(said)) {
    const unit = unitOf(word)
    if (unit) {
      const count = countOf(number)
      if (count === null || (stated.has(unit) && stated.get(unit) !== count)) return null
      stated.set(unit, count)
      number = []
    } else if (stated.size > 0 && number.length === 0 && ends.has(word)) break
    else if (isNumberWord(word) || /^(\d+[.,]\d+|setengah)$/.test(word)) number.push(word)
    else if (!around.has(word)) return null
  }
  const months =
    12 * (stated.get('year') ?? 0) + 6 * (stated.get('half') ?? 0) + 3 * (stated.get('quarter') ?? 0) + (stated.get('month') ?? 0)
  const days = 7 * (stated.get('week') ?? 0) + (stated.get('day') ?? 0)
  const usual = Number.isInteger(months) && Number.isInteger(days) && months <= 1200 && days <= 36_500 && months + days > 0
  return usual && number.length === 0 ? { months, days } : null
}

/** The day a term after another: the same day of the month, or the month's last when it has no such day. */
export function dayAfter(day: string, { months, days }: Term): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const count = year * 12 + month - 1 + months
  const [endYear, endMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return new Date(Date.UTC(endYear, endMonth - 1, Math.min(date, daysIn(endYear, endMonth)) + days)).toISOString().slice(0, 10)
}

/** `5thn` is `5 thn`, `setahun` is `satu tahun`; brackets and dashes only part words. */
function wordsOf(said: string): string[] {
  return said
    .replace(/\bse-?(?=tahun|bulan|minggu|hari|semester|triwulan)/g, 'satu ')
    .replace(/(\d),(?=\d)/g, '$1.')
    .split(/[^\p{L}\p{N}.]+|(?<=\d)(?=\p{L})|\.(?!\d)/u)
    .filter(word => word !== '')
}

function countOf(words: string[]): number | null {
  const half = words.at(-1) === 'setengah'
  const whole = half ? words.slice(0, -1) : words
  if (half && whole.length === 0) return 0.5
  const decimal = whole.length === 1 && /^\d+\.\d+$/.test(whole[0]!) ? Number(whole[0]) : numberOf(whole)
  return decimal === null ? null : decimal + (half ? 0.5 : 0)
}

const units: [string, RegExp][] = [
  ['year', /^(tahun|taun|thn|th|years?|yrs?)$/],
  ['half', /^(semester|smt)$/],
  ['quarter', /^(triwulan|kuartal)$/],
  ['month', /^(bulan|bln|bl|months?)$/],
  ['week', /^(minggu|pekan|weeks?)$/],
  ['day', /^(hari|hr|days?)$/],
]
const unitOf = (word: string) => units.find(([, spelling]) => spelling.test(word))?.[0]

const around = new Set(['selama', 'jangka', 'waktu', 'berlaku', 'untuk', 'masa', 'lamanya', 'dan', 'kalender', 'for'])
const ends = new Set(['sejak', 'terhitung', 'mulai', 'dari', 'setelah', 'dapat', 'serta', 'from', 'since', 's', 'sd', 'sampai'])
