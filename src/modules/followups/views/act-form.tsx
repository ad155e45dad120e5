import type { ComponentChildren } from 'preact'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { Conditional, ConditionalField } from '../../../web/ui/conditional.tsx'
import { DateField, TextareaField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Thing } from '../../things/schema.ts'
import type { Act, FollowUpDetail } from '../schema.ts'
import { words } from '../words.ts'
import { actPaths, Facts, Latest } from './show.tsx'

export type OwnerOption = { id: string; name: string; office: string }
/** `stored` is what somebody else has meanwhile written. */
type Props = {
  followUp: FollowUpDetail
  act: Act
  owners?: readonly OwnerOption[]
  values?: Values
  errors?: Errors
  stored?: Values | undefined
  /** What it belongs to, as far as one reads it. */
  things: readonly Thing[]
}

/** One thing to do with a follow-up, on a page of its own. */
export function ActPage({ followUp, things, act, owners = [], values = {}, errors = {}, stored }: Props) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = `/tindak-lanjut/${followUp.id}`
  return (
    <>
      <PageHead title={w.acts[act]} lead={followUp.action} />
      <Facts followUp={followUp} things={things} />
      {act === 'verify' ? <Latest followUp={followUp} kind="reported" /> : null}
      {act === 'report' ? <Latest followUp={followUp} kind="returned" /> : null}
      <Form
        action={`${address}/${actPaths[act]}`}
        values={values}
        errors={errors}
        multipart={act === 'report'}
        stored={stored}
        hidden={{ rev: asText(values.rev) }}
      >
        <Fields act={act} followUp={followUp} owners={owners} />
        {act === 'verify' && isBare(followUp) ? <Notice kind="warning">{w.fields.withoutEvidence}</Notice> : null}
        <Actions>
          <Button kind={act === 'cancel' ? 'danger' : 'primary'}>{act === 'verify' ? w.fields.verdictSend : w.acts[act]}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** Whether what was last reported came with no evidence. */
const isBare = ({ events }: FollowUpDetail): boolean => events.findLast(({ kind }) => kind === 'reported')?.evidence.length === 0

function Fields({ act, followUp, owners }: { act: Act; followUp: FollowUpDetail; owners: readonly OwnerOption[] }) {
  const { fields: w } = useWords(words)
  const { today } = useViewer()
  if (act === 'report') return <ReportFields important={followUp.important} />
  if (act === 'verify')
    return (
      <Conditional>
        <ConditionalField name="adequate" type="single">
          <RadioField
            name="adequate"
            label={w.adequate}
            options={[
              { value: 'ya', label: w.yes },
              { value: 'tidak', label: w.no },
            ]}
          />
        </ConditionalField>
        <ConditionalField name="note" showIf={{ q: 'adequate', op: 'eq', v: 'tidak' }}>
          <TextareaField name="note" label={w.verdictNote} hint={w.verdictHint} insist={false} maxLength={2000} />
        </ConditionalField>
      </Conditional>
    )
  return (
    <>
      {act === 'reassign' ? <OwnerField label={w.newOwner} owners={owners.filter(({ id }) => id !== followUp.owner.id)} /> : null}
      {act === 'reschedule' || act === 'reopen' ? <DateField name="dueOn" label={w.newDue} min={today} /> : null}
      <TextareaField name="reason" label={w.reason} minLength={5} maxLength={2000} />
    </>
  )
}

function ReportFields({ important }: { important: boolean }) {
  const { fields: w } = useWords(words)
  return (
    <>
      <TextareaField name="note" label={w.note} hint={w.noteHint} rows={6} minLength={5} maxLength={5000} />
      <FileField
        name="evidence"
        label={w.evidence}
        hint={important ? `${w.evidenceImportant} ${w.evidenceHint}` : w.evidenceHint}
        optional={!important}
        multiple
        accept=".pdf,.docx,.xlsx,.csv,.png,.jpg,.jpeg,.zip"
      />
    </>
  )
}

type OwnerProps = { label: string; hint?: ComponentChildren; owners: readonly OwnerOption[] }

export function OwnerField({ label, hint, owners }: OwnerProps) {
  const { form: w } = useWords(words)
  return (
    <SelectField
      name="ownerId"
      label={label}
      hint={hint}
      lacking={w.lacking.owner}
      options={owners.map(({ id, name, office }) => ({ value: id, label: name, group: office }))}
    />
  )
}
