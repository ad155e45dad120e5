import type { Localized } from '../i18n/words.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusal-words.ts'

/** What is not there for now, through no fault of who asks: they may send the same again later, and it will work. */
export type Trouble = 'database' | 'databaseFull' | 'busy' | 'files' | 'filesFull'

/** What PostgreSQL says by SQLSTATE, whole or by its class. */
const said: Record<string, Trouble> = {
  '08': 'database', // connection exception
  '28': 'database', // the password of the service itself is no longer taken
  '3D000': 'database', // there is no such database
  '25006': 'database', // read-only: a replica, or one that is being changed over
  '26000': 'busy', // a statement that the connection knows no more by its name (`database/named.ts`)
  '25P03': 'busy', // idle in transaction for too long
  '53': 'database', // out of memory, of connections, of other resources
  '53100': 'databaseFull',
  '55P03': 'busy', // a lock was not to be had in time
  '57014': 'busy', // the statement took too long
  '57P': 'database', // shutting down, starting up, crashed
  '58': 'database', // the server's own disk or system
}
/** What the system says; of a file or of a connection by where it happens. */
const lost = new Set('ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN ENOTFOUND EAI_AGAIN'.split(' '))
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const broken = new Set('EIO EROFS EACCES EPERM ENXIO ENODEV ESTALE EMFILE ENFILE ENOTDIR'.split(' '))
/** What pg and its pool say without a code. */
const words: [RegExp, Trouble][] = [
  [/^timeout exceeded when trying to connect/, 'busy'],
  [/^Connection terminated|^timeout expired|is not queryable$|^Postgres connection has been discarded|^Query read timeout/, 'database'],
]

/** Which trouble an error comes of, or null when it is something else: a bug, a refusal. Looks through its causes. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Unavailable) return error.trouble
  // a TypeError: also a `fetch` of another service
  if (!(error instanceof Error) || error instanceof Refusal || error instanceof TypeError) return null
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string' && code.startsWith('E_CANNOT_')) return troubleOfFiles(cause)
  if ('$metadata' in error) return troubleOfFiles(error)
  if (typeof code === 'string') {
    if (full.has(code)) return 'filesFull'
    if (broken.has(code)) return 'files'
    if (lost.has(code)) return 'database'
    const known = /^[0-9A-Z]{5}$/.test(code) ? (said[code] ?? said[code.slice(0, 3)] ?? said[code.slice(0, 2)]) : undefined
    if (known) return known
  }
  return words.find(([text]) => text.test(error.message))?.[1] ?? (cause ? troubleOf(cause) : null)
}

/** A file that is not there is a bug; a store that does not answer, or does not let us in, is trouble. */
function troubleOfFiles(cause: unknown): Trouble | null {
  const { code, $metadata } = (cause ?? {}) as { code?: unknown; $metadata?: { httpStatusCode?: number } }
  if (typeof code === 'string' && full.has(code)) return 'filesFull'
  if (code === 'ENOENT' || $metadata?.httpStatusCode === 404) return null
  return 'files'
}

/** Seconds after which it makes sense to ask again; a restart takes a few. */
export function secondsUntilBack(error: Refusal): number {
  if (error instanceof Crowded) return error.seconds
  return error instanceof Unavailable ? retryAfter[error.trouble] : 10
}
const retryAfter: Record<Trouble, number> = { database: 30, databaseFull: 300, busy: 10, files: 60, filesFull: 300 }

/** Nothing is gone, but others were first: `seconds` after which there may well be a place. */
export class Crowded extends Refusal {
  readonly seconds: number
  constructor(message: Localized, seconds: number) {
    super('unavailable', message)
    this.seconds = seconds
  }
}

/** What a person or a program is told. */
export class Unavailable extends Refusal {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause?: unknown) {
    super('unavailable', texts[trouble])
    this.trouble = trouble
    this.cause = cause
  }
}

const texts: Record<Trouble, Localized> = {
  database: refusals.databaseUnreachable,
  databaseFull: refusals.databaseFull,
  busy: refusals.tooBusy,
  files: refusals.filesUnreachable,
  filesFull: refusals.filesFull,
}
