import { ChartRun } from 'docx/charts'
import type { WordChartName } from './word-outline.ts'

const shades = ['CFE3EA', '8FBCCB', '3F8299', '0B5267', 'F4F6F7']

/**
 * A chart that Word itself draws, so that an office can restyle it. Its title is the tag by which the filler finds it; the figures in
 * it are placeholders that the filler always replaces.
 */
export function chartRun(name: WordChartName, description: string): ChartRun {
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
    dataLabels: { value: true, ...(name === 'chartItems' && { numberFormat: '0.0' }) },
    ...(name === 'chartItems' && { valueAxis: { minimum: 0, maximum: 100 } }),
    gapWidth: 40,
    transformation: { width: 560, height: name === 'chartItems' ? 420 : name === 'chartMaturity' ? 280 : 220 },
    altText: { name, description, title: description },
  })
}
