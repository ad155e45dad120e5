import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { Kernel } from '../operation/operation.ts'
import { invalid, type Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

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
  return { uri: `otpauth://totp/${label}?secret=${key}&issuer=Sinergi&digits=${digits}&period=${seconds}`, key }
}

const [seconds, digits] = [30, 6]

/**
 * Takes the time step that this code is of, which opens once (RFC 6238, 5.2): it and the ones before it are used up, also for another
 * who comes at the same moment. `wrong` when the code is of no step that would be accepted, one before and one after now counted in.
 */
export async function takeCode({ store: { db }, auth }: Kernel, userId: string, code: string): Promise<'taken' | 'used' | 'wrong'> {
  const row = await db.selectFrom('auth_two_factor').select('secret').where('userId', '=', userId).executeTakeFirst()
  if (!row) return 'wrong'
  const { secretConfig } = await auth.$context
  const otp = createOTP(await symmetricDecrypt({ key: secretConfig, data: row.secret }), { digits, period: seconds })
  const now = Math.floor(Date.now() / 1000 / seconds)
  const codes = await Promise.all([now - 1, now, now + 1].map(async step => ({ step, code: await otp.hotp(step) })))
  const steps = codes.filter(each => each.code === code).map(({ step }) => step)
  if (!steps.length) return 'wrong'
  const step = Math.max(...steps)
  const taken = await db
    .updateTable('auth_two_factor')
    .set({ last_step: step })
    .where('userId', '=', userId)
    .where(sql<boolean>`coalesce(last_step, -1) < ${step}`)
    .returning('id')
    .executeTakeFirst()
  return taken ? 'taken' : 'used'
}

export const usedCode = (): Refusal => invalid('code', refusals.codeUsed)

/** RFC 4648, without padding: the form in which apps take a key. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
