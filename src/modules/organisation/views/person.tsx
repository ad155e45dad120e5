import type { ComponentChildren } from 'preact'
import { roles } from '../../../platform/authority/roles.ts'
import { languageName } from '../../../platform/i18n/languages.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Email } from '../../../web/ui/email.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { DateField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { ShortText } from '../../../web/ui/short-text.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Appointment, Person, Readout } from '../schema.ts'
import { words } from '../words.ts'
import { GrantStateBadge, GrantTable } from './grants.tsx'
import { PersonState } from './persons.tsx'

type Props = {
  person: Person
  may: { write: boolean; give: boolean; self: boolean }
  /** Where somebody asks for a new link to a password. */
  asksAt: string
  /** What other modules know of somebody. */
  sections: ComponentChildren
  history?: ComponentChildren
  ending?: Ending | undefined
}
/** The form of an appointment's last day as it was sent, with what is wrong. */
export type Ending = { id: string; values: Values; errors: Errors }

export function PersonView({ person, may, asksAt, sections, history, ending }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={person.name} status={<PersonState state={person.state} explained />} lead={may.self ? w.yours : undefined}>
        <PersonActions person={person} may={may} />
      </PageHead>
      <Section title={w.may}>
        <May readouts={person.may} self={may.self} />
      </Section>
      <Section title={w.contact}>
        <Definitions
          items={[
            { term: w.email, value: person.email ? <Email>{person.email}</Email> : w.noAddress },
            { term: w.phone, value: person.phones.length ? <Phones phones={person.phones} /> : null },
            { term: w.nip, value: person.nip },
            { term: w.language, value: languageName(person.locale, w.languages) },
            { term: w.states.invited, value: person.invitedAt ? <When at={person.invitedAt} /> : null },
            { term: w.states.left, value: person.leftAt ? <When at={person.leftAt} /> : null },
          ]}
        />
        {person.changeable && person.state === 'invited' && person.email ? (
          <ShortText text={w.invitation({ name: person.name, email: person.email, address: asksAt })} phones={person.phones} />
        ) : null}
      </Section>
      <Section title={w.appointments}>
        <Appointments person={person} mayWrite={may.write} ending={ending} />
      </Section>
      <Section title={w.grants}>
        {person.grants.length ? <GrantTable caption={w.grants} grants={person.grants} back={`/orang/${person.id}`} /> : <p>{w.noGrants}</p>}
      </Section>
      {sections}
      {history}
    </>
  )
}

const Phones = ({ phones }: { phones: readonly string[] }) => (
  <>
    {phones.map(phone => (
      <div key={phone}>
        <PhoneLink phone={phone} />
      </div>
    ))}
  </>
)

function PersonActions({ person, may }: Pick<Props, 'person' | 'may'>) {
  const w = useWords(words)
  const at = `/orang/${person.id}`
  if (person.leftAt)
    return person.changeable ? (
      <Form action={`${at}/kembali`}>
        <Button kind="secondary">{w.takeBack}</Button>
      </Form>
    ) : null
  return (
    <>
      {person.changeable && person.email && !may.self ? (
        <Form action={`${at}/undangan`}>
          <Button kind={person.state === 'new' ? 'primary' : 'secondary'}>{person.state === 'new' ? w.invite : w.inviteAgain}</Button>
        </Form>
      ) : null}
      {may.write ? <ButtonLink href={`${at}/jabatan`}>{w.appoint}</ButtonLink> : null}
      {may.give ? <ButtonLink href={`/peran/baru?orang=${person.id}`}>{w.give}</ButtonLink> : null}
      {person.changeable ? <ButtonLink href={`${at}/ubah`}>{w.changePerson}</ButtonLink> : null}
      {person.secondFactor && !may.self ? (
        <Dialog trigger={w.resetFactor} href={`${at}/dua-langkah`} kind="quiet" id="dua-langkah" title={w.resetFactorTitle}>
          <ResetFactorForm person={person} />
        </Dialog>
      ) : null}
      {person.changeable && !may.self ? (
        <Dialog trigger={w.leave} href={`${at}/berhenti`} kind="quiet" id="berhenti" title={w.leaveTitle}>
          <LeaveForm person={person} />
        </Dialog>
      ) : null}
    </>
  )
}

