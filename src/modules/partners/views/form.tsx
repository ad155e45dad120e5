import { optionsOf } from '../../../web/list/list.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import type { Similar } from '../schema.ts'
import { words } from '../words.ts'

type Props = {
  /** The partner that is changed; without it a new one. */
  partner?: { id: string; name: string } | undefined
  values: Values
  errors?: Errors | undefined
  similar?: readonly Similar[] | undefined
  once?: string | undefined
  /** What somebody else has meanwhile stored. */
  stored?: Values | undefined
}

export function PartnerForm({ partner, values, errors = {}, similar = [], once, stored }: Props) {
  const w = useWords(words)
  const frame = useWords(frameWords)
  const action = partner ? `/mitra/${partner.id}/ubah` : '/mitra/baru'
  return (
    <>
      <PageHead title={partner ? w.form.change({ name: partner.name }) : w.add} />
      {similar.length ? (
        <Notice kind="warning" title={w.form.similarTitle}>
          <ul>
            {similar.map(({ id, name, class: kind }) => (
              <li>
                <a href={`/mitra/${id}`}>{name}</a> ({w.classes[kind]})
              </li>
            ))}
          </ul>
          <p>{w.form.similarHint}</p>
        </Notice>
      ) : null}
      <Form
        action={action}
        values={values}
        errors={errors}
        idempotencyKey={once}
        hidden={partner ? { rev: String(values.rev ?? '') } : {}}
        stored={stored}
      >
        <TextField name="name" label={w.name} hint={w.form.nameHint} maxLength={200} autofocus={!partner} />
        {similar.length && !similar.some(each => each.same) ? <TickField name="distinct" label={w.form.distinct} /> : null}
        <SelectField name="class" label={w.class} options={optionsOf(w.classes)} />
        <ComboField name="parent" label={w.parent} hint={w.parentHint} optional source="/api/v1/partners/choices" />
        <TextareaField name="address" label={w.address} optional rows={2} maxLength={500} />
        <TextField name="website" label={w.website} optional inputMode="text" size="medium" maxLength={300} />
        <Actions>
          <Button>{partner ? w.form.save : w.form.create}</Button>
          <ButtonLink href={partner ? `/mitra/${partner.id}` : '/mitra'} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
