import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { allPartners, knownAgreements } from '../queries/known.ts'
import { classify } from '../rules/classify.ts'
import { calledIn, cellsOf, type Meeting, meeting, meetingOf, renamed } from '../rules/meetings.ts'
import { partnersNamed } from '../rules/names.ts'
import type { ReadRow } from '../rules/rows.ts'
import type { Batch } from '../schema/batches.ts'
import { Mapping } from '../schema/files.ts'
import { judgingReach, readRows, rejudge, rowsToRead, type StoredRow } from './judging.ts'
import { recount, writeJudged } from './keeping-rows.ts'

/** After an answer about all rows of a folded number. */
export async function rejudgeNumber(context: Context, batch: Batch, number: string): Promise<void> {
  const before = await meetingsOf(context, batch)
  if (before)
    await rejudgeAround(
      context,
      batch,
      placesOf(before, each => each.number === number),
    )
  else await rejudge(context, batch)
}

/**
 * Judges again what follows from an answer about these rows: the rows themselves, those that meet them by a number, a record or the name
 * of a partner, and no others. The same as judging the whole file again while the register stands still. Of the other rows only their
 * meetings are read, not their cells, unless cells of the file point to the row above.
 */
export async function rejudgeAround(context: Context, batch: Batch, changed: readonly number[]): Promise<void> {
  const before = await meetingsOf(context, batch)
  if (!before) {
    await rejudge(context, batch)
    return
  }
  const mapping = Mapping.parse(batch.mapping)
  const corrected = await rowsToRead(context, batch, changed)
  const now = new Map(before)
  for (const { place, toRead } of corrected) now.set(place, { ...now.get(place)!, ...cellsOf(toRead, mapping) })
  const pointing = placesOf(now, ({ above }) => above)
  const [names, namesBefore] = [linesIn(now), linesIn(before)]
  const several = names.symmetricDifference(namesBefore).size ? placesOf(now, each => each.several) : []
  const seeds = new Set([...corrected.map(({ place }) => place), ...pointing, ...several])

  const rowsAt = async (places: ReadonlySet<number>): Promise<Read[]> => {
    const rows = pointing.length ? await rowsToRead(context, batch) : await rowsToRead(context, batch, [...places])
    const isName = { names, dayOrders: batch.dayOrders }
    const read = await readRows(
      context,
      rows.map(({ toRead }) => toRead),
      { ...batch, mapping },
      isName,
    )
    return rows.flatMap((row, at) => (places.has(row.place) ? [{ row, read: read[at]! }] : []))
  }
  const nobody = () => ({ partner: '', partnerId: null, suggestions: [] })
  for (const { row, read } of await rowsAt(seeds)) now.set(row.place, meetingOf(row.toRead, mapping, read, nobody))

  const known = { partners: await allPartners(context), agreements: [], called: calledIn(before.values()) }
  const named = partnersNamed(writtenIn(now), known)
  const isSame = [...seeds].every(place => isDeepStrictEqual(writtenAs(before.get(place)!), writtenAs(now.get(place)!)))
  const other = isSame
    ? new Set<string>()
    : renamed(
        [...now.values()].flatMap(each => each.names),
        partnersNamed(writtenIn(before), known),
        named,
      )
  const concerned = meeting([...seeds, ...placesOf(now, each => each.names.some(name => other.has(name)))], before, now)

  const rows = await rowsAt(concerned)
  const about = [...concerned].flatMap(place => [before.get(place)!, now.get(place)!])
  const agreements = await knownAgreements(context, {
    numbers: about.flatMap(({ number }) => number ?? []),
    ids: about.flatMap(({ record }) => record ?? []),
  })
  const apart = batch.settings.apart
  const judged = classify(
    rows.map(({ read }) => read),
    batch.headers,
    { ...known, agreements, apart },
    named,
  )
  await writeJudged(
    context,
    rows.map(({ row, read }, at) => ({ id: row.id, judged: judged[at]!, meets: meetingOf(row.toRead, mapping, read, named) })),
  )
  await recount(context, batch.id)
}

type Read = { row: StoredRow; read: ReadRow }

const placesOf = (meetings: ReadonlyMap<number, Meeting>, which: (each: Meeting) => boolean): number[] =>
  [...meetings].flatMap(([place, each]) => (which(each) ? [place] : []))
const linesIn = (meetings: ReadonlyMap<number, Meeting>): Set<string> => new Set([...meetings.values()].flatMap(({ line }) => line ?? []))
const writtenAs = ({ names, spelled }: Meeting) => ({ partnersFolded: names, partners: spelled })
const writtenIn = (meetings: ReadonlyMap<number, Meeting>) => [...meetings.values()].map(writtenAs)

/** By place, in their order; null when a row was not judged yet, or not by somebody of this reach. */
async function meetingsOf(context: Context, batch: Batch): Promise<Map<number, Meeting> | null> {
  const { db } = context
  const { rows: own } =
    await sql`select from import_batch where id = ${batch.id} and judged_reach = ${judgingReach(context)}::jsonb`.execute(db)
  if (!own.length) return null
  const rows = await db
    .selectFrom('import_row')
    .select(['place', sql<Meeting | null>`meets`.as('meets')])
    .where('batch_id', '=', batch.id)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .orderBy('place')
    .execute()
  return rows.some(({ meets }) => meets === null) ? null : new Map(rows.map(({ place, meets }) => [place, meets!]))
}
