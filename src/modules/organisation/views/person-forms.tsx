import type { Role } from '../../../platform/authority/roles.ts'
import { languageOptions } from '../../../platform/i18n/languages.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Conditional, ConditionalField } from '../../../web/ui/conditional.tsx'
import { DateField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import { Acting, type Position, units } from '../schema.ts'
import { words } from '../words.ts'
import { roleOptions } from './grants.tsx'
import { positionOptions } from './positions.tsx'

type Props = { values: Values; errors?: Errors; action: string }

export function RegisterForm({
  values,
  errors = {},
  action,
  positions,
  roles,
  officeName,
}: Props & { positions: Position[]; roles: readonly Role[]; officeName?: string | undefined }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.register} lead={w.registerLead} />
      <Form action={action} values={values} errors={errors}>
        <AboutFields needsEmail />
        <FieldGroup title={w.placing} lead={w.placingHint}>
          <ComboField name="office" label={w.office} hint={w.officeHint} source="/satuan-kerja/pilihan" valueLabel={officeName} />
          <Conditional>
            <ConditionalField name="positionId" type="single">
              <SelectField
                name="positionId"
                label={w.position}
                options={[{ value: '', label: w.noPosition }, ...positionOptions(positions, w)]}
                insist={false}
              />
            </ConditionalField>
            <ConditionalField name="acting" showIf={{ q: 'positionId', op: 'answered' }}>
              <ActingField hint={w.actingHint} />
            </ConditionalField>
          </Conditional>
          <UnitField />
          <SelectField
            name="role"
            label={w.role}
            options={[{ value: '', label: w.noRole }, ...roleOptions(roles, locale)]}
            insist={false}
          />
          <TickField name="descendants" label={w.roleDescendants} />
          <TermFields />
        </FieldGroup>
        <TickField name="invite" label={w.inviteNow} />
        <Buttons label={w.register} back={action} />
      </Form>
    </>
  )
}

export function PersonForm({ values, errors = {}, action, stored, hasEmail }: Props & { stored?: Values | undefined; hasEmail: boolean }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.changePerson} />
      <Form
        action={action}
        values={values}
        errors={errors}
        hidden={{ rev: asText(values.rev) || undefined, withoutEmail: hasEmail ? undefined : 'ya' }}
        stored={stored}
      >
        <AboutFields needsEmail={hasEmail} />
        <Buttons label={w.save} back={above(action)} />
      </Form>
    </>
  )
}

export function AppointForm({
  values,
  errors = {},
  action,
  positions,
  officeName,
  name,
}: Props & { positions: Position[]; officeName?: string | undefined; name: string }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.appoint} lead={name} />
      <Form action={action} values={values} errors={errors}>
        <ComboField name="office" label={w.office} hint={w.officeHint} source="/satuan-kerja/pilihan" valueLabel={officeName} />
        <SelectField name="positionId" label={w.position} options={positionOptions(positions, w)} />
        <UnitField />
        <ActingField />
        <TermFields />
        <Buttons label={w.appoint} back={above(action)} />
      </Form>
    </>
  )
}

/** The page of the person, above their form. */
const above = (action: string): string => action.slice(0, action.lastIndexOf('/'))

function Buttons({ label, back }: { label: string; back: string }) {
  const frame = useWords(frameWords)
  return (
    <Actions>
      <Button>{label}</Button>
      <ButtonLink href={back} kind="quiet">
        {frame.cancel}
      </ButtonLink>
    </Actions>
  )
}

/** Who is registered by hand is to be invited; officials who came by import may have no address yet. */
function AboutFields({ needsEmail }: { needsEmail: boolean }) {
  const w = useWords(words)
  return (
    <>
      <TextField name="name" label={w.fullName} maxLength={200} autocomplete="off" />
      <TextField name="email" label={w.email} hint={w.emailHint} type="email" maxLength={254} optional={!needsEmail} />
      <TextField name="phones" label={w.phone} hint={w.phonesHint} maxLength={300} optional />
      <TextField name="nip" label={w.nip} hint={w.nipHint} maxLength={30} size="medium" optional />
      <RadioField name="locale" label={w.language} inline options={languageOptions(w.languages)} />
    </>
  )
}

function UnitField() {
  const w = useWords(words)
  return <SelectField name="unit" label={w.unit} optional options={units.map(value => ({ value, label: w.units[value] }))} />
}

function ActingField({ hint }: { hint?: string }) {
  const w = useWords(words)
  return (
    <SelectField
      name="acting"
      label={w.acting}
      hint={hint}
      insist={false}
      options={[{ value: '', label: w.definitive }, ...Acting.options.map(value => ({ value, label: w.actings[value] }))]}
    />
  )
}

function TermFields() {
  const w = useWords(words)
  return (
    <>
      <DateField name="fromOn" label={w.fromOn} />
      <DateField name="toOn" label={w.toOn} hint={w.toOnHint} optional />
    </>
  )
}
