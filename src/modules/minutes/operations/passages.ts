import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { authorizeWriting, findMinutesForChange, type MinutesRow } from '../queries/minutes.ts'
import { findPassageForChange, type PassageRow, passageFrom, passagesOf, statesSince } from '../queries/passages.ts'
import { sessionOf } from '../queries/sessions.ts'
import { mergePassage, type PassageWords } from '../rules/merge-passage.ts'
import { isOpen } from '../rules/transitions.ts'
import { directions, MinutesDetail, most, PassageAddition, PassageSaved, PassageSaving, Seen } from '../schema/minutes.ts'
import { refusals } from '../words/refusals.ts'
import { placeOf } from './place.ts'
import { reload } from './read.ts'

const sample = { speaker: 'Rahasia Narasumber', text: 'Rahasia uraian', conclusion: 'Rahasia simpulan' }

export const addPassage = operation({
  name: 'passages.create',
  summary: 'Add a passage at the end of minutes: who spoke, what was said, what was concluded',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: PassageAddition,
  output: MinutesDetail,
  example: { ...sample, minutes: example.minutes },
  async run(context, { minutes: minutesId, part, speaker, text, conclusion }) {
    const minutes = await findMinutesForChange(context, minutesId)
    await authorizeWriting(context, minutes)
    checkOpen(minutes)
    const said = { speaker: await speakerMeant(context, minutes, part, speaker), text, conclusion }
    const passages = await passagesOf(context, minutesId)
    checkSize(passages, said)
    await context.db
      .insertInto('minutes_passage')
      .values({
        ...said,
        id: newId(),
        minutes_id: minutesId,
        seq: (passages.at(-1)?.seq ?? 0) + 1,
        by: context.actor.personId,
        at: context.clock.now(),
      })
      .execute()
    await touch(context, minutes)
    record(context, placeOf(minutes), null, { passage: passages.length + 1 })
    return reload(context, minutesId)
  },
})

export const savePassage = operation({
  name: 'passages.save',
  summary:
    'Save a passage of minutes, field by field; what somebody else changed meanwhile comes back under `conflicts`, with both texts, and the one that is not stored goes to `minutes.history`',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: PassageSaving,
  output: PassageSaved,
  example: { ...sample, id: example.passage, rev: 0 },
  async run(context, { id, rev, part, speaker, text, conclusion }) {
    const { minutes, passage } = await lock(context, id)
    const said = { speaker: await speakerMeant(context, minutes, part, speaker), text, conclusion }
    const { changes, conflicts, stored } = mergePassage(await statesSince(context, passage, rev), said, rev)
    const others = (await passagesOf(context, minutes.id)).filter(each => each.id !== id)
    checkSize(others, { ...passage, ...changes })
    const changed = Object.keys(changes).length
    if (changed) await store(context, minutes, passage, changes)
    for (const field of conflicts) await keepUnchosen(context, passage, field, said[field])
    if (conflicts.length) await noteWriter(context, minutes.id)
    const { passage: now } = await findPassageForChange(context, id)
    return {
      passage: passageFrom(now),
      changed,
      conflicts: Object.fromEntries(
        conflicts.map(field => {
          const { by, at } = stored.get(field)!
          return [field, { mine: said[field], theirs: now[field], by, at: at.toISOString() }]
        }),
      ),
    }
  },
})

export const movePassage = operation({
  name: 'passages.move',
  summary: 'Move a passage of minutes one place up or down',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: Seen.extend({ direction: z.enum(directions) }),
  output: MinutesDetail,
  example: { id: example.passage, rev: 0, direction: 'down' },
  async run(context, { id, rev, direction }) {
    const { minutes, passage } = await lock(context, id, rev)
    const all = await passagesOf(context, minutes.id)
    const at = all.findIndex(each => each.id === id)
    const other = all[direction === 'up' ? at - 1 : at + 1]
    if (!other) throw new Refusal('conflict', refusals.noPlaceThere)
    await place(context, passage, other.seq)
    await place(context, other, passage.seq)
    await touch(context, minutes)
    record(context, placeOf(minutes), { passage: at + 1 }, { passage: direction === 'up' ? at : at + 2 })
    return reload(context, minutes.id)
  },
})

