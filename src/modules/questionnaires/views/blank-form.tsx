import { articleIn } from '../../../platform/i18n/articles.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Form } from '../rules/questions.ts'
import { questionnaireWords } from '../words.ts'
import { type Outline, outlineOf, sectionTitle } from './outline.ts'
import { PaperQuestion } from './paper-question.tsx'
import { ObligationFacts } from './questionnaire.tsx'

type Props = {
  instrument: Form['instrument']
  side: Form['side']
  obligations: Form['obligations']
  /** What we know already, printed at the head: office, agreement, number, period. */
  facts: readonly { label: string; value: string }[]
}

/** The questionnaire to print, fill in by pen and key in later: the same letters and numbers as on the screen. */
export function BlankForm({ instrument, side, obligations, facts }: Props) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const outline = outlineOf({ instrument, side, obligations })
  const items = new Map(outline.flatMap(({ groups }) => groups.flatMap(group => group.items.map(item => [item.key, item]))))
  return (
    <article class="paper">
      <dl class="paper-facts">
        {facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {instrument.intro ? <p>{textIn(instrument.intro, locale)}</p> : null}
      <p>{w.paper.how}</p>
      {outline.map(part => (
        <PaperSection part={part} Title={sectionTitle(outline)} total={obligations.length} items={items} />
      ))}
      <dl class="paper-facts signature">
        {[w.paper.name, w.paper.position, w.paper.day, w.paper.signature].map(label => (
          <div>
            <dt>{label}</dt>
            <dd class="rule" />
          </div>
        ))}
      </dl>
    </article>
  )
}

type SectionProps = { part: Outline[number]; Title: 'h2' | 'h3'; total: number; items: Parameters<typeof PaperQuestion>[0]['items'] }

function PaperSection({ part: { section, letter, heading, groups }, Title, total, items }: SectionProps) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  return (
    <section>
      {heading ? <h2>{textIn(heading, locale)}</h2> : null}
      <Title>
        {letter}. {textIn(section.label, locale)}
      </Title>
      {section.hint ? <p class="hint">{textIn(section.hint, locale)}</p> : null}
      {groups.length === 0 ? <p>{w.noObligations}</p> : null}
      {groups.map(({ obligation, number, items: own }) => (
        <div class={obligation ? 'obligation' : 'questions'}>
          {obligation ? (
            <div>
              <small>{[w.obligation({ number, total }), articleIn(locale, obligation.article)].filter(Boolean).join(' · ')}</small>
              <ObligationFacts obligation={obligation} />
            </div>
          ) : null}
          {own.map(item => (
            <PaperQuestion item={item} items={items} />
          ))}
        </div>
      ))}
    </section>
  )
}
