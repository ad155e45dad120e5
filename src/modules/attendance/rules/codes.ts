import { createHmac } from 'node:crypto'

const minute = 60_000
/** Four of these, which nobody takes for one another, written or spoken. */
const signs = 'ACDEFHJKLMNPRTUVWXY3479'
const length = 4

/**
 * The code that is shown in the room at a moment, another each minute. `key` belongs to the meeting; a session has codes of its own. Of 23
 * to the fourth (279,841) codes one in 140,000 is guessed, since two hold at a time; how often one may try is limited elsewhere.
 */
export const codeAt = (key: Uint8Array, session: string, at: number): string => codeOf(key, session, Math.floor(at / minute))

/** Whether it is the one of now, or of the minute before: somebody has to type it. */
export function isCode(key: Uint8Array, session: string, at: number, typed: string): boolean {
  const plain = typed.toUpperCase().replace(/[\s.-]/g, '')
  const now = Math.floor(at / minute)
  return plain.length === length && [now, now - 1].some(each => codeOf(key, session, each) === plain)
}

function codeOf(key: Uint8Array, session: string, nth: number): string {
  const digest = createHmac('sha256', key).update(`${session} ${nth}`).digest()
  let rest = digest.readBigUInt64BE() // of 2^64 values the last few are likelier by less than one in 10^13
  return Array.from({ length }, () => {
    const sign = signs[Number(rest % BigInt(signs.length))]!
    rest /= BigInt(signs.length)
    return sign
  }).join('')
}
