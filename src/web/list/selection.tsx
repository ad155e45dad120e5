import type { ComponentChildren } from 'preact'
import { canAnywhere } from '../../platform/authority/reach.ts'
import { mostRows } from '../../platform/bulk/kind.ts'
import type { Request } from '../../platform/doors/request.ts'
import { useScript } from '../needs.ts'
import type { Column } from '../ui/table.tsx'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
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

/** What can be done to many, where there are several rows. */
export const forSeveral = (choices: readonly BulkChoice[], rows: number): readonly BulkChoice[] => (rows > 1 ? choices : [])

type Props = {
  choices: readonly BulkChoice[]
  asked: ListQuery
  /** What the operation of the list was asked, where that is more than the address says. */
  asks?: Readonly<Record<string, unknown>> | undefined
  /** How many rows there are on all pages of the list, where it counts them. */
  total?: number | undefined
  children: ComponentChildren
}

/**
 * A list of which rows can be ticked, and what to do with them: a plain form, which asks for the rest on the next page. To mean all rows of
 * the list is a tick of its own. Where nothing was ticked, the list comes back and says so here.
 */
export function Selection({ choices, asked, asks = asked.asks, total, children }: Props) {
  const w = useWords(listWords)
  const frame = useWords(words)
  if (!choices.length) return <>{children}</>
  useScript('ticked-rows')
  const tooMany = total !== undefined && total > mostRows
  const filter = new URLSearchParams(Object.entries(asks).map(([name, value]) => [name, String(value)]))
  return (
    <form class="selection" action="/massal/baru" novalidate>
      <input type="hidden" name="saring" value={filter.toString()} />
      <input type="hidden" name="dari" value={asked.url} />
      <noscript>
        <p class="hint">{w.selection.hint({ acts: choices.map(({ label }) => `“${label}”`).join(', ') })}</p>
      </noscript>
      {children}
      <ticked-rows class="selection-bar" id={selectionId} data-every={w.selection.every}>
        <p class="ticked" role="status" hidden>
          <span>
            {w.selection.ticked} <b>0</b>
          </span>
          <span hidden>{total === undefined ? w.selection.allFoundChosen : w.selection.allChosen({ count: total })}</span>
        </p>
        <p class="field-error" role="alert" tabindex={-1} hidden={!asked.unticked} autofocus={asked.unticked}>
          <span class="unseen">{frame.error}: </span>
          {tooMany ? w.selection.nothingHere : w.selection.nothing}
        </p>
        {tooMany ? (
          <p class="hint">{w.selection.tooMany({ most: mostRows })}</p>
        ) : (
          <label class="choice">
            <input type="checkbox" name="semua" value="ya" />
            <span>{total === undefined ? w.selection.allFound : w.selection.all({ count: total })}</span>
          </label>
        )}
        {choices.map(({ kind, label }) => (
          <button class="button secondary" name="tindakan" value={kind}>
            {label}…
          </button>
        ))}
        <a class="button quiet" href="/massal">
          {w.selection.history}
        </a>
      </ticked-rows>
    </form>
  )
}

/** Where on the page of a list the bar stands. */
export const selectionId = 'pilihan'

/** The first column of a list of which rows can be ticked; nothing where there is nothing to do with them. */
export function useChoiceColumn<Row extends { id: string }>(choices: readonly BulkChoice[], nameOf: (row: Row) => string): Column<Row>[] {
  const w = useWords(listWords)
  if (!choices.length) return []
  return [
    {
      key: 'pilih',
      label: w.selection.choose,
      kind: 'tick',
      value: row => (
        <label class="choice">
          <input type="checkbox" name="id" value={row.id} aria-label={w.selection.chooseRow({ name: nameOf(row) })} />
          <span aria-hidden="true">{w.selection.choose}</span>
        </label>
      ),
    },
  ]
}
