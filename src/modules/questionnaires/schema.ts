import { z } from 'zod'
import { type Condition, deepest } from '../../platform/values/conditions.ts'
import { rule, written } from '../../platform/values/shapes.ts'
import { refusals } from './words/refusals.ts'

/** The two sides of an agreement that answer the same instrument: the commission's office, and its partner. */
export const sides = ['kpu', 'partner'] as const
/** The six evaluation criteria of the OECD Development Assistance Committee (10 December 2019). */
export const criteria = ['relevance', 'coherence', 'effectiveness', 'efficiency', 'impact', 'sustainability'] as const
/** Free text with one of these roles becomes a finding. */
export const findingKinds = ['obstacle', 'suggestion', 'criticism', 'solution'] as const
/** How the answers of many responses become one figure: see `aggregate` in rules/score.ts. */
export const aggregations = ['average', 'sum', 'last'] as const
/** An instrument may hold at most so many questions, repeated sections counted once. */
export const mostQuestions = 250

export const Side = z.enum(sides)
export const Criterion = z.enum(criteria)
export const FindingKind = z.enum(findingKinds)
export const Aggregation = z.enum(aggregations)

/**
 * Letters, digits, `_` and `-`: the signs `@`, `.`, `[` and `]` build answer keys and form names. Not what every object has
 * (`constructor`).
 */
const Key = written(/^[A-Za-z][\w-]{0,63}$/, refusals.keyMalformed).refine(
  key => !(key in Object.prototype),
  rule([], refusals.keyForbidden),
)
/** A choice's value; `1` to `5` are allowed. */
const OptionValue = written(/^[A-Za-z0-9][\w-]{0,63}$/, refusals.choiceValueMalformed)
const sentence = written(/\S/, refusals.textEmpty).max(2000)
export const LocalizedText = z.strictObject({ id: sentence, en: sentence })
/** 0.01 to 1000, two decimals; absent means 1. Only the relation of weights matters. */
const Weight = z.number().min(0.01).max(1000).refine(hasTwoDecimals, rule([], refusals.tooManyDecimals))
/** Points from 0 to 100, two decimals; null or absent: this choice is not scored ("not applicable"). */
const Score = z.number().min(0).max(100).refine(hasTwoDecimals, rule([], refusals.tooManyDecimals)).nullable()

const Scalar = z.union([z.string().max(200), z.number()])
const ConditionTree: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ q: Key, op: z.literal('answered') }),
    z.strictObject({ q: Key, op: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge']), v: Scalar }),
    z.strictObject({ q: Key, op: z.literal('in'), v: z.array(Scalar).min(1) }),
    z.strictObject({ q: Key, op: z.literal('has'), v: z.string().max(200) }),
    z.strictObject({ all: z.array(ConditionTree).min(1) }),
    z.strictObject({ any: z.array(ConditionTree).min(1) }),
    z.strictObject({ not: ConditionTree }),
  ]),
)
/** Checked for depth before its shape, so that a hostile nesting is refused and not followed. */
const CheckedCondition = z
  .unknown()
  .refine(raw => isShallow(raw, deepest), rule([], refusals.conditionNestedTooDeeply))
  .pipe(ConditionTree)

export const Option = z.strictObject({ v: OptionValue, label: LocalizedText, hint: LocalizedText.optional(), score: Score.optional() })
const asked = {
  key: Key,
  label: LocalizedText,
  hint: LocalizedText.optional(),
  sides: z.array(Side).min(1).optional(),
  required: z.boolean().optional(),
  showIf: CheckedCondition.optional(),
  requiredIf: CheckedCondition.optional(),
}
const scored = { options: z.array(Option).min(2).max(50), weight: Weight.optional(), aggregation: Aggregation.optional() }
/** A file that goes with an answer; it is asked right after it, under the key `question.evidence`. */
const Evidence = z.strictObject({
  label: LocalizedText,
  hint: LocalizedText.optional(),
  showIf: CheckedCondition.optional(),
  requiredIf: CheckedCondition.optional(),
})
const choice = { ...asked, ...scored, role: z.enum(['maturity', 'recommendation', 'rating']).optional(), evidence: Evidence.optional() }
/** `categoryFrom` names the question whose choices classify this text. */
const prose = { ...asked, role: FindingKind.optional(), categoryFrom: Key.optional(), maxLength: z.int().min(1).max(20_000).optional() }

