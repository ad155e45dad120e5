import { sql } from 'kysely'

/**
 * Before a statement that is asked with each request and has one plan whatever its values: the server keeps it under a name for as long
 * as a connection lives, and plans it no more. Inserts of values are named by themselves. Never a list: the plan for any filter is a bad
 * one for most of them.
 */
export const byName = sql.raw('/* by name */')

const isNamed = /^\s*\/\* by name \*\/|^\s*insert into \S+ \([^)]*\) values/
/** As many as a connection keeps: an insert has another text for each number of rows. */
const most = 300

type Send = (given: unknown[]) => Promise<unknown>

/**
 * Sends a statement by its name where it has one. What the server does not know by its name goes as it is, once more, and from then on
 * nothing goes by name: a pooler that lends a connection for each transaction may know none.
 */
export function namedStatements(): (given: unknown[], send: Send) => Promise<unknown> {
  const names = new Map<string, string>()
  let areKept = true

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known || names.size >= most || !isNamed.test(text)) return known
    const name = `sinergi_${names.size}`
    names.set(text, name)
    return name
  }

  return async (given, send) => {
    const [text, values] = given
    const name = typeof text === 'string' && Array.isArray(values) && areKept ? nameOf(text) : undefined
    if (!name) return send(given)
    return send([{ name, text, values }]).catch(error => {
      if (!isUnknown(error)) throw error
      areKept = false
      return send(given).catch(again => {
        // Within a transaction all is refused now: that it is to be done again is what is told.
        throw again.code === '25P02' ? Object.assign(new Error('Not known by its name', { cause: error }), { code: '26000' }) : again
      })
    })
  }
}

/** There is none of this name, another one has it already, or a migration has changed what it answers: in each case the statement was not carried out. */
const isUnknown = ({ code, routine }: { code?: string; routine?: string }) =>
  code === '26000' || code === '42P05' || (code === '0A000' && routine === 'RevalidateCachedQuery')
