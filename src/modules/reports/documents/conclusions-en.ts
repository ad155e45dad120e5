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
  const { totals, share } = facts
  if (!totals.submitted) return ['No conclusion can be drawn as long as no form has been sent.']
  return [
    ...when(!facts.closed, 'The cycle is still running, so these conclusions are provisional.'),
    response(share(totals.submitted, totals.targets))[extent(totals.submitted, totals.targets)!],
    ...(facts.compared ? [compared[facts.compared]] : []),
    ...of(fulfilment(share(facts.fulfilled, facts.applicable)), extentOfAnswers(facts.fulfilled, facts.applicable)),
    ...of(onPaper(share(facts.unused, facts.assessed)), extentOfAnswers(facts.unused, facts.assessed)),
    ...gathered(facts),
    ...of(treated(share(facts.problemsTreated, facts.problems)), extentOfAnswers(facts.problemsTreated, facts.problems)),
    ...change(facts, 'kpu'),
    ...change(facts, 'partner'),
  ]
}

function gathered({ concentration, leading, obstacles, share }: Facts): string[] {
  if (!concentration) return []
  const [first] = leading
  if (first && first.count * 2 >= obstacles)
    return [
      `Obstacles gather in ${quoted(leading)} (${share(first.count, obstacles)}${leading.length > 1 ? ' each' : ''}), so improvement can begin there.`,
    ]
  return [
    concentration.few * 2 <= concentration.of
      ? `Most obstacles (${share(concentration.hold, obstacles)}) gather in few categories, so improvement can begin there.`
      : 'Obstacles are spread over several categories, so improvement has to be chosen for each agreement.',
  ]
}

type Extent = NonNullable<ReturnType<typeof extent>>
const of = (said: Record<Extent, string>, found: Extent | null): string[] => (found ? [said[found]] : [])

/** One sentence where it is all, one where it is none, and one that says the share. */
const saying = (all: string, some: string, none: string): Record<Extent, string> => ({ all, most: some, half: some, few: some, none })

const response = (share: string): Record<Extent, string> => ({
  all: 'The evaluation describes all agreements evaluated, as no form is missing.',
  most: `The evaluation rests on ${share} of the forms.`,
  half: `The evaluation rests on only ${share} of the forms, so its figures should be read with care.`,
  few: `The evaluation rests on only ${share} of the forms, so its figures do not describe the whole yet.`,
  none: '',
})
const compared: Record<Side | 'alike', string> = {
  alike: 'Over all, the two sides give the cooperation scores that lie close together.',
  kpu: 'Over all, KPU scores the cooperation higher than partners do.',
  partner: 'Over all, partners score the cooperation higher than KPU does.',
}
const fulfilment = (share: string) =>
  saying(
    'According to all answers, the obligations that apply are carried out in full.',
    `According to ${share} of the answers, the obligations that apply are carried out in full.`,
    'No answer says that an obligation that applies is carried out in full.',
  )
const onPaper = (share: string) =>
  saying(
    'By the maturity assessed, all agreements are documents only, not yet carried out.',
    `By the maturity assessed, ${share} of the agreements are documents only, not yet carried out.`,
    'By the maturity assessed, all agreements are carried out.',
  )
const treated = (share: string) =>
  saying(
    'Each obstacle and criticism has a follow-up.',
    `Only ${share} of the obstacles and criticisms have a follow-up so far.`,
    'No obstacle or criticism has a follow-up yet.',
  )

function change({ moves, previous }: Facts, side: Side): string[] {
  const moved = { up: 'rose', down: 'fell', alike: 'hardly changed' }
  return when(moves[side], `The score given by ${sides[side]} ${moved[moves[side] ?? 'alike']} compared with ${previous?.name}.`)
}

/** One line for each thing that has to be done, and how many it concerns. */
export function recommendationsEn(facts: Facts): string[] {
  const { totals, leading, day, cycle } = facts
  const named = leading.filter(row => row.category !== 'other')
  const untreated = facts.problems - facts.problemsTreated
  return [
    ...when(
      facts.missing,
      facts.closed
        ? `Offices and partners explain the ${amount(facts, facts.missing, 'form')} not sent before the cycle closed, and answer first in the next cycle.`
        : `Offices and partners send the ${amount(facts, facts.missing, 'form')} still missing before the cycle closes on ${day(cycle.closesOn)}.`,
    ),
    ...when(
      facts.unused,
      `Offices draw up a work plan for, or propose to end, the ${amount(facts, facts.unused, 'agreement')} not carried out by their assessed maturity.`,
    ),
    ...when(facts.expired, `Offices decide whether to renew or end the ${amount(facts, facts.expired, 'expired agreement')}.`),
    ...when(named.length, `The secretariat prepares joint steps against the obstacles reported most often: ${quoted(named)}.`),
    ...when(
      untreated,
      `An owner and a due date are set for the ${amount(facts, untreated, 'obstacle or criticism', 'obstacles and criticisms')} without a follow-up.`,
    ),
    ...when(
      totals.overdue,
      `Owners complete the ${amount(facts, totals.overdue, 'overdue follow-up')}, and the leadership reviews progress every month.`,
    ),
    'The results are shared with the partners and evaluated again in the next cycle.',
  ]
}
