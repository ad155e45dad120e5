import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { useWords } from '../../../web/viewer.ts'
import type { CommentPage } from '../schema.ts'
import { words } from '../words.ts'

export type Subject = { kind: string; id: string; name: string }
/** Where all that was said about a thing is read. */
export const pathOf = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string => `/komentar/pada/${kind}/${id}`

type Props = {
  subject: Subject
  audiences: CommentPage['audiences']
  idempotencyKey: string
  /** How many people can be told. */
  mentions: number
  values?: Values | undefined
  errors?: Errors | undefined
  /** How people who were chosen are called, by the field. */
  labels?: Readonly<Record<string, string>> | undefined
}

/** To write one; folded until somebody wants to. */
export function CommentForm({ subject, audiences, idempotencyKey, mentions, values, errors, labels = {} }: Props) {
  const w = useWords(words)
  const [usual] = audiences
  return (
    <details open={errors !== undefined}>
      <summary>{w.write}</summary>
      <Form
        action="/komentar"
        id="komentar-baru"
        multipart
        idempotencyKey={idempotencyKey}
        hidden={{ kind: subject.kind, subject: subject.id }}
        values={{ audience: usual, ...values }}
        errors={errors}
      >
        <TextareaField name="text" label={w.text} rows={4} maxLength={4000} hint={usual === 'both' ? w.forBoth : undefined} />
        {audiences.length > 1 ? (
          <RadioField name="audience" label={w.audience} options={audiences.map(value => ({ value, label: w.audiences[value] }))} />
        ) : null}
        {Array.from({ length: mentions }, (_, index) => (
          <ComboField
            name={`mentions.${index}`}
            label={index ? w.another : w.mention}
            hint={index ? undefined : w.mentionHint}
            optional
            source={`${pathOf(subject)}/orang`}
            valueLabel={labels[`mentions.${index}`]}
          />
        ))}
        <FileField name="files" label={w.files} hint={w.filesHint} optional multiple />
        <Actions>
          <Button>{w.send}</Button>
        </Actions>
      </Form>
    </details>
  )
}