export const Question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('scale'), ...choice }),
  z.strictObject({ type: z.literal('single'), ...choice }),
  z.strictObject({ type: z.literal('multi'), ...asked, options: scored.options }),
  z.strictObject({ type: z.literal('text'), ...prose }),
  z.strictObject({ type: z.literal('longtext'), ...prose }),
  z.strictObject({
    type: z.literal('number'),
    ...asked,
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean().optional(),
    unit: LocalizedText.optional(),
    aggregation: Aggregation.optional(),
  }),
  z.strictObject({ type: z.literal('date'), ...asked }),
  z.strictObject({ type: z.literal('file'), ...asked }),
  z.strictObject({
    type: z.literal('table-of-scales'),
    ...asked,
    ...scored,
    rows: z
      .array(z.strictObject({ key: Key, label: LocalizedText, weight: Weight.optional() }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ type: z.literal('info'), key: Key, label: LocalizedText, sides: asked.sides, showIf: asked.showIf }),
])

/**
 * `heading` names the part of the paper that a run of sections belongs to. Without scored questions, `criterion` and `weight` stay away.
 */
export const Section = z.strictObject({
  key: Key,
  heading: LocalizedText.optional(),
  label: LocalizedText,
  hint: LocalizedText.optional(),
  criterion: Criterion.optional(),
  weight: Weight.optional(),
  repeat: z.literal('obligation').optional(),
  showIf: CheckedCondition.optional(),
  questions: z.array(Question).min(1),
})

/** A questionnaire in one version. What the shapes cannot say (unique keys, references) `checkInstrument` says. */
export const Instrument = z.strictObject({
  key: Key,
  version: z.int().min(1),
  title: LocalizedText,
  intro: LocalizedText.optional(),
  sides: z.array(Side).min(1),
  sections: z.array(Section).min(1),
})

/**
 * By answer key: `question`, or `question@obligation` in a repeated section; evidence is `question.evidence` and
 * `question.evidence@obligation`.
 */
export const Answers = z.record(
  z.string().max(200),
  z.union([z.string().max(50_000), z.number(), z.array(z.string().max(200)).max(100), z.record(z.string().max(64), z.string().max(64))]),
)

export type Side = z.infer<typeof Side>
export type Criterion = z.infer<typeof Criterion>
export type FindingKind = z.infer<typeof FindingKind>
export type Aggregation = z.infer<typeof Aggregation>
export type LocalizedText = z.infer<typeof LocalizedText>
export type Option = z.infer<typeof Option>
export type Question = z.infer<typeof Question>
export type Section = z.infer<typeof Section>
export type Instrument = z.infer<typeof Instrument>
export type Answers = z.infer<typeof Answers>

function hasTwoDecimals(value: number): boolean {
  return Math.abs(Math.round(value * 100) - value * 100) < 1e-6
}

function isShallow(raw: unknown, levels: number): boolean {
  if (typeof raw !== 'object' || raw === null) return true
  const parts = Object.entries(raw).flatMap(([join, within]) => (['all', 'any', 'not'].includes(join) ? within : []))
  return parts.length === 0 || (levels > 0 && parts.every(part => isShallow(part, levels - 1)))
}

/**
 * What a repeated section shows of an obligation: "Pasal 5 ayat (1)", its sentence, who bears it, and the day it was due (`yyyy-mm-dd`).
 */
export const AskedObligation = z.object({
  id: z.string(),
  article: z.string().nullable(),
  text: z.string(),
  bearer: z.string().nullable(),
  dueOn: z.string().nullable(),
})
export type AskedObligation = z.infer<typeof AskedObligation>
