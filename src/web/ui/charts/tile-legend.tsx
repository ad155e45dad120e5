import { formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer } from '../../viewer.ts'
import type { Canvas, Ink } from './paint.ts'

/** What the five shades mean: shares in whole per cent, or numbers up to `most`, each of them in one shade only. */
export function TileLegend({ canvas, most, digits }: { canvas: Canvas; most: number | undefined; digits: number }) {
  const { locale } = useViewer()
  const whole = most ?? 100
  const unit = most === undefined ? 1 : 10 ** -digits
  // The least number of a step, counted in units.
  const least = (step: number) => Math.ceil(Math.round((whole * (step - 1) * 1000) / (5 * unit)) / 1000)
  const n = (units: number) => formatNumber(locale, units * unit, digits)
  const steps = [1, 2, 3, 4, 5]
    .map(step => ({ step, from: least(step), to: step === 5 ? whole / unit : least(step + 1) - 1 }))
    .filter(({ from, to }) => from <= to)
    .map(({ step, from, to }) => ({
      ink: `step${step}` as Ink,
      label: `${from === to ? n(from) : `${n(from)}–${n(to)}`}${most === undefined ? '%' : ''}`,
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
