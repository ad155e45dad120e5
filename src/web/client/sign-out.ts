import { clearDrafts, countDrafts } from './draft-store.ts'

/**
 * `<sign-out data-warning>` around the form that signs out: says when answers on this device were not sent, and leaves none behind.
 * Escape closes the sheet that it stands in.
 */
class SignOut extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', event => void this.#leave(event))
    const sheet = this.closest('details')
    sheet?.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !sheet.open) return
      sheet.open = false
      sheet.querySelector('summary')?.focus()
    })
  }

  async #leave(event: Event): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const waiting = await countDrafts().catch(() => 0)
    if (waiting && !confirm(this.dataset.warning)) return
    await clearDrafts().catch(() => undefined)
    form.submit()
  }
}

customElements.define('sign-out', SignOut)
