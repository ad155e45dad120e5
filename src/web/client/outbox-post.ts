import type { Entry } from './outbox.ts'
import { comesBack, within } from './sending.ts'

/**
 * What came of sending: the server has it, and where it leads; it says no, and why; whoever is signed in here is not the one whose it is;
 * or there is no getting through: `offline` to nobody, `later` for this one.
 */
export type Outcome =
  | { kind: 'sent'; to: string }
  | { kind: 'refused'; reason: string; isSaved: boolean }
  | { kind: 'signedOut' | 'offline' | 'later' }

/** Bytes a millisecond of the slowest line on which files are waited for. */
const slowest = 4

/** Sends it as the form itself would. The server takes it from its own person alone, and once (`idempotency_key`). */
export async function postEntry({ id, person, url, fields, files, at }: Entry): Promise<Outcome> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  for (const { field, file } of files) body.append(field, file, file.name)
  body.append('idempotency_key', id)
  body.append('_dikirim', String(at))
  try {
    const headers = { accept: 'application/json', 'sinergi-person': person }
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
    const signal = within(60_000 + bytes / slowest)
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal: signal ?? null })
    if (answer.status === 401 || answer.type === 'opaqueredirect') return { kind: 'signedOut' }
    if (comesBack(answer.status)) return { kind: 'later' }
    const said = await answer.json().catch(() => ({}))
    // A page of what stands between, such as the sign-in of a network, is no answer of ours: nothing has arrived.
    if (answer.ok) return typeof said.to === 'string' ? { kind: 'sent', to: said.to } : { kind: 'later' }
    return { kind: 'refused', reason: reasonIn(said), isSaved: answer.headers.has('sinergi-saved') }
  } catch {
    return { kind: 'offline' }
  }
}

type Problem = { title?: string; errors?: Record<string, readonly string[]> }

/** The refusal, and what is wrong with which field as far as it can be said in a few lines. */
const reasonIn = ({ title = '', errors = {} }: Problem): string =>
  [title, ...new Set(Object.values(errors).flat())]
    .filter((line, at, all) => line && all.indexOf(line) === at)
    .slice(0, 4)
    .join(' ')
