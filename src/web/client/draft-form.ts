import { showConflict } from './draft-conflict.ts'
import { apply, change, type Event as DraftEvent, decide, rebase, type State } from './draft-merge.ts'
import { type Answer, sendDraft, type Theirs } from './draft-send.ts'
import { showState } from './draft-state.ts'
import { readDraft, writeDraft } from './draft-store.ts'
import { controls, fieldOf, fieldValue, putValue, valuesOf } from './form-values.ts'

/**
 * `<draft-form data-id data-url data-rev data-words>` around a form: each change goes to the device at once and to the server soon after.
 * What could not be sent is put back when the form is opened again. A refusal never deletes the device's value, and there is no time
 * limit. Submitting sends the draft first, so a lost connection is said here and not by the browser's own error page.
 */
class DraftForm extends HTMLElement {
  #id = this.dataset.id ?? ''
  #said = JSON.parse(this.dataset.words ?? '{}')
  #tabs = new BroadcastChannel(`draf:${this.#id}`)
  #draft: State = { rev: this.dataset.rev ?? '', shown: {}, changes: {} }
  #due = 0
  #passing = false

  connectedCallback(): void {
    this.#draft = { ...this.#draft, shown: valuesOf(this.#form) }
    this.addEventListener('input', event => this.#changed((event.target as HTMLInputElement).name))
    this.addEventListener('submit', event => void this.#submit(event as SubmitEvent))
    addEventListener('online', () => void this.#send())
    document.addEventListener('visibilitychange', () => document.hidden && void this.#send())
    this.#tabs.onmessage = ({ data }) => this.#hear(data)
    void this.#restore()
    void navigator.storage?.persist?.()
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!
  }

  /** What the device still holds, without touching what has been typed while it was looked up. */
  async #restore(): Promise<void> {
    const stored = await readDraft(this.#id).catch(() => undefined)
    if (!stored) return
    const { restore, conflicts, kept } = rebase(stored.changes, this.#draft.shown)
    const typed = this.#draft.changes
    this.#keep({ ...this.#draft, changes: { ...kept, ...typed } })
    for (const [name, value] of Object.entries(restore)) if (!typed[name]) putValue(this.#form, name, value)
    for (const [name, value] of Object.entries(conflicts)) this.#ask(name, { value })
    if (Object.keys(restore).length) this.#state('restored', 1000)
  }

  #changed(name: string): void {
    if (!controls(this.#form).some(control => control.name === name)) return
    const { shown, changes } = this.#draft
    const held = change(changes, name, fieldValue(this.#form, name), shown[name] ?? [], Date.now())[name]
    this.#tell({ name, held })
    this.#state('saving', 2500)
  }

  /** An event of this tab, kept on the device and told to the others; a field being written in there is left alone. */
  #tell(event: DraftEvent): void {
    this.#keep(apply(this.#draft, event))
    this.#tabs.postMessage(event)
  }

  #hear(event: DraftEvent): void {
    this.#draft = apply(this.#draft, event)
    const { name, held } = event
    if (name && event.settled) fieldOf(this.#form, name)?.querySelector('.conflict')?.remove()
    if (name && (document.activeElement as HTMLInputElement | null)?.name !== name)
      putValue(this.#form, name, held?.value ?? this.#draft.shown[name] ?? [])
  }

  #keep(draft: State): void {
    this.#draft = draft
    writeDraft({ id: this.#id, changes: draft.changes }).catch(() => this.#state('refused'))
  }

  /** One tab at a time, and nothing while two values of a field wait for a choice. */
  async #send(): Promise<Answer['kind']> {
    if (this.querySelector('.conflict')) return 'conflict'
    if (Object.keys(this.#draft.changes).length === 0) return 'saved'
    const answer = await (navigator.locks ? navigator.locks.request(this.#id, () => this.#post()) : this.#post())
    if (answer.kind === 'conflict') for (const [name, theirs] of Object.entries(answer.fields)) this.#ask(name, theirs, answer.rev)
    else this.#state(answer.kind, answer.kind === 'offline' || answer.kind === 'refused' ? 20_000 : 0)
    return answer.kind
  }

  async #post(): Promise<Answer> {
    const { rev, changes } = this.#draft
    const answer = await sendDraft(this.dataset.url ?? '', this.#form, { rev, changes })
    if (answer.kind === 'saved') this.#tell({ rev: String(answer.rev), settled: changes })
    return answer
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

  /** `rev` says that theirs was seen: it holds, here and in the other tabs, only when nothing waits for a choice any more. */
  #ask(name: string, theirs: Theirs, rev?: string): void {
    const mine = this.#draft.changes[name]
    const field = fieldOf(this.#form, name)
    if (!mine || !field) return
    showConflict(field, this.#said, mine.value, theirs, chosen => {
      const decided = decide(this.#draft, name, theirs.value, chosen)
      this.#tell(rev === undefined || this.querySelector('.conflict') ? decided : { ...decided, rev })
      if (chosen === 'theirs') putValue(this.#form, name, theirs.value)
      this.#state('saving', 500)
    })
  }

  #state(kind: Answer['kind'] | 'saving' | 'restored', again = 0): void {
    clearTimeout(this.#due)
    if (again) this.#due = window.setTimeout(() => void this.#send(), again)
    showState(this.querySelector('.draft-status'), this.#said, kind, this.#draft.changes, () => void this.#send())
  }
}

customElements.define('draft-form', DraftForm)
