import { contextOf } from '../context.ts'

/** Messages by field name, as `Refusal.fields` carries them; the name `''` (or one that no field has) stands for the form as a whole. */
export type Errors = Readonly<Record<string, readonly string[] | string | undefined>>
/** What was sent or is stored, by field name: text, number, boolean, or a list for checkboxes. */
export type Values = Readonly<Record<string, unknown>>

/** A field of a form as it is drawn: where it stands, and what it is called. */
export type Drawn = {
  id: string
  label: string
  options?: readonly { value: string; label: string }[] | undefined
  /** What a form that comes back cannot hold: a file, and what is secret. */
  lost?: Lost | undefined
}
export type Lost = 'file' | 'secret'

/** `choose` words the empty choice of every list in the form, where "Pilih" does not fit. `drawn` gathers the fields by name. */
export type FormState = { id: string; values: Values; errors: Errors; choose?: string; drawn?: Map<string, Drawn> }
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
  form.drawn?.set(name, { id, label: own.label, options: own.options, lost: own.lost })
  return {
    id,
    value: own.value === undefined ? form.values[name] : own.value,
    errors: own.error === undefined ? messages(form.errors, name) : [own.error],
  }
}

export const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
export const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(asText) : asText(value) === '' ? [] : [asText(value)]
