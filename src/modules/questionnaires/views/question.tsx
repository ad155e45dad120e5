import { type Locale, textIn } from '../../../platform/i18n/words.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { CheckboxField, type Option as Choice, RadioField } from '../../../web/ui/choice-field.tsx'
import { DateField, type FieldProps, NumberField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type AnswerProblem, limits } from '../rules/answers.ts'
import type { Option, Question } from '../schema.ts'
import { problemText, questionnaireWords } from '../words.ts'
import { FilesField, type KnownFiles } from './files-field.tsx'
import type { Item } from './outline.ts'
import { fiveSteps, ScalesField } from './scales-field.tsx'
import { conditionText, labelOf } from './texts.ts'

type QuestionProps = {
  item: Item
  /** The questions that its conditions may name, by answer key. */
  items: ReadonlyMap<string, Item>
  value: Value | undefined
  problem: AnswerProblem | undefined
  files: KnownFiles
  readonly: boolean
}

/**
 * One question as fields of plain HTML, with the sentence that says when to fill it in; `<conditional-fields>` reads the `data-`
 * attributes.
 */
export function QuestionView(props: QuestionProps) {
  const { item, items } = props
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  return (
    <div
      class="question"
      data-question={item.key}
      data-type={item.question.type}
      data-show-if={item.showIf && JSON.stringify(item.showIf)}
      data-required={requiredWhen(item)}
    >
      {item.showIf ? <p class="condition shown-if">{w.fillIf({ condition: conditionText(item.showIf, items, locale) })}</p> : null}
      {item.requiredIf ? <p class="condition">{w.requiredIf({ condition: conditionText(item.requiredIf, items, locale) })}</p> : null}
      <Control {...props} />
    </div>
  )
}

/** As `isRequired` decides it: nothing for always, else the condition. */
const requiredWhen = ({ question, requiredIf }: Item): string | undefined =>
  question.type !== 'info' && question.required ? '' : requiredIf && JSON.stringify(requiredIf)

function Control({ item, value, problem, files, readonly }: QuestionProps) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const { question } = item
  const required = question.type !== 'info' && question.required === true
  const field: FieldProps = {
    name: item.key,
    label: labelOf(item, locale),
    hint: question.type === 'info' ? undefined : textIn(question.hint, locale),
    optional: !required && !item.requiredIf,
    insist: required && !item.showIf && !readonly,
    value: value ?? '',
    error: problem && problemText(problem)[locale],
    disabled: readonly,
  }
  switch (question.type) {
    case 'info':
      return <p class="prose">{textIn(question.label, locale)}</p>
    case 'scale':
    case 'single': {
      const choices = optionsOf(question.options, locale)
      const options = field.optional ? [...choices, { value: '', label: w.leaveBlank }] : choices
      return <RadioField {...field} options={options} steps={isLadder(question)} />
    }
    case 'multi':
      return <CheckboxField {...field} options={optionsOf(question.options, locale)} />
    case 'text':
      return <TextField {...field} maxLength={question.maxLength ?? limits.text} />
    case 'longtext':
      return (
        <TextareaField {...field} rows={3} maxLength={question.maxLength ?? limits.longtext} saysLimit={question.maxLength !== undefined} />
      )
    case 'number': {
      const { unit, whole } = question
      return <NumberField {...field} whole={whole} {...(unit && { unit: textIn(unit, locale) })} />
    }
    case 'date':
      return <DateField {...field} />
    case 'file':
      return <FilesField {...field} files={files} />
    case 'table-of-scales':
      return <ScalesField {...field} question={question} />
  }
}

const optionsOf = (options: readonly Option[], locale: Locale): Choice[] =>
  options.map(({ v, label, hint }) => ({ value: v, label: textIn(label, locale), hint: textIn(hint, locale) }))

/** Five steps from one end to the other, all of them to be chosen; a way out (“cannot be judged”) is no step. */
const isLadder = ({ type, required, options }: Extract<Question, { type: 'scale' | 'single' }>): boolean =>
  type === 'scale' && required === true && options.length === fiveSteps && options.every(({ v }) => v !== 'na')
