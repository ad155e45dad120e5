import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { CheckboxField, type Option, SelectField } from '../../../web/ui/choice-field.tsx'
import { DateField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { evaluationWords } from '../words.ts'

type Props = {
  /** Absent when a new one is planned. */
  id?: string | undefined
  values: Values
  errors?: Errors
  instruments: readonly Option[]
  /** Whose cycle it may be; one when there is nothing to choose. */
  offices: readonly Option[]
  /** Offices right below it, by code: to ask only some of them. */
  regions: readonly Option[]
  idempotencyKey?: string | undefined
  /** What somebody else has meanwhile stored. */
  stored?: Values | undefined
}

/** Name, questionnaire, days and scope of a cycle that nobody has been asked by yet. */
export function CycleForm({ id, values, errors = {}, stored, instruments, offices, regions, idempotencyKey }: Props) {
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  const { fields } = w
  const title = id ? w.changeCycle : w.newCycle
  const choices = (labels: Readonly<Record<string, string>>): Option[] => Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHead title={title} lead={w.newCycleLead} />
      <Form
        action={id ? `/evaluasi/${id}/ubah` : '/evaluasi'}
        values={values}
        hidden={id ? { rev: String(values.rev ?? '') } : {}}
        errors={errors}
        stored={stored}
        idempotencyKey={idempotencyKey}
      >
        <TextField name="name" label={fields.name} hint={w.hints.name} maxLength={200} minLength={3} />
        {id || offices.length < 2 ? null : <SelectField name="officeId" label={fields.office} options={offices} />}
        <SelectField name="instrumentId" label={fields.instrument} options={instruments} />
        <FieldGroup title={w.days}>
          <DateField name="periodFrom" label={fields.periodFrom} />
          <DateField name="periodTo" label={fields.periodTo} />
          <DateField name="opensOn" label={fields.opensOn} />
          <DateField name="dueOn" label={fields.dueOn} hint={w.hints.dueOn} />
          <DateField name="closesOn" label={fields.closesOn} hint={w.hints.closesOn} />
        </FieldGroup>
        <FieldGroup title={w.scopeTitle} lead={w.hints.scope}>
          <CheckboxField name="scope.kinds" label={fields.kinds} options={choices(w.kinds)} optional inline />
          <CheckboxField name="scope.partnerClasses" label={fields.classes} options={choices(w.classes)} optional inline />
          <CheckboxField name="scope.statuses" label={fields.statuses} options={choices(w.statuses)} optional inline />
          {regions.length ? (
            <details open={Boolean(values['scope.offices'] || errors['scope.offices'])}>
              <summary>{fields.offices}</summary>
              <CheckboxField name="scope.offices" label={fields.offices} options={regions} optional inline />
            </details>
          ) : null}
        </FieldGroup>
        <Actions>
          <Button>{w.save}</Button>
          <ButtonLink href={id ? `/evaluasi/${id}` : '/evaluasi'} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
