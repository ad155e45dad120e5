import { Status, type Tone } from '../../web/ui/badge.tsx'
import { Actions, Button } from '../../web/ui/button.tsx'
import { SelectField } from '../../web/ui/choice-field.tsx'
import { Definitions } from '../../web/ui/definitions.tsx'
import { Email } from '../../web/ui/email.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { FilterBar } from '../../web/ui/filter-bar.tsx'
import { Form } from '../../web/ui/form.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { withQuery } from '../../web/ui/url.ts'
import { useWords } from '../../web/viewer.ts'
import { type MailState, mailStates } from './schema.ts'
import { words } from './words.ts'

type Letter = {
  id: string
  recipient: string
  subject: string
  state: MailState
  createdAt: Date
  sentAt: Date | null
  failure: string | null
  tries: number
  nextTryAt: Date | null
}
type ListProps = {
  letters: Letter[]
  open: { retrying: number; failed: number }
  next: string | null
  previous: string | null
  url: string
  values: { q?: string | undefined; keadaan?: string | undefined }
}

export function MailList({ letters, open, next, previous, url, values }: ListProps) {
  const w = useWords(words)
  const state = mailStates.find(each => each === values.keadaan)
  const to = (cursor: string | null, name: string) => cursor && withQuery(url, { sesudah: null, sebelum: null, [name]: cursor })
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Unsent {...open} />
      <FilterBar url={url} values={values} search={w.search} active={state ? [{ label: w.states[state], parameters: ['keadaan'] }] : []}>
        <SelectField
          name="keadaan"
          label={w.state}
          optional
          placeholder={w.all}
          options={mailStates.map(value => ({ value, label: w.states[value] }))}
        />
      </FilterBar>
      <Table
        caption={w.title}
        quiet
        rows={letters}
        columns={[
          { key: 'subject', label: w.subject, kind: 'main', value: letter => <a href={`/surat/${letter.id}`}>{letter.subject}</a> },
          { key: 'recipient', label: w.recipient, value: letter => <Email>{letter.recipient}</Email> },
          { key: 'state', label: w.state, kind: 'status', value: letter => <State state={letter.state} /> },
          { key: 'written', label: w.written, kind: 'date', value: letter => <When at={letter.createdAt} short /> },
        ]}
        empty={<EmptyState title={w.none}>{w.noneYet}</EmptyState>}
      />
      <Pager previous={to(previous, 'sebelum')} next={to(next, 'sesudah')} />
    </>
  )
}

/** Whatever has not left, with what can be done about it. */
function Unsent({ retrying, failed }: { retrying: number; failed: number }) {
  const w = useWords(words)
  if (!retrying && !failed) return null
  const send = (state: 'retrying' | 'failed', label: string) => (
    <Form action="/surat/kirim-ulang" hidden={{ state }}>
      <Button kind="secondary">{label}</Button>
    </Form>
  )
  return (
    <Notice kind="warning">
      {retrying ? w.open.retrying({ letters: retrying }) : null} {failed ? w.open.failed({ letters: failed }) : null}
      <Actions>
        {retrying ? send('retrying', w.retryAll({ letters: retrying })) : null}
        {failed ? send('failed', w.retryFailed({ letters: failed })) : null}
      </Actions>
    </Notice>
  )
}

export function LetterView({ letter }: { letter: Letter & { body: string } }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={letter.subject} status={<State state={letter.state} />}>
        <Form action={`/surat/${letter.id}/kirim-ulang`}>
          <Button kind="secondary">{w.resend}</Button>
        </Form>
      </PageHead>
      <Definitions
        items={[
          { term: w.recipient, value: <Email>{letter.recipient}</Email> },
          { term: w.written, value: <When at={letter.createdAt} /> },
          { term: letter.state === 'kept' ? w.states.kept : w.left, value: letter.sentAt ? <When at={letter.sentAt} /> : null },
          { term: w.tries, value: letter.tries || null },
          { term: w.nextTry, value: letter.nextTryAt ? <When at={letter.nextTryAt} /> : null },
          { term: w.failure, value: letter.failure },
        ]}
      />
      <Section title={w.body}>
        <pre class="letter">{letter.body}</pre>
        {letter.state === 'kept' ? null : <p class="hint">{w.hidden}</p>}
      </Section>
    </>
  )
}

function State({ state }: { state: MailState }) {
  const w = useWords(words)
  const tones: Record<MailState, Tone> = { waiting: 'info', retrying: 'warning', sent: 'good', kept: 'neutral', failed: 'danger' }
  return <Status tone={tones[state]}>{w.states[state]}</Status>
}
