import { z } from 'zod'
import { email, id, line, list, optional, paragraphs, rule, seenRev } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

export const proxyScopes = ['attend', 'speak', 'vote', 'sign'] as const
export const endings = ['arrived', 'withdrawn', 'replaced'] as const

/** Who goes in the place of somebody who is invited. `busy`: they must be elsewhere at that time. */
export const MeetingProxy = z.object({
  id,
  invitee: z.object({ id, name: z.string() }),
  session: z.object({ id, name: z.string() }).nullable().describe('Null for the whole meeting'),
  personId: id.nullable(),
  name: z.string(),
  institution: z.string().nullable(),
  position: z.string().nullable(),
  scopes: z.array(z.enum(proxyScopes)),
  reason: z.string().nullable(),
  busy: z.boolean(),
  endedAt: z.iso.datetime().nullable(),
  endedHow: z.enum(endings).nullable(),
})
export type MeetingProxy = z.infer<typeof MeetingProxy>

const fields = {
  person: optional(id).describe('Somebody who holds a position at the same office on the day of the meeting'),
  guest: optional(line(200, 2)).describe('Or somebody else by name, with the reason'),
  institution: optional(line(200)),
  email: optional(email),
  session: optional(id).describe('One session; left out for the whole meeting'),
  scopes: list(z.enum(proxyScopes), proxyScopes.length).default(['attend']).describe('What they may do there'),
  reason: optional(paragraphs(1000)),
  rev: seenRev,
}
const rules = <T extends z.ZodType<{ person: string | null; guest: string | null; reason: string | null; scopes: readonly string[] }>>(
  shape: T,
) =>
  shape
    .refine(({ person, guest }) => (person === null) !== (guest === null), rule(['person'], refusals.onePerson, ['person', 'guest']))
    .refine(({ guest, reason }) => guest === null || reason !== null, rule(['reason'], refusals.whyGuest, ['guest', 'reason']))
    .refine(({ scopes }) => scopes.length > 0, rule(['scopes'], refusals.scopesMissing, ['scopes']))
export const ProxyDraft = rules(z.object({ ...fields, id }))
export const ProxyByLink = rules(z.object({ ...fields, token: z.string().max(200) }))
