import { deviceDatabase } from './device-database.ts'
import type { Changes, Unchosen } from './draft-merge.ts'

export type Files = Readonly<Record<string, readonly File[]>>
/**
 * `id` begins with the person's; `page` is where the form stands, `title` what that page is called; `files` by field name; `wrong` what the
 * server found wrong with what stands in these fields, in words for people.
 */
export type Stored = {
  id: string
  changes: Changes
  unchosen?: readonly Unchosen[]
  files?: Files
  wrong?: Readonly<Record<string, string>>
  page?: string
  title?: string
}

/** Whether nothing of it waits for a connection: all that is left was refused, and waits to be put right. */
export const isRefused = ({ changes, unchosen = [], files = {}, wrong = {} }: Stored): boolean =>
  unchosen.length + Object.keys(files).length === 0 && Object.keys(changes).every(name => name in wrong)

const request = deviceDatabase('sinergi', [database => database.createObjectStore('drafts', { keyPath: 'id' })])

/** What this device has of one draft and has not got through to the server. */
export const readDraft = (id: string): Promise<Stored | undefined> => request('drafts', 'readonly', store => store.get(id))

/** Keeps it, or forgets the draft when nothing is left. */
export const writeDraft = (draft: Stored): Promise<unknown> =>
  Object.keys(draft.changes).length || draft.unchosen?.length || Object.keys(draft.files ?? {}).length
    ? request('drafts', 'readwrite', store => store.put(draft))
    : forgetDraft(draft.id)

export const forgetDraft = (id: string): Promise<unknown> => request('drafts', 'readwrite', store => store.delete(id))

/** The server has its files; what else is here stays. */
export async function forgetFiles(id: string): Promise<void> {
  const draft = await readDraft(id)
  if (draft) await writeDraft({ ...draft, files: {} })
}

/** How many drafts others have here. */
export async function othersDrafts(person: string): Promise<number> {
  const all = await request<number>('drafts', 'readonly', store => store.count())
  return all - (await draftsOf(person)).length
}

/** Of this person alone, as the key of a draft says. */
export const draftsOf = (person: string): Promise<Stored[]> =>
  request('drafts', 'readonly', store => store.getAll(IDBKeyRange.bound(`${person}:`, `${person}:\uffff`)))
