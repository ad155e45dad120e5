import { holds } from '../../platform/values/conditions.ts'
import type { AskedField } from './asked-fields.ts'
import type { ConditionalFields } from './conditional-fields.ts'

/**
 * `<answer-progress data-said={ none, one, many, addsOne, adds }>` with an `<output>`, a button and a list of sections, inside the
 * `<draft-form>`: counts the questions that are asked, must be answered (`data-required`, empty or with the condition as JSON) and are
 * not, as `requiredLeft` does on the server; the button goes to the next of them, from where the page stands, around to the first. Where an
 * answer makes more of them than there were, it says so. How high the line is that stays in sight is `--draft-line`.
 */
class AnswerProgress extends HTMLElement {
  #due = 0
  #last: HTMLElement | undefined
  #said: Record<string, string> = JSON.parse(this.dataset.said ?? '{}')
  #text: string | undefined
  /** The question that was answered last, all that must be answered, and what each answer has added to them. */
  #answered: HTMLElement | null = null
  #required: ReadonlySet<HTMLElement> | undefined
  #added = new Map<HTMLElement, { questions: HTMLElement[]; note: HTMLElement }>()
  #height = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--draft-line', `${this.parentElement?.offsetHeight ?? 0}px`),
  )

  connectedCallback(): void {
    this.#height.observe(this.parentElement!)
    for (const event of ['input', 'change', 'restored']) this.closest('draft-form')?.addEventListener(event, this)
    this.#button.addEventListener('click', () => this.#go())
    this.#sections.addEventListener('click', ({ target }) => target instanceof HTMLAnchorElement && this.#fold())
    this.#sections.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#fold())
    this.#count()
  }

  disconnectedCallback(): void {
    this.#height.disconnect()
  }

  /** After the conditions have hidden what is not asked: they wait for a frame, too, and were there first. */
  handleEvent({ type, target }: Event): void {
    this.#answered = type === 'restored' ? null : (target as Element).closest<HTMLElement>('[data-question]')
    cancelAnimationFrame(this.#due)
    this.#due = requestAnimationFrame(() => this.#count())
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!
  }

  get #sections(): HTMLDetailsElement {
    return this.querySelector('details')!
  }

  get #now(): { required: HTMLElement[]; left: HTMLElement[] } {
    const { now } = this.closest('draft-form')?.querySelector<ConditionalFields>('conditional-fields') ?? {}
    if (!now) return { required: [], left: [] }
    const { fields, asked, read } = now
    const isRequired = ({ required }: AskedField) => required === '' || holds(required, read)
    const required = fields.filter(field => asked.has(field.key) && isRequired(field))
    const left = required.filter(({ element, key }) => !(isAnswered(element) && isRight(element, read(key))))
    return { required: required.map(({ element }) => element), left: left.map(({ element }) => element) }
  }

  #count(): void {
    const { required, left } = this.#now
    const added = this.#add(required, left)
    const many = left.length
    const text = (many === 0 ? this.#said.none : many === 1 ? this.#said.one : this.#said.many)?.replace('{count}', String(many)) ?? ''
    if (this.#text !== text) this.querySelector('output')!.replaceChildren(text, ...(added ? [unseen(` ${added}`)] : []))
    this.#text = text
    this.#button.hidden = many === 0
    this.#shorten(new Set(left), text)
  }

  /** Of what was refused when the form was sent, the lines of what is answered by now go, and with the last of them all of it. */
  #shorten(left: ReadonlySet<Element>, text: string): void {
    const summary = this.closest('draft-form')?.querySelector('.notice.error')
    if (!summary) return
    const lines = [...summary.querySelectorAll('li')]
    const done = lines.filter(line => {
      const question = document.getElementById(line.querySelector('a')?.hash.slice(1) ?? '')?.closest('[data-question]')
      return question && !left.has(question) && (isTable(question) || !question.querySelector('.wrong'))
    })
    if (done.length === 0) return
    for (const line of done) line.remove()
    if (done.length === lines.length) summary.remove()
    // What counts lines between two lists of them counts as the head does from here on.
    for (const part of summary.querySelectorAll('ul, p'))
      if (part.matches('p') ? part.nextElementSibling : !part.childElementCount) part.remove()
    if (left.size) summary.querySelector('b')!.textContent = text
  }

  /** Says below an answer what it adds, for as long as it does. */
  #add(required: readonly HTMLElement[], left: readonly HTMLElement[]): string | undefined {
    const before = this.#required
    const now = new Set(required)
    this.#required = now
    for (const [question, { questions, note }] of this.#added)
      if (!questions.some(each => now.has(each)) && this.#added.delete(question)) note.remove()
    const by = this.#answered
    const questions = before && by ? left.filter(each => each !== by && !before.has(each)) : []
    if (!by || !questions.length) return undefined
    const text = (questions.length === 1 ? this.#said.addsOne : this.#said.adds)?.replace('{count}', String(questions.length)) ?? ''
    const note = this.#added.get(by)?.note ?? Object.assign(document.createElement('p'), { className: 'hint' })
    note.textContent = text
    by.append(note)
    this.#added.set(by, { questions, note })
    return text
  }

  /** Whoever stood in the list stands at what opens it. */
  #fold(): void {
    const isWithin = this.#sections.contains(document.activeElement)
    this.#sections.open = false
    if (isWithin) this.#sections.querySelector('summary')!.focus({ preventScroll: true })
  }

  /** From the question last gone to while it is in sight, else from what stands at the top. */
  #go(): void {
    this.#fold()
    const { left } = this.#now
    const bottom = this.parentElement!.getBoundingClientRect().bottom
    const from = this.#last && isInSight(this.#last) ? this.#last : undefined
    const isAfter = (each: Element) =>
      from ? from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING : each.getBoundingClientRect().top > bottom
    this.#last = left.find(isAfter) ?? left[0]
    this.#last?.scrollIntoView({ block: 'start' })
    this.#last?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus({ preventScroll: true })
  }
}

const unseen = (textContent: string): HTMLElement => Object.assign(document.createElement('span'), { className: 'unseen', textContent })

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** As far as the browser can tell: a number that is none, or that the server refused, is no answer. */
const isRight = (question: HTMLElement, value: unknown): boolean =>
  question.dataset.type !== 'number' || (typeof value === 'number' && !question.querySelector('.wrong'))

const isTable = (question: Element): boolean => question.querySelector('.scales') !== null

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
