import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { contacts, staff } from '../database/demo/people.ts'
import { registerFor } from '../database/demo/register.ts'
import { timetableOf } from '../database/demo/timetable.ts'
import { beginWith } from '../src/modules/account/pages/demo.tsx'
import type { Exclusions } from '../src/modules/register/schema.ts'
import type { ReportData } from '../src/modules/reports/schema.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import { mostCounted } from '../src/platform/database/keyset.ts'
import { root } from '../src/platform/process/root.ts'
import { readRows } from '../src/platform/spreadsheets/read.ts'
import { addDays, daysBetween } from '../src/platform/values/clock.ts'
import { cutTexts } from './browser/cut.ts'
import { serveWorld, tooWide } from './browser/example-site.ts'
import { firstTenMinutes } from './browser/first-ten-minutes.ts'
import { launch } from './browser/launch.ts'
import { brokenWords, printedInVain } from './browser/on-paper.ts'
import { tasks } from './browser/tasks.ts'
import { dataOf, everythingSaid, importPseudo, qps, unknownIn } from './browser/untranslated.ts'
import { tell, visitor } from './browser/visitor.ts'
import { demoWorldOn, enterAs, linksIn, pageOf, totalIn, walk } from './demo-crawl.ts'
import { ties, untied } from './knot.ts'
import { app, db, kernel } from './world.ts'

/** Whatever day it is: DEMO_DAY tries another. A day that begins a year is the hardest: nearly all of its story is of the year before. */
const day = process.env.DEMO_DAY ?? '2026-01-01'
const everybody = [...staff, ...contacts]

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await demoWorldOn(day)
}, 900_000)
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

test('whoever is asked or judges finds something to do at home; who only reads finds the numbers of their reach', async () => {
  const idle = []
  const asked = await db.selectFrom('assignment as t').innerJoin('office as o', 'o.id', 't.office_id').select('o.code').distinct().execute()
  const codes = new Set(asked.map(({ code }) => code))
  for (const { name, role, office } of everybody) {
    if (office && !codes.has(office) && role !== 'inspector') continue
    const home = await (await enterAs(name)).get('/')
    const main = home.slice(home.indexOf('<main'))
    const waits = linksIn(main).some(({ href }) => /^\/(evaluasi\/isian|tindak-lanjut|perjanjian|orang)\/[0-9a-f]{8}-/.test(href))
    if (role === 'auditor' ? !main.includes('class="stat"') : !waits) idle.push(`${name} (${role})`)
  }
  expect(idle).toEqual([])
})

