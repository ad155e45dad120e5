/** What a field offers while one types in it; `near` where nothing fits what was typed and this may have been meant. */
export type Choice = { value: string; label: string; near?: boolean | undefined }

/** The one that a text means: called exactly so, else the only one that fits; null where none does, or several do. */
export function choiceMeant<C extends Choice>(choices: readonly C[], text: string): C | null {
  const plain = (given: string) => given.trim().replace(/\s+/g, ' ').toLowerCase()
  const fitting = choices.filter(({ near }) => !near)
  const exact = fitting.filter(({ value, label }) => [value, label].some(each => plain(each) === plain(text)))
  const [meant, ...others] = exact.length ? exact : fitting
  return meant && !others.length ? meant : null
}

/** Beside the text of such a field its form sends, under this name, what was chosen last: value and name, as JSON. */
export const chosenName = (name: string): string => `${name}~`
export const chosenText = ({ value, label }: Choice): string => JSON.stringify([value, label])

/** What was chosen, from such a text; null where it is none. */
export function chosenFrom(text: unknown): Choice | null {
  try {
    const [value, label] = JSON.parse(String(text))
    return typeof value === 'string' && typeof label === 'string' ? { value, label } : null
  } catch {
    return null
  }
}
