import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Conditional, ConditionalField } from '../../../web/ui/conditional.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import { agreementKinds, opennesses, stages } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { ObligationRows } from './obligation-fields.tsx'
import { PartyRows, Signatories } from './party-fields.tsx'
import { labelsOf } from './row.tsx'
import { type Same, SameAgreements } from './same.tsx'

type Props = {
  /** The agreement that is changed; without it a new one. */
  agreement?: { id: string; title: string; signed: boolean } | undefined
  /** By dotted names, `parties.0.number`. */
  values: Values
  /** Which side each party's row is of, in order. */
  parties: readonly ('kpu' | 'partner')[]
  obligations: number
  parentLabel?: string | undefined
  errors?: Errors | undefined
  /** Agreements that are recorded already and seem to be this one. */
  same?: Same | undefined
  /** What somebody else has meanwhile stored. */
  stored?: Values | undefined
  once?: string | undefined
}

export function AgreementForm({ agreement, values, parties, obligations, parentLabel, errors = {}, same, stored, once }: Props) {
  const w = useWords(words)
  const f = useWords(formWords)
  const { locale } = useViewer()
  const frame = useWords(frameWords)
  const signing = ['signatory', 'signatoryPosition', 'authority']
  const rest = ['scope', 'place', ...parties.flatMap((_, at) => signing.map(field => `parties.${at}.${field}`))]
  const isFilled = (name: string) => Boolean(values[name]) || Object.keys(errors).some(wrong => `${wrong}.`.startsWith(`${name}.`))
  const back = agreement ? `/perjanjian/${agreement.id}` : '/perjanjian'
  return (
    <>
      <PageHead title={agreement ? f.form.changeTitle : w.add} lead={agreement?.title} />
      <Form
        action={agreement ? `${back}/ubah` : '/perjanjian/baru'}
        values={values}
        errors={errors}
        labels={labelsOf(locale, parties, obligations)}
        idempotencyKey={once}
        stored={stored}
        hidden={agreement ? { rev: String(values.rev ?? '') } : {}}
      >
        <button class="unseen" tabindex={-1} aria-hidden="true">
          {agreement ? f.form.save : f.form.create}
        </button>
        {same ? <SameAgreements same={same} /> : null}
        <FieldGroup title={f.form.text}>
          <RadioField name="kind" label={w.kind} options={agreementKinds.map(value => ({ value, label: w.kinds[value] }))} inline />
          <TextField name="title" label={w.title} hint={f.form.titleHint} maxLength={500} />
          <ComboField
            name="parent"
            label={w.parent}
            hint={parentLabel ? [f.form.parentHint, ' ', f.form.parentNow({ label: parentLabel })] : f.form.parentHint}
            optional
            source="/api/v1/agreements/choices"
            valueLabel={parentLabel}
          />
        </FieldGroup>
        <PartyRows parties={parties} error={errors.parties} />
        <Term agreement={agreement} />
        <FieldGroup title={f.form.openness}>
          <Conditional>
            <ConditionalField name="openness" type="single">
              <RadioField
                name="openness"
                label={w.openness}
                options={opennesses.map(value => ({ value, label: w.opennesses[value], hint: f.form.opennessHints[value] }))}
              />
            </ConditionalField>
            <ConditionalField name="exclusionReason" showIf={{ q: 'openness', op: 'eq', v: 'excluded' }}>
              <TextField name="exclusionReason" label={w.exclusionReason} hint={f.form.exclusionHint} insist={false} maxLength={300} />
            </ConditionalField>
          </Conditional>
        </FieldGroup>
        {agreement ? null : <ObligationRows count={obligations} />}
        <details class="rest" open={Boolean(stored) || rest.some(isFilled)}>
          <summary>{f.form.rest}</summary>
          <div class="form">
            <p class="hint">{f.form.restLead}</p>
            <TextareaField name="scope" label={w.scope} hint={f.form.scopeHint} optional rows={4} />
            <TextField name="place" label={w.place} optional size="medium" maxLength={150} />
            <Signatories parties={parties} />
          </div>
        </details>
        <Actions>
          <Button>{agreement ? f.form.save : f.form.create}</Button>
          <ButtonLink href={back} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

function Term({ agreement }: Pick<Props, 'agreement'>) {
  const w = useWords(words)
  const f = useWords(formWords)
  return (
    <FieldGroup title={f.form.term}>
      {agreement ? null : (
        <SelectField name="stage" label={f.form.stage} options={stages.map(value => ({ value, label: f.form.stages[value] }))} />
      )}
      <DateField
        name="signedOn"
        label={w.signedOn}
        hint={agreement?.signed ? undefined : f.form.signedHint}
        insist={Boolean(agreement?.signed)}
      />
      <DateField name="startsOn" label={w.startsOn} hint={f.form.startsHint} optional />
      <DateField name="endsOn" label={w.endsOn} hint={f.form.endsHint} optional />
    </FieldGroup>
  )
}
