import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { z } from 'zod'
import { invalid } from '../refusals/refusal.ts'
import { wholeFrom } from '../values/shapes.ts'
import { ahead } from './ahead.ts'
import { refusals } from './refusal-words.ts'

/** Rows on one page of a list. */
export const pageSize = 50
/** Lists stop counting here: what is more is said as "1.000+". */
export const mostCounted = 1000

/** Where a page begins or ends, as programs and addresses carry it: the order, the key and the id of a row and its place, not to be read. */
export const Cursor = z.string().max(5000) // a title of 500 letters, twice wrapped
/** Stands before nothing: of so many rows those that are left when all pages before are full. */
export const endOf = (total: number): string => `end-${total}`
/** How many rows a page has at most, where whoever asks wants fewer than `pageSize`. */
export const Most = wholeFrom(1, pageSize).optional().describe(`Rows at most; ${pageSize} unless given`)
/** The ends of a page that has more before or after it. */
export const Ends = { next: z.string().nullable(), previous: z.string().nullable() }

/** How a list is ordered: a column with its SQL type, then the id. The column may not be null. */
export type Order = { name: string; column: RawBuilder<unknown>; type: 'date' | 'timestamptz' | 'text' | 'integer'; descending: boolean }
type Turn = { after?: string | undefined; before?: string | undefined; most?: number | undefined }
type Row = { sortKey: string }

/**
 * One page by key: as fast at the end of a long list as at its start, and nothing moves when rows come in between.
 * The query must have its columns selected; `id` is the column that makes the order total.
 */
export async function pageOf<DB, T extends keyof DB, O extends { id: string }>(
  query: SelectQueryBuilder<DB, T, O>,
  order: Order,
  id: RawBuilder<string>,
  { after, before, most }: Turn,
  size = most ?? pageSize,
): Promise<{ rows: (O & Row)[]; next: string | null; previous: string | null }> {
  const back = before !== undefined && after === undefined
  const from = after ?? before
  const end = back ? totalIn(before) : null
  const cursor = from === undefined || end !== null ? null : read(from, order, back ? 'before' : 'after')
  const limit = (end && end % size) || size
  const rising = order.descending === back
  const type = sql.raw(order.type)
  const found = (await query
    .select(sql<string>`${order.column}::text`.as('sortKey'))
    .$if(cursor !== null, q =>
      q.where(sql<boolean>`(${order.column}, ${id}) ${sql.raw(rising ? '>' : '<')} (${cursor![0]}::${type}, ${cursor![1]}::uuid)`),
    )
    .orderBy(order.column, rising ? 'asc' : 'desc')
    .orderBy(id, rising ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()) as unknown as (O & Row)[]
  const rows = back ? found.slice(0, limit).reverse() : found.slice(0, limit)
  const more = found.length > limit
  const first = from === undefined ? 1 : firstPlace(placeOf(from), back, rows.length)
  const at = (row: (O & Row) | undefined, has: boolean, place: number) => (row && has ? write(order, row, first && first + place) : null)
  return {
    rows,
    next: at(rows.at(-1), end === null && (back || more), rows.length - 1),
    previous: at(rows[0], back ? more : after !== undefined, 0),
  }
}

/** The place of the first row of a page, from that of the row that it follows or comes before: as it was when the list was begun. */
const firstPlace = (place: number | null, back: boolean, rows: number): number | null => {
  const first = place && (back ? place - rows : place + 1)
  return first && first > 0 ? first : null
}

/** All rows, a page at a time, the next page asked for while the one before is worked on. */
export const everyPage = <Row>(page: (after?: string) => Promise<{ rows: Row[]; next: string | null }>): AsyncGenerator<Row[], void> =>
  ahead(following(page))

async function* following<Row>(page: (after?: string) => Promise<{ rows: Row[]; next: string | null }>): AsyncGenerator<Row[], void> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await page(after)
    yield rows
    if (!next) return
    after = next
  }
}
/** Rows at a time of what flows: fewer take more statements for the same, more are worked on for longer at once. */
export const flowSize = 1000

const write = ({ name, descending }: Order, { sortKey, id }: Row & { id: string }, place: number | null): string =>
  Buffer.from(JSON.stringify([`${descending ? '-' : ''}${name}`, sortKey, id, ...(place ? [place] : [])])).toString('base64url')

/** Which row from the start a marker of a page is at, the first being 1; null where it does not say. */
export function placeOf(cursor: string): number | null {
  const end = totalIn(cursor)
  if (end !== null) return end + 1
  try {
    return Shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))[3] ?? null
  } catch {
    return null
  }
}

const totalIn = (cursor: string): number | null => {
  const [, total] = /^end-(\d{1,9})$/.exec(cursor) ?? []
  return total === undefined ? null : Number(total)
}

function read(cursor: string, { name, descending, type }: Order, field: string): [string, string] {
  try {
    const [order, key, id] = Shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (
      order === `${descending ? '-' : ''}${name}` &&
      (type !== 'date' || z.iso.date().safeParse(key).success) &&
      (type !== 'integer' || /^-?\d{1,9}$/.test(key)) &&
      (type !== 'timestamptz' || /^\d{4}-\d\d-\d\d [\d:.]{8,15}[+-]\d\d(:\d\d)?$/.test(key)) &&
      (type !== 'timestamptz' || !Number.isNaN(Date.parse(key)))
    )
      return [key, id]
  } catch {}
  throw invalid(field, refusals.pageMarkerInvalid)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL
const Shape = z.tuple([z.string(), z.string().regex(/^[^\u0000]*$/), z.uuid(), z.int().positive().max(1e9).optional()])
