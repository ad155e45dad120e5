import type { ComponentChildren } from 'preact'
import { formatDay } from '../../../platform/i18n/format.ts'
import { isBlankCell } from '../../../platform/reading/cell-words.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { Email } from '../../../web/ui/email.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { OutcomeStatus } from '../../imports/views/status.tsx'
import { words as importWords } from '../../imports/words.ts'
import { words as organisationWords } from '../../organisation/words.ts'
import { cellsOfPerson } from '../rules/person-rows.ts'
import type { PersonBatch, PersonBatchRow, PersonCells } from '../schema.ts'
import { problemText, words } from '../words.ts'

/** Rows with what was read, the problems in words, and what can be done about each. */
export function PersonRowTable({
  batch,
  rows,
  next,
  asked,
}: {
  batch: PersonBatch
  rows: PersonBatchRow[]
  next: number | null
  asked: ListQuery
}) {
  const w = useWords(words)
  const i = useWords(importWords)
  const { locale } = useViewer()
  const isOpen = batch.state === 'preview' && rows.some(({ outcome }) => outcome === 'attention')
  const day = (value: string | null) => value && formatDay(locale, value, 'short')
  const cellsOf = cellsOfPerson(batch.headers)
  const table = (
    <Table
      caption={i.rows}
      quiet
      rows={rows}
      below={row => <More row={row} cells={cellsOf(row)} />}
      columns={[
        {
          key: 'row',
          label: i.row,
          kind: 'main',
          value: row => <RowName row={row} cells={cellsOf(row)} href={`/impor-orang/${batch.id}/baris/${row.place}`} />,
        },
        { key: 'outcome', label: i.outcome, kind: 'status', value: row => <RowOutcome row={row} /> },
        {
          key: 'position',
          label: w.fields.position,
          value: row => <Cell cells={[cellsOf(row).position]}>{row.judged.position ? <ReadPosition judged={row.judged} /> : null}</Cell>,
        },
        {
          key: 'office',
          label: w.fields.officeCode,
          value: row => <Cell cells={[cellsOf(row).officeCode, cellsOf(row).officeName]}>{row.judged.office}</Cell>,
        },
        { key: 'contact', label: w.contact, value: row => <Contact row={row} cells={cellsOf(row)} /> },
        {
          key: 'from',
          label: w.fields.startsOn,
          kind: 'date',
          value: row => <Cell cells={[cellsOf(row).startsOn]}>{day(row.judged.startsOn)}</Cell>,
        },
        {
          key: 'to',
          label: w.fields.endsOn,
          kind: 'date',
          value: row => <Cell cells={[cellsOf(row).endsOn]}>{day(row.judged.endsOn)}</Cell>,
        },
        ...(isOpen
          ? [
              {
                key: 'choose',
                label: i.choose,
                kind: 'actions' as const,
                value: (row: PersonBatchRow) =>
                  row.outcome === 'attention' ? (
                    <label class="choice">
                      <input type="checkbox" name="rows" value={row.place} aria-label={i.chooseRow({ row: row.row })} />
                    </label>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
  if (!isOpen)
    return (
      <>
        {table}
        <Pager url={asked.url} next={next} />
      </>
    )
  return (
    <Form action={`/impor-orang/${batch.id}/keputusan`} hidden={{ rev: batch.rev }}>
      {table}
      <Actions>
        <Button kind="secondary" name="decision" value="skip">
          {i.skip}
        </Button>
        <Button kind="quiet" name="decision" value="">
          {i.undecide}
        </Button>
      </Actions>
      <Pager url={asked.url} next={next} />
    </Form>
  )
}

function RowName({ row: { row, sheet, judged }, cells, href }: { row: PersonBatchRow; cells: PersonCells; href: string }) {
  const w = useWords(words)
  return (
    <>
      <a href={href}>{w.rowNumber({ row, sheet })}</a>
      <br />
      <small>{judged.name ?? (isBlankCell(cells.name ?? '') ? w.nobody : <Cell cells={[cells.name]}>{null}</Cell>)}</small>
      {judged.nip || !isBlankCell(cells.nip ?? '') ? (
        <>
          <br />
          <small>
            {w.fields.nip} <Cell cells={[cells.nip]}>{judged.nip}</Cell>
          </small>
        </>
      ) : null}
    </>
  )
}

/** What was understood of a cell; else what stands in it, since a dash would say that nothing does. */
function Cell({ cells, children }: { cells: readonly (string | undefined)[]; children: ComponentChildren }) {
  const w = useWords(words)
  const text = cells.filter(cell => cell && !isBlankCell(cell)).join(', ')
  if (children) return <>{children}</>
  return <>{text ? w.asItCame({ text: firstOf(text, 160) }) : '–'}</>
}

/** Telephones and the address, each on a line of its own. */
function Contact({ row: { judged, problems }, cells }: { row: PersonBatchRow; cells: PersonCells }) {
  const { phones, email } = judged
  const unread = [problems.includes('phone_invalid') ? cells.phones : '', problems.includes('email_invalid') ? cells.email : ''].filter(
    Boolean,
  )
  return (
    <>
      {phones.map(phone => (
        <div key={phone}>
          <PhoneLink phone={phone} />
        </div>
      ))}
      {email ? <Email>{email}</Email> : null}
      {unread.length || !(phones.length || email) ? <Cell cells={unread}>{null}</Cell> : null}
    </>
  )
}

/** A position as it was read, in the words of the organisation. */
export function ReadPosition({ judged: { position, unit, acting } }: { judged: PersonBatchRow['judged'] }) {
  const o = useWords(organisationWords)
  if (!position) return null
  return (
    <>
      {acting === 'none' ? null : <Badge>{o.actingShort[acting]}</Badge>} {o.positionKinds[position]}
      {unit ? (
        <>
          <br />
          <small>{o.units[unit]}</small>
        </>
      ) : null}
    </>
  )
}

function RowOutcome({ row }: { row: PersonBatchRow }) {
  const i = useWords(importWords)
  return (
    <>
      <OutcomeStatus row={row} /> {row.decision && !row.appliedAs ? <Badge>{i.decisions[row.decision]}</Badge> : null}{' '}
      {row.hidden ? <Badge>{i.hidden}</Badge> : null}
    </>
  )
}

/** What there is to say of a row beside its values: why it waits, whom it is about, what it changes. */
export function More({ row: { problems, judged, personId }, cells }: { row: PersonBatchRow; cells: PersonCells }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const known = judged.known ?? (personId ? { id: personId, name: judged.name ?? w.nobody } : null)
  if (!problems.length && !known && judged.of === null && !judged.news.length) return null
  return (
    <>
      {problems.length ? (
        <ul class="problems">
          {problems.map(problem => (
            <li key={problem}>{problemText(w, problem, judged, cells, locale)}</li>
          ))}
        </ul>
      ) : null}
      <p class="hint">
        {judged.of === null ? null : `${w.sameAsRow({ row: w.rowNumber({ row: judged.of, sheet: null }) })} `}
        {known ? (
          <>
            {w.sameAsKnown} <a href={`/orang/${known.id}`}>{known.name}</a>
            {known.name.endsWith('.') ? ' ' : '. '}
          </>
        ) : null}
        {judged.news.length ? w.changes({ names: judged.news.map(name => w.fields[name]).join(', ') }) : null}
      </p>
    </>
  )
}
