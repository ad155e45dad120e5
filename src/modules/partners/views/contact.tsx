import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { DateField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import type { Contact } from '../schema.ts'
import { words } from '../words.ts'

type Props = {
  partner: { id: string; name: string }
  contact?: Contact | undefined
  /** Whether the office is asked for: not of those who serve in one office. */
  asksOffice?: boolean
  values: Values
  errors?: Errors | undefined
  once?: string | undefined
  /** What somebody else has meanwhile stored. */
  stored?: Values | undefined
}

export function ContactForm({ partner, contact, asksOffice, values, errors = {}, once, stored }: Props) {
  const w = useWords(words)
  const frame = useWords(frameWords)
  const action = `/mitra/${partner.id}/narahubung/${contact ? `${contact.id}/ubah` : 'baru'}`
  return (
    <>
      <PageHead title={contact ? w.contacts.changeOf({ name: contact.name }) : w.contacts.add} lead={partner.name} />
      <Form
        action={action}
        values={values}
        errors={errors}
        idempotencyKey={once}
        hidden={{ rev: asText(values.rev) || undefined }}
        stored={stored}
      >
        <TextField name="name" label={w.contacts.name} maxLength={150} autofocus={!contact} />
        <TextField name="position" label={w.contacts.position} optional maxLength={150} />
        <TextField name="email" type="email" label={w.contacts.email} hint={w.contacts.emailHint} optional size="medium" maxLength={254} />
        <TextField name="phone" type="tel" label={w.contacts.phone} optional size="medium" maxLength={60} />
        {asksOffice ? (
          <TextField name="office" label={w.contacts.office} hint={w.contacts.officeHint} size="short" optional maxLength={40} />
        ) : null}
        <Actions>
          <Button>{w.contacts.save}</Button>
          <ButtonLink href={`/mitra/${partner.id}`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
          {contact ? (
            <ButtonLink href={`/mitra/${partner.id}/narahubung/${contact.id}/pengakhiran`} kind="quiet">
              {w.contacts.end}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
    </>
  )
}

type EndProps = { partner: { id: string; name: string }; contact: Contact; values: Values; errors?: Errors }

/** Asks before somebody stops being a contact. */
export function EndContactForm({ partner, contact, values, errors = {} }: EndProps) {
  const w = useWords(words)
  const frame = useWords(frameWords)
  const { today } = useViewer()
  return (
    <>
      <PageHead title={w.contacts.endTitle({ name: contact.name })} lead={w.contacts.endHint} />
      <Form action={`/mitra/${partner.id}/narahubung/${contact.id}/pengakhiran`} values={{ on: today, ...values }} errors={errors}>
        <DateField name="on" label={w.contacts.endOn} hint={frame.todayIfEmpty} min={contact.fromOn} max={today} optional />
        <Actions>
          <Button kind="danger">{w.contacts.end}</Button>
          <ButtonLink href={`/mitra/${partner.id}`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
