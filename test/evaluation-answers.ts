import { type AskedQuestion, type Form, isRequired, readerAmong, visibleQuestions } from '../src/modules/questionnaires/rules/questions.ts'
import type { Answers } from '../src/modules/questionnaires/schema.ts'

/** Answers to all that must be answered, and that these answers bring up; `seed` turns the choices. */
export function complete(form: Form, seed = 0, given: Answers = {}): Answers {
  const answers: Answers = { ...given }
  for (let again = true; again; ) {
    again = false
    const visible = visibleQuestions(form, answers)
    const read = readerAmong(visible, answers)
    for (const [at, asked] of visible.entries()) {
      if (asked.key in answers || !isRequired(asked, read)) continue
      answers[asked.key] = answerTo(asked, seed + at * seed)
      again = true
    }
  }
  return answers
}

function answerTo({ key, question }: AskedQuestion, seed: number): Answers[string] {
  if (question.type === 'table-of-scales')
    return Object.fromEntries(question.rows.map((row, at) => [row.key, question.options[(seed + at) % question.options.length]!.v]))
  if (question.type === 'multi') return [question.options[seed % question.options.length]!.v]
  if ('options' in question) return question.options[seed % question.options.length]!.v
  if (question.type === 'number') return seed % 9
  return `Jawaban ${key} ${seed}`
}
