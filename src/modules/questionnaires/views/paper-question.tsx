import { textIn } from '../../../platform/i18n/words.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Option, Question } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import type { Item } from './outline.ts'
import { conditionText, labelOf } from './texts.ts'

type Props = { item: Item; items: ReadonlyMap<string, Item> }

/** One question on paper: boxes to cross, lines to write on. */
export function PaperQuestion({ item, items }: Props) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const { question, showIf, requiredIf } = item
  const hint = question.type === 'info' ? undefined : textIn(question.hint, locale)
  return (
    <div class="paper-question">
      <p>
        <b>{labelOf(item, locale)}</b> {hint ? <span class="hint">{hint}</span> : null}
      </p>
      {showIf ? <p class="condition">{w.fillIf({ condition: conditionText(showIf, items, locale) })}</p> : null}
      {requiredIf ? <p class="condition">{w.requiredIf({ condition: conditionText(requiredIf, items, locale) })}</p> : null}
      <Space question={question} />
    </div>
  )
}

function Space({ question }: { question: Question }) {
  const { locale } = useViewer()
  const w = useWords(questionnaireWords).paper
  switch (question.type) {
    case 'info':
      return null
    case 'scale':
    case 'single':
    case 'multi':
      return (
        <Boxes
          options={question.options.map(({ label }) => textIn(label, locale))}
          about={question.type === 'multi' ? w.chooseMany : w.chooseOne}
        />
      )
    case 'table-of-scales':
      return <Grid question={question} />
    case 'file':
      return <Boxes options={[w.attached]} />
    case 'number':
      return (
        <p>
          <span class="rule" /> {textIn(question.unit, locale)}
        </p>
      )
    case 'longtext':
      return <Lines count={3} />
    case 'text':
      return <Lines count={1} />
    case 'date':
      return (
        <p>
          <span class="rule" />
        </p>
      )
  }
}

const Boxes = ({ options, about }: { options: readonly string[]; about?: string }) => (
  <ul class="boxes" aria-label={about}>
    {options.map(option => (
      <li>
        <span class="box" /> {option}
      </li>
    ))}
  </ul>
)

const Lines = ({ count }: { count: number }) => (
  <div class="lines">
    {Array.from({ length: count }, () => (
      <span class="rule" />
    ))}
  </div>
)

function Grid({ question: { rows, options } }: { question: { rows: readonly { label: Option['label'] }[]; options: readonly Option[] } }) {
  const { locale } = useViewer()
  return (
    <table class="paper-grid">
      <thead>
        <tr>
          <td />
          {options.map(({ label }) => (
            <th scope="col">{textIn(label, locale)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label }) => (
          <tr>
            <th scope="row">{textIn(label, locale)}</th>
            {options.map(() => (
              <td>
                <span class="box" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
