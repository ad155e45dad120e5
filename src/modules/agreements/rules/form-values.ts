/** A tree of what was sent, or one branch of it. */
type Tree = { readonly [name: string]: unknown }

/** What was sent, by the names that the fields have: `parties.0.number`. Files are left out, as a browser cannot be given them back. */
export function flat(values: Tree, prefix = ''): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value instanceof Uint8Array) continue
    if (typeof value === 'object') Object.assign(named, flat(value as Tree, `${prefix}${name}.`))
    else named[prefix + name] = String(value)
  }
  return named
}

const rowsIn = (values: Tree, name: string): Tree[] =>
  Array.isArray(values[name]) ? values[name].filter(row => typeof row === 'object' && row !== null) : []

/**
 * The form with one row more (`tambah`: an office, a partner, an obligation) or less (`hapus`: `parties.1`), and everything else as it was.
 */
export function withRows({ tambah, hapus, ...values }: Tree): Tree {
  const parties = rowsIn(values, 'parties')
  const obligations = rowsIn(values, 'obligations')
  if (tambah === 'kpu' || tambah === 'partner') return { ...values, parties: [...parties, { side: tambah }] }
  if (tambah === 'obligation') return { ...values, obligations: [...obligations, { side: 'both' }] }
  const [name, at] = String(hapus).split('.')
  const kept = (rows: Tree[], of: string) => (of === name ? rows.filter((_, place) => String(place) !== at) : rows)
  return { ...values, parties: kept(parties, 'parties'), obligations: kept(obligations, 'obligations') }
}

/** Which side each party's row is of; a new form has one of each. */
export function sidesIn(values: Tree): ('kpu' | 'partner')[] {
  const sides = rowsIn(values, 'parties').map(({ side }) => (side === 'kpu' ? 'kpu' : 'partner'))
  return sides.length ? sides : ['kpu', 'partner']
}
export const obligationsIn = (values: Tree): number => rowsIn(values, 'obligations').length
