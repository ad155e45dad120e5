import type { Entry } from './outbox.ts'

/**
 * What came of sending: the server has it, and where it leads; it says no, and why; whoever is signed in here is not the one whose it is;
 * or there is no getting through: `offline` to nobody, `later` for this one.
 */
export type Outcome =
  | { kind: 'sent'; to: string }
  | { kind: 'refused'; reason: string; isSaved: boolean }
  | { kind: 'signedOut' | 'offline' | 'later' }

/** Sends it as the form itself would. The server takes it from its own person alone, and once (`idempotency_key`). */
export async function postEntry({ id, person, url, fields, files, at }: Entry): Promise<Outcome> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  for (const { field, file } of files) body.append(field, file, file.name)
  body.append('idempotency_key', id)
  body.append('_dikirim', String(at))
  try {
    const headers = { accept: 'application/json', 'sinergi-person': person }
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
    if (answer.status === 401 || answer.type === 'opaqueredirect') return { kind: 'signedOut' }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { kind: 'later' }
    const said = await answer.json().catch(() => ({}))
    return answer.ok
      ? { kind: 'sent', to: said.to }
      : { kind: 'refused', reason: reasonIn(said), isSaved: answer.headers.has('sinergi-saved') }
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
