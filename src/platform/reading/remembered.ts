/**
 * The same reading, without reading the same text twice: a file says the same few hundred things in thousands of cells. Forgets
 * everything when it has kept a few thousand, and keeps only short texts, so that it stays small. What is read must not be changed.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return text => {
    if (text.length > 120) return read(text)
    const known = kept.get(text)
    if (known !== undefined || kept.has(text)) return known as T
    if (kept.size >= 5000) kept.clear()
    const found = read(text)
    kept.set(text, found)
    return found
  }
}
