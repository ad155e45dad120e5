import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../platform/i18n/format.ts'
import { typedNumber } from '../../platform/values/numbers.ts'
import { days } from '../../platform/values/shapes.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { asText, type Drawn, useField } from './form-state.ts'

/**
 * What every field takes. `value` and `error` come from the surrounding `Form` by `name` unless given here.
 * A field is required unless `optional`, which is said beside its label. `wide` lets it take the whole column.
 */
export type FieldProps = {
  name: string
  label: string
  hint?: ComponentChildren
  optional?: boolean | undefined
  /** Whether an answer is announced as required, as it is unless `optional`; false where only the server knows whether one is due. */
  insist?: boolean | undefined
  /** What to do where it was left empty, as a sentence of its own; else its kind says it. */
  lacking?: string | undefined
  value?: unknown
  error?: string | undefined
  disabled?: boolean | undefined
}

type InputType = 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
type TextProps = FieldProps & {
  type?: InputType | undefined
  size?: 'short' | 'medium' | 'full' | undefined
  maxLength?: number | undefined
  minLength?: number | undefined
  pattern?: string | undefined
  /** As in HTML: `name`, `email`, `one-time-code`; `off` unless said. */
  autocomplete?: string | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  autofocus?: boolean | undefined
  /** The id of a `<datalist>` that offers what can be typed. */
  list?: string | undefined
  /** Comes back empty, as passwords do. */
  secret?: boolean | undefined
}

/** One line of text: `<TextField name="title" label="Judul perjanjian" hint="Seperti pada naskah" />`. */
export const TextField = ({
  type = 'text',
  size = 'full',
  maxLength,
  minLength,
  pattern,
  autocomplete,
  inputMode,
  autofocus,
  list,
  secret = type === 'password',
  ...field
}: TextProps) => (
  <Field {...field} lost={secret ? 'secret' : undefined}>
    {control => {
      const value = secret ? undefined : asText(control.value)
      const rest = {
        type,
        maxlength: maxLength,
        minlength: minLength,
        pattern,
        autocomplete: autocomplete ?? 'off',
        inputmode: inputMode,
        autofocus,
        list,
      }
      return <input {...(control as object)} {...(rest as object)} class={size} value={value} />
    }}
  </Field>
)

/** Several lines of text; grows with what is written. `maxLength` is said below it, unless nobody comes near it (`saysLimit`). */
export function TextareaField({
  rows = 4,
  maxLength,
  minLength,
  saysLimit = true,
  hint,
  ...field
}: FieldProps & { rows?: number; maxLength?: number; minLength?: number; saysLimit?: boolean }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const most = maxLength && saysLimit ? w.characters({ most: formatNumber(locale, maxLength) }) : undefined
  return (
    <Field {...field} hint={hint && most ? [hint, ' ', most] : (hint ?? most)}>
      {({ value, ...control }) => (
        <textarea {...control} rows={rows} maxlength={maxLength} minlength={minLength} class="full">
          {kept(asText(value))}
        </textarea>
      )}
    </Field>
  )
}

/** HTML drops a line break at the very beginning; one more saves it. */
const kept = (text: string) => (text.startsWith('\n') ? `\n${text}` : text)

/**
 * A number, with its unit behind it: `<NumberField name="target" label="Target" unit="kegiatan" whole />`. A text, so that what is typed
 * reaches `readNumber` as it is: a browser's own number field reads `1.000` as one.
 */
export const NumberField = ({ whole, unit, ...field }: FieldProps & { whole?: boolean | undefined; unit?: string }) => (
  <Field {...field} asked="number">
    {({ value, ...control }) => (
      <span class="with-unit">
        <input
          {...control}
          type="text"
          class="short"
          value={typeof value === 'number' ? typedNumber(value) : asText(value)}
          maxlength={30}
          inputmode={whole ? 'numeric' : 'decimal'}
          autocomplete="off"
        />
        {unit ? <span>{unit}</span> : null}
      </span>
    )}
  </Field>
)

/** A calendar day `yyyy-mm-dd`, by the browser's own picker. */
export const DateField = ({
  min = days.first,
  max = days.last,
  ...field
}: FieldProps & { min?: string | undefined; max?: string | undefined }) => (
  <Field {...field} asked="date">
    {control => <input {...control} type="date" class="medium" value={asText(control.value)} min={min} max={max} />}
  </Field>
)

/** A day with its hour `yyyy-mm-ddThh:mm`, as a clock shows it where it happens; `hint` says which clock. */
export const MomentField = (field: FieldProps) => (
  <Field {...field} asked="date">
    {control => (
      <input
        {...control}
        type="datetime-local"
        class="medium"
        value={asText(control.value)}
        min={`${days.first}T00:00`}
        max={`${days.last}T23:59`}
      />
    )}
  </Field>
)

export type Control = {
  id: string
  name: string
  value: unknown
  required: boolean
  disabled: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** Label above, hint below it, then the error, then the control: the shell of every field that has one control. */
export function Field({
  name,
  label,
  hint,
  optional,
  insist = !optional,
  value,
  error,
  disabled,
  options,
  asked,
  lacking,
  lost,
  children,
}: FieldProps & Pick<Drawn, 'options' | 'asked' | 'lost'> & { children: (control: Control) => ComponentChildren }) {
  const field = useField(name, { label, value, error, options, asked, lacking, lost })
  const control: Control = {
    id: field.id,
    name,
    value: field.value,
    required: insist,
    disabled,
    'aria-describedby': describedBy(field.id, hint, field.errors),
    'aria-invalid': field.errors.length ? 'true' : undefined,
  }
  return (
    <div class={field.errors.length ? 'field wrong' : 'field'}>
      <label for={field.id}>
        {label} <Optional when={optional} />
      </label>
      <Hint id={field.id} hint={hint} />
      <FieldErrors id={field.id} errors={field.errors} />
      {children(control)}
    </div>
  )
}

export function Optional({ when }: { when: boolean | undefined }) {
  const w = useWords(words)
  return when ? <span class="optional">({w.optional})</span> : null
}

export const Hint = ({ id, hint }: { id: string; hint: ComponentChildren }) =>
  hint ? (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  const w = useWords(words)
  if (errors.length === 0) return null
  return (
    <p class="field-error" id={`${id}-error`}>
      <span class="unseen">{w.error}: </span>
      {errors.join(' ')}
    </p>
  )
}

export const describedBy = (id: string, hint: unknown, errors: readonly string[]): string | undefined =>
  [hint ? `${id}-hint` : '', errors.length ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
