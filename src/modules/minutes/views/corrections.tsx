import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { gap } from '../../../web/ui/gap.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Correction, Corrections } from '../schema/corrections.ts'
import type { MinutesDetail } from '../schema/minutes.ts'
import { words } from '../words/words.ts'

/** `of` is the correction whose answer came back, or `new` for the form that sends one. */
type Props = Corrections & {
  minutes: MinutesDetail
  of?: string | undefined
  values?: Values | undefined
  errors?: Errors | undefined
  idempotencyKey: string
}

/** What those who took part say of approved minutes, each with its answer or the form for it. */
export function CorrectionSection({ minutes, corrections, maySend, of, values, errors, idempotencyKey }: Props) {
  const w = useWords(words)
  if (!corrections.length && !maySend) return null
  const again = (which: string) => (of === which ? { values: values ?? {}, errors: errors ?? {} } : {})
  return (
    <Section title={w.corrections} id="koreksi" count={corrections.length || undefined} lead={w.correctionsLead}>
      {corrections.map(correction => (
        <article>
          <h3>
            {correction.by ?? w.bySystem} <CorrectionState correction={correction} />
          </h3>
          <p class="hint">
            <When at={correction.at} />
            {gap}
            {aboutOf(minutes, correction) ?? w.wholeMinutes}
          </p>
          <blockquote>{correction.text}</blockquote>
          {correction.answer ? (
            <>
              <p>
                <b>{w.answeredBy({ name: correction.answeredBy ?? w.bySystem })}</b>
              </p>
              <blockquote>{correction.answer}</blockquote>
            </>
          ) : null}
          {correction.mayAnswer ? (
            <Form
              id={`jawab-${correction.id}`}
              action={`/notula/${minutes.id}/koreksi/${correction.id}`}
              hidden={{ rev: correction.rev }}
              {...again(correction.id)}
            >
              <RadioField
                name="taken"
                label={w.isTaken}
                options={[
                  { value: 'ya', label: w.taken },
                  { value: 'tidak', label: w.declined },
                ]}
              />
              <TextareaField name="answer" label={w.answer} hint={w.answerHint} insist={false} rows={2} maxLength={2000} />
              <Actions>
                <Button kind="secondary">{w.answerCorrection}</Button>
              </Actions>
            </Form>
          ) : null}
        </article>
      ))}
      {maySend ? (
        <details open={of === 'new'}>
          <summary>{w.sendCorrection}</summary>
          <Form id="koreksi-baru" action={`/notula/${minutes.id}/koreksi`} idempotencyKey={idempotencyKey} {...again('new')}>
            <SelectField
              name="passage"
              label={w.correctionAbout}
              optional
              options={minutes.passages.map((passage, at) => ({
                value: passage.id,
                label: `${at + 1}. ${passage.speaker ?? w.noSpeaker}`,
              }))}
            />
            <TextareaField name="text" label={w.correctionText} hint={w.correctionHint} rows={3} minLength={5} maxLength={3000} />
            <Actions>
              <Button kind="secondary">{w.sendCorrection}</Button>
            </Actions>
          </Form>
        </details>
      ) : null}
    </Section>
  )
}

function CorrectionState({ correction: { isTaken } }: { correction: Correction }) {
  const w = useWords(words)
  if (isTaken === null) return <Status tone="info">{w.unanswered}</Status>
  return isTaken ? <Status tone="good">{w.taken}</Status> : <Status tone="muted">{w.declined}</Status>
}

function aboutOf({ passages }: MinutesDetail, { passage }: Correction): string | null {
  const at = passages.findIndex(({ id }) => id === passage)
  return at < 0 ? null : `${at + 1}. ${passages[at]!.speaker ?? ''}`
}
