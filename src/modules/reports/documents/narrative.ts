import { listOf } from '../../../platform/i18n/format.ts'
import type { Narrative, ReportFigures } from '../schema.ts'
import { analysis, conclusions, recommendations } from './narrative-conclusions.ts'
import { factsOf, when } from './narrative-facts.ts'
import { followUps, obstacles, response, scores, summary } from './narrative-results.ts'
import { narrativeWords } from './narrative-words.ts'

/** The text of a report as first drafted from its figures, in the report's language. People edit it before it is signed. */
export function draftNarrative(figures: ReportFigures): Narrative {
  const facts = factsOf(figures)
  const { totals, cycle, instrument, cutoffAt: cutoff, expired, expiring } = facts
  const { agreements, partners, offices, officesWithTargets: withForms } = totals
  const say = narrativeWords[figures.locale]
  const named = facts.title.includes(cycle.name)
  return {
    foreword: lines(say.foreword({ title: facts.title, agreements, partners, cycle: named ? 'none' : cycle.name, cutoff })),
    summary: summary(facts),
    background: lines(say.background({ office: facts.office.name, partners, kinds: listOf(facts.locale, 'conjunction', facts.kinds) })),
    legalBasis: lines(say.legalBasis),
    purpose: lines(say.purpose),
    scope: lines(say.scope({ agreements, partners, offices, withForms, from: cycle.from, to: cycle.to })),
    method: lines(
      say.method({
        instrument: instrument.name,
        version: instrument.version,
        opens: cycle.opensOn,
        due: cycle.dueOn,
        closes: cycle.closesOn,
        closed: facts.closed,
        cutoff,
      }),
    ),
    overview: [
      say.overview({ agreements, partners }),
      ...when(expired, say.expired({ n: expired })),
      ...when(expiring, say.expiring({ n: expiring })),
    ],
    response: response(facts),
    scores: scores(facts),
    obstacles: obstacles(facts),
    followUps: followUps(facts),
    analysis: analysis(facts),
    conclusion: conclusions(facts),
    recommendations: recommendations(facts),
    closing: lines(say.closing),
  }
}

const lines = (text: string): string[] => text.split('\n')
