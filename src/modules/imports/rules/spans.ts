import { type DayOrder, readDay } from '../../../platform/reading/days.ts'
import { readPeriod } from '../../../platform/reading/periods.ts'
import { isNothing } from '../../../platform/reading/placeholders.ts'
import { folded } from '../../../platform/reading/text.ts'
import type { DayField } from '../schema/codes.ts'
import type { Cause } from '../schema/rows.ts'
import type { Blame, CellTexts } from './cells.ts'
import { readAs } from './day-order.ts'
import { isEndless } from './endless.ts'
import { termWith } from './term-units.ts'
import { dayAfter, readTerm, type Term } from './terms.ts'

/** The days of a row, and the cells that say something else or nothing that can be read. */
export type Span = { signedOn: string | null; startsOn: string | null; endsOn: string | null; causes: Cause[] }
/**
 * How the days of a row's columns are read; null while nobody has said. `typed` are fields that a person typed over: those are day first.
 */
export type Orders = { orderOf(field: DayField): DayOrder | null }

/**
 * When an agreement was signed, holds from and holds until. The end is the day that is given; else the start and the term. People put
 * periods and terms into either column. A text that is neither a day, a period, a term, nor says that there is no limit is a cause.
 */
export function spanOf({ text }: CellTexts, header: string, { orderOf }: Orders, blame: Blame): Span {
  const causes: Cause[] = []
  const signed = dayIn('signedOn', text.signedOn, orderOf('signedOn'))
  const start = fromSigning.test(folded(text.startsOn)) ? nothing : dayIn('startsOn', text.startsOn, orderOf('startsOn'))
  const end = endIn('endsOn', text.endsOn, orderOf('endsOn'), readTerm(text.endsOn))
  const term = endIn('term', text.term, orderOf('term'), termWith(text.term, text.termUnit, header))
  for (const [field, read] of [
    ['signedOn', signed],
    ['startsOn', start],
    ['endsOn', end],
  ] as const)
    if (read.problem) causes.push(blame(read.problem, field, read.proposal))
  if (term.problem) causes.push(blame(term.problem === 'date_invalid' ? 'term_unknown' : term.problem, 'term', term.proposal))
  else if (isNothing(text.term) && !isNothing(text.termUnit)) causes.push(blame('term_unknown', 'termUnit'))

  const startsOn = start.day ?? end.from ?? term.from ?? signed.day
  const counted = (length: Term | null) => (startsOn && length ? dayAfter(startsOn, length) : null)
  const [byEnd, byTerm] = [end.day ?? counted(end.term), term.day ?? counted(term.term)]
  if (end.endless && byTerm) causes.push(blame('date_invalid', 'endsOn'))
  const endsOn = byEnd ?? byTerm
  if (endsOn === null || endsOn <= lastDay) return { signedOn: signed.day, startsOn, endsOn, causes }
  causes.push(blame('date_invalid', byEnd ? 'endsOn' : 'term'))
  return { signedOn: signed.day, startsOn, endsOn: null, causes }
}

const lastDay = '2099-12-31'
/** A start that is only said to be that of the signing. */
const fromSigning =
  /^(?:(?:mulai|terhitung|berlaku|sejak|saat|pada|dari|hari|tanggal|tgl|waktu) )*(?:di|pen)?tand(?:a ?tangan|atangan)(?:i|ani|an|anan|nya|annya)*(?: (?:naskah|perjanjian|ini|nya))*$/

type Read = {
  day: string | null
  from: string | null
  term: Term | null
  endless: boolean
  problem: Cause['problem'] | null
  proposal: string | null
}
const nothing: Read = { day: null, from: null, term: null, endless: false, problem: null, proposal: null }

function dayIn(field: DayField, text: string, order: DayOrder | null): Read {
  if (isNothing(text)) return nothing
  if (isUnclear(field, text, order)) return { ...nothing, problem: 'day_order_unclear' }
  const day = readDay(text, order ?? 'day-first')
  return day === null ? unreadable(text, order) : { ...nothing, day }
}

function endIn(field: DayField, text: string, order: DayOrder | null, term: Term | null): Read {
  if (isNothing(text)) return nothing
  if (isEndless(text)) return { ...nothing, endless: true }
  if (term) return { ...nothing, term }
  if (isUnclear(field, text, order)) return { ...nothing, problem: 'day_order_unclear' }
  const day = readDay(text, order ?? 'day-first')
  if (day !== null) return { ...nothing, day }
  const period = readPeriod(text, order ?? 'day-first')
  return period ? { ...nothing, day: period.until, from: period.from } : unreadable(text, order)
}

/** The text is one day in one order and another in the other, and nobody has said which. */
const isUnclear = (field: DayField, text: string, order: DayOrder | null): boolean => {
  if (order !== null) return false
  const [one, other] = [readAs(field, text, 'day-first'), readAs(field, text, 'month-first')]
  return one !== null && other !== null && one !== other
}

/** The proposal is the day that the text would be against the order of its column. */
const unreadable = (text: string, order: DayOrder | null): Read => ({
  ...nothing,
  problem: 'date_invalid',
  proposal: readDay(text, order === 'month-first' ? 'day-first' : 'month-first'),
})
