import { together, type Words } from '../../platform/i18n/words.ts'
import { Notice } from '../ui/notice.tsx'
import { withQuery } from '../ui/url.ts'
import { useViewer, useWords } from '../viewer.ts'
import type { List, ListQuery, Question } from './list.ts'
import { firstPage } from './read.ts'
import { listWords } from './words.ts'

/** What the address asked for and nobody knows: said, since the list does not show what it promised. */
export function Unknown<W>({ list, asked }: { list: Question<W> | List<W>; asked: ListQuery }) {
  const w = useWords(listWords)
  const own = useWords(('words' in list ? list.words : none) as Words<W>)
  const viewer = useViewer()
  const { unmet = [] } = asked
  if (!asked.unknown.length && !unmet.length) return null
  return (
    <Notice kind={unmet.length ? 'warning' : 'info'}>
      {unmet.map(({ parameter, value, choices }) => {
        const said = choices.length ? (choices[0]!.near ? 'near' : 'several') : 'none'
        const label = list.filters.find(each => each.parameter === parameter)?.label(own as W, viewer) ?? ''
        return (
          <>
            <p>{w.unknown[said]({ label, value: cutShort(value) })}</p>
            {choices.length ? (
              <ul>
                {choices.map(choice => (
                  <li>
                    <a href={withQuery(asked.url, { ...firstPage, [parameter]: choice.value })}>{choice.label}</a>
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        )
      })}
      {asked.unknown.map(({ parameter, value }) => {
        const filter = list.filters.find(each => each.parameter === parameter)
        const shown = cutShort(value)
        if (filter) return <p>{w.unknown.filter({ label: filter.label(own as W, viewer), value: shown })}</p>
        return <p>{parameter === 'urut' ? w.unknown.sort({ value: shown }) : w.unknown.turn}</p>
      })}
    </Notice>
  )
}
const most = 60
const cutShort = (value: string) => (value.length > most ? `${value.slice(0, most - 1)}…` : value)
const none = together()
