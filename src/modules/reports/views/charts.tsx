import { Bars } from '../../../web/ui/charts/bars.tsx'
import type { Ink } from '../../../web/ui/charts/paint.ts'
import { Pareto } from '../../../web/ui/charts/pareto.tsx'
import { StackedBar } from '../../../web/ui/charts/stacked-bar.tsx'
import { useWords } from '../../../web/viewer.ts'
import { sum } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'
import { Compared, comparedRows } from './compared.tsx'
import { scoreCharts } from './scores.tsx'
import { type Placed, TwoColumns } from './two-columns.tsx'

const statusInks: Record<string, Ink> = {
  active: 'good',
  expiring: 'warning',
  expired: 'soft',
  in_renewal: 'accent',
  completed: 'edge',
  terminated: 'edge',
}

/** The pictures of a cycle: scores, statuses, maturity, obstacles, follow-ups, and the cycle before. */
export function Charts({ figures }: { figures: Figures }) {
  const w = useWords(words)
  return (
    <TwoColumns
      parts={[...scoreCharts(figures, w), ...agreementCharts(figures, w), ...findingCharts(figures, w), ...comparedWith(figures, w)]}
    />
  )
}

type Words = (typeof words)['id']

function agreementCharts(figures: Figures, w: Words): Placed[] {
  // As in the report: the types with most agreements first, in both pictures.
  const classes = figures.partnersByClass.filter(({ agreements }) => agreements > 0).toSorted((a, b) => b.agreements - a.agreements)
  const classLabel = (code: string) => figures.names.classes.find(each => each.code === code)?.label ?? code
  const unrated = sum(figures.maturityByClass.filter(({ level }) => level === null))
  const all = sum(figures.maturityByClass)
  const maturitySays = unrated ? `${w.maturitySays} ${w.unratedSay({ unrated, all })}` : w.maturitySays
  const height = 130 + 51 * classes.length
  return [
    {
      height,
      node: (
        <div class="part">
          <StackedBar
            title={w.statusByClass}
            description={w.statusSays}
            categories={w.class}
            parts={used(figures).map(({ code, label }) => ({ label, ink: statusInks[code] ?? 'soft' }))}
            wholes={classes.map(({ class: kind }) => ({
              label: classLabel(kind),
              values: used(figures).map(
                ({ code }) => figures.statusByClass.find(row => row.class === kind && row.status === code)?.count ?? 0,
              ),
            }))}
          />
        </div>
      ),
    },
    {
      height: height + 30,
      node: (
        <div class="part">
          <StackedBar
            title={w.maturityByClass}
            description={maturitySays}
            categories={w.class}
            parts={[
              ...[1, 2, 3, 4].map(level => ({
                label: w.level({ level }),
                ink: (['step2', 'step3', 'step4', 'step5'] as const)[level - 1]!,
              })),
              { label: w.unrated, ink: 'edge' as const },
            ]}
            wholes={classes.map(({ class: kind }) => ({
              label: classLabel(kind),
              values: [1, 2, 3, 4, null].map(
                level => figures.maturityByClass.find(row => row.class === kind && row.level === level)?.count ?? 0,
              ),
            }))}
          />
        </div>
      ),
    },
  ]
}

function findingCharts({ cycle, obstaclesByCategory, followUpsByState, totals, names }: Figures, w: Words): Placed[] {
  const findings = (query: Record<string, string>) => `/temuan?${new URLSearchParams({ siklus: cycle.id, ...query })}`
  const followUps = (query: Record<string, string>) => `/tindak-lanjut?${new URLSearchParams({ siklus: cycle.id, ...query })}`
  const states = followUpsByState.filter(({ count }) => count)
  return [
    ...(obstaclesByCategory.length
      ? [
          {
            height: 160 + 48 * obstaclesByCategory.length,
            node: (
              <div class="part">
                <Pareto
                  title={w.obstacles}
                  description={w.obstaclesSay}
                  categories={w.category}
                  unit={w.measures.findings}
                  bars={obstaclesByCategory.map(({ category, label, count }) => ({
                    label,
                    value: count,
                    href: findings({ jenis: 'obstacle', kategori: category }),
                    ...(category === 'none' ? { last: true } : {}),
                  }))}
                />
              </div>
            ),
          },
        ]
      : []),
    ...(totals.followUps
      ? [
          {
            height: 110 + 43 * states.length,
            node: (
              <div class="part">
                <Bars
                  title={w.followUpStates}
                  description={w.followUpsSay}
                  categories={w.state}
                  unit={w.followUps}
                  bars={states.map(({ state, count }) => ({
                    label: names.states.find(each => each.code === state)?.label ?? state,
                    value: count,
                    href: followUps({ status: state }),
                  }))}
                />
              </div>
            ),
          },
        ]
      : []),
  ]
}

function comparedWith(figures: Figures, w: Words): Placed[] {
  const rows = comparedRows(figures, w).length
  return rows ? [{ height: 110 + 42 * rows, node: <Compared figures={figures} /> }] : []
}

const used = ({ names, statusByClass }: Figures) => names.statuses.filter(({ code }) => statusByClass.some(row => row.status === code))
