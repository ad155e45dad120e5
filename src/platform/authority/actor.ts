import type { Zone } from '../i18n/format.ts'
import type { Locale } from '../i18n/words.ts'
import type { Role } from './roles.ts'

/** A role at a place: an office's path with or without those below it, or one partner. */
export type Grant = { role: Role; path: string | null; descendants: boolean; partnerId: string | null }

/** Who asks, resolved once per request. `system` is the operator at the machine, or a job. */
export type Actor = {
  kind: 'person' | 'system' | 'anonymous'
  personId: string | null
  name: string
  locale: Locale
  zone: Zone
  /** The office of the person's own appointment or grant; null for partners and strangers. */
  office: { id: string; name: string; path: string; kind: string } | null
  /** The partner that they speak for, by name; absent for others. */
  partner?: string
  grants: readonly Grant[]
  /** What the token in use allows; null when signed in as oneself. */
  scope: 'read' | 'write' | null
  /** The session in use; absent for programs, commands and jobs. */
  sessionId?: string
}

export const anonymous = (locale: Locale = 'id'): Actor => ({
  kind: 'anonymous',
  personId: null,
  name: 'Tamu',
  locale,
  zone: 'Asia/Jakarta',
  office: null,
  grants: [],
  scope: null,
})
export const system = (locale: Locale = 'id'): Actor => ({
  kind: 'system',
  personId: null,
  name: 'Sinergi',
  locale,
  zone: 'Asia/Jakarta',
  office: null,
  grants: [],
  scope: null,
})
