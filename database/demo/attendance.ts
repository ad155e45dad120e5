import { listAttendance, showAttendance } from '../../src/modules/attendance/operations/read.ts'
import { correctAttendance, recordAttendance } from '../../src/modules/attendance/operations/record.ts'
import type { PresenceRow } from '../../src/modules/attendance/schema/attendance.ts'
import { createRule } from '../../src/modules/invitations/operations/rules.ts'
import { setCertificateRule } from '../../src/modules/papers/operations/certificates.ts'
import { call, newId } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/**
 * The national meeting of last year, with everything that attendance may be: in time, late, gone early, excused, represented, absent, and
 * somebody who was noted at both desks, of whom it was said later that it was once.
 */
export function attend({ at, diary, kernel, people, officer }: Stage): void {
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const meetingOf = async () => {
    const rows = kernel.store.db.selectFrom('meeting').select('id').where('title', 'like', 'Rapat Monitoring dan Evaluasi%')
    return (await rows.executeTakeFirstOrThrow()).id
  }
  diary.on(day(-392), async () => {
    const meeting = await meetingOf()
    for (const { personId, partner } of people)
      if (personId && !partner)
        await call(
          at(day(-392)),
          officer,
          createRule,
          { meeting, kind: 'person', person: personId, involvement: 'must', mode: 'onsite' },
          'setup',
        )
    await call(at(day(-392)), officer, setCertificateRule, { meeting, percent: 75, rev: 0 }, 'setup')
  })
  diary.on(day(-368), async () => {
    const meeting = await meetingOf()
    const write = at(day(-368))
    const { sessions } = await call(write, officer, showAttendance, { meeting })
    const { rows } = await call(write, officer, listAttendance, { meeting, session: sessions[0]!.id })
    for (const [nth, session] of sessions.entries()) {
      const [from, to] = [session.startsAt!, session.endsAt ?? session.startsAt!].map(Date.parse) as [number, number]
      const events = rows.flatMap((row: PresenceRow, seat) => {
        const note = (kind: 'in' | 'out' | 'excused', minutes: number, more: object = {}) => ({
          id: newId(),
          session: session.id,
          invitee: row.id,
          kind,
          at: new Date(from + minutes * 60_000).toISOString(),
          source: seat % 2 ? 'Meja 1' : 'Meja 2',
          method: 'qr' as const,
          ...more,
        })
        if (seat === 1) return [note('in', -8), note('in', -2, { source: 'Meja 2' })]
        switch ((seat * 7 + nth) % 12) {
          case 3:
            return [note('in', 22)]
          case 5:
            return [note('in', -4), note('out', Math.max(1, (to - from) / 60_000 - 20), { method: 'hand' })]
          case 8:
            return [note('excused', -60, { method: 'hand', reason: 'Mendampingi pimpinan di daerah' })]
          case 9:
            return [note('in', -3, { method: 'name', proxy: 'Staf yang ditugaskan' })]
          case 11:
            return []
          default:
            return [note('in', -12 + (seat % 9))]
        }
      })
      for (let first = 0; first < events.length; first += 200)
        await call(write, officer, recordAttendance, { meeting, events: events.slice(first, first + 200) }, 'setup')
    }
    const corrected = { meeting, session: sessions[0]!.id, invitee: rows[1]!.id, is: 'once' as const }
    await call(write, officer, correctAttendance, { ...corrected, reason: 'Dipindai lagi di meja kedua saat mengambil berkas' }, 'setup')
  })
}
