import { clearDrafts, countDrafts } from './draft-store.ts'

/** `<sign-out data-warning>` around the form that signs out: says when answers on this device were not sent, and leaves none behind. */
class SignOut extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', event => void this.#leave(event))
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
