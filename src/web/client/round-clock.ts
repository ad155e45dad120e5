import { clockText } from '../../platform/values/duration.ts'
import { follow, type Numbers } from './live-stream.ts'

/** How far the clocks of a device may drift apart before it is taken to have slept. */
const slept = 2000
/** So long at most a page waits before it draws itself anew, so that not all who follow come at once; the wall does not wait. */
const patience = 2000

/**
 * `<round-clock>` around how a presenting round stands: runs its clock by that of the server, since each number comes with the time there,
 * and never by counting ticks; after a lost connection the first number sets it right. With `data-follows="whole"` it is drawn anew when
 * the round has changed; with `clock` only `[data-part=changed]` appears.
 */
class RoundClock extends HTMLElement {
  #stop: (() => void) | undefined
  #tick = 0
  #numbers = { since: 0, used: 0, allowed: 0 }
  /** What the server's clock is ahead of this device's steady one, and of its own clock: a device that sleeps sees them part. */
  #ahead = 0
  #steady = 0

  connectedCallback(): void {
    const { topic, at, used, allowed, runs } = this.dataset
    const now = Number(at)
    this.#setClock(now)
    this.#numbers = { since: runs ? now : 0, used: Number(used), allowed: Number(allowed) }
    this.#tick = window.setInterval(() => this.#draw(), 250)
    if (topic) this.#stop = follow(topic, numbers => this.#hear(numbers), true)
    document.addEventListener('visibilitychange', this.#awake)
  }

  disconnectedCallback(): void {
    clearInterval(this.#tick)
    this.#stop?.()
    document.removeEventListener('visibilitychange', this.#awake)
  }

  #awake = (): void => {
    if (document.visibilityState === 'visible') void this.#ask()
  }

  #setClock(now: number): void {
    this.#ahead = now - performance.now()
    this.#steady = Date.now() - performance.now()
  }

  #hear({ rev = 0, since = 0, used = 0, allowed = 0, now = 0 }: Numbers): void {
    this.#setClock(now)
    this.#numbers = { since, used, allowed }
    if (String(rev) !== this.dataset.rev) {
      this.dataset.rev = String(rev)
      const isWall = this.querySelector('.big-screen') && location.pathname.endsWith('/layar')
      if (this.dataset.follows === 'whole') setTimeout(() => void this.#redraw(), isWall ? 0 : Math.random() * patience)
      else this.querySelector('[data-part=changed]')?.removeAttribute('hidden')
    }
    this.#draw()
  }

  /** Asks once how it stands, as after a sleep, when the stream does not know yet that it is dead. */
  async #ask(): Promise<void> {
    try {
      const answer = await fetch(`/api/v1/live?topics=${encodeURIComponent(this.dataset.topic ?? '')}`)
      if (!answer.ok) return
      const { topics } = (await answer.json()) as { topics: { numbers: Numbers }[] }
      if (topics[0]) this.#hear(topics[0].numbers)
    } catch {} // the stream comes again by itself
  }

  async #redraw(): Promise<void> {
    try {
      const answer = await fetch(location.href)
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('round-clock')
      if (page instanceof HTMLElement) this.replaceChildren(...page.childNodes)
      this.#draw()
    } catch {} // the next change, or a reload, draws it
  }

  #draw(): void {
    const [time, label] = ['time', 'label'].map(part => this.querySelector(`[data-part=${part}]`))
    if (!time || !label) return
    if (Math.abs(Date.now() - performance.now() - this.#steady) > slept) {
      this.#steady = Date.now() - performance.now()
      void this.#ask()
    }
    const { since, used, allowed } = this.#numbers
    const left = allowed - used - (since ? Math.max(0, performance.now() + this.#ahead - since) : 0)
    const said = { time: clockText(left), label: (left < 0 ? this.dataset.over : this.dataset.left) ?? '' }
    if (time.textContent !== said.time) time.textContent = said.time
    if (label.textContent !== said.label) label.textContent = said.label
    time.parentElement?.classList.toggle('over', left < 0)
  }
}

customElements.define('round-clock', RoundClock)