export const removePassage = operation({
  name: 'passages.remove',
  summary: 'Take a passage out of minutes; its words stay in their history',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of the session or chairs it
  input: Seen,
  output: MinutesDetail,
  example: { id: example.passage, rev: 0 },
  async run(context, { id, rev }) {
    const { minutes, passage } = await lock(context, id, rev)
    const at = (await passagesOf(context, minutes.id)).findIndex(each => each.id === id)
    await context.db
      .updateTable('minutes_passage')
      .set({ removed_at: context.clock.now(), rev: passage.rev + 1 })
      .where('id', '=', id)
      .execute()
    await touch(context, minutes)
    record(context, placeOf(minutes), { passage: at + 1 }, null)
    return reload(context, minutes.id)
  },
})

/** The minutes and the passage, locked, open for whoever asks, and as it was seen where that is said. */
async function lock(context: Context, id: string, seen?: number) {
  const locked = await findPassageForChange(context, id)
  await authorizeWriting(context, locked.minutes)
  checkOpen(locked.minutes)
  if (seen !== undefined) checkRevision(seen, locked.passage, refusals.passage)
  if (locked.passage.removedAt) throw new Refusal('conflict', refusals.passageGone)
  return locked
}

export function checkOpen({ state }: MinutesRow): void {
  if (!isOpen(state)) throw new Refusal('conflict', refusals.notOpen)
}

/** Somebody who has a part in the session by the name that the form offers, or any other name. */
async function speakerMeant(context: Context, minutes: MinutesRow, part: string | null, other: string | null): Promise<string | null> {
  if (part === null) return other
  const { people } = await sessionOf(context, minutes)
  if (!people.some(({ name }) => name === part)) throw invalid('part', refusals.partUnknown)
  return part
}

function checkSize(passages: readonly PassageWords[], added: PassageWords): void {
  if (passages.length >= most.passages) throw invalid('text', refusals.tooManyPassages({ most: most.passages }))
  const letters = [...passages, added].reduce((sum, { text, conclusion }) => sum + (text?.length ?? 0) + (conclusion?.length ?? 0), 0)
  if (letters > most.letters) throw invalid('text', refusals.tooManyLetters({ most: most.letters }))
}

async function store(context: Context, minutes: MinutesRow, passage: PassageRow, changes: Partial<PassageWords>): Promise<void> {
  await context.db
    .updateTable('minutes_passage')
    .set({ ...changes, rev: passage.rev + 1, by: context.actor.personId, at: context.clock.now() })
    .where('id', '=', passage.id)
    .execute()
  await touch(context, minutes)
  record(context, placeOf(minutes), null, { passageChanged: passage.seq })
}

async function keepUnchosen(context: Context, passage: PassageRow, field: keyof PassageWords, value: string | null): Promise<void> {
  if (value === null) return
  const known = await context.db
    .selectFrom('minutes_unchosen')
    .select('id')
    .where('passage_id', '=', passage.id)
    .where('field', '=', field)
    .where('value', '=', value)
    .where('by', '=', context.actor.personId)
    .executeTakeFirst()
  if (known) return
  await context.db
    .insertInto('minutes_unchosen')
    .values({
      id: newId(),
      passage_id: passage.id,
      minutes_id: passage.minutesId,
      field,
      value,
      by: context.actor.personId,
      at: context.clock.now(),
    })
    .execute()
}

const place = ({ db }: Context, { id, rev }: PassageRow, seq: number) =>
  db
    .updateTable('minutes_passage')
    .set({ seq, rev: rev + 1 })
    .where('id', '=', id)
    .execute()

/** Whatever changes in it is a change of the minutes: whoever approves has seen all of it. */
export async function touch(context: Context, { id }: Pick<MinutesRow, 'id'>): Promise<void> {
  await context.db.updateTable('minutes').set({ rev: sql<number>`rev + 1` }).where('id', '=', id).execute()
  await noteWriter(context, id)
}

async function noteWriter({ db, actor }: Context, minutesId: string): Promise<void> {
  if (!actor.personId) return
  await db
    .insertInto('minutes_writer')
    .values({ minutes_id: minutesId, person_id: actor.personId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
