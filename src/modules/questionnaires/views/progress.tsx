import { textIn } from '../../../platform/i18n/words.ts'
import { useScript } from '../../../web/needs.ts'
import { Button } from '../../../web/ui/button.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Form } from '../rules/questions.ts'
import type { Answers } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import { outlineOf, progressOf, sectionId } from './outline.ts'

/**
 * How many questions are answered, the sections to jump to and, with `<answer-progress>`, the next question that is not answered yet.
 * Stands in the line of the draft.
 */
export function Progress({ answers, ...form }: Form & { answers: Answers }) {
  useScript('answer-progress')
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const outline = outlineOf(form)
  const { answered, total } = progressOf(form, outline, answers)
  return (
    <answer-progress data-said={w.answered({ answered: '{answered}', total: '{total}' })}>
      <output>{w.answered({ answered: String(answered), total: String(total) })}</output>
      <Button kind="quiet" type="button" hidden>
        {w.nextBlank}
      </Button>
      <details>
        <summary>{w.parts}</summary>
        <nav aria-label={w.parts}>
          {outline.map(({ section, letter }) => (
            <a href={`#${sectionId(letter)}`}>
              {letter}. {textIn(section.label, locale)}
            </a>
          ))}
        </nav>
      </details>
    </answer-progress>
  )
}
