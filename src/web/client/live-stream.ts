export type Numbers = { [name: string]: number }
type Follower = { topic: string; told: (numbers: Numbers) => void; soon: boolean }

/** One stream for all that the page follows, open only while somebody can see it. Times in milliseconds. */
const followers = new Set<Follower>()
/** What only stands in the frame may wait: most pages are left before, and never open a stream. */
const patience = 10_000
/** So long it waits when the stream was lost. */
const calm = 15_000
/** A page that is looked away from for a moment keeps its stream. */
const grace = 30_000
/** The server says something at least every 25 s. */
const silence = 60_000
const longest = 60_000

/** Where there are too many streams, of this person or on this server, the page asks so often instead, until it is looked at anew. */
const turn = 30_000

let connection: AbortController | undefined
let wait = 1000
let timer = 0
let forGood = false
let isCrowded = false

/** Calls `told` with the numbers of the topic as they stand, and at every change. `soon`: the page is looked at for it. */
export function follow(topic: string, told: Follower['told'], soon: boolean): () => void {
  const follower = { topic, told, soon }
  followers.add(follower)
  connection?.abort()
  connection = undefined
  later(soon || [...followers].some(each => each.soon) ? 0 : patience)
  return () => {
    followers.delete(follower)
    if (!followers.size) close()
  }
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    clearTimeout(timer)
    timer = window.setTimeout(close, grace)
    return
  }
  isCrowded = false
  if (connection) clearTimeout(timer)
  else later(0)
})
addEventListener('pagehide', close)
addEventListener('pageshow', event => {
  if (event.persisted) later(0)
})

function later(milliseconds: number): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void open(), milliseconds)
}

function close(): void {
  clearTimeout(timer)
  connection?.abort()
  connection = undefined
}

async function open(): Promise<void> {
  if (forGood || connection || !followers.size || document.visibilityState === 'hidden') return
  const mine = new AbortController()
  connection = mine
  const topics = encodeURIComponent([...new Set([...followers].map(({ topic }) => topic))].join(','))
  const isAsking = isCrowded
  try {
    const answer = await fetch(`/api/v1/live${isAsking ? '' : '/stream'}?topics=${topics}`, { signal: mine.signal })
    if (answer.status === 429) isCrowded = true
    // Signed out, or nothing that this person may follow: asking again would be refused again.
    else if (answer.status >= 400 && answer.status < 500) forGood = true
    if (answer.ok && isAsking) for (const { topic, numbers } of ((await answer.json()) as LookAnswer).topics) tell(topic, numbers)
    else if (answer.ok && answer.body) await read(answer.body, mine)
  } catch {}
  if (connection !== mine) return
  connection = undefined
  if (forGood) return
  // So that those whom a restart has cut off do not all come at once; what only stands in the frame may wait for the others.
  const isSoon = [...followers].some(({ soon }) => soon)
  later((isCrowded ? turn : isSoon ? wait : Math.max(wait, calm)) * (0.5 + Math.random()))
  wait = Math.min(wait * 2, longest)
}
type LookAnswer = { topics: { topic: string; numbers: Numbers }[] }

async function read(body: ReadableStream<Uint8Array>, { signal }: AbortController): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const quiet = window.setTimeout(() => void reader.cancel(), silence)
    const { done, value } = await reader.read().finally(() => clearTimeout(quiet))
    if (done || signal.aborted) return
    text += decoder.decode(value, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) hear(event)
  }
}

function hear(event: string): void {
  if (event.startsWith('event: end')) forGood = true
  if (event.startsWith('event: crowded')) isCrowded = true
  if (!event.startsWith('data: ')) return
  wait = 1000
  const { topic, ...numbers } = JSON.parse(event.slice(6)) as { topic: string } & Numbers
  tell(topic, numbers)
}

function tell(topic: string, numbers: Numbers): void {
  for (const follower of followers) if (follower.topic === topic) follower.told(numbers)
}
