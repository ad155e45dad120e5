import { type ComponentChildren, toChildArray } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

/** What else can be done beside the one main act, under "Lainnya"; one alone stands by itself unless it is to be `folded`, nothing where there is none. */
export function MoreActs({ folded, children }: { folded?: boolean; children: ComponentChildren }) {
  const w = useWords(words)
  const acts = toChildArray(children)
  if (acts.length < (folded ? 1 : 2)) return <>{acts}</>
  return (
    <details class="more-acts">
      <summary class="button secondary">{w.more}</summary>
      <div class="sheet">{acts}</div>
    </details>
  )
}
