import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAgreements } from '../../src/modules/agreements/operations/export.ts'
import { exportAssignments } from '../../src/modules/evaluation/operations/export-assignments.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { createReport, showReport } from '../../src/modules/reports/operations/reports.ts'
import type { Report } from '../../src/modules/reports/schema.ts'
import { operations } from '../../src/modules.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import { bytesOf } from '../../src/platform/values/file-answer.ts'
import { bare, pdfPages, wordPart, wordParts, wordText } from '../document-text.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { seedHostileTexts } from '../hostile-world.ts'
import { as, db, kernel, person } from '../world.ts'
import { basics, serveWorld, tooWide, toWidth, widthsOf, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { pages, saysWhatPeopleWrote, type Who, whoOpens } from './pages.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
const showFile = operations.find(({ name }) => name === 'files.show')!
let admin: Actor
const windows = {} as Record<Who, Awaited<ReturnType<typeof windowOf>>>

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await seedExampleWorld()
  await seedHostileTexts()
  admin = await person('Nur Aini', 'national_admin')
  const partner = await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
  const self = (await actorOfPerson(db, example.person, kernel.clock.today()))!
  for (const [who, actor] of Object.entries({ admin, partner, self, stranger: null })) {
    windows[who as Who] = await windowOf(chromium, site.url, actor, { locale: 'en' })
    windows[who as Who].page.on('dialog', dialog => {
      windows[who as Who].complaints.push(`a script said ${dialog.message()}`)
      dialog.dismiss()
    })
  }
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

const shown = Object.entries(pages)
  .flatMap(([route, ways]) =>
    ways.map(way => {
      const at =
        typeof way === 'string'
          ? way
          : route.replace(/:(\w+)/g, (_, name: string) => (way[name] === 'office' ? officeId('35.10') : way[name]!))
      return { route, at, who: whoOpens(route, at) }
    }),
  )
  .filter(({ route, at }) => saysWhatPeopleWrote(route, at))

test.each(shown)('$at shows what people wrote as text, within its window, in English', async ({ at, who }) => {
  const { page, complaints } = windows[who as Who]
  const answer = await page.goto(at)
  const found = [...(await basics(page, answer!.status(), 'en')), ...(await foreign(page))]
  for (const width of widthsOf(page)) {
    await toWidth(page, width)
    found.push(...(await tooWide(page)))
  }
  expect([...found, ...complaints.splice(0)]).toEqual([])
})

/** Elements that no view of ours writes, and a page that does not show the text at all. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const elements = [
      ...document.querySelectorAll(
        'script:not([src]), img:not([src^="/komentar/berkas/"]), iframe, object, embed, [onerror], [onload], [onclick]',
      ),
    ]
    const text = `${document.body.textContent} ${[...document.querySelectorAll('input, textarea')].map(field => (field as HTMLInputElement).value).join(' ')}`
    const seen = text.includes('<script>') || [...document.querySelectorAll('option')].some(({ text: label }) => label.includes('<script>'))
    return [...elements.map(element => element.outerHTML.slice(0, 200)), ...(seen ? [] : ['nothing of the hostile text is to be seen'])]
  })

test('no cell of an export is a formula', async () => {
  for (const [operation, input] of [
    [exportAgreements, {}],
    [exportAssignments, { id: example.cycle }],
  ] as const) {
    const csv = new TextDecoder().decode(await bytesOf(await as(admin)(operation, { ...input, format: 'csv' })))
    expect(csv).toContain("'=cmd|")
    expect(csv).not.toMatch(/(^|[,;\t\r\n])"?\s*[=+@]cmd/)
    const bytes = await bytesOf(await as(admin)(operation, { ...input, format: 'xlsx' }))
    expect(
      wordParts(bytes)
        .map(part => wordPart(bytes, part))
        .join(),
    ).toContain('=cmd|')
    for (const part of wordParts(bytes)) expect(wordPart(bytes, part)).not.toMatch(/<f[ >]|<script|DDE/)
  }
})

test('a report of it all is made, with the texts as text in PDF and Word', async () => {
  // Words short enough to be set without places to break at, which some readers drop together with the letter before.
  const evil = "=cmd|'!A0 {tag} {#loop} #eval(1) <b>tebal</b> $x^2$"
  const signatory = { name: evil, position: 'Sekretaris', place: 'Banyuwangi' }
  const { id } = await as(admin)<{ id: string }>(createReport, { cycle: example.cycle, title: evil, signatory })
  await kernel.jobs.drain(kernel)
  const report = await as(admin)<Report>(showReport, { id })
  expect([report.state, report.failure]).toEqual(['ready', null])
  const read = async (form: 'pdf' | 'word') => await bytesOf(await as(admin)(showFile, { id: report.files[form] }))
  expect((await pdfPages(await read('pdf'))).join('')).toContain(bare(evil))
  const word = await read('word')
  expect(bare(wordText(word))).toContain(bare(evil))
  // Without a template of the office's own the document has the columns of this report, and none that holds them all in one cell.
  expect(bare(wordText(word))).not.toContain('Rincian')
  expect(wordPart(word, 'word/document.xml')).not.toMatch(/<script|w:instrText[^>]*>[^<]*cmd/)
}, 200_000)
