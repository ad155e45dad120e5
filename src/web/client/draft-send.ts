import type { Changes, Unchosen } from './draft-merge.ts'
import { comesBack, within } from './sending.ts'

/** A field that somebody else changed meanwhile: what the server holds, by whom and when (words for people). */
export type Theirs = { value: readonly string[]; by?: string; at?: string }
/** What the server did not take of a draft, by field name, in words for people; all else is saved. */
export type Wrong = Readonly<Record<string, string>>
export type Answer =
  | { kind: 'saved'; rev: string; savedAt: string }
  | { kind: 'partly'; rev: string; savedAt: string; wrong: Wrong }
  | { kind: 'conflict'; rev: string; fields: Readonly<Record<string, Theirs>> }
  | { kind: 'offline' | 'refused' | 'signedOut' }

/**
 * Posts the form as it stands, with `rev`, the names of what changed and what was not chosen.
 * Everything but 200, 409 and a 422 that says what is wrong leaves the values where they are.
 */
export async function sendDraft(
  url: string,
  person: string,
  form: HTMLFormElement,
  draft: { rev: string; changes: Changes; unchosen: readonly Unchosen[] },
): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'rev') body.append(name, value)
  body.append('rev', draft.rev)
  for (const name of Object.keys(draft.changes)) body.append('berubah', name)
  body.append('_ditulis', writtenAt(draft.changes))
  for (const each of draft.unchosen) body.append('_kalah', JSON.stringify(each))
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'sinergi-person': person },
      redirect: 'manual',
      signal: within(30_000) ?? null,
    })
    if (answer.status === 401 || answer.type === 'opaqueredirect') return { kind: 'signedOut' }
    if (answer.status === 200) {
      const said = await answer.json()
      return said.rev === undefined ? { kind: 'offline' } : { kind: 'saved', ...said } // another's page is no answer of ours
    }
    if (answer.status === 409) return asConflict(await answer.json())
    if (answer.status === 422) return asPartly(await answer.json())
    if (comesBack(answer.status)) return { kind: 'offline' } // it comes back by itself, and so does the draft
    return { kind: 'refused' }
  } catch {
    return { kind: 'offline' }
  }
}

/** When which field was written, in milliseconds by the clock of this device. */
export const writtenAt = (changes: Changes): string =>
  JSON.stringify(Object.fromEntries(Object.entries(changes).map(([name, { at }]) => [name, at])))

/** A 422 that says what is wrong has saved the rest. */
const asPartly = ({ rev, savedAt = '', wrong }: { rev?: string; savedAt?: string; wrong?: Wrong }): Answer =>
  rev === undefined || !wrong ? { kind: 'refused' } : { kind: 'partly', rev: String(rev), savedAt, wrong }

type Refused = { rev?: string | number; fields?: Record<string, { value: string | readonly string[]; by?: string; at?: string }> }

/** A 409 that names no field is a refusal like any other: the cycle is closed, say. */
function asConflict({ rev, fields }: Refused): Answer {
  if (rev === undefined || !fields) return { kind: 'refused' }
  const lists = Object.entries(fields).map(([name, field]) => [
    name,
    { ...field, value: typeof field.value === 'string' ? [field.value] : field.value },
  ])
  return { kind: 'conflict', rev: String(rev), fields: Object.fromEntries(lists) }
}
