import { Hono } from 'hono'
import type { Env } from '../../platform/doors/request.ts'
import { forbidden, unauthenticated } from '../../platform/refusals/refusal.ts'
import { look } from './operations.ts'

/** For `<live-part>`: server-sent events, by the session of the one who looks at the page. Programs ask `GET /live` instead. */
export const livePages = new Hono<Env>().get('/api/v1/live/stream', async c => {
  const { kernel, actor, sessionToken } = c.var
  if (!actor.personId) throw unauthenticated()
  if (!sessionToken) throw forbidden()
  const topics = new Set((c.req.query('topics') ?? '').split(',').filter(Boolean))
  const stream = await kernel.live.follow(kernel, actor, sessionToken, [...topics], look)
  return c.body(stream, 200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' })
})
