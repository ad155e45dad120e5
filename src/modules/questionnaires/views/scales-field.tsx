import { textIn } from '../../../platform/i18n/words.ts'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { describedBy, FieldErrors, type FieldProps, Hint, Optional } from '../../../web/ui/field.tsx'
import { useField } from '../../../web/ui/form-state.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { rowName } from '../rules/form.ts'
import type { Question } from '../schema.ts'
import { questionnaireWords } from '../words.ts'

type Props = FieldProps & { question: Extract<Question, { type: 'table-of-scales' }> }

/** What stands in one row of equal columns. */
export const fiveSteps = 5

/** The same choices for several statements: one row of radio buttons each, which reads as well on a telephone as on paper. */
export function ScalesField({ question, name, label, hint, optional, value, error, disabled }: Props) {
  const { locale } = useViewer()
  const w = useWords(questionnaireWords)
  const { id, errors } = useField(name, { label, error })
  const chosen: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const choices = question.options.map(({ v, label }) => ({ value: v, label: textIn(label, locale) }))
  return (
    <fieldset class={errors.length ? 'field wrong' : 'field'} id={id} tabindex={-1} aria-describedby={describedBy(id, hint, errors)}>
      <legend>
        {label} <Optional when={optional} />
      </legend>
      <Hint id={id} hint={hint} />
      <FieldErrors id={id} errors={errors} />
      <div class="scales">
        {question.rows.map(row => (
          <RadioField
            name={rowName(name, row.key)}
            label={textIn(row.label, locale)}
            options={optional ? [...choices, { value: '', label: w.leaveBlank }] : choices}
            value={chosen[row.key] ?? ''}
            insist={false}
            disabled={disabled}
            steps={!optional && choices.length === fiveSteps}
          />
        ))}
      </div>
    </fieldset>
  )
}
