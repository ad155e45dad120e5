import { type Places, placesFor, roomFor } from '../intake/room.ts'
import { Crowded } from '../refusals/unavailable.ts'
import { refusals } from './refusal-words.ts'

/**
 * Places for files that are open because whoever asked still reads them: `all` at once, `own` of them from one place, so that the others
 * wait for none of its readers. Whoever finds none free waits in turn for at most `wait` milliseconds for each. Refuses `unavailable`.
 */
export const downloadsFor = ({ all, own, wait }: { all: number; own: number; wait: number }): Places =>
  placesFor(roomFor(all, wait, othersRead), () => roomFor(own, wait, ownRead))

/** Seconds after which a place may well be free. */
const later = 60
const othersRead = (): Crowded => new Crowded(refusals.manyOthersDownload({ seconds: later }), later)
const ownRead = (): Crowded => new Crowded(refusals.networkStillDownloads({ seconds: later }), later)
