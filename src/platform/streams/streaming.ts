import { join } from 'node:path'
import type { Actor } from '../authority/actor.ts'
import { actorOfPerson } from '../authority/load-actor.ts'
import { reachesAllOf, reachOf } from '../authority/reach.ts'
import type { Power } from '../authority/roles.ts'
import type { Queryable } from '../database/database.ts'
import type { Places } from '../intake/room.ts'
import { type Shelf, shelfFor } from '../intake/shelf.ts'
import type { Kernel } from '../operation/operation.ts'
import type { Config } from '../process/config.ts'
import { forbidden } from '../refusals/refusal.ts'
import { begun, type FileAnswer } from '../values/file-answer.ts'
import { downloadsFor } from './downloads.ts'
import { reading, making as times, unread, visiting } from './limits.ts'
import { type Makers, makersFor, tooMany } from './makers.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { type Spool, spool } from './spool.ts'

/** Where files wait that are made faster than they are read, and places for those that are being made and for what strangers read. */
export type Streams = { folder: string; shelf: Shelf; makers: Makers; downloads: Places }

export const openStreams = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): Streams => ({
  folder: join(DATA_DIR, 'outgoing'),
  shelf: shelfFor(unread.all, unread.own, tooMany),
  makers: makersFor(times),
  downloads: downloadsFor(visiting),
})

type Made = { answer: FileAnswer; asked: Power[] }

/**
 * A file that is made within one snapshot of the database while it is already read. The snapshot lasts until the file is made, which waits
 * for no reader; `run` says what it is made of. Resolves when there is a first chunk. Refuses `too_many` to whoever has too many made at
 * once, `unavailable` when others keep all places for too long. Whoever loses the reach that they had gets no more of it.
 */
export async function streamed(kernel: Kernel, actor: Actor, run: (db: Queryable) => Promise<Made>): Promise<FileAnswer> {
  const { streams } = kernel
  const isStranger = actor.kind === 'anonymous'
  const leave = await (isStranger ? streams.makers.enterAsStranger() : streams.makers.enter(actor.personId))
  const { snapshot, answer, asked } = await begin(kernel, run).catch(error => {
    leave()
    throw error
  })
  const waiting = spool(
    answer.chunks,
    streams.folder,
    unread.memory,
    streams.shelf.place(isStranger ? 'anonymous' : (actor.personId ?? '')),
  )
  const unmade = setTimeout(() => waiting.fail(new Error('A file was not made in time')), times.longest)
  void waiting.made.finally(async () => {
    clearTimeout(unmade)
    await snapshot.end().catch(error => kernel.log.warn('stream.snapshot_not_ended', { error }))
    leave()
  })
  return { ...answer, chunks: await begun(whileAllowed(kernel, actor, asked, waiting)) }
}

async function begin({ store }: Kernel, run: (db: Queryable) => Promise<Made>): Promise<Made & { snapshot: Snapshot }> {
  const snapshot = await openSnapshot(store)
  try {
    return { snapshot, ...(await run(snapshot.db)) }
  } catch (error) {
    await snapshot.end().catch(() => {}) // what failed first is told
    throw error
  }
}

async function* whileAllowed(kernel: Kernel, actor: Actor, asked: Power[], { chunks, fail }: Spool): AsyncGenerator<Uint8Array, void> {
  const late = setTimeout(() => fail(new Error('A file was not read in time')), reading.longest)
  let at = performance.now()
  try {
    for await (const chunk of chunks) {
      if (performance.now() - at > reading.askAgain) {
        if (!(await isAllowed(kernel, actor, asked))) throw forbidden()
        at = performance.now()
      }
      yield chunk
    }
  } finally {
    clearTimeout(late)
  }
}

/** Whether everything is within reach still, as it is now and not in the snapshot. */
async function isAllowed({ store, clock }: Kernel, actor: Actor, asked: Power[]): Promise<boolean> {
  if (!actor.personId) return true
  const now = await actorOfPerson(store.db, actor.personId, clock.today())
  return now !== null && asked.every(power => reachesAllOf(reachOf(now, power), reachOf(actor, power)))
}
