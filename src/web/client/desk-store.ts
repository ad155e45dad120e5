import type { DeskEvent } from './desk-batch.ts'
import { deviceDatabase } from './device-database.ts'

/** What a desk noted on this device, also after it was sent: it says who has come already. Ids and times, no names. */
export type NotedHere = DeskEvent & { person: string; meeting: string }

const request = deviceDatabase('meja', [database => database.createObjectStore('events', { keyPath: 'id' })])

export const noteHere = (event: NotedHere): Promise<unknown> => request('events', 'readwrite', store => store.put(event))

export const notedHere = async (meeting: string): Promise<NotedHere[]> =>
  (await request<NotedHere[]>('events', 'readonly', store => store.getAll())).filter(event => event.meeting === meeting)

/** What this person noted here; what was not sent yet waits elsewhere. */
export async function forgetNoted(person: string): Promise<void> {
  for (const event of await request<NotedHere[]>('events', 'readonly', store => store.getAll()))
    if (event.person === person) await request('events', 'readwrite', store => store.delete(event.id))
}
