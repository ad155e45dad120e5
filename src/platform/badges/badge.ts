import { fromBase32 } from './base32.ts'

/**
 * What a badge says: who is invited to which meeting, until when (milliseconds, kept in whole minutes), and the `edition`, which rises when
 * a badge is issued anew.
 */
export type Badge = { meeting: string; invitee: string; until: number; edition: number }
/** `unreadable` is no badge at all, `otherMeeting` one of another meeting, `forged` one that nobody here has signed as it stands. */
export type BadgeProblem = 'unreadable' | 'otherMeeting' | 'forged' | 'expired'
export type BadgeRead = { badge: Badge; problem?: never } | { badge?: never; problem: BadgeProblem }

/**
 * A badge is 90 bytes: kind, the last four of the meeting (its first are a time, alike for meetings made within a minute), the invitee,
 * minutes, edition, and an ECDSA signature (P-256, SHA-256, `r` and `s` of 32 bytes, `s` the lower of the two). The whole id of the meeting
 * is signed and not written. In base 32 that is 144 signs, a QR code of 41 × 41.
 */
export const layout = { kind: 0, meeting: 1, invitee: 5, minutes: 21, edition: 25, signature: 26, length: 90 } as const
export const kindOfBadge = 1
/** Longer than any badge with what stands between its signs: what is longer is not looked at. */
const longest = 400

/** Anybody reads a badge with the public key of the meeting, which signs nothing. */
export async function readBadge(text: string, meeting: string, key: CryptoKey, now: number): Promise<BadgeRead> {
  const bytes = text.length > longest ? null : fromBase32(text.replace(/[\s-]/g, ''))
  if (bytes?.length !== layout.length || bytes[layout.kind] !== kindOfBadge) return { problem: 'unreadable' }
  const id = idBytes(meeting)
  if (id.subarray(12).some((byte, at) => byte !== bytes[layout.meeting + at])) return { problem: 'otherMeeting' }
  const signature = bytes.slice(layout.signature)
  const isSigned = isLow(signature) && (await verify(key, signature, signedOf(bytes, id)))
  if (!isSigned) return { problem: 'forged' }
  const view = new DataView(bytes.buffer)
  const until = view.getUint32(layout.minutes) * 60_000
  if (now >= until) return { problem: 'expired' }
  const invitee = idText(bytes.subarray(layout.invitee, layout.minutes))
  return { badge: { meeting, invitee, until, edition: bytes[layout.edition]! } }
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const verify = (key: CryptoKey, signature: Uint8Array, signed: Uint8Array): Promise<boolean> =>
  crypto.subtle.verify(algorithm, key, signature as BufferSource, signed as BufferSource)

/** @param key the public key as the page has it: an uncompressed point in base 32 */
export async function publicKeyFrom(key: string): Promise<CryptoKey> {
  const point = fromBase32(key)
  if (!point) throw new Error('This is no public key')
  return crypto.subtle.importKey('raw', point as BufferSource, algorithm, false, ['verify'])
}

/** What is signed: what the badge says, with the whole id of its meeting, and nothing that another kind of signature could be taken for. */
export function signedOf(bytes: Uint8Array, meeting: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode('sinergi badge ')
  const signed = new Uint8Array(head.length + meeting.length + layout.signature)
  signed.set(head)
  signed.set(meeting, head.length)
  signed.set(bytes.subarray(0, layout.signature), head.length + meeting.length)
  return signed
}

/** Half of the order of the curve: of the two signatures that hold alike only the lower is taken, so that no badge has two forms. */
const half = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n
const isLow = (signature: Uint8Array): boolean => BigInt(`0x${hex(signature.subarray(32))}`) <= half

export const idBytes = (id: string): Uint8Array =>
  Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], byte => Number.parseInt(byte, 16))
const idText = (bytes: Uint8Array): string => hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const hex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
