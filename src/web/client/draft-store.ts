import type { Changes } from './draft-merge.ts'

export type Stored = { id: string; changes: Changes }

/** The changes of one draft that this device has not got through to the server. */
export const readDraft = (id: string): Promise<Stored | undefined> => request('readonly', store => store.get(id))

/** Keeps them, or forgets the draft when there are none. */
export const writeDraft = (draft: Stored): Promise<unknown> =>
  Object.keys(draft.changes).length
    ? request('readwrite', store => store.put(draft))
    : request('readwrite', store => store.delete(draft.id))

export const countDrafts = (): Promise<number> => request('readonly', store => store.count())
export const clearDrafts = (): Promise<unknown> => request('readwrite', store => store.clear())

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('sinergi', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts', { keyPath: 'id' })
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      asked.result.onclose = () => {
        opened = undefined
      }
      resolve(asked.result)
    }
  })
  return opened
}

/** Some browsers close a database behind one's back; then it is opened again, once. Settles when the change is on disk. */
async function request<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>, again = true): Promise<T> {
  try {
    const transaction = (await open()).transaction('drafts', mode)
    return await new Promise((resolve, reject) => {
      const asked = ask(transaction.objectStore('drafts'))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } catch (error) {
    opened = undefined
    if (again) return request(mode, ask, false)
    throw error
  }
}
