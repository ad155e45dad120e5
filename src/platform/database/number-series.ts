import type { Context } from '../operation/operation.ts'

/**
 * The first of `count` running numbers of a series (`TL-2025`), which are this transaction's own: its row stays locked until the
 * commit, so no number is given twice, and one that is rolled back is given again. `count: 0` only takes the lock.
 */
export async function takeNumbers({ db }: Pick<Context, 'db'>, series: string, count = 1): Promise<number> {
  const { last } = await db
    .insertInto('number_series')
    .values({ series, last: count })
    .onConflict(conflict => conflict.column('series').doUpdateSet(eb => ({ last: eb('number_series.last', '+', count) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return Number(last) - count + 1
}
