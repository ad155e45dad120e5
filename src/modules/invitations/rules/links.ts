import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The end of a personal link: who is invited, which of their links it is, and that this installation made it. */
export type LinkToken = { invitee: string; version: number }

const sizes = { id: 16, version: 1, signature: 24 }
const length = sizes.id + sizes.version + sizes.signature

/** Always the same for the same invitee and version, so that a reminder has the link of the invitation. @param key of this installation */
export function linkToken(key: string, { invitee, version }: LinkToken): string {
  const bytes = Buffer.concat([Buffer.from(invitee.replaceAll('-', ''), 'hex'), Buffer.from([version])])
  return Buffer.concat([bytes, signatureOf(key, bytes)]).toString('base64url')
}

/** What a token says, if this installation made it. */
export function readLinkToken(key: string, token: string): LinkToken | null {
  const bytes = token.length > 100 ? Buffer.alloc(0) : Buffer.from(token, 'base64url')
  if (bytes.length !== length || bytes.toString('base64url') !== token) return null
  const said = bytes.subarray(0, sizes.id + sizes.version)
  if (!timingSafeEqual(bytes.subarray(said.length), signatureOf(key, said))) return null
  const invitee = said
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return { invitee, version: said[sizes.id]! }
}

const signatureOf = (key: string, said: Uint8Array): Buffer =>
  createHmac('sha256', key).update('meeting invitation ').update(said).digest().subarray(0, sizes.signature)

/** What is kept of a token. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('hex')
