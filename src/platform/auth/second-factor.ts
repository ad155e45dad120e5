import { symmetricDecrypt } from 'better-auth/crypto'
import type { Kernel } from '../operation.ts'

/** What an authenticator app needs, `otpauth://totp/…`, while the factor is being set up; null when none waits for its first code. */
export async function pendingFactor(kernel: Kernel, userId: string): Promise<{ uri: string; key: string } | null> {
  const { db } = kernel.store
  const row = await db
    .selectFrom('auth_two_factor as f')
    .innerJoin('auth_user as u', 'u.id', 'f.userId')
    .select(['f.secret', 'u.email'])
    .where('f.userId', '=', userId)
    .where('f.verified', '=', false)
    .executeTakeFirst()
  if (!row) return null
  const { secretConfig } = await kernel.auth.$context
  const key = base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: row.secret })))
  const label = `${encodeURIComponent('Sinergi')}:${encodeURIComponent(row.email)}`
  return { uri: `otpauth://totp/${label}?secret=${key}&issuer=Sinergi&digits=6&period=30`, key }
}

/** RFC 4648, without padding: the form in which apps take a key. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
