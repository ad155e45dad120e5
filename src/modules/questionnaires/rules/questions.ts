import { type Condition, holds, isBlank, type Read, renamed, shownKeys, type Value } from '../../../platform/values/conditions.ts'
import type { Answers, AskedObligation, Instrument, Question, Section, Side } from '../schema.ts'

/** One question as one side meets it: a question of a repeated section is asked once per obligation. Its conditions name answer keys. */
export type AskedQuestion = {
  key: string
  question: Question
  section: Section
  obligation: AskedObligation | null
  showIf?: Condition
  requiredIf?: Condition
  /** Of a file that supports an answer: the key of that answer. */
  evidenceFor?: string
}

/** All that the rules need to know of a form. */
export type Form = { instrument: Instrument; side: Side; obligations: readonly AskedObligation[] }

export const answerKey = (question: string, obligation: string | null): string =>
  obligation === null ? question : `${question}@${obligation}`

/**
 * Every question of one side in the order of the paper, repeated sections once per obligation, evidence right after its answer; conditions
 * not yet applied.
 */
export function questionsFor({ instrument, side, obligations }: Form): AskedQuestion[] {
  const repeated = new Set(
    instrument.sections.filter(section => section.repeat).flatMap(section => section.questions.map(({ key }) => key)),
  )
  return instrument.sections.flatMap(section =>
    (section.repeat ? obligations : [null]).flatMap(obligation => {
      const keyOf = (question: string) => answerKey(question, obligation && repeated.has(question) ? obligation.id : null)
      return section.questions
        .filter(question => question.sides?.includes(side) ?? true)
        .flatMap(question => asAsked(question, section, obligation, keyOf))
    }),
  )
}

/**
 * The questions that these answers leave shown. What a hidden question still holds counts nowhere: not in conditions, scores or findings.
 */
export function visibleQuestions(form: Form, answers: Answers): AskedQuestion[] {
  const all = questionsFor(form)
  const shown = shownKeys(all, readerOf(answers))
  return all.filter(({ key }) => shown.has(key))
}

/** Reads own properties only: nothing that every object has counts as an answer. */
export function readerOf(answers: Answers): Read {
  return key => (Object.hasOwn(answers, key) ? (answers[key] as Value) : undefined)
}

/** As `readerOf`, and blind to every question that is not among these. */
export function readerAmong(visible: readonly AskedQuestion[], answers: Answers): Read {
  const keys = new Set(visible.map(({ key }) => key))
  const read = readerOf(answers)
  return key => (keys.has(key) ? read(key) : undefined)
}

/** `read` must see shown questions only. */
export function isRequired({ question, requiredIf }: AskedQuestion, read: Read): boolean {
  if (question.type === 'info') return false
  return question.required === true || (requiredIf !== undefined && holds(requiredIf, read))
}

/** The keys of the questions that must be answered and are not, as these answers leave them asked: what a submission is refused for. */
export function requiredLeft(form: Form, answers: Answers): string[] {
  const visible = visibleQuestions(form, answers)
  const read = readerAmong(visible, answers)
  return visible.flatMap(asked => (isRequired(asked, read) && !isComplete(asked.question, read(asked.key)) ? [asked.key] : []))
}

/** A table is complete when every row holds a choice; any other question when it holds something. */
export function isComplete(question: Question, value: Value | undefined): boolean {
  if (isBlank(value)) return false
  if (question.type !== 'table-of-scales') return true
  return typeof value === 'object' && !Array.isArray(value) && question.rows.every(({ key }) => Object.hasOwn(value, key))
}

function asAsked(
  question: Question,
  section: Section,
  obligation: AskedObligation | null,
  keyOf: (question: string) => string,
): AskedQuestion[] {
  const key = keyOf(question.key)
  const place = { section, obligation }
  const shown = [section.showIf, question.showIf]
  const requiredIf = question.type === 'info' ? undefined : question.requiredIf
  const asked: AskedQuestion = { key, question, ...place, ...conditions(shown, requiredIf, keyOf) }
  if (!('evidence' in question) || !question.evidence) return [asked]
  const { label, hint, showIf, requiredIf: wantedIf } = question.evidence
  const file: Question = { type: 'file', key: `${question.key}.evidence`, label, ...(hint && { hint }) }
  const [name, at] = key.split('@')
  const fileKey = answerKey(`${name}.evidence`, at ?? null)
  return [asked, { key: fileKey, question: file, ...place, ...conditions([...shown, showIf], wantedIf, keyOf), evidenceFor: key }]
}

/** Conditions that stand one within another hold together. */
function conditions(
  shown: (Condition | undefined)[],
  requiredIf: Condition | undefined,
  keyOf: (question: string) => string,
): Pick<AskedQuestion, 'showIf' | 'requiredIf'> {
  const all = shown.flatMap(condition => (condition ? [renamed(condition, keyOf)] : []))
  const showIf = all.length > 1 ? { all } : all[0]
  return { ...(showIf && { showIf }), ...(requiredIf && { requiredIf: renamed(requiredIf, keyOf) }) }
}
