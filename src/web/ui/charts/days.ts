const length = 86_400_000

/** Days since 1970 of a calendar day `yyyy-mm-dd`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / length)

/** First days of months within a span, as few as keep to `most`: every month, third, sixth or twelfth (from January). */
export function monthsBetween(from: string, to: string, most: number): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)]
  const step = [1, 3, 6, 12, 24, 60, 120].find(months => (last - first) / months <= most) ?? 240
  const days: string[] = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)
    if (day >= from && day <= to) days.push(day)
  }
  return days
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
