import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { CheckboxField, SelectField } from '../../../web/ui/choice-field.tsx'
import { TextareaField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { type MeetingProxy, proxyScopes } from '../schema/proxies.ts'
import { words } from '../words/words.ts'

export type ProxyChoices = {
  proxies: readonly MeetingProxy[]
  busy: boolean
  persons: readonly { id: string; name: string; position: string }[]
  sessions: readonly { id: string; name: string }[]
}
type Props = ProxyChoices & { action: string; open: boolean; values: Values; errors: Errors }

/** Who goes in somebody's place, and the form that sends somebody. `open`: the invitation can still be answered. */
export function Proxies({ proxies, busy, persons, sessions, action, open, values, errors }: Props) {
  const w = useWords(words)
  const standing = proxies.filter(({ endedAt }) => !endedAt)
  if (!open && !proxies.length) return null
  return (
    <Section title={w.proxy} id="wakil" lead={open ? w.proxyLead : undefined}>
      {open && busy ? <Notice kind="warning">{w.busySelf}</Notice> : null}
      {proxies.map(proxy => (
        <Line proxy={proxy} />
      ))}
      {open ? (
        <details open={Object.keys(errors).length > 0}>
          <summary class="button secondary">{w.sendProxy}</summary>
          <Form action={`${action}/wakil`} id="wakil-baru" hidden={{ rev: asText(values.rev) }} values={values} errors={errors}>
            {persons.length ? (
              <SelectField
                name="person"
                label={w.proxyPerson}
                optional
                options={persons.map(({ id, name, position }) => ({ value: id, label: `${name}, ${position}` }))}
              />
            ) : null}
            <TextField name="guest" label={w.proxyGuest} hint={w.proxyGuestHint} optional maxLength={200} />
            <TextField name="institution" label={w.institution} optional maxLength={200} />
            <TextField name="email" label={w.email} type="email" optional maxLength={254} />
            <TextareaField name="reason" label={w.proxyReason} hint={w.proxyReasonHint} insist={false} rows={2} maxLength={1000} />
            {sessions.length ? (
              <SelectField
                name="session"
                label={w.proxySession}
                optional
                placeholder={w.wholeMeeting}
                options={sessions.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : null}
            <CheckboxField name="scopes" label={w.mayDo} inline options={proxyScopes.map(value => ({ value, label: w.scopes[value] }))} />
            <Actions>
              <Button kind="secondary">{w.sendProxy}</Button>
            </Actions>
          </Form>
        </details>
      ) : null}
      {open && action.startsWith('/undangan/')
        ? standing.map(({ id }) => (
            <Form action={`${action}/wakil/${id}/akhir`}>
              <Actions>
                <Button kind="quiet">{w.endProxy}</Button>
              </Actions>
            </Form>
          ))
        : null}
    </Section>
  )
}

function Line({ proxy: { name, position, institution, session, scopes, busy, endedHow, reason } }: { proxy: MeetingProxy }) {
  const w = useWords(words)
  const who = [name, position, institution].filter(Boolean).join(', ')
  return (
    <p>
      <b>{session ? w.inSession({ name: who, session: session.name }) : who}</b>{' '}
      <Status tone={endedHow ? 'muted' : 'info'}>{endedHow ? w.endings[endedHow] : w.answers.proxy}</Status>
      <br />
      <small>{[scopes.map(scope => w.scopes[scope]).join(', '), reason].filter(Boolean).join(' · ')}</small>
      {busy ? (
        <>
          <br />
          <Status tone="warning">{w.busy}</Status>
        </>
      ) : null}
    </p>
  )
}
