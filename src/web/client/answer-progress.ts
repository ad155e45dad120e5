import { holds } from '../../platform/values/conditions.ts'
import { askedFields, askedNow } from './asked-fields.ts'

/**
 * `<answer-progress data-said={ none, one, many }>` with an `<output>`, a button and a list of sections, inside the element that holds the
 * form: counts the questions that are asked, must be answered (`data-required`, empty or with the condition as JSON) and are not, as
 * `requiredLeft` does on the server; the button goes to the next of them, from where the page stands, around to the first.
 */
class AnswerProgress extends HTMLElement {
  #due = 0
  #last: HTMLElement | undefined
  #said: Record<string, string> = JSON.parse(this.dataset.said ?? '{}')

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

  get #left(): HTMLElement[] {
    const form = this.parentElement?.parentElement?.querySelector('form')
    if (!form) return []
    const fields = askedFields(form)
    const { asked, read } = askedNow(form, fields)
    const isRequired = ({ dataset: { required } }: HTMLElement) =>
      required === '' || (required !== undefined && holds(JSON.parse(required), read))
    return fields.flatMap(({ element, key }) =>
      asked.has(key) && isRequired(element) && !(isAnswered(element) && isRight(element, read(key))) ? [element] : [],
    )
  }

  #count(): void {
    const left = this.#left.length
    const said = (left === 0 ? this.#said.none : left === 1 ? this.#said.one : this.#said.many)?.replace('{count}', String(left)) ?? ''
    const line = this.querySelector('output')!
    if (line.textContent !== said) line.textContent = said
    this.#button.hidden = left === 0
  }

  #fold(): void {
    this.#sections.open = false
  }

  /** From the question last gone to while it is in sight, else from what stands at the top. */
  #go(): void {
    const left = this.#left
    const bottom = this.parentElement!.getBoundingClientRect().bottom
    const from = this.#last && isInSight(this.#last) ? this.#last : undefined
    const isAfter = (each: Element) =>
      from ? from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING : each.getBoundingClientRect().top > bottom
    this.#last = left.find(isAfter) ?? left[0]
    this.#last?.scrollIntoView({ block: 'start' })
    this.#last?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus({ preventScroll: true })
  }
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** As far as the browser can tell: a number that is none, or that the server refused, is no answer. */
const isRight = (question: HTMLElement, value: unknown): boolean =>
  question.dataset.type !== 'number' || (typeof value === 'number' && !question.querySelector('.wrong'))

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
