import { isFull } from './device-database.ts'
import { sizeText } from './device-words.ts'
import { bytesKept, canKeep, fetchPage } from './kept-pages.ts'

/**
 * `<keep-forms data-path data-words>` around a button: keeps each form that this page links to below `data-path`, so that it opens without
 * a connection, and says how many and how large. Pages that are no form to fill in are passed over.
 */
class KeepForms extends HTMLElement {
  #said: Record<string, string> = JSON.parse(this.dataset.words ?? '{}')

  connectedCallback(): void {
    this.hidden = !canKeep() || document.querySelector<HTMLElement>('on-device')?.dataset.worker === undefined
    this.querySelector('button')?.addEventListener('click', () => void this.#keep())
  }

  async #keep(): Promise<void> {
    const person = document.querySelector<HTMLElement>('on-device')?.dataset.person ?? ''
    const isForm = new RegExp(`^${this.dataset.path}/[0-9a-f-]{36}$`)
    const found = [...document.querySelectorAll<HTMLAnchorElement>('main a')].filter(({ pathname }) => isForm.test(pathname))
    const links = new Map(found.map(each => [each.pathname, each.textContent ?? '']))
    let [done, kept] = [0, 0]
    try {
      for (const [path, title] of links) {
        this.#say('keeping', { done, total: links.size })
        if (await fetchPage(person, path, title)) kept++
        done++
      }
      this.#say('kept', { count: kept, size: sizeText(await bytesKept(person), this.#said.locale) })
    } catch (error) {
      this.#say(isFull(error) ? 'full' : 'failed', { done: kept, total: links.size })
    }
  }

  #say(word: string, given: Record<string, string | number>): void {
    const text = (this.#said[word] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''))
    this.querySelector('[role=status]')!.textContent = text
  }
}

customElements.define('keep-forms', KeepForms)
