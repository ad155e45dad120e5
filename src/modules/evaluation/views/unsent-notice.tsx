import { Notice } from '../../../web/ui/notice.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { questionsFor } from '../../questionnaires/rules/questions.ts'
import type { Answers } from '../../questionnaires/schema.ts'
import { answerText, fieldLabels } from '../../questionnaires/views/texts.ts'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'

/** Why nothing was kept, and what was typed that the form does not say already: nobody has to think it up again. */
export function UnsentNotice({ assignment, said, answers }: { assignment: Assignment; said: string; answers: Answers }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const labels = fieldLabels(assignment, locale)
  const typed = questionsFor(assignment).flatMap(({ key, question }) => {
    const value = answers[key]
    return value === undefined || question.type === 'file' ? [] : [{ label: labels[key], text: answerText(question, value, locale) }]
  })
  return (
    <Notice kind="warning" title={said}>
      {typed.length ? (
        <>
          <p>{w.unsent}</p>
          <dl class="definitions">
            {typed.map(({ label, text }) => (
              <div>
                <dt>{label}</dt>
                <dd class="prose-answer">{text}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </Notice>
  )
}
