import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { endAccess, ensureAccount, keptPassword, setPassword, signsInByLink } from '../../../platform/auth/accounts.ts'
import { addressee, sendLetter } from '../../../platform/auth/letters.ts'
import { issueLink, linkIsVoid, takeLink } from '../../../platform/auth/links.ts'
import { checkPassword, hashPassword, Password, placesOf, verifyPassword } from '../../../platform/auth/passwords.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { type Context, internalOperation, self } from '../../../platform/operation/operation.ts'
import { forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { email, flag } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

/**
 * The letter that lets somebody in who cannot come in now: to a partner's contact a link that signs in, to everybody else one to
 * a password. Run as a job, so that an address which nobody has takes the page exactly as long. How often it may be asked for is bounded
 * where it is asked (throttle.ts), never here: a request that was taken is answered, however many other letters went the same way.
 */
export const answerRequest = internalOperation({
  name: 'sign-in.answer',
  input: z.object({ email, next: z.string().default('/') }),
  output: z.null(),
  async run(context, { email, next }) {
    const person = await addressee(context, email)
    if (!person) return null
    await ensureAccount(context, person)
    const byLink = await signsInByLink(context.db, person.id, context.clock.today())
    const url = byLink ? await issueLink(context, 'session', person.id, next) : await issueLink(context, 'password', person.id)
    await sendLetter(context, byLink ? 'link' : 'password', person, url)
    return null
  },
})

/** Puts the request in the queue, whoever's address it is. */
export const requestLetter = internalOperation({
  name: 'sign-in.request',
  input: z.object({ email, next: z.string().default('/') }),
  output: z.null(),
  async run(context, request) {
    await context.enqueue('sign-in.answer', request)
    return null
  },
})

/** A password chosen by link: uses the link up and ends all that whoever knew the old one may still hold. `tokens` were revoked. */
export const choosePassword = internalOperation({
  name: 'sign-in.password',
  input: z.object({ token: z.string().max(200), password: Password }),
  output: z.object({ email: z.string(), tokens: z.int() }),
  async run(context, { token, password }) {
    const { person, purpose } = await takeLink(context, token, ['invitation', 'password'])
    if (!person) throw linkIsVoid()
    checkPassword(password, { ...person, places: await placesOf(context, person.id) })
    await setPassword(context, await ensureAccount(context, person), await hashPassword(password))
    const { tokens } = await endAccess(context, person.id)
    if (purpose === 'password') await sendLetter(context, 'passwordChanged', person, `${context.baseUrl}/lupa-sandi`, tokens)
    record(context, { kind: 'person', id: person.id, reach: ownReach(context) }, null, { passwordSetBy: purpose, tokensRevoked: tokens })
    return { email: person.email, tokens }
  },
})

/** A sign-in by link: uses it up and says whose account it opens, and where it leads. */
export const redeemLink = internalOperation({
  name: 'sign-in.link',
  input: z.object({ token: z.string().max(200) }),
  output: z.object({ userId: z.string(), personId: z.string(), next: z.string() }),
  async run(context, { token }) {
    const { person, next } = await takeLink(context, token, ['session'])
    if (!person || !(await signsInByLink(context.db, person.id, context.clock.today()))) throw linkIsVoid()
    return { userId: await ensureAccount(context, person), personId: person.id, next }
  },
})

/** Who came in and how, for the audit trail. */
export const noteSignIn = internalOperation({
  name: 'sign-in.done',
  input: z.object({ how: z.enum(['password', 'code', 'link', 'oidc', 'demo', 'setup']), from: z.string().max(60) }),
  output: z.null(),
  async run(context, { how, from }) {
    record(context, { kind: 'person', id: self(context), reach: ownReach(context) }, null, { signedIn: how, from })
    return null
  },
})

/**
 * Somebody's own new password; the current one is asked, the session in use stays, all others end, and tokens too unless they are to stay.
 */
export const changePassword = internalOperation({
  name: 'account.password',
  input: z.object({ current: z.string().max(1000), password: Password, keepTokens: flag.default(false) }),
  output: z.object({ tokens: z.int() }),
  async run(context, { current, password, keepTokens }) {
    const { userId, person } = await ownAccount(context)
    const kept = await keptPassword(context.db, userId)
    if (!kept || !(await verifyPassword(kept, current))) throw invalid('current', refusals.passwordNotCurrent)
    checkPassword(password, { ...person, places: await placesOf(context, person.id) })
    await setPassword(context, userId, await hashPassword(password))
    const { tokens } = await endAccess(context, person.id, { keepTokens })
    await sendLetter(context, 'passwordChanged', person, `${context.baseUrl}/lupa-sandi`, tokens)
    record(context, { kind: 'person', id: person.id, reach: ownReach(context) }, null, { passwordSetBy: 'self', tokensRevoked: tokens })
    return { tokens }
  },
})

/** The second factor was switched on or off: noted, and said by letter. */
export const noteSecondFactor = internalOperation({
  name: 'account.second-factor',
  input: z.object({ on: z.boolean() }),
  output: z.null(),
  async run(context, { on }) {
    const { person } = await ownAccount(context)
    await sendLetter(context, on ? 'factorOn' : 'factorOff', person, `${context.baseUrl}/lupa-sandi`)
    record(context, { kind: 'person', id: person.id, reach: ownReach(context) }, { secondFactor: !on }, { secondFactor: on })
    return null
  },
})

/** Takes away what has run out: sessions, links and unfinished sign-ins after a week, counts of attempts at once. */
export const tidySignIn = internalOperation({
  name: 'sign-in.tidy',
  input: z.object({}),
  output: z.null(),
  async run({ db, clock }) {
    const now = clock.now()
    const weekAgo = new Date(now.getTime() - 7 * 86_400_000)
    await db.deleteFrom('auth_session').where('expiresAt', '<', weekAgo).execute()
    await db.deleteFrom('auth_verification').where('expiresAt', '<', weekAgo).execute()
    await db
      .deleteFrom('sign_in_link')
      .where('expires_at', '<', new Date(now.getTime() - 90 * 86_400_000))
      .execute()
    await db.deleteFrom('attempt').where('expire', '<', now.getTime()).execute()
    return null
  },
})

/** Offices that may read of it in the audit trail: the person's own. */
export const ownReach = ({ actor }: Pick<Context, 'actor'>): string[] => (actor.office ? [actor.office.path] : [])

async function ownAccount(context: Context) {
  if (context.actor.scope) throw forbidden()
  const person = await context.db
    .selectFrom('person_card')
    .select(['id', 'name', 'email', sql<Locale>`locale`.as('locale'), 'auth_user_id'])
    .$narrowType<{ email: string }>() // whoever has an account has an address
    .where('id', '=', self(context))
    .forUpdate() // of two who know one password only the first changes it
    .executeTakeFirstOrThrow()
  if (!person.auth_user_id) throw new Refusal('conflict', refusals.passwordMissing)
  return { person, userId: person.auth_user_id }
}
