import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { type Badge, idBytes, kindOfBadge, layout, signedOf } from './badge.ts'
import { toBase32 } from './base32.ts'

/** Signs the badges of one meeting; `publicKey` is all that a device needs to read them. */
export type BadgeSigner = { publicKey: string; sign(badge: Omit<Badge, 'meeting'>): string }

/** The order of P-256 (FIPS 186-5, SP 800-186). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * Nothing is kept: the pair of keys is made of a key of this installation.
 * @param seed 48 bytes, 128 bits more than the order has, so that no private key is likelier than another (FIPS 186-5, A.2.1)
 */
export function badgeSigner(meeting: string, seed: Uint8Array): BadgeSigner {
  if (seed.length < 48) throw new Error('A seed has at least 48 bytes')
  const secret = (BigInt(`0x${Buffer.from(seed).toString('hex')}`) % (order - 1n)) + 1n
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(bytesOf(secret))
  const point = pair.getPublicKey()
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: bytesOf(secret).toString('base64url') }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return { publicKey: toBase32(point), sign: badge => signed(meeting, key, badge) }
}

function signed(meeting: string, key: KeyObject, { invitee, until, edition }: Omit<Badge, 'meeting'>): string {
  const bytes = new Uint8Array(layout.length)
  const id = idBytes(meeting)
  bytes[layout.kind] = kindOfBadge
  bytes.set(id.subarray(12), layout.meeting)
  bytes.set(idBytes(invitee), layout.invitee)
  new DataView(bytes.buffer).setUint32(layout.minutes, Math.floor(until / 60_000))
  bytes[layout.edition] = edition
  bytes.set(lower(sign('sha256', signedOf(bytes, id), { key, dsaEncoding: 'ieee-p1363' })), layout.signature)
  return toBase32(bytes)
}

function lower(signature: Buffer): Buffer {
  const s = BigInt(`0x${signature.subarray(32).toString('hex')}`)
  return s > order / 2n ? Buffer.concat([signature.subarray(0, 32), bytesOf(order - s)]) : signature
}

const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
