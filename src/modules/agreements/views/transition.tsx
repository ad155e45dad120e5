import { addDays } from '../../../platform/values/clock.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import { type Transition, transitionPaths } from '../rules/transitions.ts'
import type { AgreementDetail, AgreementDocument } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { ObligationFields } from './obligation-fields.tsx'

/** `stored` is what somebody else has meanwhile written. */
type FormProps = { agreement: AgreementDetail; values: Values; errors?: Errors | undefined; stored?: Values | undefined }

/** The page of one step in the life of an agreement. */
export function TransitionForm({ agreement, step, values, errors = {}, stored }: FormProps & { step: Transition }) {
  const f = useWords(formWords)
  const frame = useWords(frameWords)
  const ends = step === 'termination' || step === 'completion'
  return (
    <>
      <PageHead title={f.steps[step].title} lead={[agreement.title, '. ', f.steps[step].lead]} />
      <Form
        action={`/perjanjian/${agreement.id}/${transitionPaths[step]}`}
        values={values}
        errors={errors}
        stored={stored}
        hidden={{ rev: asText(values.rev) }}
      >
        <TransitionFields step={step} agreement={agreement} />
        <Actions>
          <Button kind={ends ? 'danger' : 'primary'}>{f.steps[step].button}</Button>
          <ButtonLink href={`/perjanjian/${agreement.id}`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

function TransitionFields({ step, agreement: { signedOn, startsOn, endsOn } }: { step: Transition; agreement: AgreementDetail }) {
  const w = useWords(words)
  const f = useWords(formWords)
  const frame = useWords(frameWords)
  const { today } = useViewer()
  const note = <TextareaField name="note" label={f.steps.note} optional rows={3} maxLength={2000} />
  switch (step) {
    case 'signature':
      return (
        <>
          <DateField name="signedOn" label={w.signedOn} max={today} />
          <DateField name="startsOn" label={w.startsOn} hint={f.form.startsHint} optional />
          <DateField name="endsOn" label={w.endsOn} hint={f.form.endsHint} optional />
          <TextField name="place" label={w.place} optional size="medium" maxLength={150} />
          {note}
        </>
      )
    case 'term':
      return (
        <>
          <DateField name="endsOn" label={f.steps.newEnd} min={endsOn ? addDays(endsOn, 1) : undefined} />
          <DateField name="signedOn" label={f.steps.agreedOn} optional />
          {note}
        </>
      )
    case 'termination':
      return (
        <>
          <DateField name="on" label={f.steps.terminateOn} min={signedOn ?? undefined} max={endsOn ?? undefined} />
          <TextareaField name="reason" label={f.steps.reason} hint={f.steps.reasonHint} rows={4} minLength={10} maxLength={2000} />
        </>
      )
    case 'completion':
      return (
        <>
          <DateField name="on" label={f.steps.on} min={startsOn ?? undefined} max={today} />
          {note}
        </>
      )
    default:
      return (
        <>
          <DateField name="on" label={f.steps.on} hint={frame.todayIfEmpty} max={today} optional />
          {note}
        </>
      )
  }
}

export function ObligationForm({ agreement, obligation, values, errors = {}, stored }: FormProps & { obligation?: string | undefined }) {
  const w = useWords(words)
  const f = useWords(formWords)
  const frame = useWords(frameWords)
  const base = `/perjanjian/${agreement.id}`
  return (
    <>
      <PageHead title={obligation ? f.obligation.change : f.obligation.add} lead={agreement.title} />
      <Form
        action={`${base}/kewajiban/${obligation ? `${obligation}/ubah` : 'baru'}`}
        values={values}
        errors={errors}
        stored={stored}
        hidden={obligation ? { rev: asText(values.rev) } : {}}
      >
        <ObligationFields />
        <Actions>
          <Button>{f.obligation.save}</Button>
          {obligation ? null : (
            <Button kind="secondary" name="lanjut" value="ya">
              {f.obligation.saveMore}
            </Button>
          )}
          <ButtonLink href={`${base}#kewajiban`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
          {obligation ? (
            <ButtonLink href={`${base}/kewajiban/${obligation}/penghapusan`} kind="quiet">
              {w.show.remove}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
    </>
  )
}

export function DocumentForm({ agreement, values, errors = {}, most }: FormProps & { most: string }) {
  const f = useWords(formWords)
  const frame = useWords(frameWords)
  const base = `/perjanjian/${agreement.id}`
  return (
    <>
      <PageHead title={f.document.add} lead={agreement.title} />
      <Form action={`${base}/dokumen/baru`} values={values} errors={errors} multipart>
        <TextField name="label" label={f.document.label} hint={f.document.labelHint} maxLength={150} />
        <FileField
          name="file"
          label={f.document.file}
          kinds={f.document.kinds}
          most={most}
          accept=".pdf,.docx,.xlsx,.csv,.png,.jpg,.jpeg"
        />
        <Actions>
          <Button>{f.document.save}</Button>
          <ButtonLink href={`${base}#dokumen`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** Asks before something is taken away. */
export function RemovalForm({
  title,
  hint,
  what,
  action,
  back,
  rev,
  errors = {},
}: {
  title: string
  hint: string
  what: string
  action: string
  back: string
  rev?: number | undefined
  errors?: Errors | undefined
}) {
  const w = useWords(words)
  const frame = useWords(frameWords)
  return (
    <>
      <PageHead title={title} lead={hint} />
      <blockquote>{what}</blockquote>
      <Form action={action} errors={errors} hidden={{ rev }}>
        <Actions>
          <Button kind="danger">{w.show.remove}</Button>
          <ButtonLink href={back} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** Asks before everybody may read a file, or no longer may; whoever is to look through it first opens it here. */
export function PublicationForm({
  agreement,
  document: { id, label, file, published },
  errors = {},
}: {
  agreement: AgreementDetail
  document: AgreementDocument
  errors?: Errors | undefined
}) {
  const { document: f } = useWords(formWords)
  const frame = useWords(frameWords)
  const base = `/perjanjian/${agreement.id}`
  return (
    <>
      <PageHead title={published ? f.withdrawTitle : f.publishTitle} lead={published ? f.withdrawHint : f.publishHint} />
      <p>
        <FileLink href={`/berkas/${file.id}`} name={label} bytes={file.size} />
      </p>
      <Form action={`${base}/dokumen/${id}/penerbitan`} errors={errors} hidden={{ withdraw: published ? 'ya' : 'tidak' }}>
        <Actions>
          <Button>{published ? f.withdraw : f.publish}</Button>
          <ButtonLink href={`${base}#dokumen`} kind="quiet">
            {frame.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
