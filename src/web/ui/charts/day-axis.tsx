import { formatDay } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { dayNumber, monthsBetween } from './days.ts'
import type { Canvas } from './paint.ts'

type Props = { from: string; to: string; today: string; at: (day: number) => number; height: number; canvas: Canvas }

/** Months or years along the bottom, and today as a full line with its word above; the top 16 px are for that word. */
export function DayAxis({ from, to, today, at, height, canvas: { x, paint } }: Props) {
  const { locale } = useViewer()
  const w = useWords(words)
  const now = at(dayNumber(today))
  return (
    <>
      {monthsBetween(from, to, 5).map((day, index) => {
        const share = at(dayNumber(day))
        return (
          <>
            <line x1={x(share)} x2={x(share)} y1="16" y2={height} stroke-dasharray="2 4" {...paint({ stroke: 'line' })} />
            <text x={x(share)} y={height + 18} text-anchor={anchor(share)} font-size="12" {...paint({ fill: 'soft' })}>
              {monthOf(formatDay(locale, day, 'short'), index === 0 || day.slice(5, 7) === '01')}
            </text>
          </>
        )
      })}
      {today < from || today > to ? null : (
        <>
          <line x1={x(now)} x2={x(now)} y1="16" y2={height} stroke-width="1.5" {...paint({ stroke: 'ink' })} />
          <text x={x(now)} y="11" text-anchor={anchor(now)} font-size="12" font-weight="600" {...paint({ fill: 'ink' })}>
            {w.today}
          </text>
        </>
      )}
    </>
  )
}

/** "1 Jul 2026" as "Jul", with the year where a new one begins. */
const monthOf = (day: string, withYear: boolean) =>
  day
    .split(' ')
    .slice(1, withYear ? 3 : 2)
    .join(' ')

/** Near the edges a text turns inward, so that none is cut. */
export const anchor = (share: number): 'start' | 'middle' | 'end' => (share < 0.08 ? 'start' : share > 0.92 ? 'end' : 'middle')
