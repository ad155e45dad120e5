/**
 * The first of a text, at most so many UTF-16 units and never half a character: PostgreSQL holds no half in JSON, so what is cut to be
 * kept is cut by these alone.
 */
export const firstOf = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** The same of its end. */
export const lastOf = (text: string, most: number): string => text.slice(-most).replace(/^[\udc00-\udfff]/, '')

/** The first words of a text as one line, cut at a word. */
export function firstLine(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = firstOf(line, most - 1)
  const words = cut.lastIndexOf(' ') > most / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${words}…`
}
