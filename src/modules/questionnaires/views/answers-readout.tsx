import { articleIn } from '../../../platform/i18n/articles.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Form, readerAmong, visibleQuestions } from '../rules/questions.ts'
import type { Answers, AskedObligation } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import type { KnownFiles } from './files-field.tsx'
import { type Item, outlineOf, sectionTitle } from './outline.ts'
import { ObligationFacts } from './questionnaire.tsx'
import { answerText, labelOf } from './texts.ts'

type Props = {
  instrument: Form['instrument']
  side: Form['side']
  obligations: Form['obligations']
  answers: Answers
  files?: KnownFiles
}

/** What one side answered, to read: only what it was asked, unanswered questions said as such. */
export function AnswersReadout({ instrument, side, obligations, answers, files = {} }: Props) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const form = { instrument, side, obligations }
  const visible = visibleQuestions(form, answers)
  const shown = new Set(visible.map(({ key }) => key))
  const read = readerAmong(visible, answers)
  const outline = outlineOf(form)
  const Title = sectionTitle(outline)
  return (
    <div class="readout">
      {outline.map(({ section, letter, heading, groups }) => (
        <section>
          {heading ? <h2>{textIn(heading, locale)}</h2> : null}
          <Title>
            {letter}. {textIn(section.label, locale)}
          </Title>
          {groups.map(({ obligation, number, items }) => (
            <div class={obligation ? 'obligation' : undefined}>
              {obligation ? <ObligationHead number={number} obligation={obligation} /> : null}
              <dl>
                {items
                  .filter(item => shown.has(item.key) && item.question.type !== 'info')
                  .map(item => (
                    <div>
                      <dt>{labelOf(item, locale)}</dt>
                      <Answer item={item} value={read(item.key)} files={files} />
                    </div>
                  ))}
              </dl>
            </div>
          ))}
          {groups.length === 0 ? <p>{w.noObligations}</p> : null}
        </section>
      ))}
    </div>
  )
}

function ObligationHead({ number, obligation }: { number: number; obligation: AskedObligation }) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  return (
    <>
      <small>{[w.obligationShort({ number }), articleIn(locale, obligation.article)].filter(Boolean).join(' · ')}</small>
      <ObligationFacts obligation={obligation} />
    </>
  )
}

type AnswerProps = { item: Item; value: Value | undefined; files: KnownFiles }

function Answer({ item, value, files }: AnswerProps) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  if (value === undefined) return <dd class="blank">{w.blank}</dd>
  if (item.question.type !== 'file' || !Array.isArray(value)) {
    const isProse = item.question.type === 'longtext' || item.question.type === 'text' || item.question.type === 'table-of-scales'
    return <dd class={isProse ? 'prose-answer' : undefined}>{answerText(item.question, value, locale)}</dd>
  }
  return (
    <dd>
      {value.map((id, index) => (
        <div>{files[id] ? <FileLink {...files[id]} /> : w.file({ number: index + 1 })}</div>
      ))}
    </dd>
  )
}
