import { limits } from './limits.ts'
import type { TopicNumbers } from './topic.ts'

/** One open stream, as server-sent events. Holds at most the latest numbers of each topic, however slowly it is read. */
export type Line = {
  body: ReadableStream<Uint8Array>
  send(told: TopicNumbers): void
  beat(now: number): void
  /** Closes it; with `end` the page does not come again, with `crowded` it asks now and then instead. */
  end(how?: 'end' | 'crowded'): void
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** `closed` is called once, whoever closes it. */
export function openLine(closed: () => void): Line {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  let isOpen = true
  let stuckSince: number | null = null
  const said = new Map<string, string>()
  const unsent = new Map<string, string>()

  const flush = () => {
    for (const [topic, data] of unsent) {
      if (!hasRoom()) return
      unsent.delete(topic)
      controller.enqueue(bytes(`data: ${data}\n\n`))
    }
  }
  const hasRoom = () => (controller.desiredSize ?? 0) > 0
  const close = (how: () => void) => {
    if (!isOpen) return
    isOpen = false
    try {
      how()
    } catch {} // the reader has gone meanwhile
    closed()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: made => {
        controller = made
      },
      pull: flush,
      cancel: () => close(() => {}),
    },
    { highWaterMark: limits.topics },
  )
  return {
    body,
    send({ topic, numbers }) {
      const data = JSON.stringify({ topic, ...numbers })
      if (!isOpen || said.get(topic) === data) return
      said.set(topic, data)
      unsent.set(topic, data)
      flush()
    },
    beat(now) {
      if (!isOpen) return
      if (hasRoom()) {
        stuckSince = null
        controller.enqueue(bytes(':\n\n'))
      } else if (stuckSince === null) stuckSince = now
      else if (now - stuckSince >= limits.unread) close(() => controller.error(new Error('A stream was not read')))
    },
    end(how) {
      close(() => {
        if (how) controller.enqueue(bytes(`event: ${how}\ndata: {}\n\n`))
        controller.close()
      })
    },
  }
}
