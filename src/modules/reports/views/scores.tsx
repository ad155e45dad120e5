import { Dumbbell, type Pair } from '../../../web/ui/charts/dumbbell.tsx'
import { FewPairs, tooFewPairs } from '../../../web/ui/charts/few-pairs.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { enough } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'
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
  const row = before ? 67 : 51
  const classes = byGap(
    figures.scoresByClass.map(({ class: kind, kpu, partner, both, forms }) => ({
      label: figures.names.classes.find(({ code }) => code === kind)?.label ?? kind,
      ...(forms === undefined ? {} : { note: w.formsCounted({ count: forms }) }),
      few: both < enough,
      first: kpu,
      second: partner,
      ...last(previous?.classes?.filter(row => row.class === kind) ?? []),
    })),
  )
  const chart = { title: w.scoresByClass, categories: w.class, sides, pairs: classes }
  const said = cycle.closed ? w.revealed : w.blind
  return [
    {
      height: 180 + row * figures.scoresByClass.length,
      node: (
        <div class="part" id="skor">
          {tooFewPairs(classes) ? (
            <FewPairs {...chart} description={`${said} ${onlySome(classes, w)}`} />
          ) : (
            <Dumbbell {...chart} description={`${said} ${w.greyIsFew({ enough })}`} before={before} />
          )}
        </div>
      ),
    },
    {
      height: 260 + (row + 10) * Math.min(itemsOnDashboard, figures.scoresByItem.length),
      node: (
        <div class="part" id="butir">
          <ItemScores figures={figures} most={itemsOnDashboard} />
          {figures.scoresByItem.length > itemsOnDashboard ? (
            <p>
              <a href={`/laporan/dasbor/${cycle.id}/butir`}>{w.allItems}</a>
            </p>
          ) : null}
        </div>
      ),
    },
  ]
}

/** The dashboard says what differs most; all the rest is a press away. */
const itemsOnDashboard = 5

/**
 * What both sides scored by question, those that differ most first; all of them, in pictures of ten so that each fits a page of paper, or
 * so many at `most`.
 */
export function ItemScores({ figures: { previous, scoresByItem }, most }: { figures: Figures; most?: number }) {
  const w = useWords(words)
  const before = previous?.items ? previous.name : undefined
  const pairs = byGap(
    scoresByItem.map(({ key, label, kpu, partner, nKpu, nPartner }) => ({
      label,
      note: w.answersCounted({ kpu: nKpu, partner: nPartner }),
      few: Math.min(nKpu, nPartner) < enough,
      first: kpu,
      second: partner,
      ...last(previous?.items?.filter(row => row.key === key) ?? []),
    })),
  )
  const chart = { title: w.scoresByItem, categories: w.item, sides: [w.kpu, w.partner] as const }
  if (tooFewPairs(pairs))
    return <FewPairs {...chart} description={`${w.itemsFew} ${onlySome(pairs, w)}`} pairs={most ? pairs.slice(0, most) : pairs} />
  if (most)
    return (
      <Dumbbell
        {...chart}
        description={pairs.length > most ? `${w.itemsSay} ${w.itemsDrawn({ drawn: most })}` : w.itemsSay}
        before={before}
        pairs={pairs.slice(0, most)}
        among={pairs}
      />
    )
  return chunked(pairs, 10).map((some, at) => {
    const range = `${10 * at + 1}–${10 * at + some.length}`
    // Its page is called so already.
    const named = { title: at ? `${w.scoresByItem} (${range})` : w.scoresByItem, head: at ? range : '' }
    return <Dumbbell {...chart} {...named} description={w.itemsSay} before={before} pairs={some} among={pairs} />
  })
}

/** Who has scored what few have. */
function onlySome(pairs: readonly Pair[], w: (typeof words)['id']): string {
  const has = (side: 'first' | 'second') => pairs.some(pair => pair[side] !== null)
  const both = pairs.filter(({ first, second }) => first !== null && second !== null).length
  return w.onlySome({ side: !has('second') ? 'kpu' : !has('first') ? 'partner' : 'both', both })
}

const chunked = <Each,>(all: readonly Each[], size: number): Each[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(size * at, size * (at + 1)))

/** What that row said in the cycle before. */
const last = ([row]: readonly { kpu: number | null; partner: number | null }[]) =>
  row && { before: { first: row.kpu, second: row.partner } }

/** Where both sides differ most stands first; what only one of them scored stands last, and behind it what few have scored. */
function byGap<Each extends { first: number | null; second: number | null; few: boolean }>(pairs: readonly Each[]): Each[] {
  const gap = ({ first, second }: Each) => (first === null || second === null ? -1 : Math.abs(first - second))
  return pairs
    .filter(({ first, second }) => first !== null || second !== null)
    .toSorted((a, b) => Number(a.few) - Number(b.few) || gap(b) - gap(a))
}
