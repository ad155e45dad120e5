import type { AnyBulkKind, BulkField } from '../../platform/bulk/kind.ts'
import { formatTime } from '../../platform/i18n/format.ts'
import type { Fields } from '../../platform/subject/fields.ts'
import { firstLine } from '../../platform/values/cut.ts'
import { type ListQuery, plainList } from '../../web/list/list.ts'
import { Pager } from '../../web/list/pager.tsx'
import { Unknown } from '../../web/list/unknown.tsx'
import { Status, type Tone } from '../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../web/ui/choice-field.tsx'
import { ComboField } from '../../web/ui/combo-field.tsx'
import { Conditional, ConditionalField } from '../../web/ui/conditional.tsx'
import { Total } from '../../web/ui/count.tsx'
import { Definitions } from '../../web/ui/definitions.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { DateField, TextareaField, TextField } from '../../web/ui/field.tsx'
import { Form } from '../../web/ui/form.tsx'
import type { Errors, Values } from '../../web/ui/form-state.ts'
import { Changes } from '../../web/ui/history.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../web/viewer.ts'
import { changesIn } from '../audit/rules/telling.ts'
import type { BulkAct, BulkDetail, BulkRow } from './schema.ts'
import { words } from './words.ts'

/** Where rows can be chosen, and what they are called there. */
export type ChoosingList = { href: string; label: string }
type ListProps = { acts: BulkAct[]; next: string | null; previous: string | null; asked: ListQuery; lists: readonly ChoosingList[] }

export function BulkList({ acts, next, previous, asked, lists }: ListProps) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Unknown list={plainList} asked={asked} />
      <Table
        caption={w.title}
        quiet
        rows={acts}
        empty={<NoActs lists={lists} />}
        columns={[
          {
            key: 'name',
            label: w.act,
            kind: 'main',
            value: act => <a href={`/massal/${act.id}`}>{w.head({ name: act.name, things: act.things })}</a>,
          },
          { key: 'rows', label: w.rows, value: act => <Counts act={act} /> },
          {
            key: 'state',
            label: w.state,
            kind: 'status',
            value: act => <State act={act} />,
          },
          { key: 'when', label: w.when, kind: 'date', value: act => <When at={act.doneAt ?? act.createdAt} short /> },
        ]}
      />
      <Pager url={asked.url} next={next} previous={previous} />
    </>
  )
}

