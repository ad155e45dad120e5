import type { Localized } from '../i18n/words.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** What anybody may send in one request. What is beyond it is refused before it has cost anything worth counting. */
export const most = {
  /** Bytes of JSON, or of all the texts of a form. */
  bytes: 1_048_576,
  /** Fields of a form. */
  fields: 5000,
  /** Files of a form. */
  files: 50,
  /** Different names within one group of a form or of JSON; a form's numbers are a list's. The more there are, the more each costs. */
  names: 1000,
  /** Bytes of the name of a field. */
  name: 300,
  /** Parameters of an address. */
  parameters: 1000,
  /** Groups within groups of JSON, and values of all groups together. */
  depth: 32,
  values: 30_000,
  /** Letters of an address that are said back. */
  address: 1000,
}

/** Of a form with files, as multiples of the largest file: what is kept together, and what is read to the end to know the other fields. */
export const together = { kept: 3, read: 50 }

/**
 * What waits on disk while forms come in, over all requests and of one person, as multiples of the largest file; and what a file counts
 * for at least, as a part of it, since each also keeps a file open.
 */
export const waiting = { all: 50, own: 6, least: 1 / 20 }

/**
 * Bytes that wait in memory while requests come in: of all strangers, of all who are signed in, and of one person or one place. `chunk` is
 * counted for every piece that comes, since a byte of its own costs more than a byte.
 */
export const heldBytes = { strangers: 67_108_864, signedIn: 134_217_728, own: 16_777_216, chunk: 64 }

/** How long a sender may keep us waiting, in seconds, and the bytes that must come in each second beyond. */
export const pace = { seconds: 20, bytes: 4096 }

export const tooLarge = (): Refusal => new Refusal('too_large', refusals.bodyTooLarge)
export const tooManyAtOnce = (): Refusal => new Refusal('too_many', refusals.tooMuchAtOnce)
export const tooSlow = (): Refusal => new Refusal('too_slow', refusals.bodyCutOff)
export const broken = (): Refusal => new Refusal('invalid', refusals.bodyBroken)

export function fileTooLarge(limit: number): Localized {
  const most = Math.floor(limit / 1024 / 1024)
  return refusals.fileTooLarge({ most })
}
