import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import type { Config } from '../config.ts'
import type { Store } from '../database.ts'
import { newId } from '../operation.ts'

export type Auth = ReturnType<typeof createAuth>

/**
 * Sign-in on our own database. Only the server calls it (`auth.api.…`); its HTTP routes are not exposed.
 * `letter` takes the messages that it wants sent.
 */
export function createAuth(config: Config, store: Store, secret: string, baseUrl: string, letter: (kind: 'reset' | 'link', to: string, url: string) => Promise<void>) {
  const oidc = config.OIDC_DISCOVERY_URL && config.OIDC_CLIENT_ID
  return betterAuth({
    appName: 'Sinergi',
    baseURL: baseUrl,
    secret,
    database: { db: store.db as never, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { cookiePrefix: 'sinergi', useSecureCookies: baseUrl.startsWith('https:'), database: { generateId: () => newId() }, ipAddress: { ipAddressHeaders: config.TRUST_PROXY ? ['x-forwarded-for'] : ['x-sinergi-peer'] } },
    rateLimit: { enabled: false }, // throttled in front of it, in sign-in.ts, where pages and programs both come by
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 7 * 86_400, updateAge: 86_400 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      password: { hash: password => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
      sendResetPassword: ({ user, token }) => letter('reset', user.email, `${baseUrl}/sandi/${token}`),
    },
    plugins: [
      twoFactor({ issuer: 'Sinergi', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      magicLink({ expiresIn: 14 * 86_400, disableSignUp: true, storeToken: 'hashed', sendMagicLink: ({ email, token }) => letter('link', email, `${baseUrl}/masuk/tautan/${token}`) }),
      ...(oidc ? [genericOAuth({ config: [{ providerId: 'oidc', discoveryUrl: config.OIDC_DISCOVERY_URL!, clientId: config.OIDC_CLIENT_ID!, clientSecret: config.OIDC_CLIENT_SECRET ?? '', scopes: ['openid', 'email', 'profile'], disableSignUp: true, pkce: true }] })] : []),
    ],
  })
}
