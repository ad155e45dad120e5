import { addDays } from '../../../platform/values/clock.ts'

/** The Monday of the week in which a day is. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The weeks of a month, seven days each, with those of the months beside it that fill the first and the last. */
export function weeksOf(firstDay: string): string[][] {
  const next = addDays(firstDay, 31).slice(0, 7)
  const weeks: string[][] = []
  for (let monday = mondayOf(firstDay); monday < `${next}-01`; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  return weeks
}