function NoActs({ lists }: Pick<ListProps, 'lists'>) {
  const w = useWords(words)
  const links = (
    <p class="actions">
      {lists.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </p>
  )
  return (
    <EmptyState title={w.none} action={lists.length ? links : null}>
      {lists.length ? w.noneHint : w.noLists}
    </EmptyState>
  )
}

const stateTones: Record<BulkAct['state'], Tone> = { planned: 'neutral', done: 'good', undone: 'muted' }
const tones: Record<BulkRow['outcome'], Tone> = { ready: 'info', refused: 'warning', done: 'good', undone: 'muted', kept: 'warning' }
const outcomes = ['ready', 'done', 'undone', 'kept', 'refused'] as const

/** Of the whole; what can be done to no row awaits nobody's approval. */
function State({ act: { state, counts } }: { act: BulkAct }) {
  const w = useWords(words)
  return state === 'planned' && !counts.ready ? (
    <Status tone={tones.refused}>{w.refused}</Status>
  ) : (
    <Status tone={stateTones[state]}>{w.states[state]}</Status>
  )
}

/** "12 will change · 3 not". */
function Counts({ act: { counts } }: { act: BulkAct }) {
  const w = useWords(words)
  return (
    <>
      {outcomes
        .filter(each => counts[each])
        .map((each, index) => (
          <>
            {index ? ' · ' : ''}
            <Total value={counts[each]}>{w[each].toLowerCase()}</Total>
          </>
        ))}
    </>
  )
}

type FormProps = {
  kind: AnyBulkKind
  ids: readonly string[]
  all: boolean
  filter: string
  from: string
  /** How many all of them are; null where only those are meant that were ticked. */
  matching: { count: number; more: boolean } | null
  /** What all of them say alike. */
  about: string | null
  values: Values
  errors: Errors
}

/** What is asked once for all of them, and of which rows. */
export function BulkForm({ kind, ids, all, filter, from, matching, about, values, errors }: FormProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const choices = [
    ...(ids.length ? [{ value: 'pilihan', label: w.chosen({ count: ids.length }) }] : []),
    ...(matching?.count && !matching.more ? [{ value: 'semua', label: w.all({ count: matching.count }) }] : []),
  ]
  const only = choices.length === 1 ? choices[0] : undefined
  const count = only && (only.value === 'semua' ? matching!.count : ids.length)
  return (
    <>
      <PageHead title={head(w, { name: kind.names[locale], things: kind.things[locale], count })} lead={w.newLead} />
      <About text={about} />
      <Form
        action="/massal"
        values={values}
        errors={errors}
        hidden={{ tindakan: kind.operation.name, saring: filter, dari: from, semua: all ? 'ya' : undefined, baris: only?.value }}
      >
        {ids.map(id => (
          <input type="hidden" name="id" value={id} />
        ))}
        {only ? <Definitions items={[{ term: w.which, value: <b>{only.label}</b> }]} /> : null}
        {choices.length > 1 ? <RadioField name="baris" label={w.which} options={choices} /> : null}
        {matching?.more ? <Notice kind="warning">{w.allMore({ count: matching.count })}</Notice> : null}
        {choices.length ? <Controls fields={kind.fields} /> : null}
        <Actions>
          {choices.length ? <Button>{w.preview}</Button> : null}
          <ButtonLink kind="quiet" href={from}>
            {w.back}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** "Buat satu tindak lanjut: 104 temuan". */
const head = (w: (typeof words)['id'], { count = 0, ...act }: { name: string; things: string; count?: number | undefined }): string =>
  count > 1 ? w.headOf({ ...act, count }) : w.head(act)

const About = ({ text }: { text: string | null }) => (text ? <blockquote>{firstLine(text, 400)}</blockquote> : null)

/** Those of which some are asked only under a condition stand together: by what is chosen in one the other is asked. */
function Controls({ fields }: { fields: readonly BulkField[] }) {
  if (!fields.some(({ showIf }) => showIf))
    return (
      <>
        {fields.map(field => (
          <Control field={field} />
        ))}
      </>
    )
  return (
    <Conditional>
      {fields.map(field => (
        <ConditionalField name={field.name} type={field.control === 'choice' ? 'single' : 'text'} showIf={field.showIf}>
          <Control field={field} />
        </ConditionalField>
      ))}
    </Conditional>
  )
}

function Control({ field: { name, control, label, hint, options, source, optional, showIf } }: { field: BulkField }) {
  const { locale } = useViewer()
  const field = { name, label: label[locale], hint: hint?.[locale], optional, insist: !optional && !showIf }
  switch (control) {
    case 'choice':
      return <SelectField {...field} options={options?.().map(each => ({ value: each.value, label: each.label[locale] })) ?? []} />
    case 'combo':
      return <ComboField {...field} source={source} />
    case 'day':
      return <DateField {...field} />
    case 'line':
      return <TextField {...field} />
    case 'paragraphs':
      return <TextareaField {...field} />
  }
}

type PageProps = {
  act: BulkDetail
  url: string
  /** The address of the list on which the rows were chosen. */
  list: string
  subject: string
  fields: Fields
}

/** What would become of each row, or became of it; the button that does it, or puts it back. */
export function BulkActPage({ act, url, list, subject, fields }: PageProps) {
  const w = useWords(words)
  const viewer = useViewer()
  const { counts, state } = act
  const leads = {
    planned: counts.ready ? w.planned({ count: counts.ready + counts.refused }) : w.plannedNone,
    done: w.doneLead({ count: counts.done }),
    undone: w.undoneLead({ count: counts.undone }),
  }
  return (
    <>
      <PageHead
        title={head(w, { ...act, count: Object.values(counts).reduce((sum, each) => sum + each, 0) })}
        status={<State act={act} />}
        lead={leads[state]}
      />
      <About text={act.about} />
      <Definitions items={act.given.map(({ label, value }) => ({ term: label, value }))} />
      <Actions>
        {state === 'planned' && counts.ready ? (
          <Form action={`/massal/${act.id}/pelaksanaan`}>
            <Button>{w.perform({ name: act.name, count: counts.ready })}</Button>
          </Form>
        ) : null}
        <ButtonLink kind={state === 'planned' && !counts.ready ? 'secondary' : 'quiet'} href={list}>
          {w.back}
        </ButtonLink>
      </Actions>
      {state === 'planned' && counts.ready && !act.restorable ? <p class="hint">{w.staysDone}</p> : null}
      {act.undoUntil && counts.done ? (
        <Notice kind="info">
          {w.undoHint({ until: formatTime(viewer.locale, act.undoUntil, viewer.zone) })}
          <Form action={`/massal/${act.id}/pengembalian`}>
            <Button kind="secondary">{w.undo}</Button>
          </Form>
        </Notice>
      ) : null}
      <p class="hint">
        <Counts act={act} />
      </p>
      <Table
        caption={w.rows}
        quiet
        rows={act.rows}
        columns={[
          {
            key: 'thing',
            label: w.thing,
            kind: 'main',
            value: row => (row.path ? <a href={row.path}>{row.name}</a> : (row.name ?? w.outOfReach)),
          },
          { key: 'outcome', label: w.outcome, kind: 'status', value: row => <Status tone={tones[row.outcome]}>{w[row.outcome]}</Status> },
          {
            key: 'what',
            label: w.what,
            value: row =>
              row.reason ?? (
                <Changes
                  changes={changesIn({ changes: row.changes, names: act.names, subject: { kind: subject } }, viewer, fields)}
                  more={w.more}
                />
              ),
          },
        ]}
      />
      <Pager url={url} next={act.next} />
    </>
  )
}
