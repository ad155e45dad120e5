import { expect, test } from 'vitest'
import { bare, pdfPages, wordPart, wordText } from '../../../../test/document-text.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import type { ReportData } from '../schema.ts'
import { isShort, reportContent, tablesOf } from './content.ts'
import { pdfContent, reportPdf } from './pdf.ts'
import { printRow } from './table.ts'
import { reportWord } from './word.ts'

const sizes = [
  { agreements: 2, findings: 3 },
  { agreements: 40, findings: 60 },
  { agreements: 124, findings: 300 },
]

test.each(sizes)('no page of a report of $agreements agreements is nearly empty, and no table is cut after its first row', async size => {
  const data = sampleReport(11, size)
  const pages = await pdfPages(await reportPdf(data))
  // The foot alone has about a hundred letters. The pages before the summary are as short as they have to be, so may the last of the
  // chapters and of the appendices be, with what has no room on the one before.
  const body = pages.slice(4)
  const closing = bare(data.narrative.closing[0]!)
  expect(body.slice(0, -1).filter(page => page.length < 330 && !page.includes(closing))).toEqual([])
  expect(pages.find(page => page.includes(closing))).toContain(bare(`${data.signatory.position}${data.signatory.name}`))
  const cut = rowsOf(data).filter(texts => !body.some(page => texts.every(text => page.includes(text))))
  expect(cut.map(([caption]) => caption)).toEqual([])
})

test.each([0, 10, 20])('a table of up to a dozen rows stands on one page, %i lines further down', async more => {
  const sample = sampleReport(7, sizes[1])
  const scoresByItem = Array.from({ length: 12 }, (_, at) => ({ ...sample.scoresByItem[0]!, key: `b${at}`, label: `Butir nomor ${at}` }))
  const obstacles = [...sample.narrative.obstacles, ...Array(more).fill('Satu baris lagi.')]
  const response = [...sample.narrative.response, ...Array(more).fill('Satu baris lagi.')]
  const data = { ...sample, scoresByItem, narrative: { ...sample.narrative, obstacles, response } }
  const pages = await pdfPages(await reportPdf(data))
  // The appendices, and the follow-ups whose rows are long, may begin where a page has room for some of them.
  const chapters = rowsOf(data, 13).filter(
    ([caption]) => !/Register|setiapisian|Temuanmenurut|Rencanatindak|mendesak|satuankerja$/.test(caption!),
  )
  const whole = chapters.filter(([, ...rows]) => rows.length < 13)
  expect(whole.map(([, ...rows]) => rows.length)).toContain(12)
  expect(whole.filter(texts => !pages.some(page => texts.every(text => page.includes(text)))).map(([caption]) => caption)).toEqual([])
})

test('each chapter and each appendix begins a page, and what is recommended stands on one', async () => {
  const data = sampleReport(11, { agreements: 124, findings: 300 })
  const { appendices, words } = reportContent(data)
  const pages = await pdfPages(await reportPdf(data))
  const { one, two, three, four, five } = words.parts
  const chapters = [one, two, three, four, five].map((title, at) => bare(`BAB ${['I', 'II', 'III', 'IV', 'V'][at]}${title.toUpperCase()}`))
  const heads = [...chapters, ...appendices.map(({ label, title }) => bare(`${label.toUpperCase()}${title}`))]
  expect(heads.length).toBeGreaterThan(8)
  expect(heads.filter(head => !pages.some(page => page.startsWith(head)))).toEqual([])
  const said = data.narrative.recommendations.map(bare)
  expect(said.length).toBeGreaterThan(2)
  expect(pages.some(page => said.every(sentence => page.includes(sentence)))).toBe(true)
  const word = wordPart(await reportWord(data), 'word/document.xml')
  const headings = [...word.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="(?:Heading1|AppendixHeading)"\/>(?:(?!<\/w:p>).)*?<\/w:p>/gs)]
  expect(headings.length).toBeGreaterThanOrEqual(heads.length)
  expect(headings.filter(([heading]) => !heading.includes('<w:pageBreakBefore')).map(([heading]) => bare(heading))).toEqual([])
}, 60_000)

