import { kernel } from './world.ts'

/**
 * Two pieces of work at once in their worst order: the first has made its changes and waits before its audit lines while the second goes
 * as far as it can. On PostgreSQL that is until a lock stops it, or to its end. The embedded database has one connection: there the
 * second waits before it begins, and the outcome must be the same.
 */
export async function overlapping<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const held = holdFirst(/append_audit/)
  const one = first()
  await Promise.race([held.reached, one])
  let ended = false
  const two = second().finally(() => {
    ended = true
  })
  two.catch(() => {})
  while (kernel.store.engine === 'postgres' && !ended && !(await somebodyWaits())) await new Promise(later => setTimeout(later, 20))
  held.resume()
  return Promise.all([one, two])
}

/** Holds whoever comes first to such a statement, on whichever connections. */
function holdFirst(statement: RegExp): { reached: Promise<void>; resume: () => void } {
  const pools = [...new Set([kernel.store.pool, kernel.store.long.pool])].map(pool => ({
    pool,
    connect: pool.connect,
    bound: pool.connect.bind(pool),
  }))
  const [reached, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let holding = true
  const letThrough = () => {
    holding = false
    for (const { pool, connect } of pools) pool.connect = connect
  }
  for (const { pool, bound } of pools)
    pool.connect = (async (...given: []) => {
      const client = await bound(...given)
      if (given.length) return client
      const query = client.query.bind(client) as (...all: unknown[]) => unknown
      client.query = (async (...asked: [string | { text: string }]) => {
        if (!holding || !statement.test(typeof asked[0] === 'string' ? asked[0] : asked[0].text)) return query(...asked)
        letThrough()
        reached.resolve()
        await resumed.promise
        return query(...asked)
      }) as typeof client.query
      return client
    }) as typeof pool.connect
  return { reached: reached.promise, resume: resumed.resolve }
}

const somebodyWaits = async (): Promise<boolean> =>
  (await kernel.store.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
    .rowCount! > 0
