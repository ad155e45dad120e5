/**
 * An address with some parameters of its query changed, in their place; `null`, `undefined` and `''` take one away.
 * `withQuery('/mitra?q=x&halaman=3', { urut: '-nama', halaman: null })` is `/mitra?q=x&urut=-nama`.
 */
export function withQuery(url: string, changes: Readonly<Record<string, string | number | null | undefined>>): string {
  const [path = '', query = ''] = url.split('#')[0]!.split('?')
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') parameters.delete(name)
    else parameters.set(name, String(value))
  }
  const changed = parameters.toString()
  return changed ? `${path}?${changed}` : path
}

/** The mark of an address that a filter bar made; see `withoutEmpty`. */
export const filtering = 'saring'

/**
 * The address that the list goes by, of one that a filter bar made, which names its empty fields too: `null` where it is that already.
 * `withoutEmpty('/mitra?saring=1&q=x&jenis=')` is `/mitra?q=x`.
 */
export function withoutEmpty(url: string): string | null {
  const [path = '', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  if (!parameters.has(filtering)) return null
  parameters.delete(filtering)
  const filled = new URLSearchParams([...parameters].filter(([, value]) => value.trim() !== '')).toString()
  return filled ? `${path}?${filled}` : path
}
