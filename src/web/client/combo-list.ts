import { type Choice, choiceMeant } from '../../platform/values/choices.ts'

type ComboLabels = Readonly<Record<'results' | 'none' | 'near' | 'failed', string>>
type Source = {
  find: (text: string) => Promise<readonly Choice[]>
  chosen: () => Choice | null
  choose: (choice: Choice | null) => void
}

const most = 50
/** Pixels of a list that can still be read. */
const leastRoom = 96
let lists = 0

/**
 * Makes a text box the combobox of the ARIA pattern: list below, arrows, Enter, Escape. What is typed and means one choice takes it when
 * the box is left; all else stays as it was typed, for the server to say what is wrong with it.
 */
export function chooser(host: HTMLElement, box: HTMLInputElement, said: ComboLabels, { find, chosen, choose }: Source): void {
  const list = document.createElement('div')
  const live = document.createElement('p')
  let shown: readonly Choice[] = []
  let at = -1
  let asked = 0
  let due = 0
  list.id = `pilihan-${++lists}`
  list.role = 'listbox'
  list.ariaLabel = box.labels?.[0]?.textContent ?? ''
  list.hidden = true
  live.className = 'unseen'
  live.role = 'status'
  host.append(list, live)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    box.setAttribute(name, value)

  box.addEventListener('input', () => {
    clearTimeout(due)
    due = window.setTimeout(() => void search(box.value), 150)
  })
  box.addEventListener('focus', () => box.select())
  box.addEventListener('click', () => void search(''))
  box.addEventListener('blur', () => {
    close()
    if (box.value !== chosen()?.label) void settle(box.value)
  })
  box.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) void search('')
      else mark(event.key === 'ArrowDown' ? (at + 1) % shown.length : (Math.max(at, 0) + shown.length - 1) % shown.length)
    } else if (event.key === 'Enter' && !list.hidden) {
      const choice = shown[at]
      event.preventDefault()
      if (choice) pick(choice)
    } else if (event.key === 'Escape') close()
  })
  list.addEventListener('mousedown', event => {
    event.preventDefault()
    const choice = shown[options().indexOf((event.target as Element).closest('[role=option]')!)]
    if (choice) pick(choice)
  })

  /** Only the last question's answer counts, however late an earlier one comes. */
  async function search(text: string): Promise<void> {
    const turn = ++asked
    try {
      const found = await find(text.trim())
      if (turn !== asked) return
      shown = found.slice(0, most)
      live.textContent = found[0]?.near ? said.near : found.length ? said.results.replace('{count}', String(found.length)) : said.none
    } catch {
      shown = []
      live.textContent = said.failed
    }
    const isPlain = shown.length > 0 && !shown[0]?.near
    list.replaceChildren(...(isPlain ? [] : [note(live.textContent)]), ...shown.map(item))
    list.hidden = false
    box.ariaExpanded = 'true'
    settleIn()
    // One is what was meant; of several, and of what only comes near, none is chosen before somebody chooses it.
    mark(shown.length === 1 && isPlain ? 0 : -1)
  }

  /** Below the box, or above it where there is more room, and no higher than the room that there is. */
  function settleIn(): void {
    list.classList.remove('above')
    list.style.maxHeight = ''
    const { top, bottom } = box.getBoundingClientRect()
    const below = (window.visualViewport?.height ?? window.innerHeight) - bottom
    if (list.offsetHeight <= below) return
    list.classList.toggle('above', top > below)
    list.style.maxHeight = `min(18rem, ${Math.max(top, below, leastRoom)}px)`
  }

  function mark(index: number): void {
    at = index
    options().forEach((child, place) => {
      child.ariaSelected = String(place === index)
    })
    const current = options()[index]
    current?.scrollIntoView({ block: 'nearest' })
    if (current) box.setAttribute('aria-activedescendant', current.id)
    else box.removeAttribute('aria-activedescendant')
  }

  function options(): Element[] {
    return [...list.querySelectorAll('[role=option]')]
  }

  function pick(choice: Choice): void {
    choose(choice)
    close()
  }

  /** What was chosen before is not what stands there now. */
  async function settle(text: string): Promise<void> {
    choose(null)
    if (!text.trim()) return
    const meant = choiceMeant(await find(text.trim()).catch(() => []), text)
    if (meant && box.value === text && document.activeElement !== box) choose(meant)
  }

  function close(): void {
    asked++
    clearTimeout(due)
    list.hidden = true
    box.ariaExpanded = 'false'
    box.removeAttribute('aria-activedescendant')
  }

  function item({ label }: Choice, index: number): HTMLElement {
    const element = document.createElement('div')
    element.id = `${list.id}-${index}`
    element.role = 'option'
    element.textContent = label
    return element
  }
}

function note(text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = 'hint'
  element.textContent = text
  return element
}
