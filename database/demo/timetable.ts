import { addDays } from '../../src/platform/values/clock.ts'

type Days = { name: string; period: number; opensOn: string; dueOn: string; closesOn: string }

/**
 * The days of the demo world, all counted from the day it is made, so that its story is always of now: people and register of the year
 * before last, the evaluation of the year before last closed a year ago, that of last year running. The reports of the closed one are of the
 * last days, after all that its follow-ups had brought, so that they show what the lists show.
 */
export function timetableOf(today: string): { staffed: string; imported: string; closed: Days; running: Days; reported: string } {
  const lastYear = Number(today.slice(0, 4)) - 1
  return {
    staffed: addDays(today, -660),
    imported: addDays(today, -440),
    closed: cycle(lastYear - 1, addDays(today, -405)),
    // Reminded of it last four days ago: who has not answered may be reminded again today.
    running: cycle(lastYear, addDays(today, -42)),
    reported: addDays(today, -3),
  }
}

const cycle = (period: number, opensOn: string): Days => ({
  name: `Evaluasi Kerja Sama ${period}`,
  period,
  opensOn,
  dueOn: addDays(opensOn, 52),
  closesOn: addDays(opensOn, 66),
})
