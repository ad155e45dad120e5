import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Inviter } from '../../organisation/schema.ts'
import { Inviters, WhoInvites } from '../../organisation/views/inviters.tsx'
import { words } from '../words.ts'
import { OwnerField, type OwnerOption } from './act-form.tsx'

type Office = { id: string; name: string }
/** `inviters`: who may add the colleague that is missing; null for whoever may do it themselves. */
type Props = {
  office: Office
  owners: readonly OwnerOption[]
  inviters: Inviter[] | null
  /** What it is to be about, as it is called. */
  agreement: { id: string; name: string } | null
  values: Values
  errors?: Errors
  idempotencyKey: string
}

export function CreateFollowUp({ office, owners, inviters, agreement, values, errors, idempotencyKey }: Props) {
  const w = useWords(words)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={w.form.title} lead={w.form.lead} />
      <Definitions
        items={[
          {
            term: w.office,
            value: (
              <>
                {office.name} (<a href={withQuery('/tindak-lanjut/baru?satker=', { perjanjian: agreement?.id })}>{w.form.change}</a>)
              </>
            ),
          },
        ]}
      />
      {owners.length === 0 ? (
        <>
          <Notice kind="warning">{w.form.noOwner}</Notice>
          {inviters ? <Inviters inviters={inviters} /> : null}
        </>
      ) : (
        <Form action="/tindak-lanjut" values={values} errors={errors} hidden={{ officeId: office.id }} idempotencyKey={idempotencyKey}>
          <FollowUpFields owners={owners} inviters={inviters} />
          <ComboField
            name="agreement"
            label={w.agreement}
            hint={w.form.agreementHint}
            optional
            source="/api/v1/agreements/choices"
            valueLabel={agreement?.name}
          />
          <ComboField name="partner" label={w.partner} hint={w.form.partnerHint} optional source="/api/v1/partners/choices" />
          <Actions>
            <Button>{w.form.submit}</Button>
            <ButtonLink href="/tindak-lanjut" kind="quiet">
              {f.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** What a follow-up says of itself; also on the form that makes one from a finding. */
export function FollowUpFields({ owners, inviters }: { owners: readonly OwnerOption[]; inviters?: Inviter[] | null }) {
  const w = useWords(words)
  const { today } = useViewer()
  return (
    <>
      <TextField name="action" label={w.action} hint={w.form.actionHint} lacking={w.form.lacking.action} minLength={5} maxLength={300} />
      <TextareaField name="detail" label={w.detail} hint={w.form.detailHint} optional maxLength={5000} />
      <OwnerField
        label={w.owner}
        hint={inviters?.length ? [w.form.ownerHint, ' ', <WhoInvites inviters={inviters} most={2} />] : w.form.ownerHint}
        owners={owners}
      />
      <DateField name="dueOn" label={w.due} lacking={w.form.lacking.due} min={today} />
      <TickField name="important" label={w.important} hint={w.form.importantHint} />
    </>
  )
}

/** Which office, where a person has many: found by name or code, with a script while typing. */
type ChooseProps = { title: string; action: string; found: readonly Office[]; asked: string; keep?: Record<string, string> }

export function ChooseOffice({ title, action, found, asked, keep = {} }: ChooseProps) {
  const { form: w } = useWords(words)
  return (
    <>
      <PageHead title={title} />
      {asked && found.length === 0 ? <Notice kind="warning">{w.noOffice}</Notice> : null}
      {found.length ? (
        <>
          <p>{w.several}</p>
          <ul>
            {found.map(({ id, name }) => (
              <li>
                <a href={withQuery(action, { ...keep, satker: id })}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Form method="get" action={action} values={{ satker: asked }} hidden={keep}>
        <ComboField name="satker" label={w.chooseOffice} hint={w.officeHint} source="/satuan-kerja/pilihan" />
        <Actions>
          <Button>{w.choose}</Button>
        </Actions>
      </Form>
    </>
  )
}
