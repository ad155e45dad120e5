import type { Narrative } from '../schema.ts'
import { analysisEn, conclusionsEn, recommendationsEn } from './conclusions-en.ts'
import { type Facts, when } from './narrative-facts.ts'
import { amount } from './phrases-en.ts'
import { followUpsEn, obstaclesEn, responseEn, scoresEn, summaryEn } from './results-en.ts'

/** A first draft of the report's text in English, written from its figures. People edit it before it is signed. */
export function narrativeEn(facts: Facts): Narrative {
  const { totals, cycle, office, count, day, cutoffAt } = facts
  const agreements = amount(facts, totals.agreements, 'agreement')
  const partners = amount(facts, totals.partners, 'partner')
  return {
    foreword: [
      `This report, ${facts.title}, presents the evaluation of ${agreements} with ${partners} in ${cycle.name}, from the answers received up to ${cutoffAt}. Each figure in it is computed from the answers that offices and partners sent, and can be traced back to them.`,
      'We thank all offices and partners who answered. May this report serve to improve how the cooperation is carried out.',
    ],
    summary: summaryEn(facts),
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
      `The evaluation covers ${agreements} with ${partners}. Of ${count(totals.offices)} offices, ${count(totals.officesWithTargets)} had forms to send. The period evaluated is ${day(cycle.from)} to ${day(cycle.to)}.`,
    ],
    method: [
      `The evaluation used the instrument “${facts.instrument.name}”, version ${count(facts.instrument.version)}. Offices and partners answered the same items separately; neither saw the other’s answers before both had sent theirs.`,
      `Answers were accepted from ${day(cycle.opensOn)}, were due on ${day(cycle.dueOn)}, and closed on ${day(cycle.closesOn)}. Scores run from 0 to 100 by the weight of each item; “not applicable” does not count. Data as of ${cutoffAt}.`,
      'Conclusions are drawn from 5 answers or more. Scores less than 5.0 apart are called close together.',
    ],
    overview: [
      `This cycle evaluates ${agreements} with ${partners}.`,
      ...when(facts.expired, `The term of ${amount(facts, facts.expired, 'agreement')} has ended without a decision on what follows.`),
      ...when(facts.expiring, `The term of ${amount(facts, facts.expiring, 'agreement')} ends within 90 days.`),
    ],
    response: responseEn(facts),
    scores: scoresEn(facts),
    obstacles: obstaclesEn(facts),
    followUps: followUpsEn(facts),
    analysis: analysisEn(facts),
    conclusion: conclusionsEn(facts),
    recommendations: recommendationsEn(facts),
    closing: ['This report is submitted as a basis for decisions and for improving how the cooperation is carried out.'],
  }
}
