/**
 * `<answer-progress data-said="{answered} dari {total} terjawab">` with an `<output>`, a button and a list of sections, inside the element
 * that holds the form: counts the numbered questions (`[data-counts]`) that are asked and those with an answer, and the button goes to the
 * next one without, from where the page stands, around to the first.
 */
class AnswerProgress extends HTMLElement {
  #due = 0
  #last: HTMLElement | undefined

  connectedCallback(): void {
    for (const event of ['input', 'change', 'restored']) this.parentElement?.parentElement?.addEventListener(event, this)
    this.#button.addEventListener('click', () => this.#go())
    this.#sections.addEventListener('click', ({ target }) => target instanceof HTMLAnchorElement && this.#fold())
    this.#count()
  }

  /** After the conditions have hidden what is not asked: they wait for a frame, too, and were there first. */
  handleEvent(): void {
    cancelAnimationFrame(this.#due)
    this.#due = requestAnimationFrame(() => this.#count())
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!
  }

  get #sections(): HTMLDetailsElement {
    return this.querySelector('details')!
  }

  get #asked(): HTMLElement[] {
    const form = this.parentElement?.parentElement
    return [...(form?.querySelectorAll<HTMLElement>('[data-counts]') ?? [])].filter(each => each.checkVisibility?.() ?? !each.hidden)
  }

  #count(): void {
    const asked = this.#asked
    const answered = asked.filter(isAnswered).length
    const said = (this.dataset.said ?? '').replace('{answered}', String(answered)).replace('{total}', String(asked.length))
    const line = this.querySelector('output')!
    if (line.textContent !== said) line.textContent = said
    this.#button.hidden = answered === asked.length
  }

  #fold(): void {
    this.#sections.open = false
  }

  /** From the question last gone to while it is in sight, else from what stands at the top. */
  #go(): void {
    const blank = this.#asked.filter(each => !isAnswered(each))
    const bottom = this.parentElement!.getBoundingClientRect().bottom
    const from = this.#last && isInSight(this.#last) ? this.#last : undefined
    const isAfter = (each: Element) =>
      from ? from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING : each.getBoundingClientRect().top > bottom
    this.#last = blank.find(isAfter) ?? blank[0]
    this.#last?.scrollIntoView({ block: 'start' })
    this.#last?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus({ preventScroll: true })
  }
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** A table is answered when each of its rows is. */
function isAnswered(question: HTMLElement): boolean {
  const rows = [...question.querySelectorAll('.scales > fieldset')]
  return (rows.length ? rows : [question]).every(hasValue)
}

const hasValue = (part: Element): boolean =>
  [...part.querySelectorAll<HTMLInputElement>('input, textarea, select')].some(
    ({ type, checked, value }) => ((type !== 'radio' && type !== 'checkbox') || checked) && value.trim() !== '',
  )

customElements.define('answer-progress', AnswerProgress)
