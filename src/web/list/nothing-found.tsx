import type { ComponentChildren } from 'preact'
import type { Choice } from '../../platform/values/choices.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { withQuery } from '../ui/url.ts'
import { useWords } from '../viewer.ts'
import type { ListQuery, Question } from './list.ts'
import { firstPage } from './read.ts'
import { listWords } from './words.ts'

type Props = {
  list: Question
  asked: ListQuery
  title: string
  /** What may have been meant, each looked for by its value. */
  near?: readonly Choice[] | undefined
  children?: ComponentChildren
}

/** Nothing in a list has what is asked; the words can be looked for in everything else, where misspelt ones are understood. */
export function NothingFound({ list, asked, title, near = [], children }: Props) {
  const w = useWords(listWords)
  const search = list.filters.find(({ control }) => control === 'search')
  const typed = search && asked.values[search.parameter]
  return (
    <EmptyState title={title} action={typed ? <a href={withQuery('/cari', { q: typed })}>{w.searchEverything}</a> : undefined}>
      {search && near.length ? (
        <>
          <p>{w.meant}</p>
          <ul>
            {near.map(({ value, label }) => (
              <li>
                <a href={withQuery(asked.url, { ...firstPage, [search.parameter]: value })}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        children
      )}
    </EmptyState>
  )
}

/** Nothing has the words as they were typed; what is listed comes nearest. */
export function Similar({ words = '' }: { words?: string | undefined }) {
  const w = useWords(listWords)
  return <p class="hint">{w.similar({ words })}</p>
}
