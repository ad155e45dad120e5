import { mostCounted } from '../../platform/database/keyset.ts'
import { explanationOf } from '../../platform/guidance/status.ts'
import { FilterBar } from '../../web/list/filter-bar.tsx'
import { Found } from '../../web/list/found.tsx'
import { defineList, type ListQuery } from '../../web/list/list.ts'
import { Pager } from '../../web/list/pager.tsx'
import { Status, type Tone } from '../../web/ui/badge.tsx'
import { Actions, Button } from '../../web/ui/button.tsx'
import { Total } from '../../web/ui/count.tsx'
import { Definitions } from '../../web/ui/definitions.tsx'
import { Email } from '../../web/ui/email.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { Form } from '../../web/ui/form.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useWords } from '../../web/viewer.ts'
import { MailListing, type MailState, mailStates } from './schema.ts'
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
  total: number
  open: { retrying: number; failed: number }
  next: string | null
  previous: string | null
  asked: ListQuery
}

export const mailList = defineList({
  words,
  fields: MailListing.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (_w, q) => `“${q}”` },
    {
      parameter: 'keadaan',
      field: 'state',
      control: 'choice',
      label: w => w.state,
      options: w => mailStates.map(value => ({ value, label: w.states[value] })),
    },
  ],
})

export function MailList({ letters, total, open, next, previous, asked }: ListProps) {
  const w = useWords(words)
  const more = total >= mostCounted
  const turning = { url: asked.url, previous, next, total, more }
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Unsent {...open} />
      <FilterBar list={mailList} asked={asked} />
      {total ? (
        <Found turning={turning}>
          <Total value={total} more={more}>
            {w.found({ count: total })}
          </Total>
        </Found>
      ) : null}
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
      <Pager {...turning} />
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
      <PageHead title={letter.subject} status={<State state={letter.state} explained />}>
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

function State({ state, explained }: { state: MailState; explained?: boolean }) {
  const w = useWords(words)
  const tones: Record<MailState, Tone> = { waiting: 'info', retrying: 'warning', sent: 'good', kept: 'neutral', failed: 'danger' }
  return (
    <Status tone={tones[state]} explained={explained ? explanationOf('letter', state) : undefined}>
      {w.states[state]}
    </Status>
  )
}
