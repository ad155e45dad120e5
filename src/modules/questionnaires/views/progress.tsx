import { formatNumber } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { useScript } from '../../../web/needs.ts'
import { Button } from '../../../web/ui/button.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { checkAnswers } from '../rules/answers.ts'
import { type Form, requiredLeft } from '../rules/questions.ts'
import type { Answers } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import { outlineOf, sectionId } from './outline.ts'

/**
 * How many required questions are left, the sections to jump to and, with `<answer-progress>`, the next of those questions.
 * Stands in the line of the draft.
 */
export function Progress({ answers, ...form }: Form & { answers: Answers }) {
  useScript('answer-progress')
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const outline = outlineOf(form)
  const left = requiredLeft(form, checkAnswers(form, answers, { final: false }).answers).length
  const said = {
    none: w.noneLeft,
    one: w.oneLeft,
    many: w.left({ count: '{count}' }),
    addsOne: w.addsOne,
    adds: w.adds({ count: '{count}' }),
  }
  return (
    <answer-progress data-said={JSON.stringify(said)}>
      <output>{left === 0 ? w.noneLeft : left === 1 ? w.oneLeft : w.left({ count: formatNumber(locale, left) })}</output>
      <Button kind="quiet" type="button" hidden aria-label={w.nextLeft}>
        {w.next}
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
