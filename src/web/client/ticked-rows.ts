/**
 * `<ticked-rows>` around what can be done to the rows of the form it stands in: says in `.ticked` how many are ticked, or that all are
 * meant, and where neither is, says that in `[role=alert]` instead of asking the server, so that every tick stays.
 */
class TickedRows extends HTMLElement {
  #form: HTMLFormElement | null = null

  connectedCallback(): void {
    this.#form = this.closest('form')
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

  #count(): number {
    const ticked = this.#form?.querySelectorAll('[name=id]:checked').length ?? 0
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
