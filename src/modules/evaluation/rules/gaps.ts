import { isBlank, type Read, type Value } from '../../../platform/values/conditions.ts'
import { minus, rounded } from '../../questionnaires/rules/fractions.ts'
import { type AskedQuestion, type Form, questionsFor, readerAmong, visibleQuestions } from '../../questionnaires/rules/questions.ts'
import { pointsOf } from '../../questionnaires/rules/score.ts'
import type { Answers, AskedObligation, Question, Section, Side } from '../../questionnaires/schema.ts'

/** What both sides said to one question. Values are null where a side did not answer. */
export type Gap = {
  key: string
  question: Question
  section: Section
  obligation: AskedObligation | null
  kpu: Value | null
  partner: Value | null
  /** The sides to which their own other answers showed the question. */
  shownTo: Side[]
  kpuScore: number | null
  partnerScore: number | null
  /** Points of the office minus points of the partner, -100 to 100, from the unrounded points; null unless both have points. */
  difference: number | null
  /** Whether both gave the same answer, the order of choices aside; null unless both answered. */
  same: boolean | null
}

/** Every question that both sides are asked and at least one was shown, in the order of the paper. Files and notes have no gap. */
export function gaps(form: Omit<Form, 'side'>, kpu: Answers, partner: Answers): Gap[] {
  const office = shownTo({ ...form, side: 'kpu' }, kpu)
  const other = shownTo({ ...form, side: 'partner' }, partner)
  return questionsFor({ ...form, side: 'kpu' })
    .filter(
      ({ key, question }) =>
        question.type !== 'info' && question.type !== 'file' && other.asked.has(key) && (office.shown.has(key) || other.shown.has(key)),
    )
    .map(asked => ({
      ...gapOf(asked, office.read(asked.key), other.read(asked.key)),
      shownTo: [...(office.shown.has(asked.key) ? ['kpu' as const] : []), ...(other.shown.has(asked.key) ? ['partner' as const] : [])],
    }))
}

function shownTo(form: Form, answers: Answers): { asked: Set<string>; shown: Set<string>; read: Read } {
  const visible = visibleQuestions(form, answers)
  return {
    asked: new Set(questionsFor(form).map(({ key }) => key)),
    shown: new Set(visible.map(({ key }) => key)),
    read: readerAmong(visible, answers),
  }
}

function gapOf(
  { key, question, section, obligation }: AskedQuestion,
  office: Value | undefined,
  other: Value | undefined,
): Omit<Gap, 'shownTo'> {
  const kpu = office === undefined || isBlank(office) ? null : office
  const partner = other === undefined || isBlank(other) ? null : other
  const [x, y] = [pointsOf(question, office), pointsOf(question, other)]
  return {
    key,
    question,
    section,
    obligation,
    kpu,
    partner,
    kpuScore: x && rounded(x),
    partnerScore: y && rounded(y),
    difference: x && y && rounded(minus(x, y)),
    same: kpu === null || partner === null ? null : canonical(kpu) === canonical(partner),
  }
}

function canonical(value: Value): string {
  if (Array.isArray(value)) return JSON.stringify(value.toSorted())
  return JSON.stringify(typeof value === 'object' ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value)
}
