import { formatDay } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { dayNumber, monthsBetween } from './days.ts'
import type { Canvas } from './paint.ts'

type Props = { from: string; to: string; today: string; at: (day: number) => number; height: number; canvas: Canvas }

/** Months or years along the bottom, and today as a full line with its word. */
export function DayAxis({ from, to, today, at, height, canvas: { x, paint } }: Props) {
  const { locale } = useViewer()
  const w = useWords(words)
  const now = at(dayNumber(today))
  return (
    <>
      {monthsBetween(from, to, 5).map(day => {
        const share = at(dayNumber(day))
        return (
          <>
            <line x1={x(share)} x2={x(share)} y1="0" y2={height} stroke-dasharray="2 4" {...paint({ stroke: 'line' })} />
            {Math.abs(share - now) < 0.09 ? null : (
              <text x={x(share)} y={height + 18} text-anchor={anchor(share)} font-size="12" {...paint({ fill: 'soft' })}>
                {formatDay(locale, day, 'short').replace(/^\d+ /, '')}
              </text>
            )}
          </>
        )
      })}
      {today < from || today > to ? null : (
        <>
          <line x1={x(now)} x2={x(now)} y1="0" y2={height + 4} stroke-width="1.5" {...paint({ stroke: 'ink' })} />
          <text x={x(now)} y={height + 18} text-anchor={anchor(now)} font-size="12" font-weight="600" {...paint({ fill: 'ink' })}>
            {w.today}
          </text>
        </>
      )}
    </>
  )
}

/** Near the edges a text turns inward, so that none is cut. */
export const anchor = (share: number): 'start' | 'middle' | 'end' => (share < 0.08 ? 'start' : share > 0.92 ? 'end' : 'middle')
