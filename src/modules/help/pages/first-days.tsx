import { Hono } from 'hono'
import { type Env, type PageSection, type Request, redirect } from '../../../platform/doors/request.ts'
import { type AnyOperation, call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { submit } from '../../../web/show.tsx'
import { completeFirstStep, dismissFirstDays, restoreFirstDays, showFirstDays } from '../operations/first-days.ts'
import { isByHand } from '../rules/first-days.ts'
import { FirstDaysList } from '../views/first-days.tsx'
import { receipts } from '../words/receipts.ts'

const took = (c: Request, operation: AnyOperation, to: string, said: (typeof receipts)['dismissed'], add = {}) =>
  submit(c, operation, { add, done: () => redirect(c, to, said), again: () => redirect(c, to) })

/** What is said on the list of the first days; guarded by the pages of the help that stand before it. */
export const firstDayPages = new Hono<Env>()
  .post('/bantuan/hari-pertama/penutupan', c => took(c, dismissFirstDays, '/', receipts.dismissed))
  .post('/bantuan/hari-pertama/pembukaan', c => took(c, restoreFirstDays, '/', receipts.restored))
  .post('/bantuan/hari-pertama/:step', c => {
    const step = c.req.param('step')
    if (!isByHand(step)) throw notFound()
    return took(c, completeFirstStep, '/', receipts.completed, { step })
  })

/** On the home page of somebody who is new. */
export const firstDaySections: PageSection[] = [
  {
    on: 'home',
    order: 1,
    power: 'agreement.read',
    async render(c) {
      const firstDays = await call(c.var.kernel, c.var.actor, showFirstDays, {})
      return firstDays.isShown ? <FirstDaysList firstDays={firstDays} onHome /> : null
    },
  },
]
