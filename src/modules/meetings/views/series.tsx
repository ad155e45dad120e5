import type { Tally } from '../../../platform/subject/subject.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { MeetingDetail } from '../schema/meetings.ts'
import type { HeldMeeting, Series, SeriesDetail } from '../schema/series.ts'
import { seriesWords } from '../words/series.ts'
import { words } from '../words/words.ts'
import { MeetingState, useDays } from './state.tsx'

export function SeriesList({ series }: { series: readonly Series[] }) {
  const w = useWords(seriesWords)
  return (
    <>
      <PageHead title={w.series} lead={w.lead} />
      {series.length ? (
        <ThingList
          label={w.series}
          things={series.map(({ id, name, office, meetings }) => ({
            href: `/seri-rapat/${id}`,
            head: name,
            about: office.name,
            aside: w.meetings({ count: meetings }),
          }))}
        />
      ) : (
        <EmptyState title={w.empty}>{w.emptyHint}</EmptyState>
      )}
    </>
  )
}

/** One row for each meeting: when, where, who came, what was decided and carried out. */
export function SeriesPage({ series }: { series: SeriesDetail }) {
  const w = useWords(seriesWords)
  const m = useWords(words)
  const days = useDays()
  const columns: Column<HeldMeeting>[] = [
    { key: 'rapat', label: w.meeting, kind: 'main', value: row => <a href={`/rapat/${row.id}`}>{row.title}</a> },
    { key: 'tanggal', label: w.when, kind: 'date', value: row => days(row) },
    { key: 'tempat', label: w.place, value: row => row.place ?? m.modes[row.mode] },
    ...series.columns.map(
      (label, at): Column<HeldMeeting> => ({
        key: `hitungan-${at}`,
        label,
        kind: 'number',
        value: row => <Cell tally={series.cells[row.id]?.[at] ?? null} />,
      }),
    ),
    {
      key: 'tujuan',
      label: w.objectives,
      kind: 'number',
      value: row =>
        row.objectives && ['ended', 'reported'].includes(row.state) ? w.reachedOf({ reached: row.reached, of: row.objectives }) : '–',
    },
    { key: 'status', label: w.status, kind: 'status', value: row => <MeetingState state={row.state} /> },
  ]
  return (
    <>
      <PageHead title={series.name} status={`${series.office.name} · ${w.meetings({ count: series.meetings })}`} lead={w.lead} />
      <Table caption={series.name} quiet columns={columns} rows={series.held} />
    </>
  )
}

type Counted = { text: string; count?: number | undefined; path?: string | undefined } | null
function Cell({ tally }: { tally: Counted | Tally }) {
  if (!tally) return <>–</>
  const { text, count, path } = tally
  if (!path || count === 0) return <>{text}</>
  return count === undefined ? (
    <a href={path}>{text}</a>
  ) : (
    <CountLink href={path} count={count}>
      {text}
    </CountLink>
  )
}

type Props = { meeting: MeetingDetail; series: readonly { id: string; name: string }[]; values: Values; errors: Errors }
export function SeriesForm({ meeting, series, values, errors }: Props) {
  const w = useWords(seriesWords)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={w.choose} status={meeting.title} lead={w.chooseLead} />
      <Form action={`/rapat/${meeting.id}/seri`} values={values} errors={errors} hidden={{ rev: Number(values.rev ?? meeting.rev) }}>
        {series.length ? (
          <SelectField
            name="series"
            label={w.existing}
            optional
            placeholder={w.none}
            options={series.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField name="name" label={w.name} hint={w.nameHint} optional maxLength={200} />
        <Actions>
          <Button>{w.save}</Button>
          <ButtonLink href={`/rapat/${meeting.id}`} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
