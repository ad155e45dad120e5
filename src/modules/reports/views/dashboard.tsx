import { formatDay, formatScore } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { national } from '../../../web/ui/charts/provinces.ts'
import { StackedBar } from '../../../web/ui/charts/stacked-bar.tsx'
import { TileMap } from '../../../web/ui/charts/tile-map.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as webWords } from '../../../web/words.ts'
import { fewestOnMap } from '../rules/bounds.ts'
import { apart, type Side, unfinished } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'
import { Charts } from './charts.tsx'
import { Headlines } from './headlines.tsx'
import { Overdue } from './overdue.tsx'

/** How far a cycle is and what it says: big numbers, then pictures that lead to the forms, findings and follow-ups behind them. */
export function Dashboard({ figures, mayMake }: { figures: Figures; mayMake: boolean }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { totals, cycle } = figures
  const list = (query: Record<string, string>) => `/evaluasi/isian?${new URLSearchParams({ siklus: cycle.id, ...query })}`
  return (
    <>
      <PageHead title={w.dashboardOf({ name: cycle.name })} lead={`${formatDay(locale, cycle.from)} – ${formatDay(locale, cycle.to)}`}>
        {mayMake ? (
          <ButtonLink kind="primary" href={`/laporan/baru?siklus=${cycle.id}`}>
            {w.make}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/evaluasi/${cycle.id}`}>{w.toList}</ButtonLink>
      </PageHead>
      <Stats>
        <Stat
          label={w.responded}
          value={totals.submitted}
          of={totals.targets}
          unit={w.ofForms}
          href={list({ keadaan: 'submitted' })}
          {...since(figures, w)}
        />
        {(['kpu', 'partner'] as const).map(side =>
          totals[`${side}Targets`] ? (
            <Stat
              label={w[`${side}Side`]}
              value={totals[`${side}Submitted`]}
              of={totals[`${side}Targets`]}
              unit={w.ofForms}
              href={list({ pihak: side, keadaan: 'submitted' })}
            >
              <SideScore figures={figures} side={side} />
            </Stat>
          ) : null,
        )}
        {totals.pairs ? <Stat label={w.bothSent} value={totals.bothSubmitted} of={totals.pairs} unit={w.pairs} /> : null}
        <Overdue
          overdue={totals.overdue}
          unfinished={unfinished(figures)}
          followUps={totals.followUps}
          href={`/tindak-lanjut?${new URLSearchParams({ siklus: cycle.id, terlambat: 'ya' })}`}
        />
      </Stats>
      <div class="beside">
        <div class="part">
          <Progress figures={figures} />
        </div>
        <Headlines figures={figures} />
      </div>
      <Charts figures={figures} />
    </>
  )
}

/** What a side scored, and how much that went up or down since the cycle before. */
function SideScore({ figures: { totals, previous }, side }: { figures: Figures; side: Side }) {
  const w = useWords(words)
  const { change } = useWords(webWords)
  const { locale } = useViewer()
  const [now, before] = [totals[`${side}Score`], previous?.[`${side}Score`] ?? null]
  if (now === null) return null
  const by = before === null ? null : apart(now, before)
  const moved =
    by === null ? '' : by === 0 ? `, ${change.same}` : `, ${change[by > 0 ? 'up' : 'down']} ${formatScore(locale, Math.abs(by))}`
  return (
    <small>
      {w.scoreNow({ score: formatScore(locale, now) })}
      {moved} {by === null ? '' : w.comparedWith({ name: previous!.name })}
    </small>
  )
}

/** A map of fewer provinces shows nothing: then the offices by name, those that have forms. */
function Progress({ figures: { responseByProvince, responseByOffice, cycle } }: { figures: Figures }) {
  const w = useWords(words)
  const provinces = responseByProvince.filter(({ code, targets }) => code !== '00' && targets > 0)
  if (provinces.length >= fewestOnMap)
    return (
      <TileMap
        title={w.responseByProvince}
        description={w.responseSays}
        categories={w.province}
        unit={w.formUnit}
        tiles={responseByProvince
          .filter(({ targets }) => targets > 0)
          .map(({ code, name, targets, submitted }) => ({
            code,
            name,
            value: submitted,
            of: targets,
            href: code === national.code ? undefined : `/evaluasi/${cycle.id}?provinsi=${code}`,
          }))}
      />
    )
  const offices = responseByOffice.filter(({ targets }) => targets > 0)
  if (!offices.length) return <EmptyState title={w.noForms} />
  return (
    <StackedBar
      title={w.responseByOffice}
      description={w.responseByOfficeSays}
      categories={w.office}
      parts={[
        { label: w.sent, ink: 'brand' },
        { label: cycle.closed ? w.neverSent : w.notSent, ink: 'edge' },
      ]}
      wholes={offices.map(({ name, targets, submitted }) => ({ label: name, values: [submitted, targets - submitted] }))}
    />
  )
}

/** How many more forms were submitted than in the cycle before; of one that still runs that says nothing. */
const since = ({ previous, totals, cycle }: Figures, w: (typeof words)['id']) =>
  previous && cycle.closed
    ? { change: { by: totals.submitted - previous.submitted, since: w.comparedWith({ name: previous.name }), good: 'up' as const } }
    : {}
