import { chosenFrom, chosenName, chosenText } from '../../platform/values/choices.ts'
import { useScript } from '../needs.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'
import { asText, FormContext } from './form-state.ts'

type ComboProps = FieldProps & {
  /** Answers `GET source?q=` with JSON `[{ value, label }]`; the list stands below while one types. */
  source?: string | undefined
  /** How the present value is called. */
  valueLabel?: string | undefined
}

/**
 * One of very many, found by typing: an office, a partner, an agreement. The field says the name of what is chosen, with and without
 * scripts; the value goes with it out of sight, and counts as long as the name stands there. What else is typed is sent as it is, and comes
 * back so.
 */
export function ComboField({ source, valueLabel, ...field }: ComboProps) {
  useScript('combo-box')
  const w = useWords(words)
  const form = FormContext.use()
  const said = { results: w.combo.results({ count: '{count}' }), none: w.combo.none, near: w.combo.near, failed: w.combo.failed }
  const before = form.values[chosenName(field.name)]
  return (
    <Field {...field} asked="choice">
      {({ value: given, ...control }) => {
        const value = asText(given)
        const sent = chosenFrom(before)
        const label = before === undefined ? valueLabel : sent?.value === value ? sent.label : undefined
        return (
          <combo-box data-source={source} data-words={JSON.stringify(said)} data-label={form.inAddress ? label : undefined}>
            <input {...control} type="text" class="full" autocomplete="off" value={form.inAddress ? value : (value && label) || value} />
            {form.inAddress ? null : (
              <input type="hidden" name={chosenName(field.name)} value={value && label ? chosenText({ value, label }) : ''} />
            )}
          </combo-box>
        )
      }}
    </Field>
  )
}
