import { isHeld } from './device-database.ts'
import { showConflict } from './draft-conflict.ts'
import { chosenFiles, listed, putFiles } from './draft-files.ts'
import { apply, type Changes, change, type Event as DraftEvent, decide, rebase, type State } from './draft-merge.ts'
import { type Answer, sendDraft, type Theirs, type Wrong, writtenAt } from './draft-send.ts'
import { showState } from './draft-state.ts'
import { forgetFiles, isRefused, readDraft, type Stored, writeDraft } from './draft-store.ts'
import { type Marked, markWrong } from './draft-wrong.ts'
import { controls, fieldOf, fieldValue, ownOf, putValue, valuesOf } from './form-values.ts'
import { type Entry, entryOf, newEntry, remove, sendNow, whenChanged } from './outbox.ts'

type Kind = Answer['kind'] | 'idle' | 'saving' | 'restored' | 'wrongOnly' | 'queued' | 'withdrawn' | 'full' | 'unsent' | 'blocked'
/** What these say of the draft, that it is safe on the device, holds only where it is kept. */
const safe = new Set<Kind>(['offline', 'refused', 'signedOut'])

/**
 * `<draft-form data-id data-url data-rev data-words data-stored>` around a form: each change goes to the device at once and to the server
 * soon after, chosen files to the device alone until the form is sent. What the server finds wrong stays on the device and is marked. What
 * could not be sent is put back when the form is opened again. A refusal never deletes the device's value, and there is no time limit. A
 * form that is sent without a connection waits in the outbox; one that is changed after that waits no more, until it is sent again: nothing
 * leaves half written.
 */
class DraftForm extends HTMLElement {
  #id = this.dataset.id ?? ''
  #person = this.#id.split(':')[0] ?? ''
  #said = JSON.parse(this.dataset.words ?? '{}')
  #tabs = new BroadcastChannel(`draf:${this.#id}`)
  /** Of a form that came back, what the server holds where the page shows what it refused. */
  #stored: Readonly<Record<string, Theirs>> = JSON.parse(this.dataset.stored ?? '{}')
  #draft: State = { rev: this.dataset.rev ?? '', shown: {}, changes: {}, unchosen: [] }
  #waiting: Entry | undefined
  #due = 0
  #isSending = false
  /** Why what was changed last is not on the device. */
  #unkept: 'full' | 'blocked' | undefined
  #wrong: readonly Marked[] = Object.keys(this.#stored).map(name => ({ name, id: name, label: name }))
  /** What the server found wrong with what stands in these fields. */
  #refused: Wrong = {}
  #kind: Kind | undefined
  #explained: string | undefined
  #passing = false

