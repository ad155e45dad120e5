import { Hono } from 'hono'
import { canAnywhere } from '../../platform/authority/reach.ts'
import { type Env, type PageSection, redirect } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { show, submit } from '../../web/show.tsx'
import { listChanges, markChanges } from './operations.ts'
import { ChangesView, LatestChanges } from './views.tsx'
import { receipts } from './words/receipts.ts'
import { words } from './words/words.ts'

export const changePages = new Hono<Env>()

changePages.get('/perubahan', async c => {
  const found = await call(c.var.kernel, c.var.actor, listChanges, {})
  return show(c, { title: words[c.var.viewer.locale].title }, <ChangesView {...found} hasTrail={canAnywhere(c.var.actor, 'audit.read')} />)
})

changePages.post('/perubahan/dilihat', c =>
  submit(c, markChanges, {
    done: () => redirect(c, '/perubahan', receipts.changesMarkedSeen),
    again: () => redirect(c, '/perubahan'),
  }),
)

/** How many the home page names. */
const mostBeside = 5

/** On the home page, where there is something. */
export const changeSections: PageSection[] = [
  {
    on: 'home',
    order: 10,
    power: 'change.read',
    async render(c) {
      const { changes, more } = await call(c.var.kernel, c.var.actor, listChanges, { most: mostBeside })
      return changes.length ? <LatestChanges changes={changes} more={more} /> : null
    },
  },
]
