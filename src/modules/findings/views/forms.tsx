import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { OwnerOption } from '../../followups/views/act-form.tsx'
import { FollowUpFields } from '../../followups/views/create-form.tsx'
import { categories, type FindingDetail, kinds } from '../schema.ts'
import { words } from '../words.ts'
import { FindingText } from './show.tsx'

type Filled = { values: Values; errors: Errors; idempotencyKey: string }

export function CreateFinding({ office, ...form }: Filled & { office: { id: string; name: string } }) {
  const w = useWords(words)
  const officeName = (
    <>
      {office.name} (<a href="/temuan/baru?satker=">{w.changeOffice}</a>)
    </>
  )
  return (
    <>
      <PageHead title={w.add} />
      <Definitions items={[{ term: w.office, value: officeName }]} />
      <Form action="/temuan" hidden={{ officeId: office.id }} {...form}>
        <SelectField name="kind" label={w.kind} options={kinds.map(value => ({ value, label: w.kinds[value] }))} />
        <SelectField
          name="category"
          label={w.category}
          optional
          options={categories.map(value => ({ value, label: w.categories[value] }))}
        />
        <TextareaField name="text" label={w.text} hint={w.textHint} rows={6} minLength={5} maxLength={10_000} />
        <ComboField name="agreement" label={w.agreement} hint={w.agreementHint} optional source="/api/v1/agreements/choices" />
        <ComboField name="partner" label={w.partner} hint={w.partnerHint} optional source="/api/v1/partners/choices" />
        <Buttons back="/temuan">{w.submit}</Buttons>
      </Form>
    </>
  )
}

/** A finding becomes a follow-up: its words stand above, what to do about it is for a person to say. */
export function PlanFollowUp({ finding, owners, ...form }: Filled & { finding: FindingDetail; owners: readonly OwnerOption[] }) {
  const w = useWords(words)
  const address = `/temuan/${finding.id}`
  return (
    <>
      <PageHead title={w.plan} lead={w.planLead} />
      <FindingText finding={finding} short />
      <Form action={`${address}/tindak-lanjut`} {...form}>
        <FollowUpFields owners={owners} />
        {finding.partner ? <TickField name="shared" label={w.shared} hint={w.sharedHint} /> : null}
        <Buttons back={address}>{w.plan}</Buttons>
      </Form>
    </>
  )
}

export function DismissFinding({ finding, values, errors }: { finding: FindingDetail; values: Values; errors: Errors }) {
  const w = useWords(words)
  const address = `/temuan/${finding.id}`
  return (
    <>
      <PageHead title={w.dismiss} lead={w.dismissLead} />
      <FindingText finding={finding} short />
      <Form action={`${address}/pengesampingan`} values={values} errors={errors}>
        <TextareaField name="reason" label={w.reason} minLength={5} maxLength={2000} />
        <Buttons back={address}>{w.dismiss}</Buttons>
      </Form>
    </>
  )
}

function Buttons({ back, children }: { back: string; children: string }) {
  const f = useWords(frame)
  return (
    <Actions>
      <Button>{children}</Button>
      <ButtonLink href={back} kind="quiet">
        {f.cancel}
      </ButtonLink>
    </Actions>
  )
}
