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
