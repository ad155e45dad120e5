import { type Context, newId } from '../../../platform/operation/operation.ts'
import type { MinutesRow } from '../queries/minutes.ts'
import type { EventKind } from '../schema/minutes.ts'

/** Where its lines of the audit trail are read. They never say what was written: minutes are not for everybody who reads the trail. */
export const placeOf = ({ id, path }: Pick<MinutesRow, 'id' | 'path'>) => ({ kind: 'minutes', id, reach: [path] })

export async function addEvent(context: Context, minutesId: string, kind: EventKind, note: string | null = null): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('minutes_event')
    .values({ id, minutes_id: minutesId, kind, note, by: context.actor.personId, at: context.clock.now() })
    .execute()
  return id
}
