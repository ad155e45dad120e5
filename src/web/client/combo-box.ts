import { slipsBetween, slipsIn } from '../../platform/search/nearness.ts'
import { type Choice, chooser } from './combo-list.ts'

/**
 * `<combo-box data-source? data-words data-label?>` around a `<select>` or a text `<input>`: a box to type in with a list of what fits.
 * The control itself stays in the form, out of sight, and carries the value; so the form is the same with and without this.
 */
class ComboBox extends HTMLElement {
  /** What was typed and not chosen: the server is asked whom or what it means, as without this. */
  #typed = ''

  connectedCallback(): void {
    const control = this.querySelector<HTMLSelectElement | HTMLInputElement>('select,input')
    if (!control || this.dataset.live !== undefined) return
    this.dataset.live = ''
    const box = document.createElement('input')
    const label = control.labels?.[0]
    for (const name of ['aria-describedby', 'aria-invalid'])
      if (control.hasAttribute(name)) box.setAttribute(name, control.getAttribute(name)!)
    Object.assign(box, {
      type: 'text',
      autocomplete: 'off',
      className: 'full',
      required: control.required,
      disabled: control.disabled,
      id: control.id,
    })
    box.value = this.#labelOf(control)
    control.removeAttribute('id')
    control.required = false
    control.hidden = true
    if (label) label.htmlFor = box.id
    control.before(box)
    chooser(this, box, JSON.parse(this.dataset.words ?? '{}'), {
      find: text => (this.dataset.source ? ask(this.dataset.source, text) : Promise.resolve(among(control, text))),
      choose: ({ value, label: said }) => {
        if (control instanceof HTMLSelectElement && ![...control.options].some(option => option.value === value))
          control.add(new Option(said, value))
        control.value = value
        control.dispatchEvent(new Event('input', { bubbles: true }))
        control.dispatchEvent(new Event('change', { bubbles: true }))
      },
      keep: text => {
        if (control instanceof HTMLSelectElement || (control.value && control.value !== this.#typed)) return
        this.#typed = control.value = text
        control.dispatchEvent(new Event('input', { bubbles: true }))
      },
      present: () => this.#labelOf(control),
    })
    control.addEventListener('restored', () => {
      box.value = this.#labelOf(control)
    })
  }

  #labelOf(control: HTMLSelectElement | HTMLInputElement): string {
    if (control instanceof HTMLSelectElement) return control.value ? (control.selectedOptions[0]?.text ?? '') : ''
    if (control.value === control.defaultValue && this.dataset.label) return this.dataset.label
    return control.value ? (control.dataset.label ?? control.value) : ''
  }
}

/** The choices of a list in which every word typed begins a word; where there are none, those in which every word typed comes near one. */
function among(control: HTMLSelectElement | HTMLInputElement, text: string): Choice[] {
  if (!(control instanceof HTMLSelectElement)) return []
  const typed = plain(text).split(' ').filter(Boolean)
  const fits = (label: string) => typed.every(word => ` ${plain(label)}`.includes(` ${word}`))
  const comesNear = (label: string) =>
    typed.every(word =>
      plain(label)
        .split(' ')
        .some(other => isSlip(word, other)),
    )
  const choices = [...control.options].flatMap(({ value, text: label }) => (value ? [{ value, label }] : []))
  const fitting = choices.filter(({ label }) => fits(label))
  if (fitting.length) return fitting
  return choices.filter(({ label }) => comesNear(label)).map(choice => ({ ...choice, near: true }))
}

/** Whether a word, or its beginning, was meant by a misspelt one. */
const isSlip = (typed: string, word: string): boolean =>
  word.startsWith(typed) ||
  (typed.length > 3 && [word, word.slice(0, typed.length)].some(each => slipsBetween(typed, each, slipsIn(typed)) <= slipsIn(typed)))

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

async function ask(source: string, text: string): Promise<Choice[]> {
  const url = new URL(source, location.href)
  url.searchParams.set('q', text)
  const answer = await fetch(url, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

customElements.define('combo-box', ComboBox)
