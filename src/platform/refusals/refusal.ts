import type { Localized } from '../i18n/words.ts'
import { refusals } from './refusal-words.ts'

export type RefusalCode =
  | 'invalid'
  | 'not_found'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'too_many'
  | 'too_large'
  | 'too_slow'
  | 'unavailable'
/** Messages by the path of the field, `parties.0.number`. */
export type FieldErrors = { [path: string]: Localized[] }

/** Something in reach that stands in the way, as people and programs find it: `note` tells it from others, `path` is its page. */
export type Existing = { id: string; name: string; note: string; path: string }

/** A clear no, in both languages. Everything else that is thrown is a bug. Mapped once per transport. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly localized: Localized
  readonly fields: FieldErrors
  readonly existing: readonly Existing[]
  constructor(code: RefusalCode, message: Localized, fields: FieldErrors = {}, existing: readonly Existing[] = []) {
    super(message.en)
    this.code = code
    this.localized = message
    this.fields = fields
    this.existing = existing
  }
}

export const httpStatus = {
  invalid: 422,
  not_found: 404,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  too_many: 429,
  too_large: 413,
  too_slow: 408,
  unavailable: 503,
} as const

export const notFound = (): Refusal => new Refusal('not_found', refusals.notFound)
/** A field that names what is not there, or out of reach: a list can do without such a filter, and a form comes back. */
export const namesNothing = (path: string, message: Localized): Refusal => new Refusal('not_found', message, { [path]: [message] })
/** Nobody is signed in, or the token that came along is none. */
export const unauthenticated = (message: Localized = refusals.signFirst): Refusal => new Refusal('unauthenticated', message)
export const forbidden = (): Refusal => new Refusal('forbidden', refusals.notPermitted)

/** Fields that are wrong, beside the summary. */
export const someWrong = (fields: FieldErrors): Refusal => new Refusal('invalid', refusals.invalidFields, fields)
/** One field that is wrong. */
export const invalid = (path: string, message: Localized): Refusal => someWrong({ [path]: [message] })

/** Whether it says of fields what is wrong with them, as what a form comes back for. */
export const isOfFields = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'invalid' || error.code === 'not_found') && Object.keys(error.fields).length > 0

/** Asks one after the other, and refuses all that is wrong at once; a refusal of another kind goes before. */
export async function checkAll<T extends readonly (() => unknown)[]>(
  ...checks: T
): Promise<{ -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  const wrong: FieldErrors = {}
  const answers: unknown[] = []
  for (const check of checks)
    try {
      answers.push(await check())
    } catch (error) {
      if (!isOfFields(error)) throw error
      Object.assign(wrong, error.fields)
    }
  if (Object.keys(wrong).length) throw someWrong(wrong)
  return answers as never
}

/**
 * Whoever has not seen the newest of what they change, named by `what` as in `checkRevision(rev, row, refusals.agreement)`, looks at it
 * first.
 */
export function checkRevision(seen: number, { rev }: { rev: number }, what: Localized): void {
  if (seen === rev) return
  throw new Refusal('conflict', refusals.changedMeanwhile({ what }))
}
