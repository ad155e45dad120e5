import type { Files } from './draft-store.ts'
import { ownOf } from './form-values.ts'

const inputs = (form: HTMLFormElement): HTMLInputElement[] =>
  [...ownOf(form, 'elements')].filter(
    (each): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === 'file' && each.name !== '',
  )

/** The files that were chosen, by field name. */
export const chosenFiles = (form: HTMLFormElement): Files =>
  Object.fromEntries(inputs(form).flatMap(({ name, files }) => (files?.length ? [[name, [...files]]] : [])))

/** Puts files back into their fields, where nothing else was chosen meanwhile. */
export function putFiles(form: HTMLFormElement, files: Files): void {
  for (const input of inputs(form)) {
    const held = files[input.name]
    if (!held || input.files?.length) continue
    const transfer = new DataTransfer()
    for (const file of held) transfer.items.add(file)
    input.files = transfer.files
    input.dispatchEvent(new CustomEvent('restored', { bubbles: true }))
  }
}

/** As they are sent, with a name of their field for each. */
export const listed = (files: Files): { field: string; file: File }[] =>
  Object.entries(files).flatMap(([field, held]) => held.map(file => ({ field, file })))
