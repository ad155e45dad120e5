import type { ComponentChildren } from 'preact'
import { canAnywhere } from '../../platform/authority/reach.ts'
import type { Request } from '../../platform/doors/request.ts'
import type { Column } from '../ui/table.tsx'
import { useWords } from '../viewer.ts'
import type { ListQuery } from './list.ts'
import { listWords } from './words.ts'

/** What can be done to many rows of a list: the name of the operation, and the words on its button. */
export type BulkChoice = { kind: string; label: string }

/** Of one kind of subject, what this person may do to many somewhere; whether they may to each, is asked of each. */
export const bulkChoices = ({ var: { kernel, actor, viewer } }: Request, subject: string): BulkChoice[] =>
  actor.scope === 'read'
    ? []
    : [...kernel.bulkKinds.values()]
        .filter(kind => kind.subject === subject && canAnywhere(actor, kind.power))
        .map(({ operation, names }) => ({ kind: operation.name, label: names[viewer.locale] }))

type Props = {
  choices: readonly BulkChoice[]
  asked: ListQuery
  /** What the operation of the list was asked, where that is more than the address says. */
  asks?: Readonly<Record<string, unknown>> | undefined
  children: ComponentChildren
}

/** A list of which rows can be ticked, and what to do with them: a plain form, which asks for the rest on the next page. */
export function Selection({ choices, asked, asks = asked.asks, children }: Props) {
  const w = useWords(listWords)
  if (!choices.length) return <>{children}</>
  const filter = new URLSearchParams(Object.entries(asks).map(([name, value]) => [name, String(value)]))
  return (
    <form class="selection" action="/massal/baru" novalidate>
      <input type="hidden" name="saring" value={filter.toString()} />
      <input type="hidden" name="dari" value={asked.url} />
      {children}
      <div class="selection-bar">
        <p class="hint">{w.selection.hint}</p>
        {choices.map(({ kind, label }) => (
          <button class="button secondary" name="tindakan" value={kind}>
            {label}…
          </button>
        ))}
        <a class="button quiet" href="/massal">
          {w.selection.history}
        </a>
      </div>
    </form>
  )
}

/** The last column of a list of which rows can be ticked; nothing where there is nothing to do with them. */
export function useChoiceColumn<Row extends { id: string }>(choices: readonly BulkChoice[], nameOf: (row: Row) => string): Column<Row>[] {
  const w = useWords(listWords)
  if (!choices.length) return []
  return [
    {
      key: 'pilih',
      label: w.selection.choose,
      kind: 'actions',
      value: row => (
        <label class="choice">
          <input type="checkbox" name="id" value={row.id} aria-label={w.selection.chooseRow({ name: nameOf(row) })} />
          <span aria-hidden="true">{w.selection.choose}</span>
        </label>
      ),
    },
  ]
}
