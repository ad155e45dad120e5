import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { MinutesDetail, MinutesHistory, Verification } from '../schema/minutes.ts'
import { words } from '../words/words.ts'

/** What was written when by whom, also what was not chosen. */
export function HistoryPage({ minutes, moments, more }: MinutesHistory & { minutes: MinutesDetail }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.history} lead={w.historyLead} />
      {moments.length ? (
        <Timeline
          label={minutes.title}
          items={moments.map(({ field, value, by, at, isUnchosen }) => ({
            at,
            by: by ?? w.bySystem,
            title: w.fields[field],
            children: (
              <>
                {isUnchosen ? <Status tone="warning">{w.unchosen}</Status> : null}
                {value === null ? <p class="hint">{w.emptied}</p> : <blockquote>{value}</blockquote>}
              </>
            ),
          }))}
        />
      ) : (
        <EmptyState title={w.noHistory} />
      )}
      {more ? <p class="hint">{w.moreHistory}</p> : null}
    </>
  )
}

/** Whether the minutes still say what was approved. */
export function VerificationPage({ minutes, hash, isKept, isSame }: Verification & { minutes: MinutesDetail }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.fingerprint} lead={minutes.title} />
      {isKept && isSame ? <Notice kind="success">{w.verified}</Notice> : null}
      {isKept ? null : <Notice kind="error">{w.notKept}</Notice>}
      {isSame ? null : <Notice kind="error">{w.notSame}</Notice>}
      <pre class="letter">{hash.replace(/.{4}(?=.)/g, '$& ')}</pre>
      <Actions>
        <ButtonLink href={`/notula/${minutes.id}`}>{w.open}</ButtonLink>
      </Actions>
    </>
  )
}

/** What has to be put right. */
export function ReturnForm({ minutes, values, errors }: { minutes: MinutesDetail; values: Values; errors: Errors }) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = `/notula/${minutes.id}`
  return (
    <>
      <PageHead title={w.acts.return} lead={minutes.title} />
      <p>{w.returnLead}</p>
      <Form action={`${address}/pengembalian`} hidden={{ rev: asText(values.rev) }} values={values} errors={errors}>
        <TextareaField name="reason" label={w.reason} minLength={5} maxLength={2000} />
        <Actions>
          <Button>{w.acts.return}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
