import type { ComponentChildren } from 'preact'
import { formatClock, formatHours, formatWeekday } from '../../../platform/i18n/format.ts'
import { Badge, Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { NumberField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { gap } from '../../../web/ui/gap.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { localAt } from '../rules/local-time.ts'
import type { MeetingClash } from '../schema/clashes.ts'
import type { Material } from '../schema/materials.ts'
import {
  type ChangeKind,
  type DraftSession,
  involvements,
  type Part,
  type ProgrammeView,
  partRoles,
  sessionKinds,
} from '../schema/programmes.ts'
import type { RoomProblem } from '../schema/rooms.ts'
import { words } from '../words/words.ts'
import { severityTones } from './clashes.tsx'
import { Moments } from './forms.tsx'
import { MaterialLinks } from './materials.tsx'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }

const tones: Record<ChangeKind, Tone> = { new: 'good', moved: 'info', changed: 'info', cancelled: 'danger' }

/** The programme day by day: the draft with what is not released yet, or what was released. */
type PageProps = {
  programme: ProgrammeView
  clashes: readonly MeetingClash[]
  rooms: readonly RoomProblem[]
  materials: readonly Material[]
  values: Values
  errors: Errors
}

export function ProgrammePage({ programme, clashes, rooms, materials, values, errors }: PageProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { meeting, sessions, changes, mayWrite, release } = programme
  const days = [...Map.groupBy(sessions, ({ day }) => day)]
  return (
    <>
      <PageHead title={w.programme} lead={mayWrite ? w.programmeLead : w.programmeRead}>
        {mayWrite ? (
          <ButtonLink href={`/rapat/${meeting.id}/acara/baru`} kind={changes.length ? 'secondary' : 'primary'}>
            {w.addSession}
          </ButtonLink>
        ) : null}
        {mayWrite ? <ButtonLink href={`/rapat/${meeting.id}/acara/berkas`}>{w.fill}</ButtonLink> : null}
        <ButtonLink href={`/rapat/${meeting.id}/ruang`} kind="quiet">
          {w.rooms}
        </ButtonLink>
      </PageHead>
      <p class="hint">
        {release ? (
          <>
            {w.releaseOf({ number: release.number })}, <When at={release.at} />
          </>
        ) : (
          w.notReleased
        )}
        {release ? (
          <>
            {gap}
            <a href={`/api/v1/meetings/${meeting.id}/programme/export?format=json`}>{w.exportAs.json}</a>
            {gap}
            <a href={`/api/v1/meetings/${meeting.id}/programme/export?format=xml`}>{w.exportAs.xml}</a>
          </>
        ) : null}
      </p>
      {mayWrite && changes.length ? <Waiting programme={programme} values={values} errors={errors} /> : null}
      {clashes.length ? <Clashes clashes={clashes} /> : null}
      {rooms.length ? <RoomProblems problems={rooms} /> : null}
      {days.length ? (
        days.map(([day, some]) => (
          <Section title={day ? formatWeekday(locale, day) : w.noTime}>
            <SessionTable
              programme={programme}
              materials={materials}
              sessions={some}
              caption={day ? formatWeekday(locale, day) : w.noTime}
            />
          </Section>
        ))
      ) : (
        <EmptyState title={w.noSessions}>{mayWrite ? w.noSessionsHint : undefined}</EmptyState>
      )}
    </>
  )
}

/** What a release would bring, and the button that brings it. */
function Waiting({ programme: { meeting, changes, rev }, values, errors }: { programme: ProgrammeView; values: Values; errors: Errors }) {
  const w = useWords(words)
  return (
    <Section title={w.waiting({ count: changes.length })} lead={w.releaseLead}>
      <ul class="plain">
        {changes.map(({ kind, title }) => (
          <li>
            <Status tone={tones[kind]}>{w.changes[kind]}</Status> {title}
          </li>
        ))}
      </ul>
      <Form action={`/rapat/${meeting.id}/acara/rilis`} hidden={{ rev }} values={values} errors={errors}>
        {errors.confirm ? <TickField name="confirm" label={w.confirm} /> : null}
        <Actions>
          <Button>{w.release}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Who is wanted in two places: what both are, as far as one may read them. */
function Clashes({ clashes }: { clashes: readonly MeetingClash[] }) {
  const w = useWords(words)
  return (
    <Section title={w.clashes} count={clashes.length} lead={w.clashesLead}>
      <ul class="plain">
        {clashes.map(({ person, severity, kind, minutes, ignored, here, there }) => (
          <li>
            <Status tone={ignored ? 'muted' : severityTones[severity]}>{ignored ? w.ignored : w.severities[severity]}</Status>{' '}
            {w.clashKinds[kind]({ name: person.name, minutes })}
            <br />
            <small>
              {w.against({ here: here.title, there: there.session ?? w.busy })}
              {there.meeting ? (
                <>
                  {' '}
                  (<a href={`/rapat/${there.meeting.id}/acara`}>{there.meeting.name}</a>)
                </>
              ) : null}
              , <When at={there.startsAt} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Rooms that two sessions use at once, or in which not all fit. */
function RoomProblems({ problems }: { problems: readonly RoomProblem[] }) {
  const w = useWords(words)
  return (
    <Section title={w.roomProblems} count={problems.length}>
      <ul class="plain">
        {problems.map(({ kind, room, sessions: [first = '', second = ''], count }) => (
          <li>
            <Status tone="warning">
              {kind === 'twice' ? w.roomTwice({ room, first, second, minutes: count }) : w.roomFull({ room, session: first, count })}
            </Status>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type TableProps = { programme: ProgrammeView; materials: readonly Material[]; sessions: readonly DraftSession[]; caption: string }

function SessionTable({ programme, materials, sessions, caption }: TableProps) {
  const w = useWords(words)
  const hours = useHours()
  const columns: Column<DraftSession>[] = [
    { key: 'waktu', label: w.when, kind: 'date', value: row => hours(row, programme.zone) },
    {
      key: 'sesi',
      label: w.sessionTitle,
      kind: 'main',
      value: row => (
        <>
          {programme.mayWrite ? <a href={`/rapat/${programme.meeting.id}/acara/${row.id}`}>{row.title}</a> : row.title}
          <small class="one-line">
            <Badge>{w.sessionKinds[row.kind]}</Badge> {[row.class, row.room].filter(Boolean).join(' – ')}
          </small>
          <MaterialLinks materials={materials.filter(({ session }) => session === row.id)} />
        </>
      ),
    },
    { key: 'siapa', label: w.people, value: row => <People parts={row.parts} /> },
    ...(programme.changes.length
      ? [
          {
            key: 'perubahan',
            label: w.status,
            kind: 'status' as const,
            value: (row: DraftSession) => (row.change ? <Status tone={tones[row.change]}>{w.changes[row.change]}</Status> : null),
          },
        ]
      : []),
  ]
  return <Table caption={caption} quiet columns={columns} rows={sessions} />
}

/** From what hour to what, by the clock of the office. */
function useHours(): (session: Pick<DraftSession, 'startsAt' | 'endsAt'>, zone: ProgrammeView['zone']) => string {
  const w = useWords(words)
  const { locale } = useViewer()
  return ({ startsAt, endsAt }, zone) => {
    if (!startsAt) return '–'
    return endsAt ? formatHours(locale, startsAt, endsAt, zone) : `${formatClock(locale, startsAt, zone)} – ${w.noEnd}`
  }
}

/** Who does what; in whose place, where that is so. */
function People({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at ? (
            <>
              ; <br />
            </>
          ) : null}
          <PartLine part={part} />
        </>
      ))}
    </>
  )
}

function PartLine({ part: { role, name, institution, behalfOf, readsMessage } }: { part: Part }) {
  const w = useWords(words)
  const behalf = behalfOf ? (readsMessage ? w.reading({ name: behalfOf }) : w.onBehalf({ name: behalfOf })) : null
  return (
    <>
      <span class="hint">{w.roles[role]}:</span> {[name, institution, behalf].filter(Boolean).join(', ')}
    </>
  )
}

type SessionFormProps = Filled & { programme: ProgrammeView; session?: DraftSession | undefined; children?: ComponentChildren }

/** A new session, or one of the draft with who has a part in it. */
export function SessionForm({ programme, session, values, errors, stored, idempotencyKey, children }: SessionFormProps) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = `/rapat/${programme.meeting.id}/acara`
  return (
    <>
      <PageHead title={session ? w.changeSession : w.addSession} lead={programme.meeting.name} />
      <Form
        action={session ? `${address}/${session.id}` : address}
        hidden={session ? { rev: asText(values.rev) } : {}}
        {...{ values, errors, stored, idempotencyKey }}
      >
        <TextField name="title" label={w.sessionTitle} minLength={3} maxLength={300} />
        <SelectField name="kind" label={w.sessionKind} options={sessionKinds.map(value => ({ value, label: w.sessionKinds[value] }))} />
        <Moments zone={programme.zone} optional />
        <TextField name="room" label={w.room} hint={w.roomHint} optional maxLength={200} />
        <NumberField name="expected" label={w.expected} unit={w.persons} optional whole />
        <TextField name="class" label={w.class} hint={w.classHint} optional maxLength={200} />
        <TextField name="owner" label={w.owner} optional maxLength={200} />
        <TextareaField name="description" label={w.description} optional rows={3} maxLength={5000} />
        <Actions>
          <Button>{w.saveSession}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
      {children}
    </>
  )
}

/** Who has a part in a session, each with the button that takes it away; below, the form for one more. */
export function Parts({
  programme,
  session,
  values,
  errors,
  idempotencyKey,
  children,
}: Filled & { programme: ProgrammeView; session: DraftSession; children?: ComponentChildren }) {
  const w = useWords(words)
  const address = `/rapat/${programme.meeting.id}/acara/${session.id}`
  return (
    <>
      <Section title={w.people}>
        {session.parts.length ? (
          session.parts.map(part => (
            <Form action={`${address}/orang/${part.id}`} hidden={{ rev: session.rev }}>
              <p>
                <PartLine part={part} />
              </p>
              <Actions>
                <Button kind="quiet">{w.removePart({ name: part.name })}</Button>
              </Actions>
            </Form>
          ))
        ) : (
          <EmptyState title={w.nobody} />
        )}
      </Section>
      <Section title={w.addPart}>
        <Form action={`${address}/orang`} hidden={{ rev: session.rev }} id="orang" {...{ values, errors, idempotencyKey }}>
          <SelectField name="role" label={w.role} options={partRoles.map(value => ({ value, label: w.roles[value] }))} />
          <ComboField name="person" label={w.person} hint={w.personHint} optional source="/orang/pilihan" />
          <TextField name="guest" label={w.guest} hint={w.guestHint} optional maxLength={200} />
          <TextField name="institution" label={w.institution} optional maxLength={200} />
          <RadioField
            name="involvement"
            label={w.involvement}
            options={involvements.map(value => ({ value, label: w.involvements[value] }))}
          />
          <FieldGroup title={w.behalfOf}>
            <TextField name="behalfOf" label={w.behalfOf} hint={w.behalfHint} optional maxLength={200} />
            <TickField name="readsMessage" label={w.readsMessage} />
          </FieldGroup>
          <Actions>
            <Button kind="secondary">{w.addPart}</Button>
          </Actions>
        </Form>
      </Section>
      {children}
      <Section title={w.removeSession} lead={w.removeSessionLead}>
        <Form action={`${address}/hapus`} hidden={{ rev: session.rev }}>
          <Actions>
            <Button kind="danger">{w.removeSession}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

/** As the form of a session holds it. */
export const valuesOfSession = (session: DraftSession, zone: ProgrammeView['zone']): Values => ({
  ...session,
  startsAt: session.startsAt && localAt(session.startsAt, zone),
  endsAt: session.endsAt && localAt(session.endsAt, zone),
})
