type Person = { id: string; name: string; of: string }

/** Who of a desk's list is meant by what was typed: as the list offers it, else by the whole name, else by its beginning; perhaps several. */
export function personMeant<P extends Person>(people: readonly P[], typed: string): P[] {
  const sought = plain(typed)
  if (!sought) return []
  const called = people.filter(({ name, of }) => plain(`${name} – ${of}`) === sought || (!of && plain(name) === sought))
  if (called.length) return called
  const named = people.filter(({ name }) => plain(name) === sought)
  if (named.length) return named
  return sought.length < 3 ? [] : people.filter(({ name }) => plain(name).startsWith(sought))
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
