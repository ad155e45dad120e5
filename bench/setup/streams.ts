import { request } from 'node:http'

type Heard = (topic: string, numbers: Record<string, number>, at: number) => void
type Options = { url: string; cookie: string; heard: Heard; ended: () => void }

/**
 * Opens one stream of server-sent events over a connection of its own, as a browser's window has; resolves at its first line. Rejects with
 * the status of a refusal.
 */
export function openStream({ url, cookie, heard, ended }: Options): Promise<{ close(): void }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { agent: false, headers: { cookie } }, answer => {
      if (answer.statusCode !== 200) {
        answer.resume()
        reject(new Error(String(answer.statusCode)))
        return
      }
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        const at = performance.now()
        const events = (text + part).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          if (!event.startsWith('data: ')) continue
          const { topic, ...numbers } = JSON.parse(event.slice(6))
          heard(topic, numbers, at)
          resolve({ close: () => sending.destroy() })
        }
      })
      answer.once('close', ended)
    })
    sending.once('error', reject)
    sending.end()
  })
}

/** The waits of a page that has lost its stream and follows only its frame (`web/client/live-stream.ts`), in milliseconds. */
export function* waits(): Generator<number> {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 60_000)) yield Math.max(wait, 15_000) * (0.5 + Math.random())
}
