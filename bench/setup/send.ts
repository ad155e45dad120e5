/** Sends a request until it is acknowledged; `tries` counts how often it was sent again. */
export type Send = (token: string, request: Sent) => Promise<{ answer: any; tries: number }>
type Sent = { method: string; path: string; body?: object | FormData | undefined; key?: string }

/**
 * Repeats a request, with the same Idempotency-Key if it has one, while nobody answers or the server says that something is gone. Whatever
 * else is refused is an error.
 */
export const sendTo =
  (address: () => string): Send =>
  async (token, { method, path, body, key }) => {
    const isForm = body instanceof FormData
    const headers = {
      authorization: `Bearer ${token}`,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    }
    for (let tries = 0; ; tries++) {
      const sent = { method, headers, body: isForm ? body : body ? JSON.stringify(body) : null, signal: AbortSignal.timeout(60_000) }
      const answer = await fetch(`${address()}/api/v1${path}`, sent).catch(() => null)
      // What is acknowledged is acknowledged when the whole answer has come.
      const text = await answer?.text().catch(() => null)
      if (answer?.ok && typeof text === 'string') return { answer: text && JSON.parse(text), tries }
      if (answer && !answer.ok && answer.status !== 503)
        throw new Error(`${method} ${path} ${isForm ? '' : sent.body} at try ${tries + 1}: ${answer.status} ${text}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
