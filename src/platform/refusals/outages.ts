import type { Store } from '../database/database.ts'
import type { FileStore } from '../files/store.ts'
import type { Log } from '../process/log.ts'
import { type Trouble, troubleOf } from './unavailable.ts'

/**
 * What is gone now. A trouble is logged once when it begins and once when it has passed, however many requests and jobs met it; while
 * it lasts the database or the file store is asked again and again whether it is back, so that nobody has to restart anything.
 */
export type Outages = {
  /** Notes what an error says is gone; null when the error is something else, which is then a bug. */
  note(error: unknown, details?: Record<string, unknown>): Trouble | null
  /** The database was asked and gave no answer: whoever comes meanwhile need not wait to find out. */
  databaseIsGone(): boolean
  stop(): void
}
/** `met`: how often; `last`: when at the last time; `confirmed`: we asked ourselves and got no answer; `resting`: we got one. */
type Spell = { since: number; met: number; last: number; confirmed: boolean; resting: boolean; asking?: NodeJS.Timeout }

const pause = 1000
/** What nobody can ask about (is it still busy?), or what answers us and fails others, has passed when nobody met it for this long. */
const quiet = 60_000

export function watchOutages(store: Pick<Store, 'ready'>, files: FileStore, log: Log): Outages {
  const spells = new Map<Trouble, Spell>()
  const isBack: Record<Trouble, () => Promise<unknown>> = {
    database: () => store.ready(),
    databaseFull: async () => {}, // shows only when something is written
    busy: async () => {},
    files: () => canKeep(files),
    filesFull: () => canKeep(files),
  }

  function askAfter(milliseconds: number, trouble: Trouble, spell: Spell): void {
    clearTimeout(spell.asking)
    spell.asking = setTimeout(() => {
      isBack[trouble]().then(
        () => answered(trouble, spell),
        () => {
          spell.confirmed = true
          if (spells.get(trouble) === spell) askAfter(pause, trouble, spell)
        },
      )
    }, milliseconds)
    spell.asking.unref()
  }

  function answered(trouble: Trouble, spell: Spell): void {
    if (spells.get(trouble) !== spell) return
    const rest = spell.last + quiet - Date.now()
    if (!spell.confirmed && rest > 0) {
      spell.resting = true
      askAfter(rest, trouble, spell)
      return
    }
    spells.delete(trouble)
    log.warn('outage.ended', { trouble, seconds: Math.round((Date.now() - spell.since) / 1000), met: spell.met })
  }

  return {
    note(error, details = {}) {
      const trouble = troubleOf(error)
      if (!trouble) return null
      const now = Date.now()
      const known = spells.get(trouble)
      const spell = known ?? { since: now, met: 0, last: now, confirmed: false, resting: false }
      spell.met++
      spell.last = now
      if (known && !known.resting) return trouble
      spell.resting = false
      askAfter(known ? pause : 0, trouble, spell)
      if (known) return trouble
      spells.set(trouble, spell)
      log.error('outage.began', { trouble, ...details, error: causeOf(error) })
      return trouble
    },
    databaseIsGone: () => spells.get('database')?.confirmed ?? false,
    stop() {
      for (const { asking } of spells.values()) clearTimeout(asking)
      spells.clear()
    },
  }
}

const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause instanceof Error ? error.cause : error)

/** As much as a usual file, since a full disk still takes a few bytes. */
async function canKeep({ disk }: FileStore): Promise<void> {
  await disk.put(probe, new Uint8Array(1024 * 1024))
  await disk.delete(probe)
}

/** The key of the file that is written to see whether files can be kept; it belongs to nothing. */
export const probe = 'probe'
