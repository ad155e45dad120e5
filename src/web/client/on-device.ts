import { clockTime } from './device-words.ts'
import type * as Device from './device-work.ts'
import { draftsOf, isRefused } from './draft-store.ts'
import { canKeep, forgetOthers } from './kept-pages.ts'
import { entries, whenChanged } from './outbox.ts'

/** The page as the server made it, where it may be kept: this script comes before all that change it. */
const served = document.querySelector('[data-keep]') ? `<!doctype html>${document.documentElement.outerHTML}` : ''

/**
 * `<on-device data-person data-work data-worker data-locale data-zone data-zone-name>` on each page of somebody signed in: says in one line
 * what waits here (`[data-part=waiting]`, with its `.count`) or needs correcting (`wrong`), and that this page is a copy
 * (`[data-part=kept]`, with its `time`). What is to be done about it, the script that `data-work` names does. Without https the browser
 * keeps no pages; what waits is sent all the same.
 */
class OnDevice extends HTMLElement {
  #person = this.dataset.person ?? ''
  #isWorking = false

  connectedCallback(): void {
    const { kept } = document.documentElement.dataset
    if (kept) this.#sayKept(new Date(kept))
    whenChanged(({ sent }) => {
      void this.#count()
      if (sent?.page === location.pathname && !document.querySelector('.conflict')) location.reload()
    })
    if (canKeep()) void forgetOthers(this.#person)
    if (served || kept || navigator.serviceWorker?.controller) void this.#work()
    void this.#count()
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    const { work } = (await import(this.dataset.work!)) as typeof Device
    const isCopy = document.documentElement.dataset.kept !== undefined
    const version = `${this.dataset.work} ${document.documentElement.lang}`
    work({ person: this.#person, hasWorker: this.dataset.worker !== undefined, html: isCopy ? '' : served, isCopy, version })
  }

  async #count(): Promise<void> {
    const own = (await entries()).filter(({ person }) => person === this.#person)
    const drafts = (await draftsOf(this.#person)).filter(({ id }) => !own.some(({ form }) => form === id))
    const wrong = drafts.filter(isRefused).length
    this.#say('waiting', own.length + drafts.length - wrong)
    this.#say('wrong', wrong)
    if (own.length) await this.#work()
  }

  #sayKept(at: Date): void {
    this.querySelector('time')!.textContent = clockTime(at, this.dataset)
    this.#show('kept', true)
    this.querySelector('button')?.addEventListener('click', () => {
      navigator.serviceWorker.controller?.postMessage(location.pathname + location.search)
      location.reload()
    })
  }

  #say(part: string, count: number): void {
    this.querySelector(`[data-part=${part}] .count`)!.textContent = String(count)
    this.#show(part, count > 0)
  }

  #show(part: string, isThere: boolean): void {
    this.querySelector<HTMLElement>(`[data-part=${part}]`)!.hidden = !isThere
    this.hidden = [...this.children].every(each => (each as HTMLElement).hidden)
  }
}

customElements.define('on-device', OnDevice)
