import { Hono } from 'hono'
import type { Env } from '../../platform/doors/request.ts'
import { askList } from '../../web/list/ask.ts'
import { show } from '../../web/show.tsx'
import { listRuns } from './operations/listing.ts'
import { RunList, runList } from './views.tsx'
import { words } from './words.ts'

export const runPages = new Hono<Env>().get('/pekerjaan', async c => {
  const { asked, answer } = await askList(c, runList, listRuns)
  return show(c, { title: words[c.var.viewer.locale].title }, <RunList {...answer} asked={asked} />)
})
