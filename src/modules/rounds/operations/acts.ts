import { record } from '../../../platform/audit/record.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { clockText } from '../../../platform/values/duration.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, optional, wholeFrom } from '../../../platform/values/shapes.ts'
import type { EventKind } from '../schema/kinds.ts'
import { EntrySeen, Round, RoundSeen } from '../schema/rounds.ts'
import { refusals } from '../words/refusals.ts'
import { happen } from './happen.ts'
import { reload } from './read.ts'
import { lockToRun, placeOf } from './write.ts'

const seen = { id: example.round, rev: 0 }

export const startTurn = operation({
  name: 'queue.start',
  summary: 'Let an office present: the one that is next, or any that waits. Its clock runs from now on',
  power: 'round.write',
  alsoOwn: true,
  input: RoundSeen.extend({ entry: optional(id).describe('The one that is next where left out') }),
  output: Round,
  example: { ...seen, entry: example.roundEntry },
  run: (context, { entry, ...given }) => act(context, given, 'started', ({ order }) => entry ?? order[0]),
})

export const pauseTurn = operation({
  name: 'queue.pause',
  summary: 'Let the clock of whoever presents stand',
  power: 'round.write',
  alsoOwn: true,
  input: RoundSeen,
  output: Round,
  example: { id: example.runningRound, rev: 0 },
  run: (context, given) => act(context, given, 'paused', ({ current }) => current),
})

export const resumeTurn = operation({
  name: 'queue.resume',
  summary: 'Let the clock of whoever presents run again',
  power: 'round.write',
  alsoOwn: true,
  input: RoundSeen,
  output: Round,
  example: { id: example.pausedRound, rev: 0 },
  run: (context, given) => act(context, given, 'resumed', ({ current }) => current),
})

export const stopTurn = operation({
  name: 'queue.stop',
  summary: 'End the turn of whoever presents',
  power: 'round.write',
  alsoOwn: true,
  input: RoundSeen,
  output: Round,
  example: { id: example.runningRound, rev: 0 },
  run: (context, given) => act(context, given, 'stopped', ({ current }) => current),
})

export const skipEntry = operation({
  name: 'queue.skip',
  summary: 'Pass over an office that waits: it does not present, unless it is called back',
  power: 'round.write',
  alsoOwn: true,
  input: EntrySeen,
  output: Round,
  example: { ...seen, entry: example.roundEntry },
  run: (context, { entry, ...given }) => act(context, given, 'skipped', () => entry),
})

export const deferEntry = operation({
  name: 'queue.defer',
  summary: 'Put an office to the end of the queue, one that waits or the one that presents, which keeps the time it has used',
  power: 'round.write',
  alsoOwn: true,
  input: EntrySeen,
  output: Round,
  example: { ...seen, entry: example.roundEntry },
  run: (context, { entry, ...given }) => act(context, given, 'deferred', () => entry),
})

export const returnEntry = operation({
  name: 'queue.return',
  summary: 'Call an office back to the end of the queue that has presented or was passed over; what it has used still counts',
  power: 'round.write',
  alsoOwn: true,
  input: EntrySeen,
  output: Round,
  example: { ...seen, entry: example.doneEntry },
  run: (context, { entry, ...given }) => act(context, given, 'readded', () => entry),
})

export const moveEntry = operation({
  name: 'queue.move',
  summary: 'Put an office that waits at another place of the queue, counted from 1',
  power: 'round.write',
  alsoOwn: true,
  input: EntrySeen.extend({ place: wholeFrom(1, 1000) }),
  output: Round,
  example: { ...seen, entry: example.roundEntry, place: 1 },
  run: (context, { entry, place, ...given }) =>
    act(
      context,
      given,
      'moved',
      () => entry,
      order => order.filter(each => each !== entry)[place - 1] ?? null,
    ),
})

/** Locks, asks whether this person runs the round and has seen all that happened, and lets it happen. */
async function act(
  context: Context,
  { id, rev }: { id: string; rev: number },
  kind: EventKind,
  whom: (queue: { order: readonly string[]; current: string | null }) => string | null | undefined,
  before: (order: readonly string[]) => string | null = () => null,
) {
  const round = await lockToRun(context, id)
  checkRevision(rev, round, refusals.round)
  const entry = whom(round.queue)
  if (!entry) throw new Refusal('conflict', refusals.notNow)
  const isOfRound = await context.db
    .selectFrom('round_entry')
    .select('id')
    .where('id', '=', entry)
    .where('round_id', '=', id)
    .executeTakeFirst()
  if (!isOfRound) throw notFound()
  const queue = await happen(context, round, kind, entry, before(round.queue.order))
  const ended = kind === 'stopped' || (kind === 'deferred' && round.queue.current === entry)
  const place = kind === 'moved' ? queue.order.indexOf(entry) + 1 : undefined
  record(context, placeOf(round), null, { entry, place, ...(ended ? { used: clockText(queue.used[entry] ?? 0) } : {}) })
  return reload(context, id)
}
