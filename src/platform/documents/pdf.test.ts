import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bare, pdfFacts, pdfPages } from '../../../test/document-text.ts'
import { root } from '../process/root.ts'
import { renderPdf } from './pdf.ts'

mkdirSync(join(root, 'build'), { recursive: true })
const folder = mkdtempSync(join(root, 'build/typst-'))
afterAll(() => rmSync(folder, { recursive: true }))
const made = '2026-11-20T10:00:00Z'

/** A template with one paragraph for each text of the data. */
const plain = template(
  'plain.typ',
  `#import "/src/platform/documents/official.typ": official, paragraphs
#let data = json(bytes(sys.inputs.data))
#show: official.with(title: data.title, lang: "id", author: "KPU", foot-left: "x")
#paragraphs(data.texts)`,
)

test('text of the data is only ever text', async () => {
  const texts = [
    '#eval("1+1") $x^2$ *tebal* @rujukan <label> // x',
    '<script>alert(1)</script>',
    '{tag} `raw` \\u{41}',
    '= Judul',
    '#image("/etc/passwd")',
  ]
  const pages = await pdfPages(await renderPdf(plain, { title: 'Uji', texts }, { made }))
  for (const text of texts) expect(pages.join('')).toContain(bare(text))
})

test('a character that no font has is printed as its code, and the rest of the text stays', async () => {
  const texts = ['satu 😀 dua 漢字', 'keluarga 👨‍👩‍👧']
  const text = (await pdfPages(await renderPdf(plain, { title: 'Uji 😀', texts }, { made }))).join('')
  expect(text).toContain('satu[U+1F600]dua[U+6F22][U+5B57]')
  expect(text).toContain('[U+1F468]')
})

test('Arabic, Cyrillic, symbols and marks of every kind need no font of the machine', async () => {
  const texts = ['مرحبا', 'Привет', '≥ ≤ → ✓ × – — … • “ ” é ñ ü']
  await expect(renderPdf(plain, { title: 'Uji', texts }, { made })).resolves.toBeInstanceOf(Uint8Array)
})

test('the PDF is tagged for screen readers and says its language, title and date', async () => {
  const facts = await pdfFacts(await renderPdf(plain, { title: 'Laporan “Satu”', texts: ['a'] }, { made }))
  expect(facts).toMatchObject({ language: 'id', title: 'Laporan “Satu”', author: 'KPU', tagged: true })
  expect(facts.metadata).toContain('pdfuaid:part')
})

test('the same template, data and date give the same bytes', async () => {
  const once = await renderPdf(plain, { title: 'Uji', texts: ['sama'] }, { made })
  expect(await renderPdf(plain, { title: 'Uji', texts: ['sama'] }, { made })).toEqual(once)
})

test('marks without a letter, which make the compiler break down, do not reach it', async () => {
  const marks = `\u07ef \u07f0 \u07f1 \u07f2 / \u200b\u0301 ${'x'.repeat(40)}${'\u0651'.repeat(40)}`
  await expect(renderPdf(plain, { title: 'Uji', texts: [marks, `a/${marks}`] }, { made })).resolves.toBeInstanceOf(Uint8Array)
})

test('a word of 10,000 letters stays within the page and loses none', async () => {
  const pdf = await renderPdf(plain, { title: 'Uji', texts: ['x'.repeat(10_000)] }, { made })
  const text = (await pdfPages(pdf)).join('')
  expect(text.match(/x{10,}/g)?.reduce((sum, part) => sum + part.length, 0)).toBeGreaterThanOrEqual(10_000)
})

test('a wrong template is refused with its file and what is wrong', async () => {
  const wrong = template('wrong.typ', '#nothing-of-this-name')
  await expect(renderPdf(wrong, {}, { made })).rejects.toThrow(/wrong\.typ.*unknown variable/s)
})

test('this process goes on while a document is made', async () => {
  const slow = template('slow.typ', '#set document(title: "x")\n#for i in range(8000) [#i ]')
  let turns = 0
  const turning = setInterval(() => turns++, 5)
  await renderPdf(slow, {}, { made })
  clearInterval(turning)
  expect(turns).toBeGreaterThan(10)
})

test('the work stops when it is no longer wanted, or takes too long', async () => {
  const endless = template('endless.typ', '#for one in range(100000) { for other in range(100000) { if other < 0 [x] } }')
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('cancelled')), 300)
  await expect(renderPdf(endless, {}, { made, signal: stop.signal })).rejects.toThrow('cancelled')
  await expect(renderPdf(endless, {}, { made, timeout: 300 })).rejects.toThrow(/timeout/i)
})

function template(name: string, source: string): string {
  writeFileSync(join(folder, name), source)
  return relative(root, join(folder, name))
}
