import { type DayOrder, readDay } from './days.ts'
import { plain } from './text.ts'

/** From a day until a day, both included; `from` is null when only the end is said. */
export type Period = { from: string | null; until: string }

/**
 * A period in one cell: `15/03/2024-14/03/2027`, `12 Januari 2022 s.d. 12 Januari 2027`, or only its end: `sampai dengan 31 Des 2025`.
 * Null when it is not one, or when a dash may stand at two places.
 */
export function readPeriod(text: string, order: DayOrder = 'day-first'): Period | null {
  if (text.length > 500) return null
  const said = plain(text).toLowerCase()
  if (said.length < 8 || said.length > 200) return null
  const parts = said.split(untilWords)
  if (parts.length > 1) {
    const until = readDay(parts.at(-1)!, order)
    return until === null ? null : { from: parts.length === 2 ? readDay(parts[0]!, order) : null, until }
  }
  const found = [...said.matchAll(/[-~]/g)].flatMap(({ index }) => {
    const [from, until] = [readDay(said.slice(0, index), order), readDay(said.slice(index + 1), order)]
    return from !== null && until !== null ? [{ from, until }] : []
  })
  return found.length === 1 ? found[0]! : null
}

const untilWords =
  /\s*(?:\bs\s?[./]?\s?d\b\.?|\bs\/d\b\.?|\bsampai\b(?: dengan| dgn| tanggal| tgl\.?)*|\bhingga\b|\bberakhir\b(?: pada)?|\bto\b|\buntil\b|\bthrough\b|\btill\b)\s*/
