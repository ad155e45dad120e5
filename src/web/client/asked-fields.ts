import { shownKeys, type Value, valueFrom } from '../../platform/values/conditions.ts'

export type AskedField = { element: HTMLElement; key: string; type: string; showIf?: unknown; required?: unknown }

/** The fields that may be asked: each `[data-question]` inside (its form name) with `data-type`, `data-show-if` and `data-required`. */
export const askedFields = (around: Element): AskedField[] =>
  [...around.querySelectorAll<HTMLElement>('[data-question]')].map(element => {
    const { question = '', type = 'text', showIf, required } = element.dataset
    return { element, key: question, type, ...(showIf && { showIf: JSON.parse(showIf) }), required: required && JSON.parse(required) }
  })

/** Which of them are asked as the form stands, and what these hold: what a field that is not asked still holds counts nowhere. */
export function askedNow(
  form: HTMLFormElement,
  fields: readonly AskedField[],
): { asked: Set<string>; read(key: string): Value | undefined } {
  const data = new FormData(form)
  const types = new Map(fields.map(({ key, type }) => [key, type]))
  const read = (key: string): Value | undefined => valueFrom(types.get(key) ?? 'text', data.getAll(key).map(textOf))
  const asked = shownKeys(fields, read)
  return { asked, read: key => (asked.has(key) ? read(key) : undefined) }
}

/** An empty file field holds a file without a name. */
const textOf = (value: FormDataEntryValue): string => (typeof value === 'string' ? value : value.name)
