import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import { type Batch, type BatchRow, type Field, fields } from '../schema.ts'
import { words } from '../words.ts'
import { Problems } from './problems.tsx'
import { OutcomeStatus } from './status.tsx'

const long: Field[] = ['title', 'scope', 'obstacles', 'advice']
/** `isStale`: somebody else has meanwhile answered, so that what is stored now is shown beside what was typed. */
type Props = {
  batch: Batch
  row: BatchRow
  headers: string[]
  values?: Values | undefined
  errors?: Errors | undefined
  isStale?: boolean | undefined
}

/** One row: what came, what was understood, and a form that types over single cells. */
export function RowPage({ batch, row, headers, values, errors, isStale }: Props) {
  const w = useWords(words)
  const cell = (field: Field) => row.correction[field] ?? row.original[headers[batch.mapping[field] ?? -1] ?? ''] ?? ''
  const now = Object.fromEntries(fields.map(field => [`correction.${field}`, cell(field)]))
  const open = batch.state === 'preview' && !row.appliedAs
  return (
    <>
      <PageHead
        title={w.rowNumber(row.row, row.sheet)}
        status={<OutcomeStatus outcome={row.outcome} />}
        lead={row.problems.length ? undefined : w.noProblem}
      >
        <ButtonLink href={`/impor/${batch.id}`}>{w.back}</ButtonLink>
      </PageHead>
      <Problems row={row} />
      {open ? (
        <Form
          action={`/impor/${batch.id}/baris/${row.place}`}
          values={values ?? now}
          errors={errors}
          stored={isStale ? now : undefined}
          hidden={{ rev: batch.rev }}
        >
          {fields.map(field =>
            long.includes(field) ? (
              <TextareaField name={`correction.${field}`} label={w.fields[field]} optional rows={2} />
            ) : (
              <TextField name={`correction.${field}`} label={w.fields[field]} optional />
            ),
          )}
          <Actions>
            <Button>{w.correct}</Button>
          </Actions>
        </Form>
      ) : null}
      <Section title={w.asItCame}>
        <Table
          caption={w.asItCame}
          quiet
          rows={Object.entries(row.original)}
          columns={[
            { key: 'header', label: w.column, kind: 'main', value: ([header]) => header },
            { key: 'cell', label: w.content, value: ([, text]) => text || '–' },
          ]}
        />
      </Section>
    </>
  )
}
