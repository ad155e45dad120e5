type Report = { done: number; total?: number; now?: string; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; href?: string }

/**
 * `<live-progress data-source data-stream? data-of>` around a `<progress>`: asks how far the work is, ever less often while nothing
 * moves (1 to 10 s), and goes where the result is. A lost connection only means asking again. With `data-stream` the server tells.
 */
class LiveProgress extends HTMLElement {
  #wait = 1000
  #last = ''
  #timer = 0
  #stream: EventSource | undefined

  connectedCallback(): void {
    const { source = '', stream } = this.dataset
    if (stream === undefined) this.#timer = window.setTimeout(() => void this.#ask(source), this.#wait)
    else {
      this.#stream = new EventSource(source)
      this.#stream.onmessage = ({ data }) => this.#show(JSON.parse(data))
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#stream?.close()
  }

  async #ask(source: string): Promise<void> {
    try {
      const answer = await fetch(source, { headers: { accept: 'application/json' } })
      if (answer.ok && this.#show(await answer.json())) return
    } catch {}
    this.#timer = window.setTimeout(() => void this.#ask(source), this.#wait)
  }

  /** True when the work is over and the page is leaving. */
  #show(report: Report): boolean {
    const { done, total, now = '', state, href } = report
    const moved = `${done}/${total}/${now}`
    this.#wait = moved === this.#last ? Math.min(10_000, this.#wait * 1.5) : 1000
    this.#last = moved
    if (state !== 'waiting' && state !== 'running') {
      this.disconnectedCallback()
      if (href) location.assign(href)
      else location.reload()
      return true
    }
    const bar = this.querySelector('progress')
    const number = new Intl.NumberFormat(document.documentElement.lang)
    if (bar && total) {
      bar.max = total
      bar.value = done
    }
    this.#write(
      'count',
      total ? (this.dataset.of ?? '').replace('{part}', number.format(done)).replace('{whole}', number.format(total)) : '',
    )
    this.#write('now', now)
    return false
  }

  #write(part: string, text: string): void {
    const line = this.querySelector(`[data-part=${part}]`)
    if (line && line.textContent !== text) line.textContent = text
  }
}

customElements.define('live-progress', LiveProgress)
