/** What is to happen on its day; what happens may add what comes of it later, never earlier. */
export type Diary = { on(day: string, act: () => Promise<unknown>): void; live(): Promise<void> }

/**
 * Lives through the demo world day by day, so that whatever it keeps in order (the audit trail, the numbers, what a report knows) is in the
 * order of its days. What falls on one day happens in the order in which it was noted.
 */
export function emptyDiary(): Diary {
  const entries: { day: string; act: () => Promise<unknown> }[] = []
  let today = ''
  return {
    on(day, act) {
      if (day < today) throw new Error(`It is ${today} in the demo world: nothing can happen on ${day} any more`)
      entries.splice(entries.findLastIndex(entry => entry.day <= day) + 1, 0, { day, act })
    },
    async live() {
      for (let next = entries.shift(); next; next = entries.shift()) {
        today = next.day
        await next.act()
      }
    },
  }
}

/** The hour at which things happen on a day; on the one that has only begun, now, as nothing can happen later. */
export const hourOn = (day: string, now: Date): Date => new Date(Math.min(Date.parse(`${day}T02:30:00Z`), now.getTime()))
