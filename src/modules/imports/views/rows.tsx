import { formatDay } from '../../../platform/i18n/format.ts'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { mayDraft } from '../rules/drafts.ts'
import type { Batch } from '../schema/batches.ts'
import type { Problem } from '../schema/codes.ts'
import type { BatchRow, ValueName } from '../schema/rows.ts'
import { words } from '../words.ts'
import { Problems } from './problems.tsx'
import { OutcomeStatus } from './status.tsx'

type RowTableProps = {
  batch: Batch
  rows: BatchRow[]
  next: number | null
  asked: ListQuery
  /** Problems that are said above, since all rows have them. */
  without?: readonly Problem[]
}

/** Rows with what was understood, the problems in words, and what can be done about each. */
export function RowTable({ batch, rows, next, asked, without = [] }: RowTableProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const day = (value: string | null) => (value ? formatDay(locale, value, 'short') : '–')
  const table = (
    <Table
      caption={w.rows}
      quiet
      rows={rows}
      below={row => more(row, without)}
      columns={[
        { key: 'row', label: w.row, kind: 'main', value: row => <RowName row={row} href={`/impor/${batch.id}/baris/${row.place}`} /> },
        { key: 'outcome', label: w.outcome, kind: 'status', value: row => <RowOutcome row={row} /> },
        { key: 'number', label: w.fields.kpuNumber, value: ({ judged }) => (judged.kpuNumber ? breakable(judged.kpuNumber) : '–') },
        { key: 'partner', label: w.fields.partner, value: ({ judged }) => judged.partner ?? '–' },
        { key: 'office', label: w.fields.officeCode, kind: 'code', value: ({ judged }) => judged.office ?? '–' },
        { key: 'signed', label: w.signed, kind: 'date', value: ({ judged }) => day(judged.signedOn) },
        { key: 'ends', label: w.fields.endsOn, kind: 'date', value: ({ judged }) => day(judged.endsOn) },
        ...(batch.state === 'preview' && rows.some(({ outcome }) => outcome === 'attention')
          ? [
              {
                key: 'choose',
                label: w.choose,
                kind: 'actions' as const,
                value: (row: BatchRow) => (row.outcome === 'attention' ? <Choice row={row} /> : null),
              },
            ]
          : []),
      ]}
    />
  )
  if (batch.state !== 'preview' || !rows.some(({ outcome }) => outcome === 'attention'))
    return (
      <>
        {table}
        <Pager url={asked.url} next={next} />
      </>
    )
  return (
    <Form action={`/impor/${batch.id}/keputusan`} hidden={{ rev: batch.rev }}>
      {table}
      <Actions>
        <Button kind="secondary" name="decision" value="draft">
          {w.asDraft}
        </Button>
        <Button kind="secondary" name="decision" value="skip">
          {w.skip}
        </Button>
        <Button kind="quiet" name="decision" value="">
          {w.undecide}
        </Button>
      </Actions>
      <Pager url={asked.url} next={next} />
    </Form>
  )
}

function RowName({ row: { row, sheet, judged }, href }: { row: BatchRow; href: string }) {
  const w = useWords(words)
  const { title } = judged
  return (
    <>
      <a href={href}>{w.rowNumber({ row, sheet })}</a>
      {title ? (
        <>
          <br />
          <small>{title.length > 160 ? `${title.slice(0, 159)}…` : title}</small>
        </>
      ) : null}
    </>
  )
}

function Choice({ row }: { row: BatchRow }) {
  const w = useWords(words)
  return (
    <label class="choice">
      <input type="checkbox" name="rows" value={row.place} aria-label={w.chooseRow({ row: row.row })} />
      {mayDraft(row.judged) ? null : <small>{w.notAsDraft}</small>}
    </label>
  )
}

function RowOutcome({ row }: { row: BatchRow }) {
  const w = useWords(words)
  return (
    <>
      <OutcomeStatus row={row} /> {row.decision && !row.appliedAs ? <Badge>{w.decisions[row.decision]}</Badge> : null}{' '}
      {row.hidden ? <Badge>{w.hidden}</Badge> : null}
    </>
  )
}

/** What there is to say of a row beside its values; nothing of one that is just ready. */
function more(row: BatchRow, without: readonly Problem[]) {
  const problems = row.problems.filter(problem => !without.includes(problem))
  const { duplicateOf, changes, suggestions } = row.judged
  const changed = Object.keys(changes ?? {}) as ValueName[]
  if (!problems.length && !duplicateOf && !changed.length && !suggestions.length) return null
  return (
    <>
      <Problems row={row} without={without} />
      <Same of={duplicateOf} changed={changed} />
      <Suggestions names={suggestions.map(({ name }) => name)} />
    </>
  )
}

function Same({ of, changed }: { of: BatchRow['judged']['duplicateOf']; changed: readonly ValueName[] }) {
  const w = useWords(words)
  if (!of) return null
  return (
    <p class="hint">
      {'row' in of ? w.sameAsRow({ row: w.rowNumber(of) }) : <a href={`/perjanjian/${of.agreementId}`}>{w.sameAsRegister}</a>}
      {changed.length ? `. ${w.changesIn({ names: changed.map(name => w.values[name]).join(', ') })}` : null}
    </p>
  )
}

function Suggestions({ names }: { names: readonly string[] }) {
  const w = useWords(words)
  return names.length ? <p class="hint">{w.perhaps({ names: names.join('; ') })}</p> : null
}

/** A number of a document breaks at its strokes, not in the middle of a word. */
const breakable = (number: string) => number.split(/(?<=[/\\])/).flatMap((part, i) => (i ? [<wbr />, part] : [part]))
