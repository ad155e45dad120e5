import { z } from 'zod'
import { id } from '../../../platform/values/shapes.ts'
import { Named } from './meetings.ts'

export const severityNames = ['fatal', 'warning', 'note'] as const
export const clashKinds = ['overlap', 'travel', 'same-session', 'unknown-length'] as const

const span = { startsAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable() }
/** `here` is a session of the meeting asked about; `there` where else the person is wanted, without what it is where one may not read that. */
export const MeetingClash = z.object({
  person: Named,
  severity: z.enum(severityNames),
  kind: z.enum(clashKinds),
  minutes: z.int().describe('For how long the person is wanted in both, or how many are missing on the way'),
  here: z.object({ id, title: z.string(), ...span }),
  there: z.object({ session: z.string().nullable(), meeting: Named.nullable(), ...span }),
})
export type MeetingClash = z.infer<typeof MeetingClash>
