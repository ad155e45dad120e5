import { formatNumber } from '../../../platform/i18n/format.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import { national } from '../../../web/ui/charts/provinces.ts'
import { TileMap } from '../../../web/ui/charts/tile-map.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Inviter } from '../../organisation/schema.ts'
import { WhoMay } from '../../organisation/views/inviters.tsx'
import type { Side } from '../../questionnaires/schema.ts'
import { isTaking } from '../rules/phase.ts'
import type { Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'

export type Response = { assignments: number; submitted: number; late: number; draft: number; overdue: number; never: number }
export type Board = {
  cycle: Cycle
  sides: Partial<Record<Side, Response>>
  places: readonly (Response & { code: string; name: string; sides: Partial<Record<Side, Response>> })[]
  place: { code: string; name: string; path: string } | null
  scores: readonly { side: Side; n: number; score: number | null }[]
  reminding: { may: boolean; place: { code: string; name: string } | null; people: readonly Inviter[] }
}

/** For whoever sees who has not submitted and may not remind them: who may. */
export function WhoReminds({ board: { reminding } }: { board: Board }) {
  const w = useWords(evaluationWords)
  return reminding.people.length ? <WhoMay title={w.whoReminds} people={reminding.people} /> : null
}

/** How far a cycle is, in one sentence: forms submitted, days that are left, provinces that have not begun. */
export function CycleSentence({ board }: { board: Board }) {
  const w = useWords(evaluationWords)
  const { today } = useViewer()
  const { cycle, place } = board
  const submitted = total(board, 'submitted')
  const provinces = place ? [] : provincesOf(board)
  const idle = provinces.length < 2 ? 0 : provinces.filter(each => each.assignments && !each.submitted).length
  const left = daysBetween(today, cycle.dueOn)
  const taking = isTaking(cycle.phase)
  return (
    <span data-total={submitted}>
      {[
        w.sent({ part: submitted, whole: total(board, 'assignments') }) + (place ? ` · ${place.name}` : ''),
        ...(taking ? [left < 0 ? w.daysPast({ days: -left }) : w.daysLeft({ days: left })] : []),
        ...(idle ? [w.notBegun({ count: idle })] : []),
      ].join(' · ')}
    </span>
  )
}

/** Each side and what is overdue, or never came, as numbers that lead to their forms. */
export function CycleFigures({ board }: { board: Board }) {
  const w = useWords(evaluationWords)
  const list = (more: string) => listOf(board, more)
  const missing = board.cycle.phase === 'closed' ? 'never' : 'overdue'
  return (
    <Stats>
      {sidesOf(board).map(side => (
        <Stat
          label={w.sides[side]}
          value={board.sides[side]?.submitted ?? 0}
          of={board.sides[side]?.assignments ?? 0}
          unit={w.ofForms}
          href={list(`&pihak=${side}&keadaan=submitted`)}
        />
      ))}
      <Stat
        label={w.filters[missing]}
        value={total(board, missing)}
        of={total(board, 'assignments')}
        unit={w.ofForms}
        href={list(`&keadaan=${missing}`)}
      />
    </Stats>
  )
}

/** The map of the provinces; nothing where one would be looked at alone. */
export function Provinces({ board }: { board: Board }) {
  const w = useWords(evaluationWords)
  const provinces = provincesOf(board)
  if (provinces.length < 2) return null
  return (
    <TileMap
      title={w.byProvince}
      description={w.byProvinceText}
      unit={w.sentOf}
      categories={w.columns.office}
      tiles={board.places.map(({ code, name, submitted, assignments }) => ({
        code,
        name,
        value: submitted,
        of: assignments,
        // Its page is of all offices, not of its own forms.
        href: code === national.code ? undefined : provinceAt(board, code),
      }))}
    />
  )
}

/** The provinces that are furthest behind, where there are several. */
export function Behind({ board }: { board: Board }) {
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  const { locale } = useViewer()
  const provinces = provincesOf(board)
  const behind = provinces
    .filter(({ submitted, assignments }) => submitted < assignments)
    .toSorted((a, b) => a.submitted / a.assignments - b.submitted / b.assignments || b.assignments - a.assignments)
    .slice(0, 6)
  if (provinces.length < 2 || !behind.length) return null
  return (
    <Section title={w.behind}>
      <ThingList
        label={w.behind}
        things={behind.map(({ code, name, submitted, assignments }) => ({
          head: name,
          href: provinceAt(board, code),
          aside: (
            <CountLink href={provinceAt(board, code)} count={submitted}>
              {f.of({ part: formatNumber(locale, submitted), whole: formatNumber(locale, assignments) })}
            </CountLink>
          ),
        }))}
      />
    </Section>
  )
}

const provinceAt = ({ cycle }: Board, code: string) => `/evaluasi/${cycle.id}?provinsi=${code}`
export const provincesOf = ({ places }: Board) => places.filter(({ code }) => code !== '00')
export const listOf = ({ cycle, place }: Board, more: string) =>
  `/evaluasi/isian?siklus=${cycle.id}${place ? `&provinsi=${place.code}` : ''}${more}`
export const total = ({ places }: Board, field: keyof Response): number => places.reduce((all, place) => all + place[field], 0)

/** A partner's board knows nothing of the other side's forms: that they were 0 of 0 would not be so. */
export function sidesOf({ cycle, sides }: Board): readonly Side[] {
  const known = cycle.instrument.sides.filter(side => sides[side]?.assignments)
  return known.length ? known : cycle.instrument.sides
}
