import type { ListQuery } from '../../../web/list/list.ts'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
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
  const lack = state === 'preview' && !outcome ? commonLack(rows) : null
  const rest = [
    state === 'preview' && !records(batch) && nextRow(rows) ? <ConfirmForm batch={batch} /> : null,
    state === 'preview' ? <ButtonLink href={`${path}/kolom`}>{w.changeColumns}</ButtonLink> : null,
    counts.attention && state !== 'mapping' ? (
      <ButtonLink kind="quiet" href={`/api/v1/imports/${batch.id}/problems`} download>
        {w.problemFile}
      </ButtonLink>
    ) : null,
    <ButtonLink kind="quiet" href={`/berkas/${batch.fileId}`}>
      {w.original}
    </ButtonLink>,
    <CancelDialog batch={batch} path={path} />,
  ].filter(Boolean)
  const named = state === 'done' || state === 'cancelled' ? w.outcomesAfter : w.outcomes
  return (
    <>
      <PageHead title={batch.name} status={<BatchStatus state={state} explained />} lead={w.leads[state]}>
        {state === 'preview' ? <NextStep batch={batch} rows={rows} lack={lack} /> : null}
        {state === 'stopped' ? <RetryForm batch={batch} /> : null}
        {state === 'done' ? <ButtonLink href="/perjanjian">{w.toAgreements}</ButtonLink> : null}
        {state === 'preview' ? <MoreActs folded>{rest}</MoreActs> : rest}
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
          {lack ? <Notice kind="warning">{lack === 'kind_unknown' ? w.kindMissingInAll : w.officeMissingInAll}</Notice> : null}
          <RowTable batch={batch} rows={rows} next={next} asked={asked} without={lack ? [lack] : []} />
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

type Lack = 'kind_unknown' | 'office_unknown'

/** What all rows lack alike and can be said once for the whole file; null where that is nothing. */
function commonLack(rows: readonly BatchRow[]): Lack | null {
  const lacks = (row: BatchRow, problem: Lack) =>
    row.outcome === 'attention' && row.problems.includes(problem) && !row.judged.causes.some(cause => cause.problem === problem)
  const common = (['kind_unknown', 'office_unknown'] as const).find(problem => rows.every(row => lacks(row, problem)))
  return rows.length > 1 && common ? common : null
}

const records = ({ counts }: Batch): number => counts.ready + counts.update
const nextRow = (rows: readonly BatchRow[]) => rows.find(({ outcome, decision }) => outcome === 'attention' && !decision)

/** To record what is ready; where nothing is, what stands in the way of most, else the first row that waits. */
function NextStep({ batch, rows, lack }: { batch: Batch; rows: readonly BatchRow[]; lack: Lack | null }) {
  const w = useWords(words)
  const row = nextRow(rows)
  if (records(batch) || !row) return <ConfirmForm batch={batch} />
  if (lack)
    return (
      <ButtonLink kind="primary" href={`/impor/${batch.id}/kolom#${lack === 'kind_unknown' ? 'kind' : 'office'}`}>
        {lack === 'kind_unknown' ? w.fillKind : w.fillOffice}
      </ButtonLink>
    )
  return (
    <ButtonLink kind="primary" href={`/impor/${batch.id}/baris/${row.place}`}>
      {w.checkRow({ row: w.rowNumber({ row: row.row, sheet: row.sheet }) })}
    </ButtonLink>
  )
}

function ConfirmForm({ batch }: { batch: Batch }) {
  const w = useWords(words)
  const count = records(batch)
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
