import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { attendanceModes } from '../schema/attendance.ts'
import { words } from '../words/words.ts'

/** The code of the minute, as large as a room needs it. */
export function CodePage({ title, code }: { title: string; code: string }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.code} status={title} lead={w.codeLead} />
      <p class="attendance-code" role="status">
        <code>{code}</code>
      </p>
      <p class="hint">{w.codeHint}</p>
    </>
  )
}

/** Whoever is invited types the code of the minute. */
export function CheckInForm({
  meeting,
  action = `/rapat/${meeting.id}/hadir`,
  back = `/rapat/${meeting.id}`,
  mode,
  values,
  errors,
}: {
  meeting: { id: string; name: string }
  action?: string
  back?: string
  mode: string
  values: Values
  errors: Errors
}) {
  const w = useWords(words)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={w.checkIn} status={meeting.name} lead={w.checkInLead} />
      <Form action={action} values={values} errors={errors} hidden={mode === 'hybrid' ? {} : { mode }}>
        <TextField name="code" label={w.codeField} maxLength={20} />
        {mode === 'hybrid' ? (
          <RadioField name="mode" label={w.mode} inline options={attendanceModes.map(value => ({ value, label: w.modes[value] }))} />
        ) : null}
        <Actions>
          <Button>{w.checkIn}</Button>
          <ButtonLink href={back} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
