/**
 * The first of a text, at most so many UTF-16 units and never half a character: PostgreSQL holds no half in JSON, so what is cut to be
 * kept is cut by these alone.
 */
export const firstOf = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** The same of its end. */
export const lastOf = (text: string, most: number): string => text.slice(-most).replace(/^[\udc00-\udfff]/, '')
