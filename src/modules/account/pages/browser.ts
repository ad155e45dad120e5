import { getCookie } from 'hono/cookie'
import type { z } from 'zod'
import { rememberDevice } from '../../../platform/auth/known-device.ts'
import { cookieName, verifyToken } from '../../../platform/auth/session.ts'
import { anonymous } from '../../../platform/authority/actor.ts'
import { actorOfPerson } from '../../../platform/authority/load-actor.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { peerOf } from '../../../platform/intake/peer.ts'
import { call, type Operation } from '../../../platform/operation/operation.ts'
import { problemsIn } from '../../../platform/refusals/input-problems.ts'
import { httpStatus, Refusal, someWrong } from '../../../platform/refusals/refusal.ts'
import { errorsOf } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { noteSignIn } from '../operations/signing-in.ts'

type Again = (errors: Errors, status: 422 | 409 | 429) => Response | Promise<Response>

/** Does what a form asks; on a refusal that the person can do something about, the form again with what is wrong. */
export async function attempt(c: Request, again: Again, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict' && error.code !== 'too_many')) throw error
    return again(errorsOf(error, c.var.viewer.locale), httpStatus[error.code])
  }
}

/** What a form holds, in shape; else `invalid` with the messages beside the fields. */
export function inShape<T extends z.ZodType>(shape: T, form: object): z.output<T> {
  const parsed = shape.safeParse(form)
  if (!parsed.success) throw someWrong(problemsIn(parsed.error, form))
  return parsed.data
}

/** Runs a step as this person, or as nobody. */
export async function runAs<I extends z.ZodType, O extends z.ZodType>(
  c: Request,
  personId: string | null,
  step: Operation<I, O>,
  input: object,
): Promise<z.output<O>> {
  const { kernel, viewer } = c.var
  const actor = personId ? await actorOfPerson(kernel.store.db, personId, kernel.clock.today()) : null
  return call(kernel, actor ?? anonymous(viewer.locale), step, input as z.input<I>)
}

/** Notes in the audit trail who came in, and how, and in the browser that they did. */
export async function noteEntry(c: Request, userId: string, how: z.input<typeof noteSignIn.input>['how']): Promise<void> {
  const person = await c.var.kernel.store.db
    .selectFrom('person_card')
    .select('id')
    .where('auth_user_id', '=', userId)
    .executeTakeFirstOrThrow()
  await runAs(c, person.id, noteSignIn, { how, from: peerOf(c) })
  rememberDevice(c, userId)
}

/** What better-auth is told of a request: the device, and of its cookies only the one that the call is about. */
export function headersFor(c: Request, cookie?: 'session_token' | 'two_factor' | 'state'): Headers {
  const headers = new Headers({ 'user-agent': c.req.header('user-agent') ?? '', 'x-sinergi-peer': peerOf(c) })
  const name = cookie && cookieName(c.var.kernel.baseUrl.startsWith('https:')).replace('session_token', cookie)
  const value = name && getCookie(c, name)
  if (name && value) headers.set('cookie', `${name}=${encodeURIComponent(value)}`)
  return headers
}

/** Hands the cookies of an answer of better-auth on to the browser. @returns the token of the session that it began, if it did */
export function forwardCookies(c: Request, answer: Response): string | null {
  const name = cookieName(c.var.kernel.baseUrl.startsWith('https:'))
  let token: string | null = null
  for (const cookie of answer.headers.getSetCookie()) {
    c.header('set-cookie', cookie, { append: true })
    const value = cookie.startsWith(`${name}=`) ? cookie.slice(name.length + 1).split(';')[0]! : ''
    token = verifyToken(decodeURIComponent(value), c.var.kernel.secret) ?? token
  }
  return token
}
