import { together, type Words } from '../../platform/i18n/words.ts'
import { Notice } from '../ui/notice.tsx'
import { useViewer, useWords } from '../viewer.ts'
import type { List, ListQuery, Question } from './list.ts'
import { listWords } from './words.ts'

/** What the address asked for and nobody knows: said, since the list does not show what it promised. */
export function Unknown<W>({ list, asked }: { list: Question<W> | List<W>; asked: ListQuery }) {
  const w = useWords(listWords)
  const own = useWords(('words' in list ? list.words : none) as Words<W>)
  const viewer = useViewer()
  if (!asked.unknown.length) return null
  return (
    <Notice kind="info">
      {asked.unknown.map(({ parameter, value }) => {
        const filter = list.filters.find(each => each.parameter === parameter)
        const shown = value.length > most ? `${value.slice(0, most - 1)}…` : value
        if (filter) return <p>{w.unknown.filter({ label: filter.label(own as W, viewer), value: shown })}</p>
        return <p>{parameter === 'urut' ? w.unknown.sort({ value: shown }) : w.unknown.turn}</p>
      })}
    </Notice>
  )
}
const most = 60
const none = together()
