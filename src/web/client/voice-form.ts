import { newEntry, newKey, sendNow } from './outbox.ts'

/**
 * `<voice-form data-person data-words data-keep>` around a small form of which many are sent: without a connection it waits in the outbox
 * under a key of its own, and the form is empty again for the next. What the server refuses it explains as a page.
 */
class VoiceForm extends HTMLElement {
  #said: Record<string, string> = JSON.parse(this.dataset.words ?? '{}')
  #passing = false

  connectedCallback(): void {
    // A copy that was kept has the key of the one before: what is sent from it is another.
    const key = this.querySelector<HTMLInputElement>('[name=id]')
    if (key) key.value = newKey()
    this.addEventListener('submit', event => void this.#submit(event as SubmitEvent))
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement
    const { person = '' } = this.dataset
    if (this.#passing || !person) return
    event.preventDefault()
    const button = form.querySelector<HTMLButtonElement>('button:not([type=button])')
    if (button?.disabled) return
    if (button) button.disabled = true
    const key = form.querySelector<HTMLInputElement>('[name=id]')
    const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
    const title = document.querySelector('h1')?.textContent ?? document.title
    const place = { page: location.pathname, url: new URL(form.action).pathname, title }
    const outcome = await sendNow(newEntry({ ...place, form: `${person}:suara:${key?.value}`, person, fields, files: [], isPart: true }))
    if (button) button.disabled = false
    if (outcome.kind === 'sent') return location.assign(outcome.to)
    if (outcome.kind === 'refused' || !outcome.isKept) {
      this.#passing = true
      form.requestSubmit(button)
      this.#passing = false
      return
    }
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type=text]')) field.value = ''
    for (const choice of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) choice.checked = false
    if (key) key.value = newKey()
    const line = this.querySelector<HTMLElement>('[role=status]')
    if (line) line.textContent = this.#said.waits ?? ''
    form.querySelector<HTMLElement>('input[type=radio]')?.focus()
  }
}

customElements.define('voice-form', VoiceForm)
