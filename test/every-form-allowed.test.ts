import { afterAll, beforeAll, expect, test } from 'vitest'
import { example } from '../src/platform/values/example-ids.ts'
import { pages, whoOpens } from './browser/pages.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { formsIn } from './posted-forms.ts'
import { app, browser, kernel, person } from './world.ts'

/** People who read much and write little, and those of one office. */
const readers = ['auditor', 'inspector', 'leader', 'operator', 'partner'] as const
const cookies = {} as Record<(typeof readers)[number], string>
const seen: string[] = []

beforeAll(async () => {
  await seedExampleWorld()
  const actors = {
    auditor: await person('Auditor', 'auditor'),
    inspector: await person('Inspektur', 'inspector'),
    leader: await person('Ketua', 'office_leader', '35.10'),
    operator: await person('Operator', 'office_operator', '35.10', false),
    partner: await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner }),
  }
  for (const who of readers) cookies[who] = (await browser(actors[who])).cookie
})
afterAll(() => kernel.close())

const opened = Object.entries(pages)
  .flatMap(([route, ways]) => ways.map(way => (typeof way === 'string' ? way : route.replace(/:(\w+)/g, (_, name: string) => way[name]!))))
  .filter(address => whoOpens(address, address) !== 'stranger' && !address.startsWith('/akun'))

test('the question whether to switch a second factor off is for who may, and of somebody who has one', async () => {
  const { cookie } = await browser(await person('Nur Aini', 'national_admin'))
  const asked = async (id: string, cookie: string) =>
    (await app.request(`http://sinergi.test/orang/${id}/dua-langkah`, { headers: { cookie } })).status
  expect([await asked(example.colleague, cookie), await asked(example.person, cookie)]).toEqual([200, 303])
  expect([await asked(example.colleague, cookies.auditor), await asked(example.person, cookies.auditor)]).toEqual([403, 403])
})

test.each(readers)('no form is shown to the %s who may not send it', async who => {
  const wrong: string[] = []
  for (const address of opened) {
    const headers = { cookie: cookies[who], origin: 'http://sinergi.test' }
    const answer = await app.request(`http://sinergi.test${address}`, { headers })
    if (answer.status === 403) seen.push(await answer.text())
    if (answer.status !== 200) continue
    for (const form of formsIn(await answer.text())) {
      if (form.method !== 'post' || !form.action.startsWith('/') || /^\/(keluar|tampilan|bahasa)/.test(form.action)) continue
      const sent = await app.request(`http://sinergi.test${form.action}`, { headers, method: 'POST', body: new FormData() })
      if (sent.status === 403) wrong.push(`${address}: ${form.action}`)
    }
  }
  expect(wrong).toEqual([])
})

test('whoever is refused a form is told whose work it is', () => {
  expect(seen.filter(page => page.includes('Ini tugas ')).length).toBeGreaterThan(20)
})
