import { useScript } from '../../../web/needs.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { kinds, most, type OwnVoices } from '../schema/voices.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { VoiceState } from './state.tsx'

/** `key` is new each time the form is made, so that what is sent twice is taken once. */
type Props = {
  own: OwnVoices
  action: string
  session: string | null
  values: Values
  errors: Errors
  voiceKey: string
  person?: string | null
}

/** The form for one voice, and below it what was sent before with its answers. */
export function SendVoice({ own, action, session, values, errors, voiceKey, person }: Props) {
  useScript('voice-form')
  const w = useWords(words)
  const { locale } = useViewer()
  const open = own.sessions.filter(({ problem }) => problem === null)
  const chosen = open.find(({ id }) => id === session) ?? open[0]
  const [first] = own.sessions
  return (
    <>
      <PageHead title={w.sendTitle} status={own.meeting.title} lead={chosen ? w.sendLead : undefined} />
      {chosen ? (
        <voice-form data-keep="" data-person={person ?? ''} data-words={JSON.stringify({ waits: w.waits })}>
          <p role="status" />
          <Form action={action} values={{ session: chosen.id, ...values }} errors={errors} hidden={{ id: voiceKey }}>
            {open.length > 1 ? (
              <SelectField name="session" label={w.session} options={open.map(({ id, title }) => ({ value: id, label: title }))} />
            ) : (
              <input type="hidden" name="session" value={chosen.id} />
            )}
            <RadioField name="kind" label={w.chooseKind} options={kinds.map(value => ({ value, label: w.kinds[value] }))} />
            <TextareaField name="text" label={w.text} hint={w.textHint} rows={3} minLength={3} maxLength={most.letters} />
            <TextField name="about" label={w.about} hint={w.aboutHint} optional maxLength={200} />
            <p class="hint">{w.left({ count: chosen.left })}</p>
            <Actions>
              <Button>{w.send}</Button>
            </Actions>
          </Form>
        </voice-form>
      ) : (
        <EmptyState title={w.noSession}>{first?.problem ? refusals.notNow[first.problem][locale] : null}</EmptyState>
      )}
      <Section title={w.mine} id="milik-saya" count={own.voices.length || undefined}>
        {own.voices.length ? (
          <Timeline
            label={w.mine}
            items={own.voices.map(({ sentAt, kind, text, session, state, reply }) => ({
              at: sentAt,
              title: text,
              children: (
                <>
                  <p>
                    <Badge>{w.kinds[kind]}</Badge> <VoiceState state={state} /> <small>{session}</small>
                  </p>
                  {reply ? <blockquote>{reply}</blockquote> : null}
                </>
              ),
            }))}
          />
        ) : (
          <p class="hint">{w.noneOwn}</p>
        )}
      </Section>
    </>
  )
}
