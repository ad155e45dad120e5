import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { OutcomeStatus } from '../../imports/views/status.tsx'
import { words as importWords } from '../../imports/words.ts'
import { cellsOfPerson } from '../rules/person-rows.ts'
import { type PersonBatch, type PersonBatchRow, type PersonField, type PersonProblem, personFields } from '../schema.ts'
import { problemText, words } from '../words.ts'
import { More } from './rows.tsx'

/** What a person cannot be recorded without; of the two cells of the office one is enough. */
const needed: readonly PersonField[] = ['name', 'position']
/** The cell that a problem is about. */
const placeOf: Partial<Record<PersonProblem, PersonField>> = {
  name_missing: 'name',
  position_unknown: 'position',
  office_unknown: 'officeName',
  office_closed: 'officeName',
  office_conflict: 'officeName',
  office_out_of_reach: 'officeName',
  phone_invalid: 'phones',
  email_invalid: 'email',
  email_repeated: 'email',
  email_taken: 'email',
  nip_differs: 'nip',
  nip_invalid: 'nip',
  date_invalid: 'startsOn',
  ends_before_start: 'endsOn',
}

/** `isStale`: somebody else has meanwhile answered, so that what is stored now is shown beside what was typed. */
type Props = { batch: PersonBatch; row: PersonBatchRow; values?: Values; errors?: Errors; isStale?: boolean }

/** One row: what came, what was read, and a form that types over single cells. */
export function PersonRowPage({ batch, row, values, errors, isStale }: Props) {
  const w = useWords(words)
  const i = useWords(importWords)
  const { locale } = useViewer()
  const cells = cellsOfPerson(batch.headers)(row)
  const now = Object.fromEntries(personFields.map(field => [`correction.${field}`, cells[field] ?? '']))
  const isOpen = batch.state === 'preview' && !row.appliedAs
  const saidOf = (field: PersonField) =>
    row.problems.flatMap(problem => (placeOf[problem] === field ? [problemText(w, problem, row.judged, cells, locale)] : []))
  return (
    <>
      <PageHead
        title={w.rowNumber(row)}
        status={<OutcomeStatus row={row} />}
        lead={row.problems.length ? (row.judged.name ?? w.nobody) : i.noProblem}
      >
        <ButtonLink href={`/impor-orang/${batch.id}`}>{i.back}</ButtonLink>
      </PageHead>
      <More row={isOpen ? { ...row, problems: row.problems.filter(problem => !placeOf[problem]) } : row} cells={cells} />
      {isOpen ? (
        <Form
          action={`/impor-orang/${batch.id}/baris/${row.place}`}
          values={values ?? now}
          errors={errors}
          stored={isStale ? now : undefined}
          hidden={{ rev: batch.rev }}
        >
          {personFields.map(field => (
            <TextField
              key={field}
              name={`correction.${field}`}
              label={w.fields[field]}
              optional={!needed.includes(field)}
              insist={false} // a row may stay as it is; it is judged again
              error={errors?.[`correction.${field}`] || !saidOf(field).length ? undefined : saidOf(field).join(' ')}
            />
          ))}
          <Actions>
            <Button>{i.correct}</Button>
          </Actions>
        </Form>
      ) : null}
      <Section title={i.asItCame}>
        <Table
          caption={i.asItCame}
          quiet
          rows={batch.headers.flatMap(header => (Object.hasOwn(row.original, header) ? [[header, row.original[header]!] as const] : []))}
          columns={[
            { key: 'header', label: i.column, kind: 'main', value: ([header]) => header },
            { key: 'cell', label: i.content, value: ([, text]) => text || '–' },
          ]}
        />
      </Section>
    </>
  )
}
