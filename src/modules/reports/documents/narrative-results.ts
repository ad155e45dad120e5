import { enough } from '../rules/conclusions.ts'
import { extentOf, type Facts, list, quoted, when } from './narrative-facts.ts'
import { resultWords } from './result-words.ts'

/** What was counted, one sentence for each of the main figures. */
export function summary(facts: Facts): string[] {
  const { totals, verified } = facts
  const { forms, followUps } = resultWords[facts.locale]
  return [
    totals.targets ? forms.all(extentOf(facts, totals.submitted, totals.targets)) : forms.none,
    averages(facts),
    mostFrequent(facts),
    totals.followUps ? followUps.verified(extentOf(facts, verified, totals.followUps)) : followUps.noneSet,
  ]
}

function averages({ totals: { kpuScore, partnerScore }, score, locale }: Facts): string {
  const say = resultWords[locale].scores
  if (kpuScore !== null && partnerScore !== null) return say.both({ kpu: score(kpuScore), partner: score(partnerScore) })
  if (kpuScore !== null) return say.kpu({ kpu: score(kpuScore) })
  return partnerScore !== null ? say.partner({ partner: score(partnerScore) }) : say.none
}

function mostFrequent(facts: Facts): string {
  const { obstacles, leading, totals, share } = facts
  const say = resultWords[facts.locale].obstacles
  if (!totals.findings) return say.noFinding
  if (!obstacles) return say.none
  const [first] = leading
  if (!first) return say.tooFew({ n: obstacles })
  const part = first.count
  return say.most({ labels: quoted(facts, leading), categories: leading.length, part, whole: obstacles, share: share(part, obstacles) })
}

export function response(facts: Facts): string[] {
  const { totals, silent } = facts
  const say = resultWords[facts.locale].forms
  if (!totals.targets) return [say.nobodyAsked]
  return [
    ...when(totals.kpuTargets, say.kpu(extentOf(facts, totals.kpuSubmitted, totals.kpuTargets))),
    ...when(totals.partnerTargets, say.partner(extentOf(facts, totals.partnerSubmitted, totals.partnerTargets))),
    ...when(totals.officesWithTargets, say.offices(extentOf(facts, totals.officesComplete, totals.officesWithTargets))),
    ...when(silent.length && totals.submitted, say.silent({ provinces: list(facts, silent) })),
    ...when(totals.agreements >= enough, say.each),
  ]
}

export function scores(facts: Facts): string[] {
  const { totals, applicable, fulfilled, unfulfilled, assessed, unused, followedUp, level } = facts
  const say = resultWords[facts.locale].achievement
  const result = fulfilled ? 'full' : unfulfilled ? 'none' : 'part'
  const sentences = [
    ...when(applicable === 1, say.single({ result })),
    // What all say needs no second sentence on how many say the contrary.
    ...when(applicable > 1 && unfulfilled < applicable, say.full(extentOf(facts, fulfilled, applicable))),
    ...when(applicable > 1 && fulfilled < applicable, say.not(extentOf(facts, unfulfilled, applicable))),
    ...when(assessed === 1, say.level({ level: String(level) })),
    ...when(assessed > 1, say.lowest(extentOf(facts, unused, assessed)), say.highest(extentOf(facts, followedUp, assessed))),
    ...when(totals.pairs, say.bothSides(extentOf(facts, totals.bothSubmitted, totals.pairs))),
  ]
  return sentences.length ? sentences : [say.none]
}

export function obstacles(facts: Facts): string[] {
  const { totals, findings, names, share, concentration, obstacles: whole } = facts
  const say = resultWords[facts.locale].obstacles
  if (!totals.findings) return [say.noAnswer]
  const kinds = names.kinds
    .map(({ code, label }) => ({ kind: code, label, n: findings.filter(row => row.kind === code).length }))
    .filter(({ n }) => n)
  const { few = 0, of = 0, hold: part = 0 } = concentration ?? {}
  return [
    say.findings({ n: totals.findings, kinds: list(facts, kinds.map(say.kind)) }),
    ...when(few < of, say.concentration({ of, few, part, whole, share: share(part, whole) })),
  ]
}

export function followUps(facts: Facts): string[] {
  const { totals, treated, unfinished, followUpsByState, names } = facts
  const say = resultWords[facts.locale].followUps
  if (!totals.followUps) return [say.none]
  const states = names.states
    .map(({ code, label }) => ({
      state: code,
      label,
      n: followUpsByState.reduce((n, row) => (row.state === code ? n + row.count : n), 0),
    }))
    .filter(({ n }) => n)
  return [
    ...when(totals.findings, say.treated(extentOf(facts, treated, totals.findings))),
    say.byState({ n: totals.followUps, states: list(facts, states.map(say.state)) }),
    ...when(unfinished, say.overdue(extentOf(facts, totals.overdue, unfinished))),
  ]
}
