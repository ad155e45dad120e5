import type { Narrative } from '../schema.ts'
import type { Facts, Item } from './narrative-facts.ts'

/** A first draft of the report's text in English, written from its figures. People edit it before it is signed. */
export function narrativeEn(facts: Facts): Narrative {
  const { totals, cycle, office, count, share, day, cutoffAt } = facts
  return {
    foreword: [
      `This report, ${facts.title}, presents the evaluation of ${count(totals.agreements)} agreements with ${count(totals.partners)} partners in ${cycle.name}, from the answers received up to ${cutoffAt}. Each figure in it is computed from the answers that offices and partners sent, and can be traced back to them.`,
      'We thank all offices and partners who answered. May this report serve to improve how the cooperation is carried out.',
    ],
    summary: [responseSentence(facts), scoreSentence(facts), obstacleSentence(facts), followUpSentence(facts)],
    background: [
      `${office.name} cooperates with ministries, state bodies, universities, civil organisations, media and companies in holding general and regional-head elections. This cooperation is laid down in memoranda of understanding, cooperation agreements and addenda.`,
      'A signed document is of use only when it is carried out. Both sides therefore monitor and evaluate it regularly, learn its obstacles, and follow the improvements up until they are done.',
    ],
    legalBasis: [
      'Law No. 7 of 2017 on General Elections, as amended;',
      'Law No. 14 of 2008 on Public Information Disclosure;',
      'General Election Commission Regulation No. 2 of 2021 on Official Documents, as amended by Regulation No. 8 of 2021;',
      'General Election Commission Decree No. 1068 of 2023 on the Technical Guideline for Drafting Agreements.',
    ],
    purpose: [
      'This report gives the leadership a complete picture of how the cooperation is carried out.',
      'Its objectives are to evaluate the cooperation, to learn what followed from it, to identify its obstacles, and to collect suggestions and criticism from both sides.',
    ],
    scope: [
      `The evaluation covers ${count(totals.agreements)} agreements with ${count(totals.partners)} partners. Of ${count(totals.offices)} offices, ${count(totals.officesWithTargets)} had questionnaires to answer. The period evaluated is ${day(cycle.from)} to ${day(cycle.to)}.`,
    ],
    method: [
      `The evaluation used ${facts.instrument.name}, version ${count(facts.instrument.version)}. Offices and partners answered the same items separately; neither saw the other’s answers before both had sent theirs.`,
      `Answers were accepted from ${day(cycle.opensOn)}, were due on ${day(cycle.dueOn)}, and closed on ${day(cycle.closesOn)}. Scores run from 0 to 100 by the weight of each item; “not applicable” does not count. Data as of ${cutoffAt}.`,
    ],
    overview: [
      `This cycle holds ${count(totals.agreements)} agreements with ${count(totals.partners)} partners.`,
      ...when(
        facts.expired + facts.expiring,
        `${count(facts.expired)} agreements have expired and ${count(facts.expiring)} end within 90 days.`,
      ),
    ],
    response: [
      responseSentence(facts),
      ...when(
        totals.officesWithTargets,
        `${count(totals.officesComplete)} of ${count(totals.officesWithTargets)} offices (${share(totals.officesComplete, totals.officesWithTargets)}) have sent all of theirs.`,
      ),
      ...when(facts.silent.length, `Nothing has been sent yet from ${list(facts.silent)}.`),
    ],
    scores: [
      ...when(
        facts.applicable,
        `Of ${count(facts.applicable)} answers on obligations that apply, ${count(facts.fulfilled)} (${share(facts.fulfilled, facts.applicable)}) say that the obligation was carried out in full and ${count(facts.unfulfilled)} (${share(facts.unfulfilled, facts.applicable)}) that it was not.`,
      ),
      ...when(
        facts.assessed,
        `Of ${count(facts.assessed)} agreements assessed, ${count(facts.unused)} (${share(facts.unused, facts.assessed)}) are still at level 1, a document that is not carried out, and ${count(facts.followedUp)} (${share(facts.followedUp, facts.assessed)}) have reached level 4.`,
      ),
      scoreSentence(facts),
    ],
    obstacles: [obstacleSentence(facts)],
    followUps: [followUpSentence(facts)],
    analysis: analysis(facts),
    conclusion: [responseSentence(facts), scoreSentence(facts), followUpSentence(facts)],
    recommendations: recommendations(facts),
    closing: ['This report is submitted as a basis for decisions and for improving how the cooperation is carried out.'],
  }
}

