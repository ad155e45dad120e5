import { Dumbbell } from '../../../web/ui/charts/dumbbell.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { enough } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import type { words } from '../words.ts'
import type { Placed } from './two-columns.tsx'

/** What both sides scored, by class of partner and by item, beside what they scored the last time. */
export function scoreCharts(figures: Figures, w: (typeof words)['id']): Placed[] {
  const { cycle, previous } = figures
  if (!figures.scoresByClass.length)
    return [
      {
        height: 160,
        node: (
          <Section title={w.scoresByClass}>
            <EmptyState title={cycle.closed ? w.noScoresLeft : w.noScores}>{cycle.closed ? null : w.blind}</EmptyState>
          </Section>
        ),
      },
    ]
  const sides = [w.kpu, w.partner] as const
  const before = previous?.items ? previous.name : undefined
  const last = ([row]: readonly { kpu: number | null; partner: number | null }[]) =>
    row && { before: { first: row.kpu, second: row.partner } }
  const row = before ? 67 : 51
  return [
    {
      height: 180 + row * figures.scoresByClass.length,
      node: (
        <div class="part" id="skor">
          <Dumbbell
            title={w.scoresByClass}
            description={`${cycle.closed ? w.revealed : w.blind} ${w.greyIsFew({ enough })}`}
            categories={w.class}
            sides={sides}
            before={before}
            pairs={byGap(
              figures.scoresByClass.map(({ class: kind, kpu, partner, both, forms }) => ({
                label: figures.names.classes.find(({ code }) => code === kind)?.label ?? kind,
                ...(forms === undefined ? {} : { note: w.formsCounted({ count: forms }) }),
                few: both < enough,
                first: kpu,
                second: partner,
                ...last(previous?.classes?.filter(row => row.class === kind) ?? []),
              })),
            )}
          />
        </div>
      ),
    },
    {
      height: 220 + (row + 10) * Math.min(itemsDrawn, figures.scoresByItem.length),
      node: (
        <div class="part" id="butir">
          <Dumbbell
            title={w.scoresByItem}
            description={figures.scoresByItem.length > itemsDrawn ? `${w.itemsSay} ${w.itemsDrawn({ drawn: itemsDrawn })}` : w.itemsSay}
            categories={w.item}
            drawn={itemsDrawn}
            sides={sides}
            before={before}
            pairs={byGap(
              figures.scoresByItem.map(({ key, label, kpu, partner, nKpu, nPartner }) => ({
                label,
                note: w.answersCounted({ kpu: nKpu, partner: nPartner }),
                few: Math.min(nKpu, nPartner) < enough,
                first: kpu,
                second: partner,
                ...last(previous?.items?.filter(row => row.key === key) ?? []),
              })),
            )}
          />
        </div>
      ),
    },
  ]
}

/** A page says what differs most; all the rest is a press away. */
const itemsDrawn = 6

/** Where both sides differ most stands first; what only one of them scored stands last, and behind it what few have scored. */
function byGap<Each extends { first: number | null; second: number | null; few: boolean }>(pairs: readonly Each[]): Each[] {
  const gap = ({ first, second }: Each) => (first === null || second === null ? -1 : Math.abs(first - second))
  return pairs
    .filter(({ first, second }) => first !== null || second !== null)
    .toSorted((a, b) => Number(a.few) - Number(b.few) || gap(b) - gap(a))
}
