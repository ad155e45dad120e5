import { formatDay, formatScore } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Bars } from '../../../web/ui/charts/bars.tsx'
import { Dumbbell } from '../../../web/ui/charts/dumbbell.tsx'
import type { Ink } from '../../../web/ui/charts/paint.ts'
import { Pareto } from '../../../web/ui/charts/pareto.tsx'
import { StackedBar } from '../../../web/ui/charts/stacked-bar.tsx'
import { TileMap } from '../../../web/ui/charts/tile-map.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as webWords } from '../../../web/words.ts'
import { fewestOnMap } from '../rules/bounds.ts'
import { apart, enough, type Side, unfinished } from '../rules/conclusions.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'
import { Compared } from './compared.tsx'
import { Headlines } from './headlines.tsx'

const statusInks: Record<string, Ink> = {
  active: 'good',
  expiring: 'warning',
  expired: 'soft',
  in_renewal: 'accent',
  completed: 'edge',
  terminated: 'edge',
}

/** How far a cycle is and what it says: big numbers, then pictures that lead to the forms, findings and follow-ups behind them. */
export function Dashboard({ figures, mayMake }: { figures: Figures; mayMake: boolean }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { totals, cycle, names } = figures
  const classLabel = (code: string) => names.classes.find(each => each.code === code)?.label ?? code
  const classes = figures.partnersByClass.filter(({ agreements }) => agreements > 0)
  const followUps = (query: Record<string, string>) => `/tindak-lanjut?${new URLSearchParams({ siklus: cycle.id, ...query })}`
  const findings = (query: Record<string, string>) => `/temuan?${new URLSearchParams({ siklus: cycle.id, ...query })}`
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
          unit={w.formUnit}
          href={`/evaluasi/${cycle.id}`}
          {...since(figures, w)}
        />
        <Stat
          label={w.kpuSide}
          value={totals.kpuSubmitted}
          of={totals.kpuTargets}
          unit={w.formUnit}
          href={list({ pihak: 'kpu', keadaan: 'submitted' })}
        >
          <SideScore figures={figures} side="kpu" />
        </Stat>
        <Stat
          label={w.partnerSide}
          value={totals.partnerSubmitted}
          of={totals.partnerTargets}
          unit={w.formUnit}
          href={list({ pihak: 'partner', keadaan: 'submitted' })}
        >
          <SideScore figures={figures} side="partner" />
        </Stat>
        <Stat label={w.bothSent} value={totals.bothSubmitted} of={totals.pairs} unit={w.pairs} />
        <Stat label={w.overdue} value={totals.overdue} of={unfinished(figures)} unit={w.unfinished} href={followUps({ terlambat: 'ya' })} />
      </Stats>
      <div class="beside">
        <div class="part">
          <Progress figures={figures} />
        </div>
        <Headlines figures={figures} />
      </div>
      <div class="columns">
        <Scores figures={figures} classLabel={classLabel} />
        <div class="part">
          <StackedBar
            title={w.statusByClass}
            description={w.statusSays}
            categories={w.class}
            absolute
            parts={used(figures).map(({ code, label }) => ({ label, ink: statusInks[code] ?? 'soft' }))}
            wholes={classes.map(({ class: kind }) => ({
              label: classLabel(kind),
              values: used(figures).map(
                ({ code }) => figures.statusByClass.find(row => row.class === kind && row.status === code)?.count ?? 0,
              ),
            }))}
          />
        </div>
        <div class="part">
          <StackedBar
            title={w.maturityByClass}
            description={w.maturitySays}
            categories={w.class}
            absolute
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
        {figures.obstaclesByCategory.length ? (
          <div class="part">
            <Pareto
              title={w.obstacles}
              description={w.obstaclesSay}
              categories={w.category}
              unit={w.findings}
              bars={figures.obstaclesByCategory.map(({ category, label, count }) => ({
                label,
                value: count,
                href: findings({ jenis: 'obstacle', kategori: category }),
                ...(category === 'none' ? { last: true } : {}),
              }))}
            />
          </div>
        ) : null}
        {totals.followUps ? (
          <div class="part">
            <Bars
              title={w.followUpStates}
              description={w.followUpsSay}
              categories={w.state}
              unit={w.followUps}
              bars={figures.followUpsByState
                .filter(({ count }) => count)
                .map(({ state, count }) => ({
                  label: names.states.find(each => each.code === state)?.label ?? state,
                  value: count,
                  href: followUps({ status: state }),
                }))}
            />
          </div>
        ) : null}
        <Compared figures={figures} />
      </div>
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
        tiles={provinces.map(({ code, name, targets, submitted }) => ({
          code,
          name,
          value: submitted,
          of: targets,
          href: `/evaluasi/${cycle.id}?provinsi=${code}`,
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
      absolute
      parts={[
        { label: w.sent, ink: 'brand' },
        { label: w.notSent, ink: 'edge' },
      ]}
      wholes={offices.map(({ name, targets, submitted }) => ({ label: name, values: [submitted, targets - submitted] }))}
    />
  )
}

function Scores({ figures, classLabel }: { figures: Figures; classLabel: (code: string) => string }) {
  const w = useWords(words)
  const { cycle } = figures
  const sides = [w.kpu, w.partner] as const
  const { previous } = figures
  const before = previous?.items ? previous.name : undefined
  const last = ([row]: readonly { kpu: number | null; partner: number | null }[]) =>
    row && { before: { first: row.kpu, second: row.partner } }
  if (!figures.scoresByClass.length)
    return (
      <Section title={w.scoresByClass}>
        <EmptyState title={cycle.closed ? w.noScoresLeft : w.noScores}>{cycle.closed ? null : w.blind}</EmptyState>
      </Section>
    )
  return (
    <>
      <div class="part" id="skor">
        <Dumbbell
          title={w.scoresByClass}
          description={`${cycle.closed ? w.revealed : w.blind} ${w.greyIsFew({ enough })}`}
          categories={w.class}
          sides={sides}
          before={before}
          pairs={byGap(
            figures.scoresByClass.map(({ class: kind, kpu, partner, both }) => ({
              label: classLabel(kind),
              note: w.pairsCounted({ count: both }),
              few: both < enough,
              first: kpu,
              second: partner,
              ...last(previous?.classes?.filter(row => row.class === kind) ?? []),
            })),
          )}
        />
      </div>
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
    </>
  )
}

const used = ({ names, statusByClass }: Figures) => names.statuses.filter(({ code }) => statusByClass.some(row => row.status === code))

/** A page says what differs most; all the rest is a press away. */
const itemsDrawn = 6

/** Where both sides differ most stands first; what only one of them scored stands last, and behind it what few have scored. */
function byGap<Each extends { first: number | null; second: number | null; few: boolean }>(pairs: readonly Each[]): Each[] {
  const gap = ({ first, second }: Each) => (first === null || second === null ? -1 : Math.abs(first - second))
  return pairs
    .filter(({ first, second }) => first !== null || second !== null)
    .toSorted((a, b) => Number(a.few) - Number(b.few) || gap(b) - gap(a))
}

/** How many more forms were submitted than in the cycle before; of one that still runs that says nothing. */
const since = ({ previous, totals, cycle }: Figures, w: (typeof words)['id']) =>
  previous && cycle.closed
    ? { change: { by: totals.submitted - previous.submitted, since: w.comparedWith({ name: previous.name }), good: 'up' as const } }
    : {}
