import type { Request } from '../doors/request.ts'
import { broken, heldBytes, most, pace, tooLarge, tooManyAtOnce, tooSlow } from './limits.ts'
import { peerOf, placeOf } from './peer.ts'
import { type Place, shelfFor } from './shelf.ts'

/**
 * The body of a request as it comes, chunk by chunk: the one place that reads it. Refuses `too_large` at the first byte beyond `bytes`,
 * whether or not the sender said how many would come, `too_slow` when less comes than `pace` asks, `too_many` when too much of others' or
 * of the same sender's is still to come, and `invalid` when it breaks off. Whoever does something with it asks first whether the sender
 * still may (`askAgain`); to say back what was typed, nobody is asked.
 */
export async function* received(c: Request, bytes: number, wanted = pace): AsyncGenerator<Uint8Array, void> {
  if (Number(c.req.header('content-length')) > bytes) throw tooLarge()
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  const place = placeFor(c)
  let [count, waited] = [0, 0]
  try {
    for (;;) {
      const asked = performance.now()
      const { done, value } = await within(reader.read(), (wanted.seconds + count / wanted.bytes) * 1000 - waited)
      if (done) return
      waited += performance.now() - asked
      count += value.byteLength
      if (count > bytes) throw tooLarge()
      // what is more are files, which wait on disk
      if (count - value.byteLength < most.bytes) place.take(value.byteLength + heldBytes.chunk)
      yield value
    }
  } finally {
    place.leave()
    reader.releaseLock()
  }
}

/** The whole body as text. */
export async function receivedText(c: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of received(c, most.bytes)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

const strangers = shelfFor(heldBytes.strangers, heldBytes.own, tooManyAtOnce)
const signedIn = shelfFor(heldBytes.signedIn, heldBytes.own, tooManyAtOnce)

function placeFor(c: Request): Place {
  const { personId } = c.var.actor
  return personId ? signedIn.place(personId) : strangers.place(placeOf(peerOf(c)))
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), Math.max(0, milliseconds))
  })
  const whole = work.catch(() => Promise.reject(broken())) // whoever sends has hung up
  return await Promise.race([whole, late]).finally(() => clearTimeout(timer))
}
