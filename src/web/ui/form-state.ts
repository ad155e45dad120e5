import { inputWords } from '../../platform/refusals/input-words.ts'
import { contextOf } from '../context.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

/** Messages by field name, as `Refusal.fields` carries them; the name `''` (or one that no field has) stands for the form as a whole. */
export type Errors = Readonly<Record<string, readonly string[] | string | undefined>>
/** What was sent or is stored, by field name: text, number, boolean, or a list for checkboxes. */
export type Values = Readonly<Record<string, unknown>>

/** How a field is filled in, which says what to do where it was left empty. */
export type FieldKind = 'text' | 'choice' | 'choices' | 'date' | 'number' | 'file'

/** A field of a form as it is drawn: where it stands, and what it is called. */
export type Drawn = {
  id: string
  label: string
  options?: readonly { value: string; label: string }[] | undefined
  asked?: FieldKind | undefined
  /** What to do where it was left empty, as a sentence of its own; else its kind says it. */
  lacking?: string | undefined
  /** What a form that comes back cannot hold: a file, and what is secret. */
  lost?: Lost | undefined
}
export type Lost = 'file' | 'secret'

/**
 * `choose` words the empty choice of every list in the form, where "Pilih" does not fit. `inAddress`: what is filled in makes an address,
 * so nothing goes along. `drawn` gathers the fields by name.
 */
export type FormState = { id: string; values: Values; errors: Errors; choose?: string; inAddress?: boolean; drawn?: Map<string, Drawn> }
export const FormContext = contextOf<FormState>({ id: '', values: {}, errors: {} })

export const fieldId = (form: string, name: string): string => `${form ? `${form}-` : ''}${name.replace(/[^\w-]+/g, '-')}`

export const messages = (errors: Errors, name: string): readonly string[] => {
  const found = errors[name]
  return found === undefined ? [] : typeof found === 'string' ? [found] : found
}

/** A field's id, value as text, and messages; what the field itself is given goes before what its form holds. */
export function useField(
  name: string,
  own: Omit<Drawn, 'id'> & { value?: unknown; error?: string | undefined },
): { id: string; value: unknown; errors: readonly string[] } {
  const form = FormContext.use()
  const id = fieldId(form.id, name)
  const instruct = useInstruction()
  form.drawn?.set(name, { id, label: own.label, options: own.options, asked: own.asked, lacking: own.lacking, lost: own.lost })
  return {
    id,
    value: own.value === undefined ? form.values[name] : own.value,
    errors: own.error === undefined ? messages(form.errors, name).map(message => instruct(message, own)) : [own.error],
  }
}

/** That a value is required says nothing of what to do: choose, fill in. */
export function useInstruction(): (message: string, field: Pick<Drawn, 'asked' | 'lacking'>) => string {
  const { required } = useWords(inputWords)
  const { lacking } = useWords(words)
  return (message, field) => (message === required ? (field.lacking ?? lacking[field.asked ?? 'text']) : message)
}

export const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
export const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(asText) : asText(value) === '' ? [] : [asText(value)]
