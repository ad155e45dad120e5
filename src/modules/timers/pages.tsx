import { Hono } from 'hono'
import { type Env, redirect } from '../../platform/doors/request.ts'
import { askList } from '../../web/list/ask.ts'
import { show, submit } from '../../web/show.tsx'
import { listTimers, retryTimers } from './operations.ts'
import { TimerList, timerList } from './views.tsx'
import { receipts } from './words/receipts.ts'
import { words } from './words.ts'

export const timerPages = new Hono<Env>()
  .get('/jadwal-otomatis', async c => {
    const { asked, answer } = await askList(c, timerList, listTimers, ({ asks }) => ({ state: asks.state ?? 'open' }))
    return show(c, { title: words[c.var.viewer.locale].title }, <TimerList {...answer} asked={asked} />)
  })
  .post('/jadwal-otomatis/percobaan', c =>
    submit(c, retryTimers, {
      done: ({ timers }) => redirect(c, '/jadwal-otomatis', receipts.triedAgain({ timers })),
      again: () => redirect(c, '/jadwal-otomatis'),
    }),
  )
