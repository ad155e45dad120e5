import { globSync, readFileSync } from 'node:fs'
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
import { guidesOf, hasWords, localTask } from './rules/guides.ts'
import { furtherTasks, guideNames, guideTasks } from './schema/guides.ts'
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
      .map(task => localTask(task, locale, () => true))
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
  const [own] = guidesOf(byKey, 'id', [role], () => true)
  for (const { key, href, steps, page: name } of own!.tasks) {
    expect(markup).toContain(`id="${key}"`)
    const { power } = byKey.get(key)!
    expect([key, !power || holds(role, power)]).toEqual([key, true])
    const answer = await page(role, href!)
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

test('what is misspelt finds what comes nearest, and says so', async () => {
  for (const [path, id] of [
    ['/bantuan?cari=memperpnjang', 'agreement-renew'],
    ['/bantuan/istilah?cari=perjajian', 'agreement'],
  ] as const) {
    const html = await (await page('office_operator', path)).text()
    expect([path, html.includes('Ini yang paling mirip'), html.includes(`id="${id}"`)]).toEqual([path, true, true])
  }
  expect(await (await page('office_operator', '/bantuan?cari=qqwwzzxx')).text()).not.toContain('Ini yang paling mirip')
})

test('terms stand in the order of the alphabet of the reader, each with an anchor', async () => {
  const markup = await (await page('national_admin', '/bantuan/istilah')).text()
  const order = [...markup.matchAll(/<div id="(\w+)">/g)].map(([, key]) => termWords.id[key as 'office'].term)
  expect(order).toEqual(order.toSorted((a, b) => a.localeCompare(b, 'id')))
  expect(order.length).toBe(Object.keys(termWords.id).length)
})

const kinds = modules.flatMap(module => module.statusKinds ?? [])

test('every status of every thing is explained in both languages, with what comes next', () => {
  const wrong = locales.flatMap(locale =>
    kinds.flatMap(({ kind, name, statuses, labels, meanings }) =>
      statuses.flatMap(status => {
        const { means = '', next = '' } = meanings(locale)[status] ?? {}
        const isWhole = [means, next].every(text => /^[A-Z].{5,}\.$/.test(text))
        return labels(locale)[status] && name[locale] && isWhole ? [] : [`${locale} ${kind}-${status}: ${means} ${next}`]
      }),
    ),
  )
  expect(wrong).toEqual([])
  expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length)
})

/** Lists of statuses that are explained by another, or that people do not see as the status of a thing. */
const unexplained: Record<string, string> = {
  'agreements/schema.ts stages': 'the first statuses of an agreement',
  'register/schema.ts statuses': 'those of agreements, with all that binds as one',
  'register/schema.ts opennesses': 'those of agreements that the public reads',
  'attendance/schema/attendance.ts eventOutcomes': 'what a desk is answered when it notes somebody, each said in words there',
  'evaluation/schema.ts agreementStatuses': 'those of agreements that can be evaluated',
}

/** States that people see as others. */
const seenAs: Record<string, string> = {
  'evaluation/rules/transitions.ts waiting': 'not started, or a draft',
  'agreements/rules/transitions.ts signed': 'what follows from the days of an agreement that is signed',
  'agreements/rules/transitions.ts ended': 'terminated or completed',
}

test('a list of statuses that the code adds is explained too, and so is every state of a workflow', async () => {
  const explained = kinds.map(({ statuses }) => new Set(statuses))
  const missing: string[] = []
  let seen = 0
  for (const path of globSync('src/{modules,platform}/**/*.ts', { cwd: root })) {
    if (
      /\.test\.ts$|words/.test(path) ||
      !/(states|statuses|phases|opennesses|stages|outcomes|levels|[sS]tate|transitions)\b/i.test(
        path + readFileSync(join(root, path), 'utf8'),
      )
    )
      continue
    if (
      !/export const (\w*(states|statuses|phases|opennesses|stages|outcomes|maturityLevels|transitions|State))\b/i.test(
        readFileSync(join(root, path), 'utf8'),
      )
    )
      continue
    for (const [name, value] of Object.entries((await import(join(root, path))) as Record<string, unknown>)) {
      const list = listOf(name, value)
      if (!list) continue
      seen += 1
      const file = path.replace('src/modules/', '')
      const at = `${file} ${name}`
      const statusesOf = list.filter(status => !(`${file} ${status}` in seenAs))
      if (!explained.some(statuses => statusesOf.every(status => statuses.has(status))) && !(at in unexplained))
        missing.push(`${at}: ${list.join(', ')}`)
    }
  }
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(12)
})

/** The statuses that something exported by this name lists: an array, a shape, or the states of a table of transitions. */
function listOf(name: string, value: unknown): string[] | undefined {
  if (!/(states|statuses|phases|opennesses|stages|outcomes|maturityLevels|transitions|State)$/i.test(name)) return undefined
  if (Array.isArray(value)) return value.filter(each => typeof each === 'string')
  if (/transitions$/i.test(name) && value && typeof value === 'object')
    return [
      ...new Set(
        Object.values(value as Record<string, Record<string, string>>).flatMap(each => [...Object.keys(each), ...Object.values(each)]),
      ),
    ]
  const options = (value as { options?: unknown } | null)?.options
  return Array.isArray(options) && options.every(each => typeof each === 'string') ? options : undefined
}

test('the status on the page of a thing leads to what it means, and nobody reads of what they cannot', async () => {
  const links = async (role: Role, path: string) => (await (await page(role, path)).text()).match(/\/bantuan\/status#[\w-]+/g) ?? []
  const shown = [
    `/perjanjian/${example.agreement}`,
    `/tindak-lanjut/${example.followUp}`,
    `/temuan/${example.finding}`,
    `/evaluasi/${example.cycle}`,
    `/evaluasi/isian/${example.assignment}`,
    `/impor/${example.batch}`,
    `/laporan/${example.report}`,
    `/orang/${example.person}`,
    `/surat/${example.mail}`,
  ]
  const explanations = await (await page('national_admin', '/bantuan/status')).text()
  for (const path of shown) {
    const found = await links('national_admin', path)
    expect([path, found.length > 0, found.filter(link => !explanations.includes(`id="${link.split('#')[1]}"`))]).toEqual([path, true, []])
  }
  const partners = await (await page('partner_contact', '/bantuan/status')).text()
  expect(['agreement-active', 'form-draft', 'finding-open', 'letter-sent'].map(id => partners.includes(`id="${id}"`))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
