import { type RowOutcome, rowOutcomes } from '../../../platform/reading/outcomes.ts'
import type { ListQuery } from '../../../web/list/list.ts'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/viewer.ts'
import { isRead } from '../../imports/schema/batches.ts'
import { CancelDialog } from '../../imports/views/cancel.tsx'
import { rowList } from '../../imports/views/listing.ts'
import { BatchStatus } from '../../imports/views/status.tsx'
import { words as importWords } from '../../imports/words.ts'
import type { PersonBatch, PersonBatchRow } from '../schema.ts'
import { words } from '../words.ts'
import { PersonRowTable } from './rows.tsx'

type Props = {
  batch: PersonBatch
  rows: PersonBatchRow[]
  next: number | null
  asked: ListQuery
  waiting: number
}

/** One import of people: how far it is, what would become of its rows, and the way on. */
export function PersonBatchPage({ batch, rows, next, asked, waiting }: Props) {
  const w = useWords(words)
  const i = useWords(importWords)
  const path = `/impor-orang/${batch.id}`
  const outcome = asked.asks.outcome as RowOutcome | undefined
  const { counts, total, state } = batch
  const named = state === 'done' || state === 'cancelled' ? w.outcomesAfter : i.outcomes
  return (
    <>
      <PageHead title={batch.name} status={<BatchStatus state={state} explained />} lead={state === 'preview' ? w.preview : i.leads[state]}>
        <BatchActions batch={batch} path={path} />
      </PageHead>
      {batch.failure ? <Notice kind="error">{batch.failure}</Notice> : null}
      {state === 'reading' || state === 'running' ? (
        <Progress label={i.states[state]} done={batch.done} total={total} run={batch.runId} href={path} />
      ) : null}
      {isRead(batch) ? (
        <>
          <Stats>
            {rowOutcomes.map(each => (
              <Stat label={named[each]} value={counts[each]} of={total} unit={i.rowUnit} href={`${path}?hasil=${each}`} />
            ))}
          </Stats>
          {waiting > 0 && state === 'preview' ? <Notice kind="warning">{i.openRows({ count: waiting })}</Notice> : null}
          <Tabs
            label={i.rows}
            tabs={[
              { href: path, label: i.all, count: total, current: !outcome },
              ...rowOutcomes.map(each => ({
                href: `${path}?hasil=${each}`,
                label: named[each],
                count: counts[each],
                current: outcome === each,
              })),
            ]}
          />
          <Unknown list={rowList} asked={asked} />
          <p class="hint">
            <Total value={outcome ? counts[outcome] : total}>{i.rowUnit({ count: outcome ? counts[outcome] : total })}</Total>
          </p>
          <PersonRowTable batch={batch} rows={rows} next={next} asked={asked} />
        </>
      ) : null}
    </>
  )
}

function BatchActions({ batch, path }: { batch: PersonBatch; path: string }) {
  const w = useWords(words)
  const i = useWords(importWords)
  const { state, counts } = batch
  const count = counts.ready + counts.update
  return (
    <>
      {state === 'preview' ? (
        <Form action={`${path}/konfirmasi`} hidden={{ rev: batch.rev }}>
          {count ? <Button>{i.confirm({ count })}</Button> : <Button kind="secondary">{i.confirmNone}</Button>}
        </Form>
      ) : null}
      {state === 'stopped' ? (
        <Form action={`${path}/pengulangan`}>
          <Button>{i.retry}</Button>
        </Form>
      ) : null}
      <CancelDialog batch={batch} path={path} />
      {state === 'done' ? <ButtonLink href="/orang">{w.toPeople}</ButtonLink> : null}
      {counts.attention ? (
        <ButtonLink kind="quiet" href={`/api/v1/person-imports/${batch.id}/problems`} download>
          {i.problemFile}
        </ButtonLink>
      ) : null}
      <ButtonLink kind="quiet" href={`/berkas/${batch.fileId}`}>
        {i.original}
      </ButtonLink>
    </>
  )
}
