import { Hono } from 'hono'
import type { Env } from '../../platform/doors/request.ts'
import { show } from '../../web/show.tsx'
import { DevicePage } from './views.tsx'
import { deviceWords } from './words.ts'

/** The same for everybody who is signed in: what it shows is on their device alone. */
export const devicePages = new Hono<Env>().get('/perangkat', c =>
  show(c, { title: deviceWords[c.var.viewer.locale].title }, <DevicePage person={c.var.actor.personId ?? ''} />),
)
