import type { Changes } from './draft-merge.ts'

type StateLabels = Readonly<Record<string, string>>

/**
 * Says where the draft is, with the time in the person's zone, as everywhere; when it does not get through, with a way to try again and to
 * take it away as a file.
 */
export function showState(line: Element | null, said: StateLabels, kind: string, changes: Changes, retry: () => void): void {
  if (!line) return
  const time = new Date().toLocaleTimeString(said.locale, { hour: '2-digit', minute: '2-digit', timeZone: said.zone })
  line.textContent = `${said[kind] ?? ''} `.replace('{time}', `${time} ${said.zoneName}`)
  line.classList.toggle('unsent', kind === 'offline' || kind === 'refused' || kind === 'signedOut')
  if (kind === 'refused') line.append(button(said.retry ?? '', retry), ' ')
  if (kind === 'refused' || kind === 'signedOut') line.append(button(said.save ?? '', () => takeAway(changes)))
}

function button(label: string, act: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button quiet'
  element.textContent = label
  element.addEventListener('click', act)
  return element
}

/** The last resort: what the device holds, as a file that a person can read. */
function takeAway(changes: Changes): void {
  const link = document.createElement('a')
  const answers = Object.fromEntries(Object.entries(changes).map(([name, { value }]) => [name, value]))
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answers, null, 2)], { type: 'application/json' }))
  link.download = 'draf.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
