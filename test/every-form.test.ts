import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeId } from '../src/modules/organisation/schema.ts'
import { setPassword } from '../src/platform/auth/accounts.ts'
import { issueLink } from '../src/platform/auth/links.ts'
import { hashPassword } from '../src/platform/auth/passwords.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import { type Locale, locales } from '../src/platform/i18n/words.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { pages, type Who, whoOpens } from './browser/pages.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { foreignIn } from './one-language.ts'
import { type Control, controlsIn, formsIn, type PageForm, summaryIn } from './posted-forms.ts'
import { app, browser, db, kernel, person } from './world.ts'

const cookies = {} as Record<Who, string>
const known: Record<string, string> = { office: officeId('35.10') }
let tried = 0

beforeAll(async () => {
  await seedExampleWorld()
  const context = { db, clock: kernel.clock, baseUrl: kernel.baseUrl }
  for (const purpose of ['setup', 'password', 'session'] as const)
    known[purpose] = (await issueLink(context, purpose, purpose === 'setup' ? null : example.colleague)).split('/').at(-1)!
  const self = (await actorOfPerson(db, example.person, kernel.clock.today()))!
  await setPassword({ db, clock: kernel.clock }, example.person, await hashPassword('kuda-laut-melompat-tinggi'))
  const people: Record<Who, Actor | null> = {
    admin: await person('Nur Aini Pratiwi', 'national_admin'),
    partner: await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner }),
    self,
    stranger: null,
  }
  for (const [who, actor] of Object.entries(people)) cookies[who as Who] = (await browser(actor)).cookie
})
afterAll(() => kernel.close())

const opened = Object.entries(pages).flatMap(([route, ways]) =>
  ways.map(way => ({ route, way, name: typeof way === 'string' ? way : addressOf(route, way, {}) })),
)

function addressOf(route: string, parameters: Record<string, string>, values: Record<string, string>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => values[parameters[name]!] ?? parameters[name]!)
}

test.each(opened)('the forms of $name say what is wrong, all of it, in the reader’s language', async ({ route, way }) => {
  const address = typeof way === 'string' ? way : addressOf(route, way, known)
  const found: string[] = []
  for (const locale of locales) {
    const send = sender(whoOpens(route, address), locale)
    const page = await (await send(address)).text()
    for (const form of formsIn(page)) {
      const asks = form.controls.some(({ tag, type }) => tag !== 'button' && !['hidden', 'submit'].includes(type))
      if (asks && !form.novalidate && form.method !== 'dialog' && form.action !== '/cari')
        found.push(`${form.action}: the browser would judge it`)
      if (form.method !== 'post' || !asks) continue
      for (const [kind, filled] of [
        ['empty', empty(form)],
        ['garbage', garbage(form)],
      ] as const)
        if (filled) found.push(...(await refused(send, form, filled, locale)).map(each => `${locale} ${form.action} ${kind}: ${each}`))
    }
  }
  expect(found).toEqual([])
})

test('many forms were sent, so that the above means something', () => {
  expect(tried).toBeGreaterThan(100)
})

type Filled = { fields: [string, string][]; wrong: Control[] }

const isField = ({ tag, type, disabled, name, attributes }: Control): boolean =>
  tag !== 'button' && type !== 'hidden' && !disabled && name !== '' && !('readonly' in attributes)

/** Nothing filled in, as far as a browser lets one: what is chosen cannot be unchosen. Wrong is what is required. */
function empty(form: PageForm): Filled | undefined {
  const chosen = new Map(form.controls.flatMap(({ name, chosen }) => (chosen === undefined ? [] : [[name, chosen] as const])))
  const wrong = firstOfEach(form.controls.filter(control => isField(control) && control.required && !chosen.has(control.name)))
  return wrong.length ? { fields: [...always(form), ...textOf(form, ({ name }) => chosen.get(name) ?? '')], wrong } : undefined
}

