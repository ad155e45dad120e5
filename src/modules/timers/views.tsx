import { formatTime } from '../../platform/i18n/format.ts'
import { defineList, type ListQuery } from '../../web/list/list.ts'
import { Pager } from '../../web/list/pager.tsx'
import { Unknown } from '../../web/list/unknown.tsx'
import { Status, type Tone } from '../../web/ui/badge.tsx'
import { Actions, Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { Form } from '../../web/ui/form.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { Tabs } from '../../web/ui/tabs.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../web/viewer.ts'
import { type ShownTimer, TimerListing } from './schema.ts'
import { words } from './words.ts'

/** What is to come, unless the address asks for another state. */
export const timerList = defineList({
  words,
  fields: TimerListing.shape,
  filters: [{ parameter: 'status', field: 'state', control: 'unseen', label: w => w.state }],
})

type ListProps = { timers: ShownTimer[]; failed: number; late: number; next: string | null; previous: string | null; asked: ListQuery }

export function TimerList({ timers, failed, late, next, previous, asked }: ListProps) {
  const w = useWords(words)
  const shown = asked.asks.state ?? 'open'
  const tabs = (['open', 'failed', 'done', 'cancelled'] as const).map(state => ({
    href: state === 'open' ? '/jadwal-otomatis' : `/jadwal-otomatis?status=${state}`,
    label: w.tabs[state],
    current: state === shown,
  }))
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Trouble failed={failed} late={late} />
      <Tabs label={w.which} tabs={tabs} />
      <Unknown list={timerList} asked={asked} />
      <Table
        caption={w.title}
        quiet
        rows={timers}
        columns={[
          { key: 'work', label: w.work, kind: 'main', value: ({ does }) => does },
          {
            key: 'about',
            label: w.about,
            value: ({ subject }) => (subject.path ? <a href={subject.path}>{subject.name}</a> : subject.name),
          },
          { key: 'state', label: w.state, kind: 'status', value: ({ state }) => <Status tone={tones[state]}>{w.states[state]}</Status> },
          { key: 'due', label: w.due, kind: 'date', value: ({ dueAt }) => <When at={dueAt} short /> },
        ]}
        below={timer => (timer.failure ? <Failure timer={timer} /> : null)}
        empty={<EmptyState title={w.none}>{w.noneHint}</EmptyState>}
      />
      <Pager url={asked.url} previous={previous} next={next} />
    </>
  )
}

/** What has gone wrong, with what can be done about it. */
function Trouble({ failed, late }: { failed: number; late: number }) {
  const w = useWords(words)
  if (!failed && !late) return null
  return (
    <Notice kind="warning">
      {failed ? w.trouble.failed({ timers: failed }) : null} {late ? w.trouble.late({ timers: late }) : null}
      {failed ? (
        <Actions>
          <Form action="/jadwal-otomatis/percobaan">
            <Button kind="secondary">{w.retryAll}</Button>
          </Form>
        </Actions>
      ) : null}
    </Notice>
  )
}

/** Why the last try did not succeed; a button where nobody tries again by itself. */
function Failure({ timer: { id, state, tries, failure, nextAt } }: { timer: ShownTimer }) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  return (
    <>
      <p>{w.failure({ tries, reason: failure ?? '' })}</p>
      {state === 'open' ? <p>{w.tryNext({ at: formatTime(locale, nextAt, zone, 'short') })}</p> : null}
      {state === 'done' || state === 'cancelled' ? null : (
        <Form action="/jadwal-otomatis/percobaan" hidden={{ id }}>
          <Button kind="secondary">{w.retry}</Button>
        </Form>
      )}
    </>
  )
}
const tones: Record<ShownTimer['state'], Tone> = { open: 'info', done: 'good', cancelled: 'muted', failed: 'danger' }
