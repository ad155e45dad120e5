import { formatNumber, formatScore } from '../../../platform/i18n/format.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as webWords } from '../../../web/words.ts'
import { apart } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'

type Row = { label: string; before: number | null; now: number | null; count?: true }

/**
 * The last cycle beside this one, and how much each figure went up or down. While a cycle runs its counts have not come to their end, so
 * that only means and what became of follow-ups are compared.
 */
export function Compared({ figures }: { figures: Figures }) {
  const w = useWords(words)
  const { change } = useWords(webWords)
  const { locale } = useViewer()
  const { previous, cycle } = figures
  const compared = comparedRows(figures, w)
  if (!previous || !compared.length) return null
  const print = (value: number, { count }: Row) => (count ? formatNumber : formatScore)(locale, value)
  const moved = (row: Row) => {
    const by = apart(row.now!, row.before!)
    return by === 0 ? change.same : `${change[by > 0 ? 'up' : 'down']} ${print(Math.abs(by), row)}`
  }
  return (
    <div class="part">
      <Section title={w.comparedTo({ name: previous.name })}>
        <Table
          caption={w.comparedTo({ name: previous.name })}
          quiet
          rows={compared}
          columns={[
            { key: 'measure', label: w.measure, kind: 'main', value: row => row.label },
            { key: 'before', label: w.lastCycle, kind: 'number', value: row => print(row.before!, row) },
            { key: 'now', label: w.thisCycle, kind: 'number', value: row => print(row.now!, row) },
            { key: 'change', label: w.changed, kind: 'number', value: moved },
          ]}
        />
        {cycle.closed ? null : <p>{w.stillRunning}</p>}
      </Section>
    </div>
  )
}

/** What can be compared; nothing where there is no cycle before, or only the means, which stand under the figures above. */
export function comparedRows({ previous, totals, followUpsByState, cycle }: Figures, w: (typeof words)['id']): Row[] {
  if (!previous) return []
  const share = (part: number | undefined, whole: number | undefined) => (part !== undefined && whole ? (100 * part) / whole : null)
  const done = followUpsByState.find(({ state }) => state === 'verified')?.count ?? 0
  const all = followUpsByState.reduce((sum, { count }) => sum + count, 0)
  const rows: Row[] = [
    ...(cycle.closed
      ? [{ label: w.shares.submitted, before: share(previous.submitted, previous.targets), now: share(totals.submitted, totals.targets) }]
      : []),
    { label: w.measures.kpuScore, before: previous.kpuScore, now: totals.kpuScore },
    { label: w.measures.partnerScore, before: previous.partnerScore, now: totals.partnerScore },
    { label: w.shares.done, before: share(previous.done, previous.followUps), now: share(done, all) },
    ...(cycle.closed ? [{ label: w.measures.findings, before: previous.findings, now: totals.findings, count: true as const }] : []),
  ]
  const compared = rows.filter(({ before, now }) => before !== null && now !== null)
  return compared.some(({ label }) => cycle.closed || label === w.shares.done) ? compared : []
}
