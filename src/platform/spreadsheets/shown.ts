import { formatValue } from 'hucre'

/** How a cell style shows a number: as a date or time, by a code that adds to the digits, or (null) just as the number that it is. */
export type Showing = 'date' | { code: string } | null

/** The showing of a format code of ECMA-376, or of the number of a built-in one. */
export function showingOf(id: number, code: string | undefined): Showing {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : (builtIn[id] ?? null)
  if (isDateCode(code)) return 'date'
  const section = sectionOf(code)
  return section !== null && addsToDigits(section) ? { code: section } : null
}

/**
 * A number as its cell shows it, `45` in the format `000` as `045`, where that loses nothing of it: a number that the format would
 * round, a fraction (2/4 would be 1/2), and whatever is shown by the country of the reader (thousands, money) stay numbers.
 */
export function shownNumber(number: number, { code }: { code: string }): string | number {
  if (Math.abs(number) >= 1e15) return number
  const shown = formatValue(number, code).trim()
  const decimals = /\.(0+)/.exec(code)?.[1]?.length ?? 0
  const scaled = code.includes('%') ? number * 100 : number
  return Math.abs(scaled - Number(scaled.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(scaled)) ? shown : number
}

/** ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47 are dates and times, 27 to 36 and 50 to 58 those of East Asian locales. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const builtIn: Record<number, Showing> = {
  2: { code: '0.00' },
  9: { code: '0%' },
  10: { code: '0.00%' },
}

const isDateCode = (code: string) =>
  /[dmyhs]/i.test(
    code
      .split(';')[0]!
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ''),
  )

/** The part of a code that positive numbers take, without its colour and spacing; null beyond the 255 letters that Excel takes. */
function sectionOf(code: string): string | null {
  if (code.length > 255) return null
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)![0]
  return section.replace(
    /("[^"]*"|\\.)|\[(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]|[_*]./gi,
    (_, kept?: string) => kept ?? '',
  )
}

/** Zeros in front, fixed decimals, a per cent, words around: what makes another text than the bare number. */
const addsToDigits = (section: string): boolean => {
  const bare = section.replace(/"[^"]*"|\\./g, '"')
  return /^["\s/().:-]*(?:0{2,}|#*0(?:\.0+)?%?)["\s/().:-]*$/.test(bare) && !/^#*0$/.test(bare)
}
