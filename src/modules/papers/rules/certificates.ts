import { createHash } from 'node:crypto'

/** Where somebody who was invited was, for each session that was meant for them; `proxy` is who came instead. */
export type Seat = { status: string; proxy: string | null }
/** Somebody who was there, or was to be: `proxy` where they came in the place of the invitee. */
export type Attended = { of: string; proxy: string | null; attended: number; sessions: number; gets: boolean }

/**
 * Whoever was invited, and each who came in their place, with at how many of the sessions meant for the invitee they were; late counts,
 * and so does gone early. `percent` null: no rule was said, so nobody gets one.
 */
export function attendedBy(invitee: string, seats: readonly Seat[], percent: number | null): Attended[] {
  const sessions = seats.length
  const line = (proxy: string | null, attended: number): Attended => ({
    of: proxy === null ? invitee : `${invitee}.${digest(proxy)}`,
    proxy,
    attended,
    sessions,
    gets: percent !== null && attended > 0 && attended * 100 >= percent * sessions,
  })
  const proxies = Map.groupBy(
    seats.filter(({ status, proxy }) => status === 'replaced' && proxy !== null),
    ({ proxy }) => proxy!,
  )
  return [
    line(null, seats.filter(({ status }) => status === 'present').length),
    ...[...proxies].map(([proxy, some]) => line(proxy, some.length)),
  ]
}

/** `RP-2026-0012/SERT/4F09A1C2`: always the same of the same person at the same meeting. */
export const certificateNumber = (meeting: string, of: string): string => `${meeting}/SERT/${digest(of).toUpperCase()}`

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
