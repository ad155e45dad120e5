import { dayIn, instantOf, type Zone } from '../i18n/format.ts'
import { addDays } from '../values/clock.ts'

/** Of one person: their zone, the hour of their summary, and between which hours no letter leaves. */
export type Hours = { zone: Zone; digestHour: number; quietFrom: number | null; quietTo: number | null }

/** When the next summary is due: at the person's hour, on no day that has had one (`last`, or is earlier). */
export function nextDigest(now: Date, { zone, digestHour }: Pick<Hours, 'zone' | 'digestHour'>, last: string | null): Date {
  const today = dayIn(now, zone)
  const next = instantOf(today, digestHour, zone) > now ? today : addDays(today, 1)
  return instantOf(last !== null && next <= last ? addDays(last, 1) : next, digestHour, zone)
}

/** Until when a letter waits that is written now: the end of the quiet hours, or null where they are not. They may go over midnight. */
export function quietUntil(now: Date, { zone, quietFrom: from, quietTo: to }: Pick<Hours, 'zone' | 'quietFrom' | 'quietTo'>): Date | null {
  if (from === null || to === null || from === to) return null
  const today = dayIn(now, zone)
  const at = (hour: number, day = today) => instantOf(day, hour, zone)
  if (from < to) return now >= at(from) && now < at(to) ? at(to) : null
  if (now < at(to)) return at(to)
  return now >= at(from) ? at(to, addDays(today, 1)) : null
}
