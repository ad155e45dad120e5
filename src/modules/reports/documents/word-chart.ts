import { ChartRun } from 'docx/charts'
import type { WordChartName } from './word-outline.ts'

const shades = ['CFE3EA', '8FBCCB', '3F8299', '0B5267', 'F4F6F7']

/**
 * A chart that Word itself draws, so that an office can restyle it. Its title is the tag by which the filler finds it; the figures in
 * it are placeholders that the filler always replaces. A score of 0 stands for none and has no label; bars of scores begin at 0 and end
 * at 100, so that their lengths are to each other as the scores are.
 */
export function chartRun(name: WordChartName, description: string, rows = usual[name]): ChartRun {
  const series = name === 'chartMaturity' ? 5 : name === 'chartItems' ? 2 : 1
  return new ChartRun({
    type: 'bar',
    title: { text: `{${name}}`, font: { size: 9 } },
    categories: ['A', 'B'],
    series: Array.from({ length: series }, (_, at) => ({
      name: `${at + 1}`,
      values: [0, 0],
      color: series === 1 ? shades[3]! : series === 2 ? ['0B5267', '8FBCCB'][at]! : shades[at]!,
    })),
    ...(series === 5 && { stacking: 'percent' as const }),
    legend: series === 1 ? false : { position: 'bottom' },
    dataLabels: { value: true, ...(name === 'chartItems' && { numberFormat: '0.0;;' }) },
    ...(name === 'chartItems' && { valueAxis: { minimum: 0, maximum: 100 } }),
    gapWidth: 40,
    transformation: { width: 560, height: heightOf(name, rows) },
    altText: { name, description, title: description },
  })
}

/** As many rows as a chart has in a national report, for a template that is to hold any report. */
const usual: Record<WordChartName, number> = {
  chartProvinces: 39,
  chartClasses: 9,
  chartObligations: 4,
  chartMaturity: 9,
  chartItems: 16,
  chartObstacles: 8,
  chartFollowUps: 5,
}

/** Room for the label of every row, since Word leaves out labels that would touch; at most a page. In pixels. */
const heightOf = (name: WordChartName, rows: number): number => {
  const each = name === 'chartItems' ? 44 : name === 'chartProvinces' ? 19 : 28
  return Math.min(820, 80 + each * Math.max(1, rows))
}
