import { afterAll, expect, test } from 'vitest'
import { example } from '../src/platform/values/example-ids.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { attemptAt, routesOf } from './fuzz/attempts.ts'
import { chanceOf } from './fuzz/chance.ts'
import { app, browser, kernel, person } from './world.ts'

afterAll(() => kernel.close())

/** A new session now and then, since some of what is sent signs out. */
const session = 20
const ids = Object.values(example)

test('nothing that is sent to any route is answered as a bug, whoever sends it', async () => {
  await seedExampleWorld()
  const routes = routesOf(app)
  expect(routes.length).toBeGreaterThan(200)
  const chance = chanceOf(20_251_120)
  const bugs: string[] = []
  const senders = [
    () => null,
    () => person('Admin', 'national_admin'),
    () => person('Mitra', 'partner_contact', '00', false, { partnerId: example.partner }),
  ]
  for (const sender of senders) {
    let cookie = ''
    for (const [at, route] of routes.entries()) {
      if (at % session === 0) cookie = (await browser(await sender())).cookie
      const { method, path, headers, body } = attemptAt(route, () => chance.of(ids), [], chance)
      const sent = {
        method,
        headers: { cookie, origin: 'http://sinergi.test', ...headers },
        ...(body === undefined ? {} : { body: body as string }),
      }
      const answer = await app.request(`http://sinergi.test${path}`, sent)
      if (answer.status >= 500)
        bugs.push(`${answer.status} ${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)} ${String(body).slice(0, 600)}`)
    }
  }
  expect(bugs).toEqual([])
}, 240_000)
