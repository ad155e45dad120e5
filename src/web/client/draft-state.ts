import type { Changes } from './draft-merge.ts'
import type { Marked } from './draft-wrong.ts'
import type { Entry } from './outbox.ts'

type StateLabels = Readonly<Record<string, string>>
type Draft = {
  kind: string
  changes: Changes
  /** The fields that the server did not take, with what they are called. */
  wrong: readonly Marked[]
  waiting: Entry | undefined
  retry: () => void
}
const unsent = new Set(['offline', 'partly', 'wrongOnly', 'refused', 'signedOut', 'queued', 'withdrawn', 'full', 'unsent', 'blocked'])
/** What is not on the device: whatever else waits there. */
const unkept = new Set(['full', 'unsent', 'blocked'])

/**
 * Says where the draft is, with the time in the person's zone, as everywhere; when it does not get through, with a way to try again and to
 * take it away as a file; what alone was not taken is named, and led to. A form that waits to be sent says so before anything else.
 */
export function showState(line: Element | null, said: StateLabels, { kind, changes, wrong, waiting, retry }: Draft): void {
  if (!line) return
  const state =
    waiting && !unkept.has(kind) ? (waiting.state === 'refused' ? 'notTaken' : waiting.signedOut ? 'signedOut' : 'queued') : kind
  const at = waiting && state === 'queued' ? new Date(waiting.at) : new Date()
  const time = at.toLocaleTimeString(said.locale, { hour: '2-digit', minute: '2-digit', timeZone: said.zone })
  line.textContent = `${said[state] ?? ''} `.replace('{time}', `${time} ${said.zoneName}`).replace('{reason}', waiting?.reason ?? '')
  line.classList.toggle('unsent', unsent.has(state) || state === 'notTaken')
  if (state === 'partly' || state === 'wrongOnly')
    line.append(...wrong.flatMap(({ id, label }, at) => [at ? '; ' : '', link(`#${id}`, label)]))
  if (state === 'refused') line.append(button(said.retry ?? '', retry), ' ')
  if (state === 'refused' || state === 'signedOut' || unkept.has(state)) line.append(button(said.save ?? '', () => takeAway(changes)))
}

const link = (href: string, textContent: string): HTMLElement => Object.assign(document.createElement('a'), { href, textContent })

export function button(label: string, act: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button quiet'
  element.textContent = label
  element.addEventListener('click', act)
  return element
}

/** The last resort: what the device holds, as a file that a person can read. */
function takeAway(changes: Changes): void {
  const answers = Object.fromEntries(Object.entries(changes).map(([name, { value }]) => [name, value]))
  save('draf.json', new Blob([JSON.stringify(answers, null, 2)], { type: 'application/json' }))
}

export function save(name: string, what: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(what)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
