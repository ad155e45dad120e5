import { createHash } from 'node:crypto'
import { consume } from '../../../platform/auth/throttle.ts'
import { hashToken } from '../../../platform/auth/tokens.ts'
import { actorOfPerson } from '../../../platform/authority/load-actor.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { asVisit, countPlace } from '../../../platform/doors/visitors.ts'
import { call } from '../../../platform/operation/operation.ts'
import { httpStatus, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { readFeed } from '../operations/read.ts'
import { readerOf } from '../queries/feeds.ts'

/**
 * What a calendar program reads at a secret address, whoever is signed in there. An address that there is not, one that was revoked and
 * one of a person who has left are answered alike.
 */
export async function answerFeed(c: Request): Promise<Response> {
  try {
    let text = ''
    await asVisit(c, async () => {
      text = await textOf(c, (c.req.param('file') ?? '').replace(/\.ics$/, ''))
    })
    return answered(c, text)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
    return c.text(error.localized.en, httpStatus[error.code])
  }
}

async function textOf(c: Request, secret: string): Promise<string> {
  const { kernel } = c.var
  const reader = await readerOf(kernel.store.db, hashToken(secret))
  if (!reader) {
    await countPlace(c, 'calendarPlace')
    throw notFound()
  }
  await consume(c, 'calendar', reader.id)
  const actor = await actorOfPerson(kernel.store.db, reader.personId, kernel.clock.today())
  if (!actor) throw notFound()
  return (await call(kernel, actor, readFeed, { id: reader.id })).text
}

/** Kept by the one who reads alone, who asks each time whether it is still so. */
function answered(c: Request, text: string): Response {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`
  c.header('cache-control', 'private, no-cache')
  c.header('etag', etag)
  c.header('x-robots-tag', 'noindex')
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  c.header('content-disposition', 'inline; filename="sinergi.ics"')
  return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' })
}

const isKnown = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some(each => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
