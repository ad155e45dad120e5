import type { ListQuery } from '../../../web/list/list.ts'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/viewer.ts'
import { type Batch, isRead } from '../schema/batches.ts'
import { type Outcome, outcomes } from '../schema/codes.ts'
import type { FileColumn, Unread } from '../schema/files.ts'
import type { BatchRow } from '../schema/rows.ts'
import { words } from '../words.ts'
import { CancelDialog } from './cancel.tsx'
import { rowList } from './listing.ts'
import { MappingForm } from './mapping.tsx'
import { Questions } from './questions.tsx'
import { RowTable } from './rows.tsx'
import { BatchStatus } from './status.tsx'
import { UnreadParts } from './unread.tsx'

type Props = {
  batch: Batch
  rows: BatchRow[]
  next: number | null
  asked: ListQuery
  waiting: { open: number; proposals: number }
  columns: readonly FileColumn[]
  unread: Unread
}

/** One import: how far it is, what would become of its rows, and the way on. */
export function BatchPage({ batch, rows, next, asked, waiting, columns, unread }: Props) {
  const w = useWords(words)
  const path = `/impor/${batch.id}`
  const outcome = asked.asks.outcome as Outcome | undefined
  const { counts, total, state } = batch
  const named = state === 'done' || state === 'cancelled' ? w.outcomesAfter : w.outcomes
  return (
    <>
      <PageHead title={batch.name} status={<BatchStatus state={state} explained />} lead={w.leads[state]}>
        {state === 'preview' ? <ConfirmForm batch={batch} /> : null}
        {state === 'stopped' ? <RetryForm batch={batch} /> : null}
        <CancelDialog batch={batch} path={path} />
        {state === 'done' ? <ButtonLink href="/perjanjian">{w.toAgreements}</ButtonLink> : null}
        {state === 'preview' ? <ButtonLink href={`${path}/kolom`}>{w.changeColumns}</ButtonLink> : null}
        {counts.attention && state !== 'mapping' ? (
          <ButtonLink kind="quiet" href={`/api/v1/imports/${batch.id}/problems`} download>
            {w.problemFile}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="quiet" href={`/berkas/${batch.fileId}`}>
          {w.original}
        </ButtonLink>
      </PageHead>
      {batch.failure ? <Notice kind="error">{batch.failure}</Notice> : null}
      {state === 'reading' || state === 'running' ? (
        <Progress label={w.states[state]} done={batch.done} total={total} run={batch.runId} href={path} />
      ) : null}
      {state === 'mapping' ? <MappingForm batch={batch} columns={columns} /> : null}
      {state === 'mapping' || !isRead(batch) ? null : (
        <>
          <Stats>
            {outcomes.map(each => (
              <Stat label={named[each]} value={counts[each]} of={total} unit={w.rowUnit} href={`${path}?hasil=${each}`} />
            ))}
          </Stats>
          {state === 'preview' ? <Questions batch={batch} rows={rows} proposals={waiting.proposals} /> : null}
          {waiting.open > 0 && state === 'preview' ? <Notice kind="warning">{w.openRows({ count: waiting.open })}</Notice> : null}
          <HiddenRows batch={batch} />
          <Tabs
            label={w.rows}
            tabs={[
              { href: path, label: w.all, count: total, current: !outcome },
              ...outcomes.map(each => ({
                href: `${path}?hasil=${each}`,
                label: named[each],
                count: counts[each],
                current: outcome === each,
              })),
            ]}
          />
          <Unknown list={rowList} asked={asked} />
          <p class="hint">
            <Total value={outcome ? counts[outcome] : total}>{w.rowUnit({ count: outcome ? counts[outcome] : total })}</Total>
          </p>
          <RowTable batch={batch} rows={rows} next={next} asked={asked} />
        </>
      )}
      {isRead(batch) ? <UnreadParts unread={unread} columns={batch.columns} /> : null}
    </>
  )
}

/** Rows that nobody sees in the file are taken in, unless a person says otherwise. */
function HiddenRows({ batch: { id, rev, hidden, leaveOutHidden, state } }: { batch: Batch }) {
  const w = useWords(words)
  if (!hidden) return null
  const count = hidden
  return (
    <Notice kind="info">
      {leaveOutHidden ? w.hiddenLeftOut({ count }) : w.hiddenRows({ count })}
      {state === 'preview' ? (
        <Form action={`/impor/${id}/tersembunyi`} hidden={{ rev, hidden: String(!leaveOutHidden) }}>
          <Actions>
            <Button kind="secondary">{leaveOutHidden ? w.takeInHidden : w.leaveOutHidden}</Button>
          </Actions>
        </Form>
      ) : null}
    </Notice>
  )
}

function ConfirmForm({ batch }: { batch: Batch }) {
  const w = useWords(words)
  const count = batch.counts.ready + batch.counts.update
  return (
    <Form action={`/impor/${batch.id}/konfirmasi`} hidden={{ rev: batch.rev }}>
      {count ? <Button>{w.confirm({ count })}</Button> : <Button kind="secondary">{w.confirmNone}</Button>}
    </Form>
  )
}

const RetryForm = ({ batch }: { batch: Batch }) => (
  <Form action={`/impor/${batch.id}/pengulangan`}>
    <Button>{useWords(words).retry}</Button>
  </Form>
)
