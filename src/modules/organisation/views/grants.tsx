import { type Role, roles } from '../../../platform/authority/roles.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { DateField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Grant, GrantState, Position } from '../schema.ts'
import { words } from '../words.ts'
import { positionOptions } from './positions.tsx'

/** Roles with whom or where they are, how long, by whom; `named` shows who has them, else where they hold. */
export function GrantTable({ caption, grants, named = false, back }: { caption: string; grants: Grant[]; named?: boolean; back: string }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Table
      caption={caption}
      quiet
      rows={grants}
      columns={[
        { key: 'role', label: w.role, kind: 'main', value: grant => roles[grant.role].name[locale] },
        named
          ? { key: 'who', label: w.who, value: (grant: Grant) => <Holder grant={grant} /> }
          : { key: 'where', label: w.where, value: (grant: Grant) => <Place grant={grant} /> },
        { key: 'from', label: w.fromOn, kind: 'date', value: grant => <When on={grant.fromOn} short /> },
        { key: 'to', label: w.toOn, kind: 'date', value: grant => (grant.toOn ? <When on={grant.toOn} short /> : w.untilRevoked) },
        {
          key: 'why',
          label: w.why,
          value: grant =>
            grant.delegatedBy
              ? w.byDelegation({ name: grant.delegatedBy.name })
              : grant.grantedBy
                ? w.byGrant({ name: grant.grantedBy.name })
                : w.bySetup,
        },
        { key: 'state', label: w.state, kind: 'status', value: grant => <GrantStateBadge state={grant.state} /> },
        { key: 'actions', label: '', kind: 'actions', value: grant => (grant.revocable ? <Revoke id={grant.id} back={back} /> : null) },
      ]}
    />
  )
}

function Holder({ grant: { person, position, descendants } }: { grant: Grant }) {
  const w = useWords(words)
  return (
    <span>
      {person ? <a href={`/orang/${person.id}`}>{person.name}</a> : w.byPosition({ position: position?.name ?? '' })}
      {descendants ? <small> ({w.descendants.toLowerCase()})</small> : null}
    </span>
  )
}

function Place({ grant: { office, partner, descendants } }: { grant: Grant }) {
  const w = useWords(words)
  if (!office) return <>{partner?.name}</>
  return (
    <span>
      <a href={`/satuan-kerja/${office.id}`}>{office.name}</a>
      {descendants ? <small> ({w.descendants.toLowerCase()})</small> : null}
    </span>
  )
}

const Revoke = ({ id, back }: { id: string; back: string }) => {
  const w = useWords(words)
  return (
    <Form action={`/peran/${id}/pencabutan`} hidden={{ kembali: back }}>
      <Button kind="quiet">{w.revoke}</Button>
    </Form>
  )
}

export function GrantStateBadge({ state }: { state: GrantState }) {
  const w = useWords(words)
  const tones: Record<GrantState, Tone> = { coming: 'info', current: 'good', ended: 'muted', revoked: 'muted' }
  return <Status tone={tones[state]}>{w.grantStates[state]}</Status>
}

export const roleOptions = (given: readonly Role[], locale: Locale) => given.map(value => ({ value, label: roles[value].name[locale] }))

type GrantFormProps = {
  values: Values
  errors?: Errors
  positions: Position[]
  roles: readonly Role[]
  personName?: string | undefined
  officeName?: string | undefined
}

export function GrantForm({ values, errors = {}, positions, roles: given, personName, officeName }: GrantFormProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.give} lead={w.giveLead} />
      <Form action="/peran" values={values} errors={errors}>
        <FieldGroup title={w.who} lead={w.whoHint}>
          <ComboField name="person" label={w.person} hint={w.personHint} source="/orang/pilihan" valueLabel={personName} insist={false} />
          <SelectField
            name="positionId"
            label={w.orPosition}
            hint={w.orPositionHint}
            options={[{ value: '', label: w.noPosition }, ...positionOptions(positions, w)]}
            insist={false}
          />
        </FieldGroup>
        <SelectField name="role" label={w.role} options={roleOptions(given, locale)} />
        <ComboField name="office" label={w.office} hint={w.officeHint} source="/satuan-kerja/pilihan" valueLabel={officeName} />
        <TickField name="descendants" label={w.descendants} />
        <DateField name="fromOn" label={w.fromOn} />
        <DateField name="toOn" label={w.toOn} hint={w.toOnHint} optional />
        <Button>{w.give}</Button>
      </Form>
    </>
  )
}

export function DelegationForm({
  values,
  errors = {},
  action,
  colleagues,
}: {
  values: Values
  errors?: Errors
  action: string
  colleagues: { id: string; name: string }[]
}) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.delegateTitle} lead={w.delegateLead} />
      {colleagues.length ? (
        <Form action={action} values={values} errors={errors}>
          <SelectField name="personId" label={w.colleague} options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
          <DateField name="fromOn" label={w.fromOn} />
          <DateField name="toOn" label={w.toOn} />
          <Button>{w.delegate}</Button>
        </Form>
      ) : (
        <p>{w.noColleagues}</p>
      )}
    </>
  )
}
