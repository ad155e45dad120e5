import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { BurnDown } from '../../../web/ui/charts/burn-down.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type FollowUp, type FollowUpCounts, type RemainingDay, type State, states } from '../schema.ts'
import { words } from '../words.ts'
import { FollowUpState } from './state.tsx'
import { FollowUpTable } from './table.tsx'
import { FollowUpTabs, type Tabbed } from './tabs.tsx'

type Props = Tabbed & { counts: FollowUpCounts; days: readonly RemainingDay[]; longest: readonly FollowUp[] }

export function FollowUpProgress({ counts, days, longest, ...tabs }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const last = days.at(-1)
  const first = days.findIndex(({ open, done, planned }) => open || done || planned)
  return (
    <>
      <PageHead title={w.progress.title} />
      {counts.total ? (
        <Stats>
          <Stat label={w.states.verified} value={counts.states.verified} of={counts.total} href="/tindak-lanjut?status=verified" />
          <Stat label={w.overdue} value={counts.overdue} of={counts.active} unit={w.list.active} href="/tindak-lanjut?terlambat=ya" />
        </Stats>
      ) : null}
      <FollowUpTabs {...tabs} />
      {last && first >= 0 ? (
        <BurnDown
          title={w.progress.chart}
          description={w.progress.said({ open: last.open, done: last.done, day: formatDay(locale, last.day) })}
          days={days.slice(Math.max(0, first - 1))}
          unit={w.progress.unit}
          done={w.states.verified}
          planned={w.progress.planned}
        />
      ) : (
        <EmptyState title={w.progress.nothing} />
      )}
      <Section title={w.progress.longest}>
        <FollowUpTable caption={w.progress.longest} followUps={longest} empty={<EmptyState title={w.progress.none} />} />
      </Section>
      <Section title={w.progress.byState}>
        <Table
          caption={w.progress.byState}
          quiet
          columns={[
            {
              key: 'status',
              label: w.state,
              kind: 'main',
              value: (state: State) => (
                <CountLink href={`/tindak-lanjut?status=${state}`} count={counts.states[state]}>
                  <FollowUpState state={state} overdue={false} daysLeft={null} />
                </CountLink>
              ),
            },
            { key: 'jumlah', label: w.progress.count, kind: 'number', value: (state: State) => formatNumber(locale, counts.states[state]) },
          ]}
          rows={states}
        />
      </Section>
    </>
  )
}
