/** A pattern for `ilike` that finds the words in their order, wherever they stand, also begun or shortened: "kab. pasuruan", "univ bahari". */
export const containing = (text: string): string =>
  `%${text
    .trim()
    .split(/\.?\s+/)
    .map(word => word.replace(/[\\%_]/g, '\\$&'))
    .join('%')}%`
