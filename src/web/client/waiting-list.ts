import { clockTime, sizeText } from './device-words.ts'
import { button, save } from './draft-state.ts'
import { draftsOf, forgetDraft, isRefused, othersDrafts, type Stored } from './draft-store.ts'
import { bytesKept, canKeep, devicePage, forgetPage, forgetPerson, keptPages } from './kept-pages.ts'
import { type Entry, entries, remove, retry, send, whenChanged } from './outbox.ts'

/**
 * `<waiting-list data-person data-words>` around the lists of the page of this device: what waits to be sent, drafts that did not get
 * through, and what opens without a connection. Of other people's it says only how many.
 */
class WaitingList extends HTMLElement {
  #person = this.dataset.person ?? ''
  #said: Record<string, string> = JSON.parse(this.dataset.words ?? '{}')

  connectedCallback(): void {
    this.hidden = false
    this.#part('not-kept').hidden = location.pathname === devicePage
    this.querySelector('[name=send]')?.addEventListener('click', () => void this.#send())
    this.querySelector('[name=forget]')?.addEventListener('click', () => void forgetPerson(this.#person).then(() => this.#show()))
    whenChanged(() => void this.#show())
    void this.#show()
  }

  async #show(): Promise<void> {
    const all = await entries()
    const own = all.filter(({ person }) => person === this.#person)
    const drafts = (await draftsOf(this.#person)).filter(({ id }) => !own.some(({ form }) => form === id))
    const others = all.length - own.length + (await othersDrafts(this.#person))
    const kept = await keptPages(this.#person)
    this.#fill(
      'outbox',
      own.map(entry => this.#entry(entry)),
    )
    this.#fill(
      'wrong',
      drafts.filter(isRefused).map(draft => this.#draft(draft)),
    )
    this.#fill(
      'drafts',
      drafts.filter(draft => !isRefused(draft)).map(draft => this.#draft(draft)),
    )
    this.#fill(
      'kept',
      kept.map(({ path, title, at, bytes }) => {
        const about = this.#say('keptAt', { time: this.#time(at), size: sizeText(bytes, this.#said.locale) })
        return item(title, path, [about], [this.#button('remove', () => forgetPage(this.#person, path).then(() => this.#show()))])
      }),
    )
    this.#part('kept').hidden = !canKeep()
    this.#part('none-kept').hidden = kept.length > 0
    this.#part('nothing').hidden = own.length + drafts.length > 0
    this.#part('others').hidden = others === 0
    this.#part('others').textContent = this.#say('others', { count: String(others) })
    const size = kept.length ? sizeText(await bytesKept(this.#person), this.#said.locale) : ''
    this.#part('in-all').textContent = size && this.#say('keptInAll', { size })
    this.querySelector<HTMLElement>('[name=forget]')!.hidden = !kept.length
  }

  #entry(entry: Entry): HTMLElement {
    const { state, signedOut, reason = '', at, files, page, title } = entry
    const kind = state === 'refused' ? 'refused' : signedOut ? 'signedOut' : 'waiting'
    const names = files.map(({ file }) => `${file.name} (${sizeText(file.size, this.#said.locale)})`).join(', ')
    const about = [this.#say(kind, { time: this.#time(new Date(at)), reason }), ...(names ? [this.#say('files', { names })] : [])]
    return item(title, page, about, [
      ...(state === 'refused' ? [this.#button('send', () => this.#again(entry))] : []),
      ...(signedOut ? [link(this.#said.signIn ?? '', `/masuk?kembali=${encodeURIComponent(devicePage)}`)] : []),
      this.#button('save', () =>
        takeAway(
          entry.fields,
          files.map(({ file }) => file),
        ),
      ),
      this.#button('remove', () => this.#remove(() => remove(entry.id).then(() => forgetDraft(entry.form)))),
    ])
  }

  #draft({ id, changes, unchosen = [], files = {}, wrong = {}, page = '', title = '' }: Stored): HTMLElement {
    const held = [...Object.entries(changes), ...unchosen.map(each => [each.name, each] as const)]
    const own = Object.values(files).flat()
    const last = new Date(Math.max(0, ...held.map(([, { at }]) => at)))
    const about = [
      ...(held.length ? [this.#say('changes', { count: String(held.length), time: this.#time(last) })] : []),
      ...new Set(Object.values(wrong)),
      ...(own.length ? [this.#say('files', { names: own.map(({ name }) => name).join(', ') })] : []),
    ]
    const fields = held.flatMap(([name, { value }]) => value.map(each => [name, each] as const))
    return item(title, page, about, [
      this.#button('save', () => takeAway(fields, own)),
      this.#button('remove', () => this.#remove(() => forgetDraft(id))),
    ])
  }

  async #again(entry: Entry): Promise<void> {
    await retry(entry)
    await this.#afterSending()
  }

  async #send(): Promise<void> {
    await send()
    await this.#afterSending()
  }

  async #afterSending(): Promise<void> {
    const waits = (await entries()).some(({ person, state, signedOut }) => person === this.#person && state === 'waiting' && !signedOut)
    this.#part('status').textContent = waits ? (this.#said.offline ?? '') : ''
    await this.#show()
  }

  async #remove(forget: () => Promise<unknown>): Promise<void> {
    if (!confirm(this.#said.confirm)) return
    await forget()
    await this.#show()
  }

  #button = (word: string, act: () => unknown): HTMLElement => button(this.#said[word] ?? '', () => void act())
  #part = (name: string): HTMLElement => this.querySelector<HTMLElement>(`[data-part=${name}]`)!
  #time = (at: Date): string => clockTime(at, this.#said)

  #say(word: string, given: Record<string, string>): string {
    return (this.#said[word] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '')
  }

  #fill(part: string, items: HTMLElement[]): void {
    this.#part(part).hidden = items.length === 0
    this.#part(part)
      .querySelector('ul')!
      .replaceChildren(...items)
  }
}

function item(title: string, page: string, about: readonly string[], acts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('li')
  const name = page ? link(title, page) : document.createElement('b')
  name.textContent = title
  const row = document.createElement('div')
  row.className = 'actions'
  for (const act of acts) act.setAttribute('aria-label', `${act.textContent}: ${title}`)
  row.append(...acts)
  element.append(
    name,
    ...about.map(line => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
    row,
  )
  return element
}

function link(text: string, href: string): HTMLElement {
  return Object.assign(document.createElement('a'), { textContent: text, href })
}

/** As files that a person can read and use elsewhere: what was written, and each file as it was chosen. */
function takeAway(fields: readonly (readonly [string, string])[], files: readonly File[]): void {
  const written = fields.filter(([name, value]) => value !== '' && name !== 'rev' && name !== '_ditulis')
  save('kiriman.json', new Blob([JSON.stringify(written, null, 2)], { type: 'application/json' }))
  for (const file of files) save(file.name, file)
}

customElements.define('waiting-list', WaitingList)
