import { z } from 'zod'
import { flag, id, keptRev, line, list, optional, rule, seenRev, wholeFrom } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'
import { AwardState, EntryStatus, TieRule } from './kinds.ts'
import { Named } from './rounds.ts'

/** `levels` say what each level means, the lowest first, which is one point. */
export const Criterion = z.object({ id, name: z.string(), weight: z.int(), levels: z.array(z.string()) })

/** An exact number, `n` of `d`, with what people read of it in hundredths. */
export const Score = z.object({ n: z.string(), d: z.string(), read: z.number() })
export const ResultRow = z.object({
  entry: id,
  office: Named,
  stage: z.string(),
  topic: z.string(),
  jury: Score.nullable(),
  marked: z.int().describe('How many of the jury marked it'),
  abstained: z.int(),
  audience: Score.nullable(),
  votes: z.int(),
  voters: z.int().describe('How many offices chose in its stage that could have chosen it'),
  total: Score.nullable(),
  rank: z.int().nullable().describe('1 for a winner of its stage; null where it was not marked'),
})
/** As it was when it stopped: who could mark and vote then, and what of that had been given counted no more. */
export const AwardResult = z.object({
  rows: z.array(ResultRow),
  jury: z.array(z.object({ id, name: z.string(), office: z.string().nullable() })),
  offices: z.array(Named.extend({ voted: z.array(z.string()).describe('The stages in which it chose') })),
  uncounted: z.object({ marks: z.int(), votes: z.int() }),
})

/** What of one entry the one who asks gave, and whether they may. */
export const AwardEntry = z.object({
  id,
  office: Named,
  stage: z.string(),
  topic: z.string(),
  status: EntryStatus,
  isExcluded: z.boolean().describe('Of your own office or province'),
  isReady: z.boolean().describe('It has presented, or does'),
  marks: z
    .object({ abstained: z.boolean(), points: z.record(z.string(), z.int()) })
    .nullable()
    .describe('Yours; null where you have not marked it yet'),
})
export const awardActs = ['plan', 'open', 'stop', 'mark', 'vote'] as const
export const Award = z.object({
  round: Named,
  meeting: Named,
  state: AwardState.nullable().describe('null where no award is planned'),
  juryWeight: z.int(),
  audienceWeight: z.int(),
  tieRule: TieRule,
  criteria: z.array(Criterion),
  jury: z.array(z.object({ id, name: z.string(), byPart: z.boolean(), marked: z.int().describe('How many entries they have marked') })),
  entries: z.array(AwardEntry),
  votes: z.array(z.object({ stage: z.string(), entry: id.nullable() })).describe('What your office chose; without an entry it abstains'),
  office: z.string().nullable().describe('The office that you vote for'),
  acts: z.array(z.enum(awardActs)),
  stoppedAt: z.iso.datetime().nullable(),
  result: AwardResult.nullable(),
  rev: keptRev,
})

const lines = (given: unknown) => (typeof given === 'string' ? given.split(/\r?\n/).filter(text => text.trim() !== '') : given)
const CriterionDraft = z.object({
  name: line(200, 3),
  weight: wholeFrom(1, 100),
  levels: z
    .preprocess(lines, z.array(line(500)).min(2).max(10))
    .describe('What each level means, the lowest first: two to ten, of one point, two points and so on'),
})
const isBlank = (each: unknown) =>
  typeof each === 'object' && each !== null && String((each as { name?: unknown }).name ?? '').trim() === ''
export const AwardPlan = z
  .object({
    id: id.describe('Of the round'),
    rev: seenRev.describe('Of the award; 0 where there is none yet'),
    juryWeight: wholeFrom(0, 100),
    audienceWeight: wholeFrom(0, 100),
    tieRule: TieRule.describe('What decides where the total is the same: nothing, the jury, the audience, or the first criterion'),
    criteria: z.preprocess(given => (Array.isArray(given) ? given.filter(each => !isBlank(each)) : given), list(CriterionDraft, 8)),
  })
  .refine(
    ({ juryWeight, audienceWeight }) => juryWeight + audienceWeight > 0,
    rule(['juryWeight'], refusals.noWeight, ['juryWeight', 'audienceWeight']),
  )
  .refine(
    ({ juryWeight, criteria }) => juryWeight === 0 || criteria.length > 0,
    rule(['criteria.0.name'], refusals.noCriterion, ['juryWeight', 'criteria']),
  )

export const JuryAddition = z.object({ id, person: line(254).describe('By id or e-mail address, of those in your reach') })
export const JuryRemoval = z.object({ id, rev: seenRev, person: id })
export const MarksGiven = z.object({
  id,
  entry: id,
  abstain: flag.default(false),
  points: list(z.object({ criterion: id, points: optional(wholeFrom(1, 100)) }), 8).describe('One for each criterion, unless you abstain'),
})
export const VoteGiven = z.object({
  id,
  stage: line(100),
  entry: z.union([id, z.literal('abstain')]).describe('`abstain`: the office abstains'),
})

export type Award = z.infer<typeof Award>
export type AwardEntry = z.infer<typeof AwardEntry>
export type AwardResult = z.infer<typeof AwardResult>
export type ResultRow = z.infer<typeof ResultRow>
export type Criterion = z.infer<typeof Criterion>
