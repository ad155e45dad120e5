import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { MinutesDetail, Passage } from '../schema/minutes.ts'
import { words } from '../words/words.ts'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }
type FormProps = Filled & { minutes: MinutesDetail; action: string; submit: string; hidden?: Record<string, string>; back?: string }

/** Who spoke, what they said, what was concluded. */
export function PassageForm({ minutes, action, submit, hidden, back, ...form }: FormProps) {
  const w = useWords(words)
  const f = useWords(frame)
  const names = [...new Set(minutes.people.map(({ name }) => name))]
  return (
    <Form action={action} hidden={hidden} {...form}>
      {names.length ? (
        <SelectField name="part" label={w.part} hint={w.partHint} optional options={names.map(name => ({ value: name, label: name }))} />
      ) : null}
      <TextField
        name="speaker"
        label={names.length ? w.speaker : w.speakerAlone}
        hint={names.length ? w.speakerHint : undefined}
        optional
        maxLength={200}
      />
      <TextareaField name="text" label={w.text} insist={false} rows={6} maxLength={10_000} />
      <TextareaField name="conclusion" label={w.conclusion} optional rows={2} maxLength={3000} />
      <Actions>
        <Button>{submit}</Button>
        {back ? (
          <ButtonLink href={back} kind="quiet">
            {f.cancel}
          </ButtonLink>
        ) : null}
      </Actions>
    </Form>
  )
}

/** One passage to change; `conflict` says who changed it meanwhile. */
type PageProps = Filled & { minutes: MinutesDetail; passage: Passage; conflict?: string | undefined }

export function PassagePage({ minutes, passage, values, conflict, ...form }: PageProps) {
  const w = useWords(words)
  const address = `/notula/${minutes.id}/bagian/${passage.id}`
  return (
    <>
      <PageHead title={w.changePassage} lead={minutes.title} />
      {conflict ? <Notice kind="warning">{conflict}</Notice> : null}
      <PassageForm
        minutes={minutes}
        action={address}
        hidden={{ rev: asText(values.rev) }}
        values={values}
        submit={w.savePassage}
        back={`/notula/${minutes.id}#bagian-${passage.id}`}
        {...form}
      />
      <Section title={w.removePassage} lead={w.removeLead}>
        <Form action={`${address}/hapus`} hidden={{ rev: passage.rev }}>
          <Actions>
            <Button kind="danger">{w.removePassage}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

/** As its form holds it: a speaker who has a part in the session is chosen, any other is written. */
export function valuesOf({ people }: MinutesDetail, { speaker, text, conclusion, rev }: Passage): Values {
  const isPart = people.some(({ name }) => name === speaker)
  return { part: isPart ? speaker : null, speaker: isPart ? null : speaker, text, conclusion, rev }
}
