import { randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Store } from '../database/database.ts'
import { newId } from '../operation/operation.ts'
import type { Config } from '../process/config.ts'
import { ensureAccount } from './accounts.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

export type Auth = ReturnType<typeof createAuth>
export const sessionSeconds = 7 * 86_400
export const oidcIsOn = (config: Config): boolean => Boolean(config.OIDC_DISCOVERY_URL && config.OIDC_CLIENT_ID)

/**
 * Passwords, second factor, OpenID Connect and sessions on our own database. Only the server calls it (`auth.api.…`); its HTTP
 * routes are not exposed. Links by mail are ours (`links.ts`), since they are written in the transaction that sends the letter.
 */
export function createAuth(config: Config, store: Store, secret: string, baseUrl: string) {
  return betterAuth({
    appName: 'Sinergi',
    baseURL: baseUrl,
    secret,
    database: { db: store.db as never, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'sinergi',
      useSecureCookies: baseUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-sinergi-peer'] },
    },
    rateLimit: { enabled: false }, // throttled in front of it (throttle.ts), where it can say how long to wait
    onAPIError: { errorURL: `${baseUrl}/masuk` },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: sessionSeconds },
    account: { modelName: 'auth_account', accountLinking: { enabled: true, trustedProviders: [] } },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // how long a new one must be is said where it is chosen (passwords.ts)
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await isCurrent(store, userId)) ? undefined : false) } },
    },
    plugins: [
      twoFactor({
        issuer: 'Sinergi',
        accountLockout: { enabled: false }, // wrong codes are counted in front of it (throttle.ts), before they are looked at
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
      }),
      ...(oidcIsOn(config) ? [genericOAuth({ config: [oidcOf(config, store, baseUrl)] })] : []),
    ],
  })
}

/** Ten codes of 49 bits to copy from paper: no letter that looks like a figure, none that needs the shift key. */
function recoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const five = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 10 }, () => `${five()}-${five()}`)
}

/** No session, by whichever way, without a person who is still here. */
const isCurrent = async ({ db }: Store, userId: string): Promise<boolean> =>
  !!(await db.selectFrom('person_card').select('id').where('auth_user_id', '=', userId).where('left_at', 'is', null).executeTakeFirst())

/**
 * One service of the organisation. It must sign its tokens and say that the address is verified; then whoever is registered here
 * with that address may come in, invited or not. It registers nobody.
 */
const oidcOf = (config: Config, store: Store, baseUrl: string) => ({
  providerId: 'oidc',
  discoveryUrl: config.OIDC_DISCOVERY_URL!,
  clientId: config.OIDC_CLIENT_ID!,
  ...(config.OIDC_CLIENT_SECRET ? { clientSecret: config.OIDC_CLIENT_SECRET } : {}),
  scopes: ['openid', 'email', 'profile'],
  redirectURI: `${baseUrl}/masuk/oidc/kembali`,
  requireIdTokenVerification: true,
  disableSignUp: true,
  pkce: true,
  async mapProfileToUser(profile: Record<string, unknown>) {
    const email = typeof profile.email === 'string' && profile.email_verified === true ? profile.email.toLowerCase() : null
    const person =
      email &&
      (await store.db
        .selectFrom('person_card')
        .select(['id', 'name', 'email'])
        .$narrowType<{ email: string }>()
        .where('email', '=', email)
        .where('left_at', 'is', null)
        .executeTakeFirst())
    if (person) await ensureAccount({ db: store.db }, person)
    return {}
  },
})
