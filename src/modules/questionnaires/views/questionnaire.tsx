import type { ComponentChildren } from 'preact'
import { articleIn } from '../../../platform/i18n/articles.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { useScript } from '../../../web/needs.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { AnswerProblem } from '../rules/answers.ts'
import { type Form, readerOf } from '../rules/questions.ts'
import type { Answers, AskedObligation, Section } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import type { KnownFiles } from './files-field.tsx'
import { outlineOf, sectionId } from './outline.ts'
import { QuestionView } from './question.tsx'

type Props = {
  instrument: Form['instrument']
  side: Form['side']
  obligations: Form['obligations']
  answers?: Answers
  /** By answer key, from `checkAnswers`. */
  problems?: Readonly<Record<string, AnswerProblem>>
  files?: KnownFiles
  readonly?: boolean
}

/**
 * The questions of one side as fields named by their answer keys, to stand inside a multipart `Form`. Without JavaScript every question
 * is there, with a sentence where it is asked only under a condition; with it, `<conditional-fields>` hides what is not asked.
 */
export function Questionnaire({ instrument, side, obligations, answers = {}, problems = {}, files = {}, readonly = false }: Props) {
  useScript('conditional-fields')
  const { locale } = useViewer()
  const outline = outlineOf({ instrument, side, obligations })
  const items = new Map(outline.flatMap(({ groups }) => groups.flatMap(group => group.items.map(item => [item.key, item]))))
  const read = readerOf(answers)
  return (
    <conditional-fields class="questionnaire">
      {outline.map(({ section, letter, heading, groups }) => (
        <>
          {heading ? <h2>{textIn(heading, locale)}</h2> : null}
          <SectionFrame section={section} letter={letter} isEmpty={groups.length === 0}>
            {groups.map(({ obligation, number, items: own }) => (
              <ObligationFrame obligation={obligation} number={number} total={obligations.length}>
                {own.map(item => (
                  <QuestionView
                    item={item}
                    items={items}
                    value={read(item.key)}
                    problem={problems[item.key]}
                    files={files}
                    readonly={readonly}
                  />
                ))}
              </ObligationFrame>
            ))}
          </SectionFrame>
        </>
      ))}
    </conditional-fields>
  )
}

function SectionFrame({
  section,
  letter,
  isEmpty,
  children,
}: {
  section: Section
  letter: string
  isEmpty: boolean
  children: ComponentChildren
}) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  return (
    <fieldset class="group" id={sectionId(letter)} data-questions={isEmpty ? undefined : ''}>
      <legend>
        {letter}. {textIn(section.label, locale)}
      </legend>
      {section.hint ? <p class="hint">{textIn(section.hint, locale)}</p> : null}
      {isEmpty ? <p>{w.noObligations}</p> : children}
    </fieldset>
  )
}

type ObligationProps = { obligation: AskedObligation | null; number: number; total: number; children: ComponentChildren }

function ObligationFrame({ obligation, number, total, children }: ObligationProps) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  if (!obligation) return <div class="questions">{children}</div>
  return (
    <fieldset class="obligation" data-questions="">
      <legend>{[w.obligation({ number, total }), articleIn(locale, obligation.article)].filter(Boolean).join(' · ')}</legend>
      <ObligationFacts obligation={obligation} />
      {children}
    </fieldset>
  )
}

/** The sentence of the obligation, who bears it and when it was due. */
export function ObligationFacts({ obligation }: { obligation: AskedObligation }) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const facts = [
    [w.bearer, obligation.bearer],
    [w.due, obligation.dueOn && formatDay(locale, obligation.dueOn)],
  ].filter(([, said]) => said)
  return (
    <>
      <p>
        <b>{obligation.text}</b>
      </p>
      {facts.length ? (
        <dl class="facts">
          {facts.map(([name, said]) => (
            <div>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
