import { type AskedField, askedFields, askedNow } from './asked-fields.ts'

/**
 * `<conditional-fields>` around the fields of a form: each `[data-question]` inside (its form name), with its `data-type` and, in
 * `data-show-if`, the condition as JSON under which it is asked, is hidden while the other answers say so. Without it all are shown,
 * each with a sentence that says when to fill it in. The server decides the same again with the same lines; what a hidden
 * field holds stays in it, so that changing one's mind loses nothing; one that the server found wrong stays in sight.
 */
export class ConditionalFields extends HTMLElement {
  #fields: AskedField[] = []
  #due = 0
  /** What is asked as the form stands, also for what counts it. */
  now: (ReturnType<typeof askedNow> & { fields: readonly AskedField[] }) | undefined

  connectedCallback(): void {
    this.#fields = askedFields(this)
    this.dataset.live = ''
    for (const event of ['input', 'change', 'restored']) this.addEventListener(event, this)
    document.addEventListener('reset', this)
    this.#apply()
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#due)
    document.removeEventListener('reset', this)
  }

  /** Once a frame is enough, and after a reset the fields have their values only then. */
  handleEvent(): void {
    cancelAnimationFrame(this.#due)
    this.#due = requestAnimationFrame(() => this.#apply())
  }

  #apply(): void {
    const form = this.closest('form')
    if (!form) return
    const now = askedNow(form, this.#fields)
    const { asked } = now
    this.now = { fields: this.#fields, ...now }
    for (const { element, key } of this.#fields) element.hidden = !asked.has(key) && !element.querySelector('.wrong')
    for (const group of this.querySelectorAll<HTMLElement>('[data-questions]'))
      group.hidden = !group.querySelector('[data-question]:not([hidden])')
  }
}

customElements.define('conditional-fields', ConditionalFields)