export function LeaveForm({ person }: { person: { id: string } }) {
  const w = useWords(words)
  return (
    <Form action={`/orang/${person.id}/berhenti`} id="form-berhenti">
      <p>{w.leaveText}</p>
      <Button kind="danger">{w.leave}</Button>
    </Form>
  )
}

export function ResetFactorForm({ person }: { person: { id: string } }) {
  const w = useWords(words)
  const f = useWords(frame)
  return (
    <Form action={`/orang/${person.id}/dua-langkah`} id="form-dua-langkah">
      <p>{w.resetFactorText}</p>
      <Actions>
        <Button kind="danger">{w.resetFactor}</Button>
        <ButtonLink href={`/orang/${person.id}`} kind="quiet">
          {f.cancel}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

/** What may this person do, where, until when, and why. */
function May({ readouts, self }: { readouts: Readout[]; self: boolean }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Table
      caption={w.may}
      quiet
      rows={readouts}
      columns={[
        { key: 'role', label: w.role, kind: 'main', value: ({ role }) => roles[role].name[locale] },
        { key: 'where', label: w.where, value: ({ place, descendants }) => (descendants ? w.atAndBelow({ place }) : place) },
        { key: 'until', label: w.until, kind: 'date', value: ({ toOn }) => (toOn ? <When on={toOn} short /> : w.untilRevoked) },
        {
          key: 'why',
          label: w.why,
          value: ({ position, delegatedBy, grantedBy }) =>
            position
              ? w.byPosition({ position })
              : delegatedBy
                ? w.byDelegation({ name: delegatedBy })
                : grantedBy
                  ? w.byGrant({ name: grantedBy })
                  : w.bySetup,
        },
        ...(self
          ? [
              {
                key: 'actions',
                label: '',
                kind: 'actions' as const,
                value: ({ grantId, delegatedBy, role }: Readout) =>
                  delegatedBy || role === 'partner_contact' ? null : <a href={`/delegasi/${grantId}`}>{w.delegate}</a>,
              },
            ]
          : []),
      ]}
      empty={<EmptyState title={w.mayNothing}>{w.mayNothingHint}</EmptyState>}
    />
  )
}

function Appointments({ person, mayWrite, ending }: { person: Person; mayWrite: boolean; ending: Ending | undefined }) {
  const w = useWords(words)
  const { appointments } = person
  if (!appointments.length) return <p>{w.noAppointments}</p>
  return (
    <Table
      caption={w.appointments}
      quiet
      rows={appointments}
      columns={[
        {
          key: 'position',
          label: w.position,
          kind: 'main',
          value: ({ position, unit, acting }) => (
            <>
              {acting ? <Badge>{w.actingShort[acting]}</Badge> : null} {position.name}
              {unit ? (
                <>
                  <br />
                  <small>{w.units[unit]}</small>
                </>
              ) : null}
            </>
          ),
        },
        { key: 'office', label: w.office, value: ({ office }) => <a href={`/satuan-kerja/${office.id}`}>{office.name}</a> },
        { key: 'from', label: w.fromOn, kind: 'date', value: ({ fromOn }) => <When on={fromOn} short /> },
        { key: 'to', label: w.toOn, kind: 'date', value: ({ toOn }) => (toOn ? <When on={toOn} short /> : '–') },
        { key: 'state', label: w.state, kind: 'status', value: ({ state }) => <GrantStateBadge state={state} /> },
        ...(mayWrite
          ? [
              {
                key: 'actions',
                label: '',
                kind: 'actions' as const,
                value: (row: Appointment) =>
                  row.state === 'ended' ? null : (
                    <EndForm appointment={row} person={person.id} ending={ending?.id === row.id ? ending : undefined} />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

type EndProps = { appointment: Appointment; person: string; ending: Ending | undefined }

function EndForm({ appointment: { id, toOn }, person, ending }: EndProps) {
  const w = useWords(words)
  const { today } = useViewer()
  return (
    <details open={Boolean(ending)}>
      <summary>{w.end}</summary>
      <Form
        action={`/jabatan/pengangkatan/${id}/akhir`}
        id={`akhir-${id}`}
        values={ending?.values ?? { on: toOn ?? today }}
        errors={ending?.errors}
        hidden={{ person }}
      >
        <DateField name="on" label={w.lastDay} />
        <Button kind="secondary">{w.end}</Button>
      </Form>
    </details>
  )
}
