import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { describedBy, Field, FieldErrors, type FieldProps, Hint, Optional } from './field.tsx'
import { asList, asText, FormContext, useField } from './form-state.ts'

export type Option = { value: string; label: string; hint?: string | undefined; group?: string | undefined; disabled?: boolean | undefined }

/**
 * One of many, in a native list. Options with `group` stand under it. Without a value, `placeholder` ("Pilih", in a filter "Semua") comes
 * first.
 */
export function SelectField({
  options,
  placeholder,
  ...field
}: FieldProps & { options: readonly Option[]; placeholder?: string | undefined }) {
  const w = useWords(words)
  const { choose = w.choose } = FormContext.use()
  return (
    <Field {...field} options={options} asked="choice">
      {({ value, ...control }) => (
        <select {...control}>
          {field.optional || !options.some(option => option.value === asText(value)) ? (
            <option value="">{placeholder ?? choose}</option>
          ) : null}
          <Options options={options} chosen={asText(value)} />
        </select>
      )}
    </Field>
  )
}

/** One of a few, all in sight: `<RadioField name="scale" label="…" options={[{ value: 'full', label: 'Seluruhnya' }, …]} inline />`. */
export const RadioField = (props: ChoiceProps) => <Choices {...props} type="radio" />

/** Any of a few. All are sent under one name, so the value is a list. */
export const CheckboxField = (props: ChoiceProps) => <Choices {...props} type="checkbox" />

/** One yes or no, sent as `ya` when ticked: `<TickField name="public" label="Tampilkan di daftar publik" />`. */
export function TickField({ name, label, hint, value, error, disabled }: FieldProps) {
  const field = useField(name, { label, value, error })
  const ticked = field.value === true || ['ya', 'on', 'true', '1'].includes(asText(field.value))
  return (
    <div class={field.errors.length ? 'field wrong' : 'field'}>
      <FieldErrors id={field.id} errors={field.errors} />
      <label class="choice">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value="ya"
          checked={ticked}
          disabled={disabled}
          aria-describedby={describedBy(field.id, hint, field.errors)}
          aria-invalid={field.errors.length ? 'true' : undefined}
        />
        <span>{label}</span>
      </label>
      <Hint id={field.id} hint={hint} />
    </div>
  )
}

/** One below the other; `inline` wraps short ones, `steps` sets five in one row of equal columns where there is room. */
type ChoiceProps = FieldProps & {
  options: readonly Option[]
  inline?: boolean | undefined
  steps?: boolean | undefined
  footer?: ComponentChildren
}

/** The group takes the field's id, so that the error summary can lead to it; the first choice takes the focus. */
function Choices({
  name,
  label,
  hint,
  optional,
  insist = !optional,
  value,
  error,
  disabled,
  options,
  inline,
  steps,
  lacking,
  footer,
  type,
}: ChoiceProps & { type: 'radio' | 'checkbox' }) {
  const field = useField(name, { label, value, error, options, asked: type === 'radio' ? 'choice' : 'choices', lacking })
  const chosen = asList(field.value)
  return (
    <fieldset
      class={field.errors.length ? 'field wrong' : 'field'}
      id={`${field.id}-group`}
      aria-describedby={describedBy(field.id, hint, field.errors)}
      aria-invalid={field.errors.length && type === 'radio' ? 'true' : undefined}
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-required={type === 'radio' && insist ? 'true' : undefined}
    >
      <legend>
        {label} <Optional when={optional} />
      </legend>
      <Hint id={field.id} hint={hint} />
      <FieldErrors id={field.id} errors={field.errors} />
      <div class={inline ? 'choices inline' : steps ? 'choices steps' : 'choices'}>
        {options.map((option, index) => (
          <label class="choice">
            <input
              id={index === 0 ? field.id : undefined}
              type={type}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={disabled || option.disabled}
              required={type === 'radio' && insist}
            />
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      {footer}
    </fieldset>
  )
}

/** `<option>`s, gathered under their groups in the order in which the groups first appear. */
export function Options({ options, chosen }: { options: readonly Option[]; chosen: string }) {
  const groups = Map.groupBy(options, option => option.group ?? '')
  const list = (some: readonly Option[]) =>
    some.map(({ value, label, disabled }) => (
      <option value={value} selected={value === chosen} disabled={disabled}>
        {label}
      </option>
    ))
  return [...groups].map(([group, some]) => (group ? <optgroup label={group}>{list(some)}</optgroup> : list(some)))
}
