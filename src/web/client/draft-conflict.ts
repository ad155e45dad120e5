import type { Theirs } from './draft-send.ts'

type ConflictLabels = Readonly<Record<'conflict' | 'mine' | 'theirs', string>>

/** Both values of a field side by side below it, until one is chosen; the other is not lost before that, here or on the server. */
export function showConflict(
  field: Element,
  said: ConflictLabels,
  mine: readonly string[],
  theirs: Theirs,
  choose: (value: 'mine' | 'theirs') => void,
): void {
  field.querySelector('.conflict')?.remove()
  const box = document.createElement('div')
  box.className = 'conflict'
  box.setAttribute('role', 'alert')
  const about = [theirs.by, theirs.at].filter(Boolean).join(', ')
  box.append(
    line('b', said.conflict),
    option('mine', said.mine, mine),
    option('theirs', about ? `${said.theirs} (${about})` : said.theirs, theirs.value),
  )
  field.append(box)

  function option(value: 'mine' | 'theirs', label: string, values: readonly string[]): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button secondary'
    button.append(line('small', `${label}:`), line('span', values.map(worded).join(', ') || '–'))
    button.addEventListener('click', () => {
      box.remove()
      choose(value)
    })
    return button
  }

  /** What a choice is called, where the field has choices; otherwise the text itself. */
  function worded(value: string): string {
    const choice = [...field.querySelectorAll<HTMLInputElement | HTMLOptionElement>('input[type=radio],input[type=checkbox],option')].find(
      one => one.value === value,
    )
    return (choice instanceof HTMLOptionElement ? choice.text : choice?.closest('label')?.textContent) ?? value
  }
}

function line(tag: 'b' | 'small' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
