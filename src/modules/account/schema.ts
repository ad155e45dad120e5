import { z } from 'zod'
import { zones } from '../../platform/i18n/format.ts'
import { id, keptRev, language } from '../../platform/values/shapes.ts'

const Instant = z.coerce.date<Date | string>()
export const Zone = z.enum(Object.keys(zones) as [keyof typeof zones])

export const Account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale: language,
  zone: Zone,
  ownZone: Zone.nullable(),
  office: z.string().nullable(),
  roles: z.array(z.string()),
  password: z.boolean(),
  secondFactor: z.boolean(),
  /** Of programs that act in this name, those in force. */
  tokens: z.int(),
  rev: keptRev,
})
export type Account = z.infer<typeof Account>

export const Session = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  address: z.string().nullable(),
  startedAt: Instant,
  seenAt: Instant,
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const Scope = z.enum(['read', 'write'])
export const Token = z.object({
  id,
  name: z.string(),
  scope: Scope,
  hint: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedOn: z.string().nullable(),
  revokedAt: Instant.nullable(),
  state: z.enum(['valid', 'expired', 'revoked']),
})
export type Token = z.infer<typeof Token>
