import { Hono } from 'hono'
import type { Env } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { forbidden } from '../../platform/refusals/refusal.ts'
import { look } from './operations.ts'

/** For `<live-part>`: server-sent events, by the session of the one who looks at the page. Programs ask `GET /live` instead. */
export const livePages = new Hono<Env>().get('/api/v1/live/stream', async c => {
  const { kernel, actor, sessionToken } = c.var
  const { topics } = await call(kernel, actor, look, { topics: c.req.query('topics') ?? '' })
  if (!sessionToken) throw forbidden()
  const names = topics.map(({ topic }) => topic)
  const stream = await kernel.live.follow(kernel, actor, sessionToken, names, look)
  return c.body(stream, 200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' })
})