  connectedCallback(): void {
    const held = Object.entries(this.#stored).map(([name, { value }]) => [name, value])
    this.#draft = { ...this.#draft, shown: { ...valuesOf(this.#form), ...Object.fromEntries(held) } }
    if (this.dataset.saved === undefined) this.#state('idle')
    this.addEventListener('input', event => this.#changed((event.target as HTMLInputElement).name))
    this.addEventListener('submit', event => void this.#submit(event as SubmitEvent))
    addEventListener('online', () => void this.#send())
    document.addEventListener('visibilitychange', () => document.hidden && void this.#send())
    this.#tabs.onmessage = ({ data }) => this.#hear(data)
    whenChanged(() => void this.#look().then(() => this.#explain()))
    void this.#restore().then(() => this.#explain())
    void navigator.storage?.persist?.()
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!
  }

  /** What the device still holds, without touching what has been typed while it was looked up. */
  async #restore(): Promise<void> {
    await this.#look()
    const stored = await readDraft(this.#id).catch(() => undefined)
    if (!stored) return
    const { restore, conflicts, kept } = rebase(stored.changes, this.#draft.shown)
    const typed = this.#draft.changes
    this.#refused = Object.fromEntries(Object.entries(stored.wrong ?? {}).filter(([name]) => name in restore && !(name in typed)))
    putFiles(this.#form, stored.files ?? {})
    this.#keep({ ...this.#draft, changes: { ...kept, ...typed }, unchosen: [...(stored.unchosen ?? []), ...this.#draft.unchosen] })
    for (const [name, value] of Object.entries(restore)) if (!typed[name]) putValue(this.#form, name, value)
    for (const [name, value] of Object.entries(conflicts)) {
      this.#ask(name, { ...this.#stored[name], value })
      this.#askedOnPage(name)?.remove()
    }
    if (Object.keys(this.#refused).length) this.#mark([], this.#refused)
    if (!this.#waiting && isRefused({ ...stored, changes: kept, wrong: this.#refused }) && Object.keys(restore).length)
      this.#state('wrongOnly')
    else if (!this.#waiting && (Object.keys(restore).length || Object.keys(stored.files ?? {}).length)) this.#state('restored', 1000)
    else if (stored.unchosen?.length) void this.#send()
  }

  /** Where a form that came back asks without a script for what is now asked at the field. */
  #askedOnPage(name: string): Element | null | undefined {
    const all = [...this.querySelectorAll<HTMLInputElement>('[name=_pakai]')]
    return all.find(({ value }) => value === name.replace(/\[.*/, ''))?.closest(all.length > 1 ? 'fieldset' : '.notice')
  }

  /** Whether this form waits to be sent, and if it was refused, why. */
  async #look(): Promise<void> {
    if (this.#isSending) return
    const before = this.#waiting?.id
    this.#waiting = await entryOf(this.#id).catch(() => undefined)
    if (this.#waiting) this.#state('queued')
    else if (before) this.#state('saving', 500)
  }

  /** Of a form that was refused, what the server found wrong is marked where it stands: asked of it once, with what is still held here. */
  #explain(): void {
    if (this.#waiting?.state !== 'refused' || this.#explained === this.#waiting.id) return
    this.#explained = this.#waiting.id
    void this.#send()
  }

  #changed(name: string): void {
    const isFile = [...ownOf(this.#form, 'elements')].some(
      each => each instanceof HTMLInputElement && each.type === 'file' && each.name === name,
    )
    if (!isFile && !controls(this.#form).some(control => control.name === name)) return
    void this.#withdraw()
    const { [name]: _, ...refused } = this.#refused
    this.#refused = refused
    const { shown, changes } = this.#draft
    if (isFile) this.#keep(this.#draft)
    else this.#tell({ name, held: change(changes, name, fieldValue(this.#form, name), shown[name] ?? [], Date.now())[name] })
    if (!isFile && !this.#waiting) this.#state('saving', 2500)
  }

  async #withdraw(): Promise<void> {
    if (!this.#waiting) return
    const { id } = this.#waiting
    this.#waiting = undefined
    await remove(id)
    this.#state('withdrawn', 2500)
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
    const { changes, unchosen } = draft
    const stored: Stored = { id: this.#id, changes, unchosen, files: chosenFiles(this.#form), wrong: this.#refused, ...this.#place() }
    writeDraft(stored).then(
      () => {
        this.#unkept = undefined
      },
      error => {
        this.#unkept = isHeld(error) ? 'blocked' : 'full'
        this.#state(this.#unkept, 2500) // the server takes it all the same
      },
    )
  }

  #place(): { page: string; title: string } {
    return { page: location.pathname, title: document.querySelector('h1')?.textContent ?? document.title }
  }

  /** One tab at a time, and nothing while two values of a field wait for a choice, or the whole form to be sent. */
  async #send(): Promise<Answer['kind']> {
    if (this.querySelector('.conflict')) return 'conflict'
    const { changes, unchosen } = this.#draft
    if (this.#waiting?.state === 'waiting') return 'saved'
    if (Object.keys(changes).length + unchosen.length === 0) return this.#rest()
    const answer = await (navigator.locks ? navigator.locks.request(this.#id, () => this.#post()) : this.#post())
    if (answer.kind === 'saved' || answer.kind === 'partly') this.#mark(Object.keys(changes), answer.kind === 'partly' ? answer.wrong : {})
    if (answer.kind === 'saved' || (answer.kind === 'partly' && Object.keys(changes).some(name => !(name in answer.wrong)))) sayBegun()
    if (answer.kind === 'conflict') for (const [name, theirs] of Object.entries(answer.fields)) this.#ask(name, theirs, answer.rev)
    else if (answer.kind === 'partly' && Object.keys(changes).every(name => name in answer.wrong)) this.#state('wrongOnly')
    else this.#state(answer.kind, answer.kind === 'offline' || answer.kind === 'refused' ? 20_000 : 0)
    return answer.kind
  }

  /** Everything is again as the server has it. */
  #rest(): 'saved' {
    this.#mark([], {})
    if (this.#kind === 'saving' || this.#kind === 'partly' || this.#kind === 'wrongOnly') this.#state('idle')
    return 'saved'
  }

  async #post(): Promise<Answer> {
    const { rev, changes, unchosen } = this.#draft
    const answer = await sendDraft(this.dataset.url ?? '', this.#person, this.#form, { rev, changes, unchosen })
    if (answer.kind === 'saved') this.#tell({ rev: String(answer.rev), settled: changes, told: unchosen })
    else if (answer.kind === 'partly') this.#tell({ rev: answer.rev, settled: without(changes, answer.wrong), told: unchosen })
    else if (answer.kind === 'conflict') this.#tell({ told: unchosen })
    return answer
  }

  /** Sends the draft first, then the form, once however often it is pressed; without a connection it waits. */
  async #submit(event: SubmitEvent): Promise<void> {
    if (this.#passing) return
    event.preventDefault()
    if (this.#isSending) return
    this.#isSending = true
    try {
      await this.#sendForm(event.submitter)
    } finally {
      this.#isSending = false
      await this.#look()
    }
  }

  /** What the server refuses it explains as a page. */
  async #sendForm(submitter: HTMLElement | null): Promise<void> {
    const before = this.#waiting
    this.#waiting = undefined
    const kind = await this.#send()
    if (kind === 'conflict') {
      if (before) await remove(before.id)
      return this.querySelector<HTMLElement>('.conflict button')?.focus()
    }
    const entry = this.#entry(submitter)
    this.#state('saving')
    const outcome = await sendNow(entry)
    if (outcome.kind === 'sent') location.assign(outcome.to)
    else if (outcome.kind !== 'refused') this.#state(outcome.isKept ? 'queued' : outcome.isBlocked ? 'blocked' : 'unsent')
    else {
      if (outcome.isSaved) await forgetFiles(this.#id)
      this.#pass(submitter, entry)
    }
  }

  #entry(submitter: HTMLElement | null): Entry {
    const data = new FormData(this.#form)
    data.set('rev', this.#draft.rev)
    if (submitter instanceof HTMLButtonElement && submitter.name) data.append(submitter.name, submitter.value)
    data.append('_ditulis', writtenAt(this.#draft.changes))
    for (const each of this.#draft.unchosen) data.append('_kalah', JSON.stringify(each))
    const fields = [...data].filter((field): field is [string, string] => typeof field[1] === 'string')
    const url = new URL(ownOf(this.#form, 'action')).pathname
    return newEntry({ form: this.#id, person: this.#person, url, fields, files: listed(chosenFiles(this.#form)), ...this.#place() })
  }

  /** As the same sending once more, by the browser itself, so that the server shows its page. */
  #pass(submitter: HTMLElement | null, { id, fields, at }: Entry): void {
    // With the same key only what is the same is taken again: what the device adds of itself too, in the same order.
    const added = fields.filter(([name]) => name === '_ditulis' || name === '_kalah')
    for (const [name, value] of [['rev', this.#draft.rev], ...added, ['idempotency_key', id], ['_dikirim', String(at)]] as const) {
      const given = name === '_kalah' ? null : ownOf(this.#form, 'elements').namedItem(name)
      if (given instanceof HTMLInputElement) given.value = value
      else ownOf(this.#form, 'append').call(this.#form, Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    }
    this.#passing = true
    ownOf(this.#form, 'requestSubmit').call(this.#form, submitter)
    this.#passing = false
  }

  /** `rev` says that theirs was seen: it holds, here and in the other tabs, only when nothing waits for a choice any more. */
  #ask(name: string, theirs: Theirs, rev?: string): void {
    const mine = this.#draft.changes[name]
    const field = fieldOf(this.#form, name)
    if (!mine || !field) return
    showConflict(field, this.#said, mine.value, theirs, chosen => {
      void this.#withdraw()
      const decided = decide(this.#draft, name, theirs.value, chosen)
      this.#tell(rev === undefined || this.querySelector('.conflict') ? decided : { ...decided, rev })
      // Of a page that was opened anew the field shows theirs until then.
      putValue(this.#form, name, this.#draft.changes[name]?.value ?? theirs.value)
      this.#state('saving', 500)
    })
  }

  /** What was wrong and is not sent any more is again as the server has it, and so is right. */
  #mark(sent: readonly string[], wrong: Wrong): void {
    const right = [...sent, ...this.#wrong.map(({ name }) => name)].filter(name => !(name in wrong))
    this.#wrong = markWrong(this.#form, { wrong, right, said: this.#said.wrong ?? '' })
    this.#refused = wrong
    if (Object.keys(wrong).length) this.#keep(this.#draft)
  }

  #state(kind: Kind, again = 0): void {
    clearTimeout(this.#due)
    if (again) this.#due = window.setTimeout(() => void this.#send(), again)
    this.#kind = kind
    const state = (safe.has(kind) && this.#unkept) || kind
    const retry = () => void this.#send()
    const line = this.querySelector('.draft-status')
    showState(line, this.#said, { kind: state, changes: this.#draft.changes, wrong: this.#wrong, waiting: this.#waiting, retry })
  }
}

/** What stands on the page while nothing of the form is saved makes way for what stands there from then on. */
function sayBegun(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset.when === 'unsaved'
}

/** What the server took: all but what it found wrong. */
const without = (changes: Changes, wrong: Wrong): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => !(name in wrong)))

customElements.define('draft-form', DraftForm)