/** Everything filled in with what no field of its kind takes; wrong are those kinds. */
function garbage(form: PageForm): Filled | undefined {
  const wrong = firstOfEach(form.controls.filter(control => isField(control) && control.type in nonsense))
  return wrong.length
    ? { fields: [...always(form), ...textOf(form, ({ type }) => nonsense[type] ?? 'Teks ☃ <b>"kutip"</b>')], wrong }
    : undefined
}
const nonsense: Record<string, string> = {
  date: '2025-99-99',
  email: 'bukan surel',
  number: 'bukan angka',
  select: 'tidak-ada-pilihan-ini',
  radio: 'tidak-ada-pilihan-ini',
}

/** What goes along however the form is filled in: hidden fields, and the button that is the point of it. */
function always({ controls }: PageForm): [string, string][] {
  const hidden = controls.filter(({ type }) => type === 'hidden')
  const buttons = controls.filter(({ tag, type }) => tag === 'button' && type !== 'button')
  const button = buttons.find(({ attributes }) => /primary|danger/.test(attributes.class ?? '')) ?? buttons[0]
  return [...hidden, ...(button?.name ? [button] : [])].map(({ name, value }) => [name, value])
}

const textOf = ({ controls }: PageForm, value: (control: Control) => string): [string, string][] =>
  firstOfEach(controls.filter(control => isField(control) && control.type !== 'checkbox' && control.type !== 'file')).map(control => [
    control.name,
    value(control),
  ])

const firstOfEach = (controls: Control[]): Control[] =>
  [...new Map([...controls].reverse().map(control => [control.name, control])).values()].reverse()

type Send = (address: string, fields?: [string, string][]) => Promise<Response>

function sender(who: Who, locale: Locale): Send {
  const headers = { cookie: `bahasa=${locale}; ${cookies[who]}`, origin: 'http://sinergi.test' }
  return async (address, fields) => {
    kernel.config.demo = false
    const body = new FormData()
    for (const [name, value] of fields ?? []) body.append(name, value)
    return app.request(`http://sinergi.test${address}`, { headers, ...(fields ? { method: 'POST', body } : {}) })
  }
}

/** What is not as it should be when a form is sent like this: nothing, or why. */
async function refused(send: Send, form: PageForm, { fields, wrong }: Filled, locale: Locale): Promise<string[]> {
  tried++
  const answer = await send(form.action, fields)
  if (answer.status !== 422) return [`answers ${answer.status} ${answer.headers.get('location') ?? ''}`]
  const page = await answer.text()
  const lines = summaryIn(page)
  if (!lines) return ['no summary that takes the focus']
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  return [
    ...lines.filter(({ to }) => to && !ids.has(to)).map(({ to }) => `#${to} does not exist`),
    ...lines.filter(({ to }) => !to).map(({ text }) => `leads nowhere: ${text}`),
    ...lines.flatMap(({ text }) => foreignIn(locale as (typeof locales)[number], text.replace(/^[^:]*: /, '')) ?? []),
    ...wrong.flatMap(control => told(control, lines, page)),
    ...fields.flatMap(([name, value]) => (isKept(page, name, value, form) ? [] : [`${name} is not kept`])),
  ]
}

/** One line of the summary leads to the field, or to the group that it is a row of (`satisfaction[useful]`). */
function told({ name }: Control, lines: { to: string | undefined }[], page: string): string[] {
  const ids = controlsIn(page).flatMap(control => (control.name === name && control.id ? [control.id] : []))
  if (name.endsWith(']')) ids.push(name.slice(0, name.indexOf('[')))
  const count = lines.filter(({ to }) => to && ids.includes(to)).length
  return count === 1 ? [] : [`${name} is told ${count} times`]
}

function isKept(page: string, name: string, value: string, form: PageForm): boolean {
  const before = form.controls.find(control => control.name === name)!
  if (!['text', 'email', 'tel', 'number', 'date', 'textarea'].includes(before.type) || before.tag === 'button') return true
  return controlsIn(page).some(control => control.name === name && control.value === value)
}
