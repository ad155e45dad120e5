import { type Facts, when } from './narrative-facts.ts'
import { amount, list, part, quoted, sent } from './phrases-en.ts'

const forms = ['form', 'forms'] as const

/** What was counted, one sentence for each of the main figures. */
export function summaryEn(facts: Facts): string[] {
  const { totals, score, verified } = facts
  const { kpuScore, partnerScore } = totals
  return [
    totals.targets ? `${part(facts, totals.submitted, totals.targets, forms, sent)}.` : 'There is nothing to answer in this cycle.',
    kpuScore !== null && partnerScore !== null
      ? `The average score is ${score(kpuScore)} by KPU and ${score(partnerScore)} by partners, out of 100.`
      : kpuScore !== null
        ? `The average score given by KPU is ${score(kpuScore)} out of 100; there is none by partners yet.`
        : partnerScore !== null
          ? `The average score given by partners is ${score(partnerScore)} out of 100; there is none by KPU yet.`
          : 'No score can be computed yet, as no scored answer was received.',
    mostFrequent(facts),
    totals.followUps
      ? `${part(facts, verified, totals.followUps, ['follow-up', 'follow-ups'], ['has been verified', 'have been verified', 'has not been verified'])}.`
      : 'No follow-up has been set yet.',
  ]
}

function mostFrequent({ obstacles, leading, totals, count, share }: Facts): string {
  if (!totals.findings) return 'No finding is recorded.'
  if (!obstacles) return 'There is no obstacle among the findings recorded.'
  if (!leading.length) return `Too few obstacles (${count(obstacles)}) are recorded to name the most frequent category.`
  const of = `${count(leading[0]!.count)} of ${count(obstacles)} obstacles (${share(leading[0]!.count, obstacles)})`
  return leading.length > 1
    ? `The most frequent categories of obstacles are ${quoted(leading)}, each with ${of}.`
    : `The most frequent category of obstacles is ${quoted(leading)}, with ${of}.`
}

export function responseEn(facts: Facts): string[] {
  const { totals, silent } = facts
  if (!totals.targets) return ['No office or partner was asked to answer.']
  const complete = ['has sent all of its forms', 'have sent all of their forms', 'has not sent all of its forms'] as const
  return [
    ...when(totals.kpuTargets, `On the side of KPU, ${part(facts, totals.kpuSubmitted, totals.kpuTargets, forms, sent, false)}.`),
    ...when(
      totals.partnerTargets,
      `On the side of partners, ${part(facts, totals.partnerSubmitted, totals.partnerTargets, forms, sent, false)}.`,
    ),
    ...when(
      totals.officesWithTargets,
      `${part(facts, totals.officesComplete, totals.officesWithTargets, ['office with forms', 'offices with forms'], complete)}.`,
    ),
    ...when(silent.length && totals.submitted, `Nothing has been sent yet from ${list(silent)}.`),
  ]
}

export function scoresEn(facts: Facts): string[] {
  const { totals, applicable, fulfilled, unfulfilled, assessed, unused, followedUp } = facts
  const answers = ['answer on obligations that apply', 'answers on obligations that apply'] as const
  const rated = ['agreement assessed for maturity', 'agreements assessed for maturity'] as const
  const full = ['says that the obligation was carried out in full', 'say that the obligation was carried out in full']
  const not = ['says that the obligation was not carried out', 'say that the obligation was not carried out']
  const paper = 'still at level 1, a document that is not carried out'
  const sentences = [
    ...when(
      applicable,
      `${part(facts, fulfilled, applicable, answers, [full[0]!, full[1]!, 'does not say that the obligation was carried out in full'])}.`,
      `${part(facts, unfulfilled, applicable, answers, [not[0]!, not[1]!, 'says that the obligation was carried out, in part or in full'])}.`,
    ),
    ...when(
      assessed,
      `${part(facts, unused, assessed, rated, [`is ${paper}`, `are ${paper}`, 'is beyond level 1'])}.`,
      `${part(facts, followedUp, assessed, rated, ['has reached level 4', 'have reached level 4', 'has not reached level 4'])}.`,
    ),
    ...when(
      totals.pairs,
      `${part(facts, totals.bothSubmitted, totals.pairs, ['agreement', 'agreements'], ['has been evaluated by both sides', 'have been evaluated by both sides', 'has not been evaluated by both sides'])}.`,
    ),
  ]
  return sentences.length ? sentences : ['The results cannot be described yet, as no answer was received.']
}

export function obstaclesEn(facts: Facts): string[] {
  const { totals, findings, names, count, share, concentration, obstacles } = facts
  if (!totals.findings) return ['The answers received hold no obstacle, suggestion, criticism or solution.']
  const kinds = names.kinds
    .map(({ code, label }) => ({ label: label.toLowerCase(), n: findings.filter(row => row.kind === code).length }))
    .filter(({ n }) => n)
  return [
    `Findings recorded: ${count(totals.findings)}, by kind ${list(kinds.map(({ label, n }) => `${label} ${count(n)}`))}.`,
    ...when(
      concentration && concentration.few < concentration.of,
      `Of the ${count(concentration?.of ?? 0)} categories that occur, ${count(concentration?.few ?? 0)} hold${concentration?.few === 1 ? 's' : ''} ${count(concentration?.hold ?? 0)} of ${count(obstacles)} obstacles (${share(concentration?.hold ?? 0, obstacles)}).`,
    ),
  ]
}

export function followUpsEn(facts: Facts): string[] {
  const { totals, treated, followUpsByState, names, count } = facts
  const states = names.states
    .map(({ code, label }) => ({
      label: label.toLowerCase(),
      n: followUpsByState.reduce((n, row) => (row.state === code ? n + row.count : n), 0),
    }))
    .filter(({ n }) => n)
  if (!totals.followUps) return ['No finding has been turned into a follow-up.']
  return [
    ...when(
      totals.findings,
      `${part(facts, treated, totals.findings, ['finding', 'findings'], ['has a follow-up', 'have a follow-up', 'has no follow-up'])}.`,
    ),
    `By status, there ${totals.followUps === 1 ? 'is' : 'are'} ${amount(facts, totals.followUps, 'follow-up')}: ${list(states.map(({ label, n }) => `${count(n)} ${label}`))}.`,
    `${part(facts, totals.overdue, totals.followUps, ['follow-up', 'follow-ups'], ['is overdue', 'are overdue', 'is not overdue'])}.`,
  ]
}