test('the public register shows all its faces: letters of the law and none, what is on request, a file that anybody may read', async () => {
  const ask = (path: string) => app.request(`http://sinergi.test${path}`)
  const { grounds } = (await (await ask('/api/v1/register/exclusions')).json()) as Exclusions
  expect(grounds.map(({ letter }) => letter)).toEqual(['c', 'h', 'i', null])
  expect(totalIn(await (await ask('/daftar-publik?keterbukaan=on_request')).text())).toBeGreaterThan(3)
  const pages = await db.selectFrom('agreement_document_public_card').select('agreement_id as id').execute()
  expect(pages.length).toBeGreaterThan(1)
  const [href] = /\/daftar-publik\/[^"]*\/naskah\/[^"]*/.exec(await (await ask(`/daftar-publik/${pages[0]!.id}`)).text())!
  const file = await ask(href)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('the door names six to begin with, each once and with what they may do, and then everybody by role', async () => {
  const page = await (await enterAs('Bagus Prakoso')).get('/demo')
  const [first, ...others] = page.slice(page.indexOf('id="mulai"')).split('<section')
  const named = (html: string) => [...html.matchAll(/aria-label="Masuk sebagai ([^"]+)"/g)].map(([, name]) => name!)
  expect(named(first!).sort()).toEqual([...beginWith].sort())
  expect(first).toContain('Membaca semua data di wilayah kerjanya dan memeriksa hasil tindak lanjut.')
  expect([...named(first!), ...others.flatMap(named)].sort()).toEqual(everybody.map(({ name }) => name).sort())
})

test('nobody who works here is said not to have been invited, and whoever has done something is active', async () => {
  const page = await (await enterAs('Bagus Prakoso')).get('/orang')
  const list = page.slice(page.indexOf('<table')) // the filter above it names every state
  expect(list).not.toContain('Belum diundang')
  expect(list).toMatch(/>Deni Kurniawan<(?:(?!<\/tr>).)*Aktif/)
})

test('offices stand in sentences as officials write them', async () => {
  const titles = await db.selectFrom('agreement').select('title').execute()
  expect(titles.map(({ title }) => title).filter(title => /[A-Z]{5,}/.test(title))).toEqual([])
})

test('each inspectorate has a follow-up of its own region to verify', async () => {
  for (const { name } of staff.filter(({ role }) => role === 'inspector')) {
    const list = await (await enterAs(name)).get('/tindak-lanjut?periksa=ya')
    expect([name, linksIn(list).some(({ href }) => /^\/tindak-lanjut\/[0-9a-f]{8}-/.test(href))]).toEqual([name, true])
  }
})

describe('all days are of now', () => {
  test('nothing was signed after it was imported, and what is late is late by days', async () => {
    const late = await db.selectFrom('follow_up').select(['number', 'due_on']).where('state', 'in', ['open', 'returned']).execute()
    const days = late.map(({ due_on }) => daysBetween(due_on, day)).filter(left => left > 0)
    expect(days.length).toBeGreaterThan(3)
    expect(Math.max(...days)).toBeLessThan(40)
    const signed = await db
      .selectFrom('agreement')
      .select('kpu_number')
      .where('signed_on', '>', timetableOf(day).imported as never)
      .execute()
    expect(signed).toEqual([])
  })

  test('one cycle is open and named of last year, one is closed and named of the year before', async () => {
    const reader = await enterAs('Bagus Prakoso')
    const page = await reader.get('/evaluasi')
    const year = Number(day.slice(0, 4))
    for (const [name, phase] of [
      [`Evaluasi Kerja Sama ${year - 1}`, 'Pengisian berlangsung'],
      [`Evaluasi Kerja Sama ${year - 2}`, 'Ditutup'],
    ])
      expect(page.slice(page.indexOf('Semua siklus'))).toMatch(new RegExp(`${name}</a>(?:(?!</tr>).)*${phase}`))
    expect(await reader.get('/laporan')).toMatch(new RegExp(`Evaluasi Kerja Sama ${year - 2}</a>(?:(?!</li>).)*Ditutup`))
  })
})

test('the trail is written in the order of its days, and a report holds nothing that came after it', async () => {
  const whole = await db.selectFrom('audit_event').select(['at', 'operation']).orderBy('id').execute()
  const trail = whole.slice(whole.findIndex(({ operation }) => operation === 'persons.create'))
  expect(trail.filter(({ at }, place) => place > 0 && at < trail[place - 1]!.at).slice(0, 3)).toEqual([])
  const reports = await db.selectFrom('report').select(['number', 'cutoff_at', 'data']).execute()
  expect(reports.length).toBeGreaterThan(1)
  for (const { number, cutoff_at, data } of reports) {
    const { actionPlan, findings } = data as ReportData
    const planned = actionPlan.map(row => row.number)
    const known = await db
      .selectFrom('follow_up')
      .select('number')
      .where('number', 'in', planned)
      .where('created_at', '<=', cutoff_at)
      .execute()
    expect([number, known.length]).toEqual([number, planned.length])
    expect(findings.filter(({ followUp }) => followUp && !planned.includes(followUp))).toEqual([])
  }
})

test('a report is read where it is filed, and below that as far as it is shared', async () => {
  const filed = await (await enterAs('Endang Purwaningsih')).get('/laporan')
  expect(filed).toMatch(/href="\/berkas\/[0-9a-f-]{36}"/)
  const bare = await (await enterAs('Dian Puspitasari')).get('/laporan')
  expect(bare).not.toMatch(/href="\/berkas\/[0-9a-f-]{36}"/)
  for (const who of ['Deni Kurniawan', 'Endang Purwaningsih', 'Euis Komariah', 'Dian Puspitasari']) {
    const reader = await enterAs(who)
    const [, part] = (await reader.get('/laporan')).match(/href="(\/laporan\/[0-9a-f-]{36}\/bagian)"/)!
    const said = who === 'Dian Puspitasari' ? 'tidak memuat angka satuan kerja Anda' : 'Skor rata-rata menurut KPU'
    expect(await reader.get(part!)).toContain(said)
  }
})

/**
 * Who looks; how many pages of one kind they go through; how many links to pages of one kind they open: what is alike for whoever reaches
 * all.
 */
const readers = [
  ['a national officer', 'Bagus Prakoso', 2, 3],
  ['an administrator', 'Ratna Dewi Lestari', 1, 3],
  ['the head of a province', 'Euis Komariah', 1, 12],
  ['the inspectorate of a province', 'Endang Purwaningsih', 1, 12],
  ['the operator of a province', 'Dian Puspitasari', 2, 200],
  ['the operator of a regency', 'Deni Kurniawan', 2, 200],
  ['a partner', 'Dr. Laksmi Paramita', 2, 200],
  ['an auditor', 'Yohanes Tri Atmojo', 1, 3],
] as const

/** Words that say how many a list has: "Lihat semua (12)", "Lihat 118 isian …", "5 temuan"; "13.00 Pembukaan" says when. */
const promises = /\(\d[\d.]*\+?\)|^(?:Lihat|See|Ingatkan) \d|^(?!\d\d\.\d\d )\d[\d.]* \p{L}/u

test.each(readers)(
  'every link that %s sees opens, and every number that leads to a list is the number of that list',
  { timeout: 300_000 },
  async (_, name, each, most) => {
    const reader = await enterAs(name)
    const promised = new Map<string, { count: number; on: string }>()
    const unmarked: string[] = []
    const places = new Map<string, string>()
    const dead = await walk(reader, each, (path, page) => {
      for (const { href } of linksIn(page)) if (opens(href)) places.set(href.split(isPaper(href) ? '#' : /[?#]/)[0]!, path)
      const main = page.slice(page.indexOf('<main'))
      for (const { href, text, count } of linksIn(main)) {
        if (count !== null && href.startsWith('/')) promised.set(`${href} ${count}`, { count, on: path })
        else if (promises.test(text) && !isName(href)) unmarked.push(`${path}: ${text} → ${href}`)
      }
    })
    const alike = Map.groupBy(places, ([href]) => pageOf(href)).values()
    for (const [href, on] of [...alike].flatMap(some => some.slice(0, most))) {
      const { status } = await reader.open(href)
      if (status !== 200) dead.push(`${on}: ${href} answers ${status}`)
    }
    const wrong: string[] = []
    for (const [key, { count, on }] of promised) {
      const href = key.slice(0, key.lastIndexOf(' '))
      const total = totalIn(await reader.get(href))
      // Some lists stop counting at a thousand.
      if (total !== count && total !== Math.min(count, mostCounted)) wrong.push(`${on}: ${count} → ${href} says ${total}`)
    }
    expect({ dead, wrong, unmarked }).toEqual({ dead: [], wrong: [], unmarked: [] })
    expect(promised.size).toBeGreaterThan(name === 'Dr. Laksmi Paramita' ? 0 : 5)
  },
)

test('in the list that the demo world imports each number above is the number of another, whenever it is made', async () => {
  for (const day of ['2026-01-05', '2026-03-01', '2026-07-31', '2026-11-30', '2028-02-29']) {
    const { sheets } = await readRows(await registerFor(addDays(day, -440), day))
    const [head, ...rows] = sheets[0]!.rows.map(({ cells }) => cells)
    const column = (title: string) => rows.map(row => row[head!.indexOf(title)]).filter(Boolean)
    expect(column('Nomor KPU').length).toBe(124)
    expect(column('Nomor Induk').filter(above => !column('Nomor KPU').includes(above!))).toEqual([])
  }
})

/** How many of each pair of kinds are walked; all of them with `KNOT=100000`. */
const knots = Number(process.env.KNOT ?? 2)

test.each(['Bagus Prakoso', 'Euis Komariah', 'Deni Kurniawan', 'Dr. Laksmi Paramita'])(
  'from each thing, what belongs to it is reached in two presses by %s, who may read both',
  { timeout: 3_000_000 },
  async name => {
    const { missing, walked } = await untied(
      await enterAs(name),
      await ties(name === 'Bagus Prakoso' ? knots : 10 * knots, name === 'Dr. Laksmi Paramita' ? name : null),
    )
    expect(missing).toEqual([])
    expect(walked).toBeGreaterThan(name === 'Bagus Prakoso' ? 30 : 0)
  },
)

/** Leads to a page or a file of Sinergi. */
const opens = (href: string): boolean => /^\/(?!\/|api\b|keluar\b)/.test(href)

/** Which one of its kind it is stands in its query. */
const isPaper = (href: string): boolean => href.includes('/naskah/')

/** A thing of its own, whose name may begin with a number. */
const isName = (href: string): boolean => /\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(href)

test.each([
  ['Bagus Prakoso', 'id'],
  ['Deni Kurniawan', 'en'],
  ['Dr. Laksmi Paramita', 'id'],
])(
  'no page that %s gets to breaks a word in its middle or prints what is only to be pressed (%s)',
  { timeout: 300_000 },
  async (name, locale) => {
    const reader = await enterAs(name)
    const context = await chromium.newContext({ baseURL: site.url, reducedMotion: 'reduce' })
    await context.addCookies([...reader.cookies, ['bahasa', locale] as const].map(([name, value]) => ({ url: site.url, name, value })))
    const page = await context.newPage()
    const found: string[] = []
    const open = async (path: string) => {
      const answer = (await page.goto(path))!
      return { status: answer.status(), page: await answer.text() }
    }
    const look = async (path: string) => {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        found.push(...(await brokenWords(page)).map(word => `${path} at ${width} px: ${word}`))
      }
      found.push(...(await printedInVain(page)).map(each => `${path}: ${each}`))
    }
    await walk({ ...reader, open }, 1, look, pageOf)
    await context.close()
    expect(found).toEqual([])
  },
)

describe('in a language of longer words, on a telephone', () => {
  let data: Awaited<ReturnType<typeof dataOf>>
  beforeAll(async () => {
    const { id } = await db.selectFrom('person').select('id').where('name', '=', 'Ratna Dewi Lestari').executeTakeFirstOrThrow()
    expect(await importPseudo((await actorOfPerson(db, id, day))!)).toEqual({ problems: [], missing: 0 })
    data = await dataOf([
      ['position', /./],
      ['instrument', /^\/(evaluasi\/isian|temuan)\/./],
      ['import_batch', /^\/impor\//],
      ['import_row', /^\/impor\//],
    ])
  })

  /** A telephone of somebody, and what was found wrong on the pages that it looked at, each once. */
  async function telephoneOf(name: string) {
    const reader = await enterAs(name)
    const context = await chromium.newContext({ baseURL: site.url, reducedMotion: 'reduce', viewport: { width: 360, height: 800 } })
    await context.addCookies([...reader.cookies, ['bahasa', qps] as const].map(([name, value]) => ({ url: site.url, name, value })))
    const page = await context.newPage()
    const found = new Map<string, string>()
    const look = async (path: string) => {
      for (const text of await everythingSaid(page))
        for (const piece of unknownIn(text, data(path)))
          if (!found.has(piece)) found.set(piece, `${path}: “${piece}” is not translated, in “${text.trim().slice(0, 80)}”`)
      for (const each of [...(await tooWide(page)), ...(await cutTexts(page))]) if (!found.has(each)) found.set(each, `${path}: ${each}`)
    }
    return { reader, context, page, look, found }
  }

  test.each([
    ['Ratna Dewi Lestari', '/bahasa'],
    ['Dr. Laksmi Paramita', '/kotak-masuk'],
    ['Deni Kurniawan', '/perjanjian/baru'],
    ['Endang Purwaningsih', '/tindak-lanjut'],
  ])('no page that %s gets to is cut or left in another language', { timeout: 300_000 }, async (name, among) => {
    const { reader, context, page, look, found } = await telephoneOf(name)
    const paths: string[] = []
    const open = async (path: string) => {
      const answer = (await page.goto(path))!
      return { status: answer.status(), page: await answer.text() }
    }
    await walk(
      { ...reader, open },
      1,
      path => {
        paths.push(path)
        return look(path)
      },
      pageOf,
    )
    await context.close()
    expect(paths).toContain(among)
    expect([...found.values()]).toEqual([])
  })
})

test.each(tasks.map(task => [task.who, task.wants, task] as const))(
  '%s has %s in few presses',
  { timeout: 120_000 },
  async (who, _, task) => {
    const { page, complaints } = await visitor(chromium, site.url)
    onTestFailed(() => tell([{ page, complaints }]))
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/demo')
    await page.getByRole('button', { name: who }).first().click()
    await page.waitForURL(url => url.pathname === '/')
    let presses = 0
    await task.act({ page, complaints }, async act => {
      presses += 1
      await act()
    })
    expect(presses).toBeLessThanOrEqual(task.most)
    expect(complaints).toEqual([])
  },
)

test("the README's first ten minutes are as it says, word for word", { timeout: 300_000 }, async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const chapter = readme.slice(readme.indexOf('### The first ten minutes'), readme.indexOf('The journey in pictures'))
  expect([...chapter.matchAll(/^\d\. (.*)$/gm)].map(([, words]) => words)).toEqual(firstTenMinutes.map(([words]) => words))
  const newcomer = await visitor(chromium, site.url)
  onTestFailed(() => tell([newcomer]))
  for (const [, act] of firstTenMinutes) await act(newcomer)
  expect(newcomer.complaints).toEqual([])
})
