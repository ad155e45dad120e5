import { forgetNoted } from './desk-store.ts'
import { draftsOf, forgetDraft } from './draft-store.ts'
import { forgetPerson } from './kept-pages.ts'
import { entries, remove } from './outbox.ts'

/**
 * `<sign-out data-person data-warning>` around the form that signs out: says when something of this person on this device was not sent, and
 * leaves nothing of theirs behind; what waits for others stays. Escape closes the sheet that it stands in.
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
    const { person = '', warning } = this.dataset
    const drafts = await draftsOf(person).catch(() => [])
    const own = (await entries().catch(() => [])).filter(entry => entry.person === person)
    if (drafts.length + own.length && !confirm(warning)) return
    for (const { id } of drafts) await forgetDraft(id).catch(() => {})
    for (const { id } of own) await remove(id).catch(() => {})
    await forgetNoted(person).catch(() => {})
    await forgetPerson(person).catch(() => {})
    form.submit()
  }
}

customElements.define('sign-out', SignOut)
