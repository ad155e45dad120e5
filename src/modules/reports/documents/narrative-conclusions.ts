import { apart, dominates, enough, extent, extentOfAnswers, isNational, type Side } from '../rules/conclusions.ts'
import { conclusionWords } from './conclusion-words.ts'
import { type Facts, few, list, quoted, when } from './narrative-facts.ts'
import { printCell } from './table.ts'

/** What the questions tell apart, each side by its own scores, and where the sides differ. */
export function analysis(facts: Facts): string[] {
  const { totals, widest, score } = facts
  const say = conclusionWords[facts.locale].analysis
  if (!totals.submitted) return [say.noAnswer]
  const items = widest?.items.map(({ label, kpu, partner }) => say.bothScores({ label, kpu: score(kpu!), partner: score(partner!) })) ?? []
  const sentences = [
    ...ranking(facts, 'kpu'),
    ...ranking(facts, 'partner'),
    ...when(widest?.gap === 0, say.sameScores),
    ...when(widest && widest.gap > 0, say.widest({ gap: score(widest?.gap ?? 0), items: list(facts, items) })),
  ]
  return [...(sentences.length ? sentences : [say.tooFew]), ...classes(facts), ...places(facts), ...bySide(facts)]
}

/** Where the two scores of a class of partner differ most. */
function classes(facts: Facts): string[] {
  const { widestClasses: rows, names, locale } = facts
  const say = conclusionWords[locale].analysis
  const told = rows.map(row =>
    say.class({
      name: names.classes.find(({ code }) => code === row.class)?.label ?? row.class,
      gap: printCell(locale, 'gap', apart(row.kpu!, row.partner!)),
      n: row.both,
    }),
  )
  return when(told.length, say.classes({ classes: list(facts, told) }))
}

/** Who sent the smallest share of the forms, of those with enough of them. */
function places(facts: Facts): string[] {
  const { leastAnswered: rows, locale, share } = facts
  const say = conclusionWords[locale].analysis
  const told = rows.map(({ name, submitted: part, targets: whole }) => say.place({ name, part, whole, share: share(part, whole) }))
  return when(told.length, say.places({ kind: isNational(facts) ? 'province' : 'office', least: enough, places: list(facts, told) }))
}

/** What obstacles each side names most; where both name the same, that in one sentence. */
function bySide(facts: Facts): string[] {
  const say = conclusionWords[facts.locale].analysis
  const { kpu, partner } = facts.ofSide
  const labels = (of: readonly string[]) =>
    quoted(
      facts,
      of.map(label => ({ label })),
    )
  if (kpu.length && kpu.toSorted().join() === partner.toSorted().join()) return [say.obstaclesOfBoth({ labels: labels(kpu) })]
  return (['kpu', 'partner'] as const).flatMap(side => {
    const of = facts.ofSide[side]
    return when(of.length, say.obstacles({ side, labels: labels(of) }))
  })
}

function ranking(facts: Facts, side: Side): string[] {
  const { ranks, score } = facts
  const say = conclusionWords[facts.locale].analysis
  const rank = ranks[side]
  if (!rank) return []
  const most = score(rank.highest[0]![side]!)
  if (rank.level) return [say.level({ side, score: most })]
  const least = score(rank.lowest[0]![side]!)
  return [say.extremes({ side, highest: quoted(facts, rank.highest), most, lowest: quoted(facts, rank.lowest), least })]
}

/** What follows from the figures by the rules of conclusions.ts; what has too few answers is not spoken of. */
export function conclusions(facts: Facts): string[] {
  const { totals, share, compared } = facts
  const say = conclusionWords[facts.locale].conclusion
  if (!totals.submitted) return [say.none]
  const ofAnswers = (sentence: typeof say.fulfilment, part: number, whole: number): string[] => {
    const found = extentOfAnswers(part, whole)
    return found ? [sentence({ extent: found, share: share(part, whole) })] : []
  }
  const { bothSubmitted: both, pairs } = totals
  // What waits for a decision first: most readers go no further than the first few.
  return [
    ...when(!facts.closed, say.provisional),
    ...treated(facts),
    say.response({ extent: extent(totals.submitted, totals.targets), share: share(totals.submitted, totals.targets), both, pairs }),
    ...when(compared, sidesTold(facts)),
    ...ofAnswers(say.fulfilment, facts.fulfilled, facts.applicable),
    ...ofAnswers(say.onPaper, facts.unused, facts.assessed),
    ...gathered(facts),
    ...change(facts, 'kpu'),
    ...change(facts, 'partner'),
  ]
}

function treated({ problems: whole, problemsTreated: part, untreated: left, share, locale }: Facts): string[] {
  const found = extentOfAnswers(part, whole)
  return found ? [conclusionWords[locale].conclusion.treated({ extent: found, part, whole, left, share: share(part, whole) })] : []
}

function sidesTold(facts: Facts): string {
  const { compared, named, score } = facts
  const { bothSubmitted: n } = facts.totals
  const say = conclusionWords[facts.locale].conclusion
  const said = { higher: compared?.higher, gap: score(compared?.gap ?? 0) }
  return compared?.few ? say.comparedFew({ ...said, n, names: few(facts, named.scoredByBoth, n) }) : say.compared(said)
}

function gathered(facts: Facts): string[] {
  const { concentration, leading, obstacles, share } = facts
  const say = conclusionWords[facts.locale].conclusion
  if (!concentration) return []
  const [first] = leading
  if (first && dominates(leading, obstacles))
    return [say.gatheredIn({ labels: quoted(facts, leading), categories: leading.length, share: share(first.count, obstacles) })]
  const { few, of, hold } = concentration
  if (few * 2 <= of) return [say.gatheredInFew({ share: share(hold, obstacles) })]
  const most = { labels: first ? quoted(facts, leading) : 'none', top: share(first?.count ?? 0, obstacles) }
  return [say.spread({ ...most, categories: leading.length, few, share: share(hold, obstacles) })]
}

const change = ({ moves, previous, locale }: Facts, side: Side): string[] =>
  when(moves[side], conclusionWords[locale].conclusion.change({ side, move: moves[side], cycle: previous?.name ?? '' }))

/** One line for each thing that has to be done: by whom, until when, and how many it concerns. */
export function recommendations(facts: Facts): string[] {
  const { totals, leading, missing, unused, expired, untreated, cycle, obstacles, named: names, actBy: by } = facts
  const say = conclusionWords[facts.locale].recommendation
  const named = leading.filter(row => row.category !== 'other')
  const together = dominates(leading, obstacles)
  return [
    ...when(untreated, say.setOwners({ n: untreated, by, offices: mostUntreated(facts) })),
    ...when(totals.overdue, say.completeOverdue({ n: totals.overdue, by })),
    ...when(missing, facts.closed ? say.explainMissing({ n: missing }) : say.sendMissing({ n: missing, day: cycle.closesOn })),
    ...when(unused, say.planOrEnd({ n: unused, names: few(facts, names.unused, unused), by })),
    ...when(expired, say.decideExpired({ n: expired, names: few(facts, names.expired, expired), by })),
    ...when(together && named.length, say.jointSteps({ labels: quoted(facts, named), by })),
    say.shareResults({ by }),
  ]
}

/** The offices that have most to follow up, by name; `none` where there is nothing to tell apart. */
function mostUntreated(facts: Facts): string {
  const { office } = conclusionWords[facts.locale].recommendation
  const most = facts.untreatedAt.slice(0, 3).map(({ office: name, left }) => office({ name, n: left }))
  return facts.untreatedAt.length > 3 ? list(facts, most) : 'none'
}
