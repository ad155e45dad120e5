import { formatTime } from '../../../platform/i18n/format.ts'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { CheckboxField, RadioField } from '../../../web/ui/choice-field.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { units } from '../../organisation/schema.ts'
import { words as organisation } from '../../organisation/words.ts'
import type { ClassChoices, ClassList, ClassSeat, MeetingClass } from '../schema/classes.ts'
import { classWords as words } from '../words/classes.ts'

export const classesAddress = (meetingId: string): string => `/rapat/${meetingId}/kelas`

/** The parallel classes of a meeting with how many have a place and wait. */
export function ClassesPage({ list, errors }: { list: ClassList; errors: Errors }) {
  const w = useWords(words)
  const o = useWords(organisation)
  const { meeting, classes, without, mayWrite } = list
  const address = classesAddress(meeting.id)
  const columns: Column<MeetingClass>[] = [
    {
      key: 'kelas',
      label: w.name,
      kind: 'main',
      value: ({ id, name, units: own, gone }) => (
        <>
          <a href={`${address}/${id}`}>{name}</a>
          {gone ? <small>{w.gone}</small> : own.length ? <small>{own.map(unit => o.units[unit]).join(', ')}</small> : null}
        </>
      ),
    },
    { key: 'tempat', label: w.placed, value: each => <Places of={each} /> },
    { key: 'tunggu', label: w.waiting, kind: 'number', value: ({ waiting }) => waiting },
    ...(mayWrite
      ? [
          {
            key: 'atur',
            label: w.change,
            kind: 'actions' as const,
            value: ({ id, name, gone }: MeetingClass) =>
              gone ? null : (
                <ButtonLink href={`${address}/${id}/atur`} kind="quiet" aria-label={w.changeOf({ name })}>
                  {w.change}
                </ButtonLink>
              ),
          },
        ]
      : []),
  ]
  const mayAllot = mayWrite && without > 0 && classes.some(({ units, gone }) => units.length > 0 && !gone)
  return (
    <>
      <PageHead title={w.classes} status={meeting.name} lead={classes.length ? w.lead : undefined} />
      {mayAllot ? (
        <Form action={`${address}/pembagian`} errors={errors}>
          <p>{w.allotLead({ count: without })}</p>
          <Actions>
            <Button>{w.allot}</Button>
          </Actions>
        </Form>
      ) : null}
      <Table
        caption={w.classes}
        quiet
        columns={columns}
        rows={classes}
        empty={<EmptyState title={w.noClasses}>{mayWrite ? w.noClassesHint : null}</EmptyState>}
      />
    </>
  )
}

function Places({ of: { placed, capacity } }: { of: MeetingClass }) {
  const w = useWords(words)
  if (capacity === null) return <>{`${placed} (${w.unlimited})`}</>
  return (
    <>
      {w.of({ placed, capacity })}
      {placed > capacity ? <small>{w.over({ count: placed - capacity })}</small> : null}
    </>
  )
}

type ChangeProps = { meeting: { id: string; name: string }; of: MeetingClass; values: Values; errors: Errors }

/** How many fit into a class, and for whom it is. */
export function ClassForm({ meeting, of, values, errors }: ChangeProps) {
  const w = useWords(words)
  const o = useWords(organisation)
  const f = useWords(frame)
  const address = classesAddress(meeting.id)
  return (
    <>
      <PageHead title={w.changeOf({ name: of.name })} status={meeting.name} />
      <Form action={`${address}/${of.id}/atur`} values={values} errors={errors} hidden={{ rev: String(values.rev ?? of.rev) }}>
        <TextField name="capacity" label={w.capacity} hint={w.capacityHint} optional inputMode="numeric" size="short" maxLength={9} />
        <CheckboxField
          name="units"
          label={w.units}
          hint={w.unitsHint}
          optional
          options={units.map(value => ({ value, label: o.units[value] }))}
        />
        <Actions>
          <Button>{w.save}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

type SeatsProps = {
  meeting: { id: string; name: string }
  of: MeetingClass
  asked: ListQuery
  seats: readonly ClassSeat[]
  total: number
  next: string | null
  previous: string | null
  zone: Parameters<typeof formatTime>[2]
}

/** Who has a place in a class and who waits, in their order. */
export function ClassPage({ meeting, of, asked, seats, total, next, previous, zone }: SeatsProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const columns: Column<ClassSeat>[] = [
    { key: 'nama', label: w.person, kind: 'main', value: ({ name }) => name },
    { key: 'satker', label: w.office, value: ({ office }) => office ?? '–' },
    {
      key: 'status',
      label: w.state,
      kind: 'status',
      value: ({ state }) => <Status tone={state === 'placed' ? 'good' : 'neutral'}>{w.states[state]}</Status>,
    },
    { key: 'sejak', label: w.since, kind: 'date', value: ({ at }) => formatTime(locale, at, zone, 'short') },
  ]
  return (
    <>
      <PageHead title={of.name} status={meeting.name} lead={of.gone ? w.gone : undefined} />
      <p>
        {w.placed}: <Places of={of} />. {w.waiting}: {of.waiting}.
      </p>
      {total ? <Total value={total}>{w.ofSeats({ count: total })}</Total> : null}
      <Table caption={w.seats} quiet columns={columns} rows={seats} url={asked.url} empty={<EmptyState title={w.empty} />} />
      <Pager url={asked.url} next={next} previous={previous} total={total} />
    </>
  )
}

/** On one's own invitation: which class one has, and the form that chooses. */
export function OwnClass({ choices, action, errors }: { choices: ClassChoices; action: string; errors: Errors }) {
  const w = useWords(words)
  const { classes, own, open } = choices
  if (!classes.length && !own) return null
  const said = !own
    ? w.yoursNone
    : own.state === 'placed'
      ? w.yoursPlaced({ class: own.name })
      : w.yoursWaiting({ class: own.name, place: own.place ?? 1 })
  const label = ({ id, name, left }: ClassChoices['classes'][number]) =>
    own?.id === id || left === null ? w.free({ name }) : left > 0 ? w.left({ name, left }) : w.full({ name })
  return (
    <Section title={w.yours} id="kelas">
      <p>{said}</p>
      {open && classes.length ? (
        <Form action={`${action}/kelas`} id="pilih-kelas" values={{ class: own?.id ?? '' }} errors={errors}>
          <RadioField
            name="class"
            label={w.choose}
            options={[...classes.map(each => ({ value: each.id, label: label(each) })), { value: '', label: w.none }]}
          />
          <Actions>
            <Button kind="secondary">{w.choose}</Button>
          </Actions>
        </Form>
      ) : null}
    </Section>
  )
}
