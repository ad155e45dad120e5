import { deviceDatabase, isHeld } from './device-database.ts'
import { forgetDraft, forgetFiles, readDraft, writeDraft } from './draft-store.ts'
import { canKeep, fetchPage, isKept } from './kept-pages.ts'
import { type Outcome, postEntry } from './outbox-post.ts'

/** A form as it was sent without a connection; it waits on this device until the server has taken it. */
export type Entry = {
  /** Sent along as `idempotency_key`: however often it is sent, it is done once. */
  id: string
  person: string
  /** Names the form (and its draft): a later entry of the same form takes the place of an earlier one. */
  form: string
  /** Where the form stands, and what that page is called. */
  page: string
  title: string
  /** Where it is sent, by POST, and what it holds. */
  url: string
  fields: readonly (readonly [string, string])[]
  files: readonly { field: string; file: File }[]
  /** When it was sent here, in milliseconds. */
  at: number
  tries: number
  /** `waiting` goes by itself; `refused` waits for a person, with what the server said. */
  state: 'waiting' | 'refused'
  reason?: string
  /** One of many of its page, which stays as it is when this is there. */
  isPart?: true
  /** The session had ended when it was tried last. */
  signedOut?: boolean
}
export type NewEntry = Omit<Entry, 'id' | 'at' | 'tries' | 'state'>

const request = deviceDatabase('kotak-kirim', [database => database.createObjectStore('entries', { keyPath: 'id' })])

/** All that waits here, whosesoever it is, the oldest first. */
export const entries = async (): Promise<Entry[]> =>
  (await request<Entry[]>('entries', 'readonly', store => store.getAll())).sort((a, b) => a.at - b.at)

export const newEntry = (entry: NewEntry): Entry => ({ ...entry, id: newKey(), at: Date.now(), tries: 0, state: 'waiting' })

/** Lets it wait here, instead of what waits of the same form. Refuses with `QuotaExceededError` where the device has no room. */
export async function put(entry: Entry): Promise<void> {
  await request('entries', 'readwrite', store => store.put(entry))
  for (const { id, form } of await entries()) if (form === entry.form && id !== entry.id) await take(id)
  tell()
}

export async function remove(id: string): Promise<void> {
  await take(id)
  tell()
}

/** Tries one again that was refused, as it is. */
export async function retry(entry: Entry): Promise<void> {
  await change(entry, { state: 'waiting' })
  await send()
}

/** What waits of one form. */
export const entryOf = async (form: string): Promise<Entry | undefined> => (await entries()).find(entry => entry.form === form)

/**
 * Sends what waits of this person (of everybody who has something here: the server takes an entry from its own person alone), one after
 * the other and in one place of this browser at a time. One that is refused stays with what was said and keeps no other waiting.
 */
export const send = (): Promise<void> => inTurn(sendAll)

const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  typeof navigator.locks === 'undefined' ? work() : (navigator.locks.request(channel, work) as Promise<T>)

/**
 * Sends one at once, from its page. It waits here meanwhile, so that a page that is closed on the way loses nothing; one that is refused
 * does not, since the page says why. `isKept` is false where the device has no room, or a tab keeps it from being written (`isBlocked`).
 */
export async function sendNow(entry: Entry): Promise<Outcome & { isKept: boolean; isBlocked: boolean }> {
  const kept = await put(entry).then(
    () => ({ isKept: true, isBlocked: false }),
    error => ({ isKept: false, isBlocked: isHeld(error) }),
  )
  return inTurn(async () => {
    const outcome = await postEntry(entry)
    if (outcome.kind === 'sent') await finish(entry)
    else if (outcome.kind === 'refused') await take(entry.id)
    else await change(entry, { signedOut: outcome.kind === 'signedOut' })
    tell()
    return { ...outcome, ...kept }
  })
}

async function sendAll(): Promise<void> {
  const tried = new Set<string>()
  const signedOut = new Set<string>()
  for (;;) {
    const entry = (await entries()).find(each => each.state === 'waiting' && !tried.has(each.id) && !signedOut.has(each.person))
    if (!entry) return
    tried.add(entry.id)
    const outcome = await postEntry(entry)
    if (outcome.kind === 'sent') await finish(entry).then(() => keepAnew(entry))
    else if (outcome.kind === 'refused') {
      await change(entry, { state: 'refused', reason: outcome.reason })
      if (outcome.isSaved) await forgetFiles(entry.form)
    } else await change(entry, { signedOut: outcome.kind === 'signedOut' })
    if (outcome.kind === 'signedOut') signedOut.add(entry.person)
    tell(outcome.kind === 'sent' ? entry : undefined)
    if (outcome.kind === 'offline') return
  }
}

/** The server has it: what its draft still held from before is done with. */
export async function finish({ id, form, at }: Entry): Promise<void> {
  await take(id)
  const draft = await readDraft(form)
  if (!draft) return
  const later = Object.entries(draft.changes).filter(([, change]) => change.at > at)
  if (later.length) await writeDraft({ ...draft, changes: Object.fromEntries(later), files: {} })
  else await forgetDraft(form)
}

/** As its form stands now, on the copy of this device too. */
async function keepAnew({ person, page, title, isPart }: Entry): Promise<void> {
  if (!isPart && canKeep() && (await isKept(person, page))) await fetchPage(person, page, title).catch(() => {}) // the line is gone again
}

/** Unless it was taken away meanwhile. */
async function change(entry: Entry, what: Partial<Entry>): Promise<void> {
  const now = await request<Entry | undefined>('entries', 'readonly', store => store.get(entry.id))
  const after = now && { ...now, tries: now.tries + 1, ...what }
  if (after) await request('entries', 'readwrite', store => store.put(after)).catch(() => {}) // no room for the mark: it waits as it was
}

const take = (id: string): Promise<unknown> => request('entries', 'readwrite', store => store.delete(id))

export type Change = { sent?: { form: string; page: string } }
const channel = 'kotak-kirim'
/** Calls when something has changed here, in this page or another. */
export function whenChanged(hear: (told: Change) => void): void {
  new BroadcastChannel(channel).onmessage = ({ data }) => hear(data)
}
let speaker: BroadcastChannel | undefined
function tell(sent?: Entry): void {
  speaker ??= new BroadcastChannel(channel)
  speaker.postMessage(sent && !sent.isPart ? { sent: { form: sent.form, page: sent.page } } : {})
}

/** As `randomUUID`, also without a secure context. */
export function newKey(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte, index) => (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
