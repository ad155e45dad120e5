import { showConflict } from './draft-conflict.ts'
import { type Change, type Changes, change, meet, settle } from './draft-merge.ts'
import { type Answer, sendDraft, type Theirs } from './draft-send.ts'
import { showState } from './draft-state.ts'
import { readDraft, type Stored, writeDraft } from './draft-store.ts'
import { controls, fieldValue, putValue, valuesOf } from './form-values.ts'

type Message = { name?: string; held?: Change | undefined; rev?: string; settled?: Changes }

/**
 * `<draft-form data-id data-url data-rev data-words>` around a form: each change goes to the device at once and to the server soon after.
 * What could not be sent is put back when the form is opened again. A refusal never deletes the device's value, and there is no time
 * limit. Submitting sends the draft first, so a lost connection is said here and not by the browser's own error page.
 */
class DraftForm extends HTMLElement {
  #draft: Stored = { id: '', rev: '', changes: {} }
  #shown: Record<string, readonly string[]> = {}
  #due = 0
  #passing = false
  #tabs = new BroadcastChannel(`draf:${this.dataset.id}`)
  #said = JSON.parse(this.dataset.words ?? '{}')

  async connectedCallback(): Promise<void> {
    const { id = '', rev = '' } = this.dataset
    this.#shown = valuesOf(this.#form)
    const stored = await readDraft(id).catch(() => undefined)
    const { restore, conflicts, kept } = meet(stored?.changes ?? {}, this.#shown)
    this.#draft = { id, rev, changes: kept }
    for (const [name, value] of Object.entries(restore)) putValue(this.#form, name, value)
    for (const [name, value] of Object.entries(conflicts)) this.#ask(name, { value })
    if (Object.keys(restore).length) this.#state('restored', 1000)
    this.addEventListener('input', event => this.#changed((event.target as HTMLInputElement).name))
    this.addEventListener('submit', event => void this.#submit(event as SubmitEvent))
    addEventListener('online', () => void this.#send())
    document.addEventListener('visibilitychange', () => document.hidden && void this.#send())
    this.#tabs.onmessage = ({ data }) => this.#hear(data)
    void navigator.storage?.persist?.()
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!
  }

  #changed(name: string): void {
    if (!controls(this.#form).some(control => control.name === name)) return
    const changes = change(this.#draft.changes, name, fieldValue(this.#form, name), this.#shown[name] ?? [], Date.now())
    this.#keep(changes)
    this.#tabs.postMessage({ name, held: changes[name] } satisfies Message)
    this.#state('saving', 2500)
  }

  #keep(changes: Changes): void {
    this.#draft = { ...this.#draft, changes }
    writeDraft(this.#draft).catch(() => this.#state('refused'))
  }

  /** What another tab of this draft did, or this one: both go on from the same state, and a field being written in is left alone. */
  #hear({ name, held, rev, settled }: Message): void {
    const { [name ?? '']: _, ...others } = this.#draft.changes
    if (rev) this.#draft = { ...this.#draft, rev }
    if (settled) {
      for (const [field, { value }] of Object.entries(settled)) this.#shown[field] = value
      this.#keep(settle(this.#draft.changes, settled))
    }
    if (!name) return
    this.#draft = { ...this.#draft, changes: held ? { ...others, [name]: held } : others }
    if ((document.activeElement as HTMLInputElement | null)?.name !== name)
      putValue(this.#form, name, held?.value ?? this.#shown[name] ?? [])
  }

  /** One tab at a time. Nothing is sent while two values of a field wait for a choice. */
  async #send(): Promise<Answer['kind']> {
    const go = async (): Promise<Answer> => {
      const sent = this.#draft
      const answer = await sendDraft(this.dataset.url ?? '', this.#form, sent)
      if (answer.kind !== 'saved' && answer.kind !== 'conflict') return answer
      const message: Message = { rev: String(answer.rev), ...(answer.kind === 'saved' && { settled: sent.changes }) }
      this.#hear(message)
      this.#tabs.postMessage(message)
      return answer
    }
    if (this.querySelector('.conflict')) return 'conflict'
    if (Object.keys(this.#draft.changes).length === 0) return 'saved'
    const answer = await (navigator.locks ? navigator.locks.request(this.#draft.id, go) : go())
    if (answer.kind === 'conflict') for (const [name, theirs] of Object.entries(answer.fields)) this.#ask(name, theirs)
    else this.#state(answer.kind, answer.kind === 'saved' || answer.kind === 'signedOut' ? 0 : 20_000)
    return answer.kind
  }

  /** Submits once the draft has got through; offline it stays, and says so. What the server refuses as a draft it may explain as a form. */
  async #submit(event: SubmitEvent): Promise<void> {
    if (this.#passing) return
    event.preventDefault()
    const kind = await this.#send()
    if (kind === 'conflict') return this.querySelector<HTMLElement>('.conflict button')?.focus()
    if (kind === 'offline') return
    const rev = this.#form.elements.namedItem('rev')
    if (rev instanceof HTMLInputElement) rev.value = this.#draft.rev
    setTimeout(() => this.#pass(event.submitter))
  }

  /** In a turn of its own: a form does not submit again while it still tells of the first attempt. */
  #pass(submitter: HTMLElement | null): void {
    this.#passing = true
    this.#form.requestSubmit(submitter)
    this.#passing = false
  }

  #ask(name: string, theirs: Theirs): void {
    const mine = this.#draft.changes[name]
    const field = controls(this.#form)
      .find(control => control.name === name)
      ?.closest('.field')
    if (!mine || !field) return
    showConflict(field, this.#said, mine.value, theirs, chosen => {
      this.#shown[name] = theirs.value
      const { [name]: _, ...others } = this.#draft.changes
      this.#keep(chosen === 'mine' ? { ...others, [name]: { ...mine, base: theirs.value } } : others)
      if (chosen === 'theirs') putValue(this.#form, name, theirs.value)
      this.#state('saving', 500)
    })
  }

  #state(kind: Answer['kind'] | 'saving' | 'restored', again = 0): void {
    clearTimeout(this.#due)
    if (again) this.#due = window.setTimeout(() => void this.#send(), again)
    showState(this.querySelector('.draft-status'), this.#said, kind, this.#draft, () => void this.#send())
  }
}

customElements.define('draft-form', DraftForm)
