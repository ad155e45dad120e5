import { useScript } from '../needs.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { type Option, Options } from './choice-field.tsx'
import { Field, type FieldProps } from './field.tsx'
import { asText } from './form-state.ts'

type ComboProps = FieldProps & {
  /** All that can be chosen: a native list without JavaScript, searched in place with it. */
  options?: readonly Option[] | undefined
  /**
   * For lists too long to send: answers `GET source?q=` with JSON `[{ value, label }]`; without JavaScript people type the value (code or
   * name).
   */
  source?: string | undefined
  /** How the present value is called, where `source` holds the choices. */
  valueLabel?: string | undefined
}

/** One of very many, found by typing: an office, a partner. What is sent under `name` is the value. */
export function ComboField({ options, source, valueLabel, ...field }: ComboProps) {
  useScript('combo-box')
  const w = useWords(words)
  const said = { results: w.combo.results({ count: '{count}' }), none: w.combo.none, near: w.combo.near, failed: w.combo.failed }
  return (
    <Field {...field} asked="choice">
      {({ value, ...control }) => (
        <combo-box data-source={source} data-words={JSON.stringify(said)} data-label={valueLabel}>
          {options ? (
            <select {...control}>
              {field.optional || !options.some(option => option.value === asText(value)) ? <option value="">{w.choose}</option> : null}
              <Options options={options} chosen={asText(value)} />
            </select>
          ) : (
            <input {...control} type="text" class="full" autocomplete="off" value={asText(value)} />
          )}
        </combo-box>
      )}
    </Field>
  )
}
