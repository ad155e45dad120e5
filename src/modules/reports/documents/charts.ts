import { formatNumber } from '../../../platform/i18n/format.ts'
import { columns, provinces, rows } from '../../../web/ui/charts/provinces.ts'
import { rangeOf } from '../../../web/ui/charts/score-range.ts'
import { isNational } from '../rules/conclusions.ts'
import type { ReportData } from '../schema.ts'
import { classesWithFigures } from './class-tables.ts'
import { obligationLabel } from './result-tables.ts'
import { gap, type Name, ordered, printCell } from './table.ts'
import { tableWords } from './table-words.ts'
import { documentWords } from './words.ts'

/** A bar: how long, and what is written at its end. `bold` bars are those that the chart is about. */
export type Bar = { label: string; value: number; text: string; note: string; bold: boolean }
export type Charts = ReturnType<typeof reportCharts>

/** The figures behind the report's charts. The tables beneath them hold the same numbers. */
export function reportCharts(data: ReportData) {
  const { locale, names } = data
  const say = documentWords[locale]
  const count = (value: number) => formatNumber(locale, value)
  const bar = (label: string, value: number, note = ''): Bar => ({ label, value, text: count(value), note, bold: true })
  const said = tableWords[locale]
  const agreements = (code: string) => data.partnersByClass.find(row => row.class === code)?.agreements ?? 0
  const classes = classesWithFigures(data).toSorted((one, other) => agreements(other.code) - agreements(one.code))
  return {
    names: {
      provinces: said.provinces.share,
      obligations: said.obligations.count,
      classes: said.partners.agreements,
      obstacles: said.obstacles.count,
      followUps: said.followUps.count,
    },
    classes: classes.map(({ code, label }) => bar(label, agreements(code))),
    provinces: tileMap(data),
    responses: responses(data),
    obligations: data.obligations.map(row => ({ label: obligationLabel(data, row.result), value: row.count, text: count(row.count) })),
    maturity: maturity(data, classes),
    levels: [say.levels.one, say.levels.two, say.levels.three, say.levels.four, say.levels.unknown],
    items: byGap(data.scoresByItem).map(row => ({
      label: row.label,
      kpu: row.kpu,
      partner: row.partner,
      kpuText: printCell(locale, 'score', row.kpu),
      partnerText: printCell(locale, 'score', row.partner),
    })),
    scale: scaleOf(data),
    obstacles: obstacles(data, bar),
    followUps: ordered(
      names.states,
      data.followUpsByState.map(row => row.state),
    ).map(({ code, label }) =>
      bar(
        label,
        data.followUpsByState.reduce((sum, row) => (row.state === code ? sum + row.count : sum), 0),
      ),
    ),
  }
}

/** Where both sides differ most stands first; what only one of them scored stands last. */
function byGap(items: ReportData['scoresByItem']): ReportData['scoresByItem'] {
  const apart = ({ kpu, partner }: (typeof items)[number]) => {
    const by = gap(kpu, partner)
    return by === null ? -1 : Math.abs(by)
  }
  return items.toSorted((one, other) => apart(other) - apart(one))
}

/** The part of 0 to 100 that the scores of all items need, and where it is marked. */
function scaleOf({ scoresByItem, locale }: ReportData) {
  const { low, high, ticks } = rangeOf(scoresByItem.map(({ kpu, partner }) => ({ first: kpu, second: partner })))
  return { low, high, ticks, note: documentWords[locale].labels.scale({ low, high }) }
}

/**
 * A square for each province where the map of the screens has it, and one for the national office: of the whole country all provinces, of a
 * part of it those that it has. `share` is null without targets.
 */
function tileMap({ responseByProvince: asked, locale, office }: ReportData) {
  const national = [documentWords[locale].labels.national, 0, rows - 1] as const
  const others = isNational({ office }) ? Object.keys(provinces).filter(code => !asked.some(row => row.code === code)) : []
  const tiles = [...asked, ...others.map(code => ({ code, name: '', targets: 0, submitted: 0 }))].map(row => {
    const [short, x, y] = row.code === '00' ? national : (provinces[row.code] ?? [row.name, null, null])
    const share = row.targets ? row.submitted / row.targets : null
    const text = row.targets ? `${formatNumber(locale, row.submitted)}/${formatNumber(locale, row.targets)}` : '–'
    return { x, y, short, share, text }
  })
  return { columns, rows, tiles: tiles.filter(tile => tile.x !== null) }
}

/** What share of its forms each province has sent, in percent, for a document that cannot draw the map. */
const responses = ({ responseByProvince }: ReportData): { label: string; value: number }[] =>
  responseByProvince.filter(row => row.targets).map(row => ({ label: row.name, value: Math.round((100 * row.submitted) / row.targets) }))

function maturity({ maturityByClass, locale }: ReportData, classes: readonly Name[]) {
  return classes.map(({ code, label }) => ({
    label,
    parts: [1, 2, 3, 4, null].map(level => {
      const value = maturityByClass.reduce((sum, row) => (row.class === code && row.level === level ? sum + row.count : sum), 0)
      return { value, text: formatNumber(locale, value) }
    }),
  }))
}

/** Sorted, each with the cumulative share; bold as long as the rows before it hold less than 80 % (Pareto). */
function obstacles({ obstaclesByCategory, locale }: ReportData, bar: (label: string, value: number, note: string) => Bar): Bar[] {
  const rows = obstaclesByCategory.toSorted((one, other) => other.count - one.count)
  const whole = rows.reduce((sum, row) => sum + row.count, 0)
  const before = (at: number) => rows.slice(0, at).reduce((sum, row) => sum + row.count, 0)
  return rows.map((row, at) => ({
    ...bar(row.label, row.count, printCell(locale, 'share', whole ? before(at + 1) / whole : null)),
    bold: before(at) < 0.8 * whole,
  }))
}
