type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * What a form has of its own. Read as usual, a field that is called `action` or `elements` would stand in its place: the keys of questions
 * that were published before that was refused.
 */
export const ownOf = <K extends 'action' | 'elements' | 'append' | 'requestSubmit'>(form: HTMLFormElement, key: K): HTMLFormElement[K] =>
  Reflect.get(HTMLFormElement.prototype, key, form)

/** What people filled in, by field name; an unticked group is an empty list. Hidden fields and files are not theirs to draft. */
export function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const control of controls(form)) {
    values[control.name] ??= []
    values[control.name]!.push(...currentValues(control))
  }
  return values
}

/** The values of one field. */
export const fieldValue = (form: HTMLFormElement, name: string): string[] =>
  controls(form)
    .filter(control => control.name === name)
    .flatMap(currentValues)

/** Puts values back into a field and tells whoever listens, as typing would. */
export function putValue(form: HTMLFormElement, name: string, values: readonly string[]): void {
  const own = controls(form).filter(control => control.name === name)
  own.forEach((control, index) => {
    if (control instanceof HTMLInputElement && ticks.has(control.type)) control.checked = values.includes(control.value)
    else if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = values.includes(option.value)
    else control.value = values[index] ?? ''
  })
  own[0]?.dispatchEvent(new CustomEvent('restored', { bubbles: true }))
}

/** What stands around a field: its label, its hint and its controls. */
export function fieldOf(form: HTMLFormElement, name: string): Element | null {
  const control = controls(form).find(one => one.name === name)
  return control?.closest('.field') ?? control?.parentElement ?? null
}

export const controls = (form: HTMLFormElement): Control[] =>
  [...ownOf(form, 'elements')].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) &&
      element.name !== '' &&
      !notDrafted.has(element.type),
  )

const ticks = new Set(['radio', 'checkbox'])
const notDrafted = new Set(['hidden', 'file', 'submit', 'button', 'image', 'reset', 'password'])

function currentValues(control: Control): string[] {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(option => option.value)
  return ticks.has(control.type) && !(control as HTMLInputElement).checked ? [] : [control.value]
}
