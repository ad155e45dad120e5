import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { bearerOf } from '../auth/identify.ts'
import { admit } from '../authority/admit.ts'
import { isForEverybody } from '../authority/roles.ts'
import type { Locale } from '../i18n/words.ts'
import { readEntries } from '../intake/entries.ts'
import { readJson } from '../intake/json.ts'
import { most, tooLarge } from '../intake/limits.ts'
import { takesFiles } from '../intake/takes-files.ts'
import { type AnyOperation, call } from '../operation/operation.ts'
import { httpStatus, invalid, type Refusal, someWrong } from '../refusals/refusal.ts'
import { secondsUntilBack } from '../refusals/unavailable.ts'
import { bodyOf } from '../streams/body.ts'
import { discard, type FileAnswer, isFile } from '../values/file-answer.ts'
import { Download } from '../values/shapes.ts'
import { compressedFlow } from './compressed.ts'
import { refusals } from './refusal-words.ts'
import { type Env, formValues, nest, type Request } from './request.ts'
import { fileForEverybody, forEverybody, takeDownload } from './visitors.ts'

/** One line of a module's `api.ts`. Parameters in the route and in the query join the body. */
export type Endpoint = {
  route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  operation: AnyOperation
  status?: 200 | 201 | 202
}
/** The REST door: one route for each endpoint, problems as RFC 9457. */
export function restRoutes(endpoints: Endpoint[]): Hono<Env> {
  const app = new Hono<Env>()
  for (const { route, operation, status = 200 } of endpoints) {
    const [method, path] = route.split(' ') as [string, string]
    const { power } = operation
    if (power !== 'own' && power !== 'open' && isForEverybody(power))
      app.on(method, path, operation.output === Download ? fileForEverybody(operation.reads === 'stream') : forEverybody)
    app.on(method, path, async c => {
      admit(c.var.actor, operation) // before the body is read: a stranger's is not even looked at
      const key = method === 'GET' ? undefined : c.req.header('idempotency-key')
      if (key !== undefined && (key.length < 1 || key.length > 200)) throw invalid('Idempotency-Key', refusals.n1200Characters)
      const answer = await call(c.var.kernel, c.var.actor, operation, await inputOf(c, method, operation), 'rest', key)
      return isFile(answer) ? sendFile(c, answer) : c.json(answer ?? null, status)
    })
  }
  return app
}

async function inputOf(c: Request, method: string, operation: AnyOperation): Promise<Record<string, unknown>> {
  const given = Object.entries(c.req.queries())
  if (given.reduce((count, [, values]) => count + values.length, 0) > most.parameters) throw tooLarge()
  const query = nest(given.map(([name, values]) => [name, values.length > 1 ? values : values[0]!]))
  return { ...query, ...(method === 'GET' ? {} : await sentTo(c, operation)), ...c.req.param() }
}

async function sentTo(c: Request, operation: AnyOperation): Promise<object> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) return readJson(c)
  const entries = await readEntries(c, takesFiles(operation))
  if (Object.keys(entries.problems).length) throw someWrong(entries.problems)
  return formValues(entries)
}

/**
 * A download: never shown as a page, never guessed at, never run. Its bytes go out as they come; when they fail half way the connection is
 * broken off, so that nobody takes what they have for the whole.
 */
export async function sendFile(c: Request, answer: FileAnswer, inline = false): Promise<Response> {
  const { name, type, size } = answer
  const shown = inline && (type === 'application/pdf' || type.startsWith('image/'))
  c.header('content-type', type)
  c.header(
    'content-disposition',
    `${shown ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  c.header('x-content-type-options', 'nosniff')
  // The page that a browser puts around a picture has styles of its own.
  c.header(
    'content-security-policy',
    `default-src 'none'; ${shown && type.startsWith('image/') ? "style-src 'unsafe-inline'; " : ''}sandbox`,
  )
  if (c.req.method === 'HEAD') {
    await discard(answer)
    return c.body(null)
  }
  const flowing = compressedFlow(c, answer)
  if (flowing.encoding) c.header('content-encoding', flowing.encoding)
  else if (size !== null) c.header('content-length', String(size))
  const failed = (error: unknown) => c.var.kernel.log.error('download.broken', { reference: c.var.reference, name, error })
  return c.body(bodyOf(flowing.chunks, failed, takeDownload(c)))
}

/** `application/problem+json` (RFC 9457), with the field messages under `errors` and what stands in the way under `existing`. */
export function problem(c: Request, error: Refusal, locale: Locale): Response {
  const status = httpStatus[error.code]
  const errors = Object.fromEntries(
    Object.entries(error.fields).map(([path, messages]) => [path, messages.map(message => message[locale])]),
  )
  const body = {
    type: `/api/problems#${error.code}`,
    title: error.localized[locale],
    status,
    code: error.code,
    ...(Object.keys(errors).length ? { errors } : {}),
    ...(error.existing.length ? { existing: error.existing } : {}),
    instance: c.req.path.slice(0, most.address),
  }
  if (status === 401) c.header('www-authenticate', bearerOf(c) ? 'Bearer error="invalid_token"' : 'Bearer')
  if (error.code === 'unavailable') c.header('retry-after', String(secondsUntilBack(error)))
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'content-type': 'application/problem+json' })
}
