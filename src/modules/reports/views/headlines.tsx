import { formatScore } from '../../../platform/i18n/format.ts'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { apart, enough, leadingObstacles, moved, type Side, sidesCompared, sum, widest } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { headlineWords } from '../words/headlines.ts'

/**
 * What the figures say, in a few sentences, by the rules of `rules/conclusions.ts`, each with the way to what it rests on; where they say
 * nothing yet, that.
 */
export function Headlines({ figures }: { figures: Figures }) {
  const w = useWords(headlineWords)
  const { locale } = useViewer()
  const { cycle, totals, obstaclesByCategory } = figures
  const missing = totals.targets - totals.submitted
  const compared = sidesCompared(totals)
  const gap = widest(figures.scoresByItem)
  const [leading] = leadingObstacles(obstaclesByCategory)
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  const changed = (side: Side) => {
    const [now, before] = [totals[`${side}Score`]!, figures.previous![`${side}Score`]!]
    const by = apart(now, before)
    return w.changed({ side, way: by > 0 ? 'up' : 'down', by: formatScore(locale, Math.abs(by)), name: figures.previous!.name })
  }
  const lines = [
    missing ? (
      <CountLink href={`/evaluasi/isian?siklus=${cycle.id}&keadaan=${cycle.closed ? 'never' : 'waiting'}`} count={missing}>
        {(cycle.closed ? w.never : w.missing)({ count: missing, whole: totals.targets })}
      </CountLink>
    ) : null,
    compared ? (
      <>
        <a href="#skor">{w.compared[compared.higher]({ kpu: score(totals.kpuScore), partner: score(totals.partnerScore) })}</a>
        {compared.few ? ` ${w.few({ count: totals.bothSubmitted })}` : ''}
      </>
    ) : null,
    ...(['kpu', 'partner'] as const).map(side => (changes(figures, side) ? <a href="#skor">{changed(side)}</a> : null)),
    gap && gap.gap > 0 ? <a href="#butir">{w.gap({ gap: formatScore(locale, gap.gap), item: gap.items[0]!.label })}</a> : null,
    leading ? (
      <CountLink href={`/temuan?siklus=${cycle.id}&jenis=obstacle&kategori=${leading.category}`} count={leading.count}>
        {w.obstacle({ category: leading.label, count: leading.count, whole: sum(obstaclesByCategory) })}
      </CountLink>
    ) : null,
    totals.overdue ? (
      <CountLink href={`/tindak-lanjut?siklus=${cycle.id}&terlambat=ya`} count={totals.overdue}>
        {w.overdue({ count: totals.overdue })}
      </CountLink>
    ) : null,
  ].filter(line => line !== null)
  return (
    <Section title={w.title}>
      {lines.length ? (
        <ul class="headlines">
          {lines.map(line => (
            <li>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{w.nothing}</p>
      )}
    </Section>
  )
}

/** A side's mean went up or down since the last cycle by enough to say so (`moved`), and enough agreements carry it while this one runs. */
function changes(figures: Figures, side: Side): boolean {
  const way = moved(figures, `${side}Score`)
  return (way === 'up' || way === 'down') && (figures.cycle.closed === true || figures.totals.bothSubmitted >= enough)
}
