import { answerKey, type Form, readerAmong, visibleQuestions } from '../../questionnaires/rules/questions.ts'
import type { Answers, FindingKind, Question } from '../../questionnaires/schema.ts'

/**
 * What one side wrote that asks for action. `categories` are the option values that classify it, in the instrument's order; `category`
 * is the first of them, for counts in which each finding falls once.
 */
export type WrittenFinding = {
  answerKey: string
  questionKey: string
  obligationId: string | null
  kind: FindingKind
  text: string
  category: string | null
  categories: string[]
}

/** Every text in a shown question whose role makes it a finding, in the order of the paper. */
export function findingsIn(form: Form, answers: Answers): WrittenFinding[] {
  const visible = visibleQuestions(form, answers)
  const read = readerAmong(visible, answers)
  const byKey = new Map(visible.map(asked => [asked.key, asked.question]))
  return visible.flatMap(({ key, question, obligation }) => {
    if ((question.type !== 'text' && question.type !== 'longtext') || !question.role) return []
    const value = read(key)
    const text = typeof value === 'string' ? value.trim() : ''
    if (text === '') return []
    const obligationId = obligation?.id ?? null
    const categories = question.categoryFrom
      ? categoriesAt([answerKey(question.categoryFrom, obligationId), question.categoryFrom], byKey, read)
      : []
    return [
      { answerKey: key, questionKey: question.key, obligationId, kind: question.role, text, category: categories[0] ?? null, categories },
    ]
  })
}

/** A repeated text may be classified in its own section or once for all. */
function categoriesAt(keys: string[], byKey: ReadonlyMap<string, Question>, read: ReturnType<typeof readerAmong>): string[] {
  const key = keys.find(candidate => byKey.has(candidate))
  const question = key === undefined ? undefined : byKey.get(key)
  if (key === undefined || !question || !('options' in question)) return []
  const value = read(key)
  const chosen = Array.isArray(value) ? value : [value]
  return question.options.map(({ v }) => v).filter(v => chosen.includes(v))
}
