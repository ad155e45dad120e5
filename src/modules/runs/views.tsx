import { limits } from '../../platform/live/limits.ts'
import { isOver, type RunState, runStates } from '../../platform/runs/run.ts'
import { FilterBar, isFiltered } from '../../web/list/filter-bar.tsx'
import { defineList, type ListQuery } from '../../web/list/list.ts'
import { Pager } from '../../web/list/pager.tsx'
import { Status, type Tone } from '../../web/ui/badge.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { PageHead } from '../../web/ui/page-head.tsx'
import { Progress } from '../../web/ui/progress.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useWords } from '../../web/viewer.ts'
import { RunListing, type ShownRun } from './schema.ts'
import { words } from './words.ts'

export const runList = defineList({
  words,
  fields: RunListing.shape,
  filters: [
    {
      parameter: 'status',
      field: 'state',
      control: 'choice',
      label: w => w.state,
      options: w => runStates.map(value => ({ value, label: w.states[value] })),
    },
    { parameter: 'saya', field: 'own', control: 'tick', label: w => w.own },
  ],
})

type ListProps = { runs: ShownRun[]; next: string | null; previous: string | null; asked: ListQuery }

export function RunList({ runs, next, previous, asked }: ListProps) {
  const w = useWords(words)
  // A page follows so many topics, and the inbox in its frame is one of them.
  const followed = new Set(runs.filter(run => !isOver(run)).slice(0, limits.topics - 1))
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <FilterBar list={runList} asked={asked} />
      <Table
        caption={w.title}
        quiet
        rows={runs}
        columns={[
          {
            key: 'work',
            label: w.work,
            kind: 'main',
            value: ({ does, subject }) => (subject.path ? <a href={subject.path}>{does}</a> : does),
          },
          { key: 'about', label: w.about, value: ({ subject }) => subject.name },
          { key: 'state', label: w.state, kind: 'status', value: ({ state }) => <State state={state} /> },
          { key: 'by', label: w.askedBy, value: ({ askedBy }) => askedBy ?? w.system },
          { key: 'asked', label: w.asked, kind: 'date', value: ({ askedAt }) => <When at={askedAt} short /> },
        ]}
        below={run => (isOver(run) && run.state !== 'stopped' && !run.refusal ? null : <Further run={run} followed={followed.has(run)} />)}
        empty={<EmptyState title={w.none}>{isFiltered(runList, asked) ? w.noneFound : w.noneYet}</EmptyState>}
      />
      <Pager url={asked.url} previous={previous} next={next} />
    </>
  )
}

/** How far it is, moving with it, or why it did not go on. */
function Further({ run, followed }: { run: ShownRun; followed: boolean }) {
  const w = useWords(words)
  if (!isOver(run)) {
    return <Progress label={w.progress} done={run.done} total={run.total} run={followed ? run.id : undefined} brief />
  }
  return <p>{run.state === 'stopped' ? w.stopped : run.refusal}</p>
}

function State({ state }: { state: RunState }) {
  const w = useWords(words)
  return <Status tone={tones[state]}>{w.states[state]}</Status>
}
const tones: Record<RunState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'good',
  cancelled: 'muted',
  failed: 'danger',
  stopped: 'warning',
}
