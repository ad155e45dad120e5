import { follow, type Numbers } from './live-stream.ts'

/**
 * `<live-part data-topic data-as>` around what the server has rendered: keeps its numbers as they are now. `progress`: a `<progress>` with
 * `data-of`, `data-phases` (JSON) and `data-href`, where the result is; the page goes there when it is over. `count`: a `.count` with
 * `data-none` and `data-some`, what the link around it is called.
 */
class LivePart extends HTMLElement {
  #stop: (() => void) | undefined

  connectedCallback(): void {
    const { topic, as } = this.dataset
    const isProgress = as === 'progress'
    if (topic) this.#stop = follow(topic, numbers => (isProgress ? this.#progress(numbers) : this.#count(numbers)), isProgress)
  }

  disconnectedCallback(): void {
    this.#stop?.()
  }

  #progress({ done = 0, total = 0, phase = 0, over }: Numbers): void {
    const { href, of = '', phases = '[]' } = this.dataset
    if (over) {
      this.#stop?.()
      if (href) location.assign(href)
      else location.reload()
      return
    }
    const bar = this.querySelector('progress')
    const number = new Intl.NumberFormat(document.documentElement.lang)
    if (bar && total) {
      bar.max = total
      bar.value = done
    }
    this.#write('count', total ? of.replace('{part}', number.format(done)).replace('{whole}', number.format(total)) : '')
    this.#write('now', (JSON.parse(phases) as string[])[phase] ?? '')
  }

  #write(part: string, text: string): void {
    const line = this.querySelector(`[data-part=${part}]`)
    if (line && line.textContent !== text) line.textContent = text
  }

  #count({ lines = 0 }: Numbers): void {
    const { none = '', some = '' } = this.dataset
    const text = String(lines)
    let count = this.querySelector('.count')
    if (!lines) count?.remove()
    else {
      if (!count) {
        count = document.createElement('span')
        count.className = 'count'
        this.append(count)
      }
      count.textContent = text
    }
    this.closest('a')?.setAttribute('aria-label', lines ? some.replace('{lines}', text) : none)
  }
}

customElements.define('live-part', LivePart)
