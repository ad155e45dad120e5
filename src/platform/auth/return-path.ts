/** Where somebody wanted to go: a path of this site, else the home page. What a browser would read as another site is not one. */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 1000 || !wanted.startsWith('/')) return '/'
  const base = 'http://sinergi.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, base)
  if (origin !== base || pathname.startsWith('//')) return '/'
  return /^\/(keluar|masuk)(\/|$)/.test(pathname) ? '/' : pathname + search + hash
}

/** `/masuk` with the way onwards, which is left out when it is the home page. */
export const withReturn = (path: string, next: string): string =>
  next === '/' ? path : `${path}${path.includes('?') ? '&' : '?'}ke=${encodeURIComponent(next)}`
