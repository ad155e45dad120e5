import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import { readKind } from '../rules/kinds.ts'
import type { Batch } from '../schema/batches.ts'
import { type Field, fields, kinds, type Problem } from '../schema/codes.ts'
import type { BatchRow } from '../schema/rows.ts'
import { type ImportWords, words } from '../words.ts'
import { Problems, problemText } from './problems.tsx'
import { questionWords } from './question-words.ts'
import { OutcomeStatus } from './status.tsx'

const long: Field[] = ['title', 'scope', 'obstacles', 'advice']
/** What an agreement cannot be recorded without; of the two cells of the office one is enough. */
const needed: Field[] = ['kind', 'kpuNumber', 'title', 'partner', 'officeName', 'officeCode', 'signedOn']
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
  const wrong = row.problems.flatMap(problem => placesOf(row, problem))
  const first = fields.filter(field => needed.includes(field) || wrong.includes(field))
  return (
    <>
      <PageHead
        title={w.rowNumber(row)}
        status={<OutcomeStatus row={row} />}
        lead={row.problems.length ? undefined : row.judged.title ? w.noProblem : w.noTitle}
      >
        <ButtonLink href={`/impor/${batch.id}`}>{w.back}</ButtonLink>
      </PageHead>
      <Problems row={row} without={open ? row.problems.filter(problem => placesOf(row, problem).length) : []} />
      {open ? (
        <Form
          action={`/impor/${batch.id}/baris/${row.place}`}
          values={values ?? now}
          errors={errors}
          stored={isStale ? now : undefined}
          hidden={{ rev: batch.rev }}
        >
          {first.map(field => (
            <CellField batch={batch} row={row} field={field} text={cell(field)} isWrong={Boolean(errors?.[`correction.${field}`])} />
          ))}
          <details open={Object.keys(errors ?? {}).some(name => !first.some(field => name === `correction.${field}`))}>
            <summary>{w.otherCells}</summary>
            <div class="form">
              {fields
                .filter(field => !first.includes(field))
                .map(field => (
                  <CellField batch={batch} row={row} field={field} text={cell(field)} isWrong={Boolean(errors?.[`correction.${field}`])} />
                ))}
            </div>
          </details>
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

/** One cell, with what is wrong about it beside it. */
function CellField({ batch, row, field, text, isWrong }: { batch: Batch; row: BatchRow; field: Field; text: string; isWrong: boolean }) {
  const w = useWords(words)
  const q = useWords(questionWords)
  const said = row.problems.flatMap(problem => (placesOf(row, problem).includes(field) ? [wordsOf(row, problem, field, w)] : []))
  const ofFile = text ? undefined : valueOfFile(batch, row, field, q.kinds)
  const shared = {
    name: `correction.${field}`,
    label: w.fields[field],
    hint: ofFile && w.fromFile({ value: ofFile }),
    optional: ofFile !== undefined || !needed.includes(field) || field === 'officeName' || field === 'officeCode',
    insist: false, // a row may stay as it is; it is judged again
    error: isWrong || !said.length ? undefined : said.join(' '),
  }
  if (field !== 'kind') return long.includes(field) ? <TextareaField {...shared} rows={2} /> : <TextField {...shared} />
  const read = readKind(text)
  return (
    <SelectField
      {...shared}
      options={[
        ...(text && !read ? [{ value: text, label: w.asWritten({ text }) }] : []),
        ...kinds.map(kind => ({ value: kind === read ? text : kind, label: q.kinds[kind] })),
      ]}
    />
  )
}

/** What stands for an empty cell: the office, in its name, and the kind of document that were chosen for the whole file. */
function valueOfFile({ office }: Batch, { judged }: BatchRow, field: Field, kindNames: Record<string, string>): string | undefined {
  if (field === 'kind' && judged.kind) return kindNames[judged.kind]
  if (field !== 'officeName' || !judged.office || judged.problems.some(problem => problem.startsWith('office_'))) return undefined
  return judged.office === office.code ? office.name : judged.office
}

/** The cells that a problem is about: those that it comes from, else the one that is empty. */
function placesOf({ judged }: BatchRow, problem: Problem): Field[] {
  const from = judged.causes.flatMap(cause => (cause.problem === problem && cause.field ? [cause.field] : []))
  return from.length ? from : (emptyCells[problem] ?? [])
}

const emptyCells: Partial<Record<Problem, Field[]>> = {
  kind_unknown: ['kind'],
  number_missing: ['kpuNumber'],
  partner_missing: ['partner'],
  date_invalid: ['signedOn'],
  office_unknown: ['officeName'],
  office_conflict: ['officeName'],
  office_unclear: ['officeName'],
  ends_before_start: ['endsOn'],
}

function wordsOf({ judged }: BatchRow, problem: Problem, field: Field, w: ImportWords): string {
  const causes = judged.causes.filter(cause => cause.problem === problem)
  const here = causes.filter(cause => cause.field === field)
  const found = here.flatMap(({ cell, text, proposal }) => [
    ...(text && cell ? [w.found({ cell: w.cell({ cell, sheet: null }), text })] : []),
    ...(proposal === undefined ? [] : [w.proposal({ text: proposal })]),
  ])
  return [problemText(w, problem, causes), ...found].join(' ')
}
