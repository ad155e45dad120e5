import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { bare, pdfPages, wordPart, wordParts, wordText } from '../../../../test/document-text.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import { formatScore } from '../../../platform/i18n/format.ts'
import { locales } from '../../../platform/i18n/words.ts'
import { reportContent } from './content.ts'
import { reportPdf } from './pdf.ts'
import { appendixKeys, tableKeys } from './plans.ts'
import { checkReportTemplate, reportWord } from './word.ts'
import { reportFields } from './word-data.ts'
import { defaultTemplate } from './word-template.ts'

const data = sampleReport(5, { agreements: 12, findings: 20 })

test.each(locales)('our own template is sound and leaves nothing of the report out (%s)', async locale => {
  const template = await defaultTemplate(locale)
  expect(await checkReportTemplate(template)).toEqual([])
  const all = wordParts(template)
    .filter(name => /^word\/(document|footer\d|charts\/chart\d)\.xml$/.test(name))
    .map(name => wordText(template, name).concat(wordPart(template, name)))
  const text = all.join('')
  const used = (tag: string) => text.includes(`{${tag}}`) || text.includes(`{#${tag}}`) || text.includes(`{#${tag} `)
  const tags = [...reportFields.texts, ...reportFields.charts, ...Object.keys(reportFields.lists)]
  // A whole table in one loop, the plain title and the lists of findings and forms are there for the templates of offices.
  const lists = tags.filter(tag => tag.startsWith('findings') || tag.startsWith('responses'))
  const others = ['title', ...tableKeys, ...lists, ...appendixKeys.map(key => `${key}Empty`)]
  expect(tags.filter(tag => !used(tag) && !others.includes(tag))).toEqual([])
})

test('the document has a table of contents, page numbers and the marks of the data at the foot', async () => {
  const word = await reportWord(data)
  expect(wordPart(word, 'word/document.xml')).toContain('TOC \\')
  expect(wordText(word, 'word/footer1.xml')).toMatch(
    /^12\/HK\.05\.1-LP\/01\/2026 {2}· {2}Data per 20 November 2026, 17\.00 WIB\nSidik jari data \w{4} \w{4} \w{4} \w{4}\tHalaman {2}dari $/,
  )
  expect(wordPart(word, 'word/footer1.xml')).toMatch(/PAGE<.*NUMPAGES</s)
})

test('its charts are drawn by Word from the figures of the report', async () => {
  const word = await reportWord(data)
  const charts = wordParts(word).filter(name => /^word\/charts\/chart\d\.xml$/.test(name))
  expect(charts).toHaveLength(7)
  const values = charts.map(name =>
    [...wordPart(word, name).matchAll(/<c:val>.*?<\/c:val>/gs)].map(([series]) =>
      [...series.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
    ),
  )
  expect(values).toContainEqual([
    data.partnersByClass
      .map(row => row.agreements)
      .filter(Boolean)
      .toSorted((one, other) => one - other),
  ])
  expect(values).toContainEqual([data.followUpsByState.map(row => row.count).toReversed()])
  const tenths = (score: number | null) => Number(formatScore('en', score!))
  const apart = ({ kpu, partner }: { kpu: number | null; partner: number | null }) => Math.abs(tenths(kpu) - tenths(partner))
  const items = data.scoresByItem.toSorted((one, other) => Math.round(10 * (apart(other) - apart(one))))
  expect(values).toContainEqual([items.map(row => tenths(row.kpu)).toReversed(), items.map(row => tenths(row.partner)).toReversed()])
  expect(charts.map(name => wordPart(word, name)).join('')).not.toContain('{chart')
  // Bars of scores begin at 0, so that none looks more than it is, and are labelled to a tenth as the language of Word writes it.
  const axis = '<c:max val="100"/><c:min val="0"/>'
  const ofScores = charts.map(name => wordPart(word, name)).filter(xml => xml.includes(axis))
  expect(ofScores).toHaveLength(1)
  expect(ofScores[0]).toContain('formatCode="0.0;;"')
})

test('before Word brings its contents up to date, they already name every chapter and every appendix', async () => {
  const word = await reportWord(data)
  const { appendices } = reportContent(data)
  expect(appendices.length).toBeGreaterThan(3)
  const contents = wordPart(word, 'word/document.xml').match(/<w:sdtContent>.*?<\/w:sdtContent>/s)![0]
  const listed = [...contents.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!)
  expect(listed.filter(entry => entry.startsWith('BAB '))).toHaveLength(5)
  expect(listed.filter(entry => entry.startsWith('LAMPIRAN'))).toEqual(
    appendices.map(({ label, title }) => `${label.toUpperCase()} ${title}`),
  )
})

test('its figures have the numbers that they have in the PDF', async () => {
  const [word, pdf] = await Promise.all([reportWord(data), reportPdf(data)])
  const captions = [...wordText(word).matchAll(/^Gambar \d+\. (?!Kendala).*$/gm)].map(([caption]) => bare(caption))
  expect(captions).toHaveLength(6)
  const printed = (await pdfPages(pdf)).join('')
  expect(captions.filter(caption => !printed.includes(caption))).toEqual([])
})

test('an item that only one side is asked has its score in the chart, and the other side no label', async () => {
  const [first, ...others] = data.scoresByItem
  const word = await reportWord({ ...data, scoresByItem: [{ ...first!, partner: null }, ...others] })
  const charts = wordParts(word).filter(name => /^word\/charts\/chart\d\.xml$/.test(name))
  expect(charts.filter(name => wordPart(word, name).includes(`<c:v>${first!.label}</c:v>`))).toHaveLength(1)
})

test('an office’s own template is filled instead of ours', async () => {
  const own = new Document({ sections: [{ children: [new Paragraph('Ringkas: {title}, {#totalsOf}{/totalsOf}')] }] })
  const broken = new Uint8Array(await Packer.toBuffer(own))
  await expect(reportWord(data, broken)).rejects.toMatchObject({ code: 'invalid', problems: [{ tag: '{#totalsOf}' }] })
  const sound = new Document({
    sections: [{ children: [new Paragraph('Ringkas: {title} {#response}{side}: {submitted} dari {targets}; {/response}')] }],
  })
  const word = await reportWord(data, new Uint8Array(await Packer.toBuffer(sound)))
  expect(wordText(word)).toBe(
    `Ringkas: ${data.title} KPU: ${data.totals.kpuSubmitted} dari 12; Mitra: ${data.totals.partnerSubmitted} dari 12; `,
  )
})

test('wide gaps are bold as in the PDF, narrow ones are not', async () => {
  const data = sampleReport(7, { agreements: 12, findings: 5 })
  const xml = wordPart(await reportWord(data), 'word/document.xml')
  const { tables } = reportContent(data)
  const bold = (gap: string) => new RegExp(`<w:b/>(?:(?!</w:r>).)*<w:t[^>]*>${gap.replace('+', '\\+')}</w:t>`).test(xml)
  const gaps = tables.itemScores.rows.map(
    (row, at) => [row.at(-1)!, tables.itemScores.emphasised.some(([number]) => number === at)] as const,
  )
  expect(gaps.some(([, wide]) => wide)).toBe(true)
  expect(gaps.map(([gap]) => bold(gap))).toEqual(gaps.map(([, wide]) => wide))
})
