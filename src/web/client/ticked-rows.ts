/**
 * `<ticked-rows>` around what can be done to the rows of the form it stands in: says in `.ticked` how many are ticked, or that all are
 * meant, and where neither is, says that in `[role=alert]` instead of asking the server, so that every tick stays. In the head of the
 * column it has a box for all rows at once, which is called `data-every`.
 */
class TickedRows extends HTMLElement {
  #form: HTMLFormElement | null = null
  #every: HTMLInputElement | null = null

  connectedCallback(): void {
    this.#form = this.closest('form')
    this.#every ??= this.#boxForEvery()
    this.#form?.addEventListener('change', this)
    this.#form?.addEventListener('submit', this)
    addEventListener('pageshow', this)
    this.#count()
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('change', this)
    this.#form?.removeEventListener('submit', this)
    removeEventListener('pageshow', this)
  }

  /** A browser that comes back to a page ticks again what was ticked, without a word. */
  handleEvent(event: Event): void {
    if (this.#every && event.target === this.#every) for (const box of this.#boxes) box.checked = this.#every.checked
    const ticked = this.#count()
    const alert = this.querySelector<HTMLElement>('[role=alert]')
    if (ticked || this.#isAll) {
      if (alert) alert.hidden = true
    } else if (event.type === 'submit' && alert) {
      event.preventDefault()
      alert.hidden = false
      alert.focus()
    }
  }

  get #isAll(): boolean {
    return this.querySelector<HTMLInputElement>('[name=semua]')?.checked ?? false
  }

  get #boxes(): HTMLInputElement[] {
    return [...(this.#form?.querySelectorAll<HTMLInputElement>('[name=id]') ?? [])]
  }

  #boxForEvery(): HTMLInputElement | null {
    const head = this.#form?.querySelector('th.is-tick')
    if (!head || !this.dataset.every) return null
    const [label, box] = [document.createElement('label'), document.createElement('input')]
    Object.assign(box, { type: 'checkbox', ariaLabel: this.dataset.every, title: this.dataset.every })
    label.className = 'choice'
    label.append(box)
    head.append(label)
    return box
  }

  #count(): number {
    const [rows, ticked] = [this.#boxes.length, this.#boxes.filter(({ checked }) => checked).length]
    if (this.#every) Object.assign(this.#every, { checked: ticked > 0 && ticked === rows, indeterminate: ticked > 0 && ticked < rows })
    const said = this.querySelector<HTMLElement>('.ticked')
    const [some, all] = said ? [...said.querySelectorAll('span')] : []
    if (said && some && all) {
      said.hidden = false
      some.hidden = this.#isAll
      all.hidden = !this.#isAll
      some.querySelector('b')!.textContent = new Intl.NumberFormat(document.documentElement.lang).format(ticked)
    }
    return ticked
  }
}

customElements.define('ticked-rows', TickedRows)
