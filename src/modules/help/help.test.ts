import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedExampleWorld } from '../../../test/example-world/all.ts'
import { browser, kernel, person } from '../../../test/world.ts'
import { modules } from '../../modules.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { holds, type Role, roleNames } from '../../platform/authority/roles.ts'
import { messages } from '../../platform/i18n/languages.ts'
import { locales } from '../../platform/i18n/words.ts'
import { root } from '../../platform/process/root.ts'
import { example } from '../../platform/values/example-ids.ts'
import { guidesOf, hasWords, localTask } from './rules.ts'
import { furtherTasks, guideNames, guideTasks } from './schema.ts'
import { termWords } from './words/terms.ts'

const tasks = modules.flatMap(module => module.tasks ?? [])
const byKey = new Map(tasks.map(task => [task.key, task]))
const actors = new Map<Role, Actor>()
beforeAll(async () => {
  await seedExampleWorld()
  for (const role of roleNames)
    actors.set(
      role,
      role === 'partner_contact'
        ? await person('Utami', role, '00', true, { partnerId: example.partner })
        : await person(`Orang ${role}`, role, role === 'office_operator' || role === 'office_leader' ? '35.10' : '00'),
    )
})
afterAll(() => kernel.close())
const page = async (role: Role, path: string) => (await browser(actors.get(role)!)).get(path)

test('each guide has four to eight tasks, each of which there is, and none is in no guide', () => {
  const named = [...Object.values(guideTasks).flat(), ...furtherTasks]
  expect(named.filter(key => !byKey.has(key))).toEqual([])
  expect([...byKey.keys()].filter(key => !named.includes(key))).toEqual([])
  for (const keys of Object.values(guideTasks)) expect([keys.length, new Set(keys).size]).toEqual([keys.length, keys.length])
  expect(Object.values(guideTasks).filter(keys => keys.length < 4 || keys.length > 8)).toEqual([])
})

test('what the steps call a button or a page, the product calls so, in both languages', () => {
  const wrong = locales.flatMap(locale => {
    const patterns = [...messages()].filter(([key]) => !/^(help|test)\.|\.tasks\./.test(key)).map(([, said]) => matching(said[locale]))
    return tasks
      .map(task => localTask(task, locale))
      .flatMap(({ key, title, page: name, steps }) => {
        const text = [title, ...steps].join(' ')
        const quoted = [name, ...(text.match(/“[^”]*”/g) ?? []).map(each => each.slice(1, -1))]
        return [
          ...quoted.filter(label => !patterns.some(pattern => pattern.test(label))).map(label => `${locale} ${key}: “${label}”`),
          ...(/undefined|\{|“”/.test(text) ? [`${locale} ${key}: ${text}`] : []),
        ]
      })
  })
  expect(wrong).toEqual([])
})

/** What a message may become. */
const matching = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '\0')
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll('\0', '.*')}$`,
  )

test.each(roleNames)('whoever is a %s reads the own guide first, may do each of its tasks, and finds its pages and buttons', async role => {
  const landing = await (await page(role, '/bantuan')).text()
  expect(landing).toContain(`/bantuan/panduan/${guideNames[role]}`)
  const guide = await page(role, `/bantuan/panduan/${guideNames[role]}`)
  expect(guide.status).toBe(200)
  const markup = await guide.text()
  const [own] = guidesOf(byKey, 'id', [role])
  for (const { key, href, steps, page: name } of own!.tasks) {
    expect(markup).toContain(`id="${key}"`)
    const { power } = byKey.get(key)!
    expect([key, !power || holds(role, power)]).toEqual([key, true])
    const answer = await page(role, href)
    expect([key, answer.status]).toEqual([key, 200])
    const there = (await answer.text()).replaceAll('&quot;', '"')
    const [, label] = steps[0]!.match(/“[^”]*”(?=[^“]*$)/)?.[0].match(/“(.*)”/) ?? []
    if (label && label !== name && !elsewhere.includes(key)) expect([key, there.includes(label) ? label : '']).toEqual([key, label])
  }
})

/** Tasks whose first step ends on another page, or in a list that is empty in the example world. */
const elsewhere: string[] = ['evaluation-answer', 'device-offline', 'comment-write', 'import-people', 'partner-contact', 'followup-follow']

test('a contact of a partner reads the guide of partners and words for both; a stranger how to come in', async () => {
  const landing = await (await page('partner_contact', '/bantuan')).text()
  expect(landing).not.toContain('/bantuan/panduan/operator')
  expect((await page('partner_contact', '/bantuan/panduan/operator')).status).toBe(404)
  const terms = await (await page('partner_contact', '/bantuan/istilah')).text()
  expect([terms.includes('id="agreement"'), terms.includes('id="trail"'), terms.includes('id="finding"')]).toEqual([true, false, false])
  const stranger = await browser(null)
  const short = await (await stranger.get('/bantuan')).text()
  expect([short.includes('Cara masuk'), short.includes('/daftar-publik'), short.includes('/bantuan/panduan')]).toEqual([true, true, false])
  for (const path of ['/bantuan/istilah', '/bantuan/semua', '/bantuan/panduan/operator'])
    expect((await stranger.get(path)).headers.get('location')).toContain('/masuk')
})

test('whoever may not invite reads who does, whoever may that it is them', async () => {
  expect(await (await page('office_operator', '/bantuan')).text()).toContain('Orang office_leader')
  expect(await (await page('office_leader', '/bantuan')).text()).toContain('Anda sendiri yang mengatur')
  expect(await (await page('partner_contact', '/bantuan')).text()).not.toContain('Orang office_leader')
})

test('what is looked for is found by its words, in any order and without accents', async () => {
  expect([hasWords('Memperpanjang perjanjian', 'perjanjian PERPANJANG'), hasWords('Kafé', 'kafe'), hasWords('a', 'b')]).toEqual([
    true,
    true,
    false,
  ])
  const found = await (await page('office_operator', '/bantuan?cari=perpanjang')).text()
  expect([found.includes('id="agreement-renew"'), found.includes('id="evaluation-open"')]).toEqual([true, false])
  expect(await (await page('office_operator', '/bantuan/istilah?cari=skor')).text()).not.toContain('id="office"')
  expect((await page('office_operator', `/bantuan?cari=${'x'.repeat(2000)}`)).status).toBe(200)
})

test('the glossary says every word of docs/concepts.md that stands on a screen, by that word', () => {
  const rows = readFileSync(join(root, 'docs/concepts.md'), 'utf8').split('\nWords that are not used')[0]!
  const concepts = [...rows.matchAll(/^\| *(.+?) *\| *(.+?) *\|/gm)].map(([, code, word]) => [code!, word!] as const).slice(2)
  const onScreen = concepts.flatMap(([, word]) => (word === '–' ? [] : word.split(';').map(part => part.replace(/^.*: /, '').trim())))
  const terms = Object.values(termWords.id).flatMap(({ term }) => [term.toLowerCase(), ...term.toLowerCase().split(/ \(|\)/)])
  const missing = onScreen.flatMap(word => (word.split(', ').every(part => terms.includes(part.toLowerCase())) ? [] : [word]))
  expect(onScreen.length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})

test('terms stand in the order of the alphabet of the reader, each with an anchor', async () => {
  const markup = await (await page('national_admin', '/bantuan/istilah')).text()
  const order = [...markup.matchAll(/<div id="(\w+)">/g)].map(([, key]) => termWords.id[key as 'office'].term)
  expect(order).toEqual(order.toSorted((a, b) => a.localeCompare(b, 'id')))
  expect(order.length).toBe(Object.keys(termWords.id).length)
})