function responseSentence({ totals, count, share }: Facts): string {
  if (!totals.targets) return 'There is nothing to answer in this cycle yet.'
  return `Of ${count(totals.targets)} questionnaires to answer, ${count(totals.submitted)} (${share(totals.submitted, totals.targets)}) were sent: ${count(totals.kpuSubmitted)} of ${count(totals.kpuTargets)} by KPU and ${count(totals.partnerSubmitted)} of ${count(totals.partnerTargets)} by partners.`
}

function scoreSentence({ totals, score, count }: Facts): string {
  if (totals.kpuScore === null && totals.partnerScore === null) return 'No score can be computed yet, as no scored answer was received.'
  if (totals.kpuScore === null)
    return `The average score given by partners is ${score(totals.partnerScore ?? 0)} out of 100; KPU has not scored yet.`
  if (totals.partnerScore === null)
    return `The average score given by KPU is ${score(totals.kpuScore)} out of 100; partners have not scored yet.`
  return `The average score is ${score(totals.kpuScore)} by KPU and ${score(totals.partnerScore)} by partners, out of 100; both sides have evaluated ${count(totals.bothSubmitted)} cooperations.`
}

function obstacleSentence({ obstacles, main, count, share, totals }: Facts): string {
  if (!obstacles) return `No obstacle was reported by category; ${count(totals.findings)} findings are recorded in all.`
  const most = main.map(row => `“${row.label}” (${count(row.count)}; ${share(row.count, obstacles)})`)
  return `${count(totals.findings)} findings are recorded, among them ${count(obstacles)} obstacles with a category. The most frequent: ${list(most)}.`
}

function followUpSentence({ totals, verified, count, share }: Facts): string {
  if (!totals.followUps) return 'No follow-up has been set yet.'
  return `Of ${count(totals.followUps)} follow-ups, ${count(verified)} (${share(verified, totals.followUps)}) are verified and ${count(totals.overdue)} (${share(totals.overdue, totals.followUps)}) are overdue.`
}

function analysis(facts: Facts): string[] {
  const { totals, widest, weakest, strongest, count, share, score } = facts
  const both = (item: Item) => `KPU ${score(item.kpu)}, partners ${score(item.partner)}`
  return [
    ...when(
      totals.kpuTargets && totals.partnerTargets,
      `KPU sent ${share(totals.kpuSubmitted, totals.kpuTargets)} of what it had to answer, partners ${share(totals.partnerSubmitted, totals.partnerTargets)}.`,
    ),
    ...(widest && widest.kpu !== widest.partner
      ? [`The two sides differ most on “${widest.label}” (${both(widest)}). They should discuss it until they see it alike.`]
      : []),
    ...(weakest
      ? [
          `The lowest score is that of “${weakest.label}” (${both(weakest)})${strongest && strongest !== weakest ? `, the highest that of “${strongest.label}” (${both(strongest)})` : ''}.`,
        ]
      : []),
    ...when(
      facts.unused,
      `${count(facts.unused)} agreements are not carried out at all. Each needs a decision: carry it out by a work plan, change it, or end it.`,
    ),
    ...when(facts.without, `${count(facts.without)} of ${count(totals.findings)} findings have no follow-up yet.`),
    ...when(!totals.submitted, 'There is nothing to analyse yet, as no answer was received.'),
  ]
}

function recommendations(facts: Facts): string[] {
  const { totals, main, count, day, cycle } = facts
  return [
    ...when(
      facts.missing,
      facts.closed
        ? `Offices and partners explain the ${count(facts.missing)} questionnaires that were not sent before the cycle closed, and answer them first in the next cycle.`
        : `Offices and partners complete the ${count(facts.missing)} questionnaires not yet sent before the cycle closes on ${day(cycle.closesOn)}.`,
    ),
    ...when(
      facts.unused,
      `Offices draw up a work plan for, or propose to end, the ${count(facts.unused)} agreements that are not carried out.`,
    ),
    ...when(facts.expired, `Offices decide whether to renew or end the ${count(facts.expired)} agreements that have expired.`),
    ...(main[0]
      ? [`The secretariat prepares joint steps against the most frequent obstacles: ${list(main.map(row => `“${row.label}”`))}.`]
      : []),
    ...when(facts.without, `Each of the ${count(facts.without)} findings without a follow-up gets an owner and a due date.`),
    ...when(
      totals.overdue,
      `Owners complete the ${count(totals.overdue)} overdue follow-ups, and the leadership reviews them every month.`,
    ),
    'The results are shared with the partners and evaluated again in the next cycle.',
  ]
}

const when = (condition: number | boolean, sentence: string): string[] => (condition ? [sentence] : [])

/** "a", "a and b", "a, b and c"; the rest of a long list as a number. */
function list(names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} others`] : names
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