test('a report of few agreements is short: no contents, no appendices, all that is concluded in its summary', async () => {
  const data = sampleReport(11, { agreements: 4, findings: 3 })
  const pages = await pdfPages(await reportPdf(data))
  const text = pages.join('')
  const word = bare(wordText(await reportWord(data)))
  for (const said of [text, word]) {
    expect(said).not.toMatch(/DAFTARISI|LAMPIRAN|KATAPENGANTAR/)
    for (const sentence of [...data.narrative.conclusion, ...data.narrative.recommendations])
      expect(said.split(bare(sentence))).toHaveLength(2)
  }
  expect(pages.length).toBeLessThanOrEqual(9)
  const longer = (await pdfPages(await reportPdf(sampleReport(11, { agreements: 5, findings: 3 })))).join('')
  expect(longer).toContain('DAFTARISI')
  expect(longer).toContain('LAMPIRAN1')
}, 60_000)

test('a chart of up to twenty rows stands on one page with its caption; a longer one goes on on the next', async () => {
  const sample = sampleReport(11, { agreements: 40, findings: 60 })
  for (const [rows, lines] of [
    [20, [0, 16, 24]],
    [24, [16]],
  ] as const) {
    const scoresByItem = Array.from({ length: rows }, (_, at) => ({
      ...sample.scoresByItem[0]!,
      key: `b${at}`,
      label: `Butir nomor ${at}.`,
    }))
    const { charts, figures, words } = reportContent({ ...sample, scoresByItem })
    const questions = charts.items.map(({ label }) => bare(label))
    for (const more of lines) {
      const scores = [...sample.narrative.scores, ...Array(more).fill('Satu baris lagi.')]
      const pages = await pdfPages(await reportPdf({ ...sample, scoresByItem, narrative: { ...sample.narrative, scores } }))
      const ends = pages.findLastIndex(page => page.includes(bare(`${figures.items}. ${words.figures.items}`)))
      const there = questions.filter(question => pages[ends]!.includes(question))
      if (rows <= 20) expect(there).toEqual(questions)
      else {
        const before = questions.filter(question => pages[ends - 1]!.includes(question)).length
        expect(before).toBeGreaterThanOrEqual(3)
        expect(before).toBeLessThanOrEqual(rows - 3)
      }
    }
  }
})

test.each([0, 8, 16])('tables stand in their own section, and a note below its table, %i lines further down', async more => {
  const sample = sampleReport(11, { agreements: 124, findings: 300 })
  const scores = [...sample.narrative.scores, ...Array(more).fill('Satu baris lagi.')]
  const scoresByClass = sample.scoresByClass.map(row => ({ ...row, kpu: 90, partner: 80 }))
  const data = { ...sample, scoresByClass, narrative: { ...sample.narrative, scores } }
  const { tables, words, boldGaps } = reportContent(data)
  const text = (await pdfPages(await reportPdf(data))).slice(5).join('')
  const at = (said: string) => text.indexOf(bare(said))
  const caption = (key: 'maturity' | 'classScores' | 'itemScores') => at(`${tables[key].label}. ${tables[key].title}`)
  const heads = [`C. ${words.parts.scores}`, `D. ${words.parts.obstacles}`].map(at)
  // Of those of the figures the numbers stand at the end.
  const order = [heads[0]!, caption('classScores'), at(boldGaps), heads[1]!, caption('maturity'), caption('itemScores')]
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(order[0]).toBeGreaterThan(0)
})

test.each(['id', 'en'] as const)('no ordinary word is broken in a table (%s)', locale => {
  const { tables } = pdfContent(sampleReport(5, { agreements: 124, findings: 300, locale }))
  const printed = Object.values<{ rows: string[][]; total: string[] | null }>(tables)
  const cells = printed.flatMap(({ rows, total }) => [...rows, ...(total ? [total] : [])].flat())
  expect(cells.filter(cell => /\p{L}\u200b\p{L}/u.test(cell))).toEqual([])
})

/** The caption of each table that is printed and has rows, with its first rows. */
function rowsOf(data: ReportData, rows = 2): string[][] {
  const { tables } = reportContent(data)
  return tablesOf(data).flatMap(table => {
    const { label } = tables[table.key]
    // The register of a short report has names and values, no columns.
    if (!label || (isShort(data) && table.key === 'agreements')) return []
    const print = (row: (typeof table.rows)[number]) => printRow(data.locale, table, row).join('')
    return [[`${label}. ${table.title}`, ...table.rows.slice(0, rows).map(print)].map(bare)]
  })
}
