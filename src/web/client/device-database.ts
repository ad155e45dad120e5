/** The device has no room, for what was to be kept here. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'

/** A tab with an earlier version of Sinergi does not let the database go, which has to change: nothing can be kept here until it is closed. */
export const isHeld = (error: unknown): boolean => error === blocked
const blocked = new Error('held by another tab')

type Ask<T> = (store: IDBObjectStore) => IDBRequest<T>
export type Request = <T>(store: string, mode: IDBTransactionMode, ask: Ask<T>) => Promise<T>

/**
 * A database of this device, opened when it is first asked. `steps` make it what it is, one for each version: a page of an earlier version
 * of Sinergi, kept here with its scripts, opens a later database as it finds it, so a step may add and never take away. A request settles
 * when its change is on disk; where the browser has closed the database behind one's back, it is opened again, once.
 */
export function deviceDatabase(name: string, steps: readonly ((database: IDBDatabase) => void)[]): Request {
  let opened: Promise<IDBDatabase> | undefined

  const open = (version?: number): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open(name, version)
      asked.onupgradeneeded = ({ oldVersion }) => {
        for (const step of steps.slice(oldVersion)) step(asked.result)
      }
      asked.onerror = () => (asked.error?.name === 'VersionError' ? open().then(resolve, reject) : reject(asked.error))
      // Asked again it would wait in line: until the other tab is closed, all get this answer, and then what it opened.
      asked.onblocked = () => reject(blocked)
      asked.onsuccess = () => {
        opened = Promise.resolve(asked.result)
        const forget = () => {
          opened = undefined
        }
        asked.result.onclose = forget
        // A later version of Sinergi in another tab wants to change it: whoever holds it on would keep that one waiting.
        asked.result.onversionchange = () => {
          asked.result.close()
          forget()
        }
        resolve(asked.result)
      }
    })

  return async function request<T>(store: string, mode: IDBTransactionMode, ask: Ask<T>, again = true): Promise<T> {
    try {
      opened ??= open(steps.length)
      const transaction = (await opened).transaction(store, mode)
      return await new Promise((resolve, reject) => {
        const asked = ask(transaction.objectStore(store))
        transaction.oncomplete = () => resolve(asked.result)
        transaction.onabort = () => reject(transaction.error) // every error ends here, one of the disk too
      })
    } catch (error) {
      if (isHeld(error)) throw error
      opened = undefined
      if (!again || isFull(error)) throw error
      return (request as (...all: unknown[]) => Promise<T>)(store, mode, ask, false)
    }
  }
}
