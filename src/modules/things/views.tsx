import type { ComponentChild, ComponentChildren } from 'preact'
import { CountLink } from '../../web/ui/count.tsx'
import { useWords } from '../../web/viewer.ts'
import type { Counts } from './schema.ts'
import { words } from './words.ts'

/** What a thing belongs to, as one line of links; nothing where there is nothing to read. */
export function Related({ things }: { things: readonly { kindName: string; name: string; path: string }[] }) {
  const w = useWords(words)
  if (!things.length) return null
  return (
    <ul class="related" aria-label={w.related}>
      {things.map(({ kindName, name, path }) => (
        <li>
          <small>{capital(kindName)}</small> <a href={path}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A fact that is the name of a thing: a link to it for whoever may read it, and nothing but its name for others. */
export function Linked({
  things,
  id,
  children,
}: {
  things: readonly { id: string; path: string }[]
  id: string
  children: ComponentChildren
}) {
  const path = things.find(thing => thing.id === id)?.path
  return path ? <a href={path}>{children}</a> : children
}

/** One cell of what is counted of a thing; a number leads to the list that it is of. */
export function tallyCell(tally: Counts['cells'][string][number] | undefined): ComponentChild {
  if (!tally) return '–'
  const { text, count, path } = tally
  if (!path) return text
  return count === undefined ? (
    <a href={path}>{text}</a>
  ) : (
    <CountLink href={path} count={count}>
      {text}
    </CountLink>
  )
}
