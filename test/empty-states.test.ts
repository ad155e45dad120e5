import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPartner } from '../src/modules/partners/operations/write.ts'
import { type Role, roles } from '../src/platform/authority/roles.ts'
import { pages } from './browser/pages.ts'
import { as, browser, kernel, person } from './world.ts'

type Seen = { who: string; path: string; empty: string[]; pressed: Set<string> }
const seen: Seen[] = []
const answers: [role: Role, status: number, path: string][] = []

/** Lists and first pages of everything, of a world in which nothing has happened, also with a search that finds nothing. */
const lists = Object.keys(pages)
  .filter(path => !/[:]|dua-langkah|masuk|sandi|mulai|demo|^\/api|\/baru$|keluar/.test(path))
  .flatMap(path => [path, `${path}?q=tidak-ada-yang-begini`])
const views = [...lists, '/tindak-lanjut?saya=ya', '/tindak-lanjut?periksa=ya', '/tindak-lanjut?terlambat=ya', '/evaluasi/isian?saya=ya']

beforeAll(async () => {
  const admin = await person('Nur Aini', 'national_admin')
  const partner = await as(admin)<{ id: string }>(createPartner, { name: 'Kejaksaan Wilayah', class: 'ministry' })
  for (const role of Object.keys(roles) as Role[]) {
    const national = role.startsWith('national')
    const who = await person(
      `Orang ${role}`,
      role,
      national ? '00' : '35.10',
      true,
      role.startsWith('partner') ? { partnerId: partner.id } : {},
    )
    const visitor = await browser(who)
    for (const path of views) {
      const answer = await visitor.get(path)
      answers.push([role, answer.status, path])
      if (answer.status !== 200) continue
      const page = await answer.text()
      const main = page.slice(page.indexOf('<main'))
      seen.push({ who: role, path, empty: emptyIn(main), pressed: pressedIn(main) })
    }
  }
}, 240_000)
afterAll(() => kernel.close())

test('every list opens for whoever holds its power, and nothing else than a refusal keeps anybody out', () => {
  const led = ['partner_contact', 303, '/mitra'] // whoever speaks for one partner is led to its page
  const others = answers.filter(answer => answer.join() !== led.join())
  expect(others.filter(([role, status]) => status !== 200 && (role === 'national_admin' || status !== 403))).toEqual([])
})

test('what an empty page advises to press is there for whoever reads it', () => {
  const labels = [...new Set(seen.flatMap(({ pressed }) => [...pressed]))].filter(label => label.split(' ').length > 1)
  expect(labels.length).toBeGreaterThan(15)
  expect(seen.filter(({ empty }) => empty.length).length).toBeGreaterThan(40)
  const absent = seen.flatMap(({ who, path, empty, pressed }) =>
    empty.flatMap(text =>
      [
        ...labels.filter(label => text.toLowerCase().includes(label.toLowerCase()) && !pressed.has(label)),
        ...[...text.matchAll(/[“"]([^”"]+)[”"]/g)].map(([, quoted]) => quoted!).filter(quoted => !pressed.has(quoted)),
      ].map(label => `${who} at ${path}: "${label}" in: ${text}`),
    ),
  )
  expect(absent).toEqual([])
})

const text = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
const emptyIn = (page: string): string[] => [...page.matchAll(/<div class="empty">(.*?)<\/div>/gs)].map(([, inner]) => text(inner!))
const pressedIn = (page: string): Set<string> =>
  new Set(
    [...page.matchAll(/<(a|button)\b[^>]*class="[^"]*button[^"]*"[^>]*>(.*?)<\/\1>|<button\b[^>]*>(.*?)<\/button>/gs)].map(match =>
      text(match[2] ?? match[3] ?? ''),
    ),
  )
