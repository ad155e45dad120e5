import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Inviter } from '../../organisation/schema.ts'
import { Inviters } from '../../organisation/views/inviters.tsx'
import { words } from '../words.ts'
import { OwnerField, type OwnerOption } from './act-form.tsx'

type Office = { id: string; name: string }
/** `inviters`: who may add the colleague that is missing; null for whoever may do it themselves. */
type Props = {
  office: Office
  owners: readonly OwnerOption[]
  inviters: Inviter[] | null
  values: Values
  errors?: Errors
  idempotencyKey: string
}

export function CreateFollowUp({ office, owners, inviters, values, errors, idempotencyKey }: Props) {
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
                {office.name} (<a href="/tindak-lanjut/baru?satker=">{w.form.change}</a>)
              </>
            ),
          },
        ]}
      />
      {owners.length === 0 ? (
        <Notice kind="warning">{w.form.noOwner}</Notice>
      ) : (
        <Form action="/tindak-lanjut" values={values} errors={errors} hidden={{ officeId: office.id }} idempotencyKey={idempotencyKey}>
          <FollowUpFields owners={owners} />
          <ComboField name="partner" label={w.partner} hint={w.form.partnerHint} optional source="/api/v1/partners/choices" />
          <Actions>
            <Button>{w.form.submit}</Button>
            <ButtonLink href="/tindak-lanjut" kind="quiet">
              {f.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      {inviters ? <Inviters inviters={inviters} /> : null}
    </>
  )
}

/** What a follow-up says of itself; also on the form that makes one from a finding. */
export function FollowUpFields({ owners }: { owners: readonly OwnerOption[] }) {
  const w = useWords(words)
  const { today } = useViewer()
  return (
    <>
      <TextField name="action" label={w.action} hint={w.form.actionHint} minLength={5} maxLength={300} />
      <TextareaField name="detail" label={w.detail} hint={w.form.detailHint} optional maxLength={5000} />
      <OwnerField label={w.owner} hint={w.form.ownerHint} owners={owners} />
      <DateField name="dueOn" label={w.due} min={today} />
      <TickField name="important" label={w.important} hint={w.form.importantHint} />
    </>
  )
}

/** Which office, where a person has many: found by name or code, with a script while typing. */
export function ChooseOffice({ title, action, found, asked }: { title: string; action: string; found: readonly Office[]; asked: string }) {
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
                <a href={`${action}?satker=${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Form method="get" action={action} values={{ satker: asked }}>
        <ComboField name="satker" label={w.chooseOffice} hint={w.officeHint} source="/satuan-kerja/pilihan" />
        <Actions>
          <Button>{w.choose}</Button>
        </Actions>
      </Form>
    </>
  )
}
