import { formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer } from '../../viewer.ts'
import type { Canvas, Ink } from './paint.ts'

/** What the five shades mean: shares in per cent, or numbers up to `most`. */
export function TileLegend({ canvas, most, digits }: { canvas: Canvas; most: number | undefined; digits: number }) {
  const { locale } = useViewer()
  const n = (step: number) => (most === undefined ? String(step * 20) : formatNumber(locale, (most * step) / 5, digits))
  const steps = [1, 2, 3, 4, 5].map(step => ({
    ink: `step${step}` as Ink,
    label: `${n(step - 1)}–${n(step)}${most === undefined ? '%' : ''}`,
  }))
  const swatch = (ink: Ink) => <rect width="16" height="16" rx="3" stroke-width="1" {...canvas.paint({ fill: ink, stroke: 'edge' })} />
  if (canvas.standalone)
    return (
      <>
        {steps.map(({ ink, label }, index) => (
          <g transform={`translate(${index * 96} 0)`}>
            {swatch(ink)}
            <text x="22" y="13" font-size="12">
              {label}
            </text>
          </g>
        ))}
      </>
    )
  return (
    <ul class="legend">
      {steps.map(({ ink, label }) => (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            {swatch(ink)}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
