/** A pattern for `ilike` that finds the words as they stand, wherever they stand. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
