import { sql } from 'kysely'
import { type Context, newId } from '../operation/operation.ts'
import type { TimerSubject } from './timer.ts'

type Named = { kind: string; subject: TimerSubject; key?: string }

/**
 * Has something happen at a moment, within the transaction of the one who asks. There is one timer of a kind, subject and key: asked for
 * again it moves to the new moment and begins anew, and for the same moment it stays as it is, also when it is done; `evenDone` has it
 * happen once more then, for what looks by itself whether there is anything to do.
 */
export async function schedule(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { kind, subject, key = '', dueAt, payload = {}, evenDone = false }: Named & { dueAt: Date; payload?: object; evenDone?: boolean },
): Promise<void> {
  await sql`
    insert into timer (id, kind, subject_kind, subject_id, key, payload, asked_for, due_at, next_at, created_at)
    values (${newId()}, ${kind}, ${subject.kind}, ${subject.id}, ${key}, ${JSON.stringify(payload)}::jsonb, ${dueAt}, ${dueAt}, ${dueAt}, ${clock.now()})
    on conflict (kind, subject_kind, subject_id, key) do update
      set payload = excluded.payload, asked_for = excluded.asked_for, due_at = excluded.due_at, next_at = excluded.next_at,
        state = 'open', step = 0, tries = 0, failure = null, ended_at = null
      where timer.asked_for <> excluded.asked_for or timer.state = 'cancelled' or (${evenDone} and timer.state = 'done')`.execute(db)
}

/** What was to happen does not; what is done stays done. Without `key` all of that kind and subject. */
export async function cancel({ db, clock }: Pick<Context, 'db' | 'clock'>, { kind, subject, key }: Named): Promise<void> {
  await db
    .updateTable('timer')
    .set({ state: 'cancelled', ended_at: clock.now() })
    .where('kind', '=', kind)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', 'in', ['open', 'failed'])
    .$if(key !== undefined, query => query.where('key', '=', key!))
    .execute()
}
