import { formatDay } from '../../../platform/i18n/format.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { mayDraft } from '../rules/drafts.ts'
import type { Batch, BatchRow } from '../schema.ts'
import { words } from '../words.ts'
import { OutcomeStatus } from './status.tsx'

/** Rows with what was understood, the problems in words, and what can be done about each. */
export function RowTable({ batch, rows, next }: { batch: Batch; rows: BatchRow[]; next: string | null }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const day = (value: string | null) => (value ? formatDay(locale, value, 'short') : '–')
  const table = (
    <Table
      caption={w.rows}
      quiet
      rows={rows}
      columns={[
        { key: 'row', label: w.row, kind: 'main', value: row => <RowName row={row} href={`/impor/${batch.id}/baris/${row.place}`} /> },
        { key: 'outcome', label: w.outcome, value: row => <RowOutcome row={row} /> },
        { key: 'number', label: w.fields.kpuNumber, value: ({ judged }) => judged.kpuNumber ?? '–' },
        { key: 'partner', label: w.fields.partner, value: ({ judged }) => <Partner judged={judged} /> },
        { key: 'office', label: w.fields.officeCode, value: ({ judged }) => judged.office ?? '–' },
        { key: 'signed', label: w.fields.signedOn, kind: 'date', value: ({ judged }) => day(judged.signedOn) },
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
        <Pager next={next} />
      </>
    )
  return (
    <Form action={`/impor/${batch.id}/keputusan`}>
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
      <Pager next={next} />
    </Form>
  )
}

function RowName({ row: { row, judged }, href }: { row: BatchRow; href: string }) {
  const w = useWords(words)
  return (
    <>
      <a href={href}>{w.rowNumber(row)}</a>
      {judged.title ? (
        <>
          <br />
          <small>{judged.title}</small>
        </>
      ) : null}
    </>
  )
}

function Choice({ row }: { row: BatchRow }) {
  const w = useWords(words)
  return (
    <label class="choice">
      <input type="checkbox" name="rows" value={row.place} aria-label={w.chooseRow(row.row)} />
      {mayDraft(row.judged) ? null : <small>{w.notAsDraft}</small>}
    </label>
  )
}

function RowOutcome({ row }: { row: BatchRow }) {
  const w = useWords(words)
  const { duplicateOf, changes } = row.judged
  return (
    <>
      <OutcomeStatus outcome={row.outcome} /> {row.decision ? <Badge>{w.decisions[row.decision]}</Badge> : null}
      {row.appliedAs ? <Badge>{w.applied[row.appliedAs]}</Badge> : null}
      {row.problems.map(problem => (
        <p class="hint">{w.problems[problem]}</p>
      ))}
      {duplicateOf ? (
        <p class="hint">
          {'row' in duplicateOf ? w.sameAsRow(duplicateOf.row) : <a href={`/perjanjian/${duplicateOf.agreementId}`}>{w.sameAsRegister}</a>}
        </p>
      ) : null}
      {Object.keys(changes ?? {}).length ? (
        <p class="hint">
          {w.changesIn(
            Object.keys(changes)
              .map(name => w.values[name as keyof typeof w.values])
              .join(', '),
          )}
        </p>
      ) : null}
    </>
  )
}

function Partner({ judged }: { judged: BatchRow['judged'] }) {
  const w = useWords(words)
  return (
    <>
      {judged.partner ?? '–'}
      {judged.suggestions.length ? <p class="hint">{w.perhaps(judged.suggestions.map(({ name }) => name).join('; '))}</p> : null}
    </>
  )
}
