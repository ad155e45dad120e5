import { extent, extentOfAnswers, type Item, type Side } from '../rules/conclusions.ts'
import { type Facts, when } from './narrative-facts.ts'
import { amount, list, quoted } from './phrases-en.ts'

const sides = { kpu: 'KPU', partner: 'partners' } as const

/** What the questions tell apart, each side by its own scores, and where the sides differ. */
export function analysisEn(facts: Facts): string[] {
  const { totals, widest, score } = facts
  if (!totals.submitted) return ['There is nothing to analyse yet, as no answer was received.']
  const both = (item: Item) => `KPU ${score(item.kpu!)}, partners ${score(item.partner!)}`
  const sentences = [
    ...ranking(facts, 'kpu'),
    ...ranking(facts, 'partner'),
    ...when(widest?.gap === 0, 'The two sides gave the same score to each item that both of them scored.'),
    ...when(
      widest && widest.gap > 0,
      `The two sides differ most, by ${score(widest?.gap ?? 0)}, on ${list(widest?.items.map(item => `“${item.label}” (${both(item)})`) ?? [])}.`,
    ),
  ]
  return sentences.length ? sentences : ['There are too few answers to each item yet to compare them.']
}

function ranking({ ranks, score }: Facts, side: Side): string[] {
  const rank = ranks[side]
  if (!rank) return []
  const best = score(rank.highest[0]![side]!)
  if (rank.level) return [`By the scores of ${sides[side]}, all items are level at ${best}.`]
  const least = score(rank.lowest[0]![side]!)
  return [
    `By the scores of ${sides[side]}, the highest is that of ${quoted(rank.highest)} (${best}) and the lowest that of ${quoted(rank.lowest)} (${least}).`,
  ]
}

/** What follows from the figures by the rules of conclusions.ts; what has too few answers is not spoken of. */
export function conclusionsEn(facts: Facts): string[] {
  const { totals } = facts
  if (!totals.submitted) return ['No conclusion can be drawn as long as no form has been sent.']
  return [
    response[extent(totals.submitted, totals.targets)!],
    ...(facts.compared ? [compared[facts.compared]] : []),
    ...of(fulfilment, extentOfAnswers(facts.fulfilled, facts.applicable)),
    ...of(onPaper, extentOfAnswers(facts.unused, facts.assessed)),
    ...when(
      facts.concentration,
      facts.concentration && facts.concentration.few * 2 <= facts.concentration.of
        ? 'Obstacles gather in few categories, so improvement can begin there.'
        : 'Obstacles are spread over many categories, so improvement has to be chosen for each agreement.',
    ),
    ...of(treated, extentOfAnswers(facts.treated, totals.findings)),
    ...change(facts, 'kpu'),
    ...change(facts, 'partner'),
  ]
}

type Extent = NonNullable<ReturnType<typeof extent>>
const of = (said: Record<Extent, string>, found: Extent | null): string[] => (found ? [said[found]] : [])

const response: Record<Extent, string> = {
  all: 'The evaluation describes all agreements evaluated, as no form is missing.',
  most: 'The evaluation describes most of the agreements evaluated.',
  half: 'The evaluation rests on half of the forms or somewhat more, so its figures should be read with care.',
  few: 'The evaluation rests on less than half of the forms, so its figures do not describe the whole yet.',
  none: '',
}
const compared: Record<Side | 'alike', string> = {
  alike: 'Over all, the two sides give the cooperation scores that lie close together.',
  kpu: 'Over all, KPU scores the cooperation higher than partners do.',
  partner: 'Over all, partners score the cooperation higher than KPU does.',
}
const fulfilment: Record<Extent, string> = {
  all: 'According to all answers, the obligations that apply are carried out in full.',
  most: 'According to most answers, the obligations that apply are carried out in full.',
  half: 'According to half of the answers or somewhat more, the obligations that apply are carried out in full.',
  few: 'According to less than half of the answers, the obligations that apply are carried out in full.',
  none: 'No answer says that an obligation that applies is carried out in full.',
}
const onPaper: Record<Extent, string> = {
  all: 'All agreements assessed for maturity are documents only, not yet carried out.',
  most: 'Most agreements assessed for maturity are documents only, not yet carried out.',
  half: 'Half of the agreements assessed for maturity or somewhat more are documents only, not yet carried out.',
  few: 'Less than half of the agreements assessed for maturity are documents only; the others are carried out.',
  none: 'All agreements assessed for maturity are carried out.',
}
const treated: Record<Extent, string> = {
  all: 'Each finding is being dealt with in a follow-up.',
  most: 'Most findings are being dealt with in a follow-up.',
  half: 'Half of the findings or somewhat more are being dealt with in a follow-up.',
  few: 'Less than half of the findings are being dealt with in a follow-up.',
  none: 'No finding is being dealt with in a follow-up yet.',
}

function change({ moves, previous }: Facts, side: Side): string[] {
  const moved = { up: 'rose', down: 'fell', alike: 'hardly changed' }
  return when(moves[side], `The score given by ${sides[side]} ${moved[moves[side] ?? 'alike']} compared with ${previous?.name}.`)
}

/** One line for each thing that has to be done, and how many it concerns. */
export function recommendationsEn(facts: Facts): string[] {
  const { totals, leading, day, cycle } = facts
  const named = leading.filter(row => row.category !== 'other')
  const untreated = totals.findings - facts.treated
  return [
    ...when(
      facts.missing,
      facts.closed
        ? `Offices and partners explain the ${amount(facts, facts.missing, 'form')} not sent before the cycle closed, and answer first in the next cycle.`
        : `Offices and partners send the ${amount(facts, facts.missing, 'form')} still missing before the cycle closes on ${day(cycle.closesOn)}.`,
    ),
    ...when(
      facts.unused,
      `Offices draw up a work plan for, or propose to end, the ${amount(facts, facts.unused, 'agreement')} not carried out.`,
    ),
    ...when(facts.expired, `Offices decide whether to renew or end the ${amount(facts, facts.expired, 'expired agreement')}.`),
    ...when(named.length, `The secretariat prepares joint steps against the obstacles reported most often: ${quoted(named)}.`),
    ...when(untreated, `An owner and a due date are set for the ${amount(facts, untreated, 'finding')} without a follow-up.`),
    ...when(
      totals.overdue,
      `Owners complete the ${amount(facts, totals.overdue, 'overdue follow-up')}, and the leadership reviews progress every month.`,
    ),
    'The results are shared with the partners and evaluated again in the next cycle.',
  ]
}
