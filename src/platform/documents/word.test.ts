import { Document, ExternalHyperlink, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { withParts, wordPart, wordParts, wordTables, wordText } from '../../../test/document-text.ts'
import { zip } from '../../../test/handmade-workbook.ts'
import { pseudo } from '../../../test/pseudo.ts'
import { addLanguage, dropLanguage, messages } from '../i18n/languages.ts'
import { checkTemplate, fillWord, TemplateRefusal } from './word.ts'
import type { TemplateFields, WordData } from './word-tags.ts'
import { fillTemplate, templateProblems } from './word-template.ts'

const fields: TemplateFields = { texts: ['title', 'office'], charts: [], lists: { findings: ['number', 'text'], actions: ['who'] } }
const data: WordData = {
  texts: { title: 'Laporan', office: 'KPU RI' },
  lists: {
    findings: [
      { number: '1', text: 'satu' },
      { number: '2', text: 'dua' },
    ],
    actions: [],
  },
  charts: {},
}

test('texts and rows of a template are filled', async () => {
  const template = await docx([line('{title} {office}'), rows('{#findings}{number}', '{text}{/findings}')])
  const filled = await fillWord(template, data, fields)
  expect(wordText(filled)).toContain('Laporan KPU RI')
  expect(wordTables(filled)).toEqual([
    [
      ['No.', 'Uraian'],
      ['1', 'satu'],
      ['2', 'dua'],
    ],
  ])
})

test('braces and tags in the data stay text, even before a loop in the same paragraph', async () => {
  const hostile = { ...data, texts: { title: '{#findings}{/findings} {office} {', office: '}{title}' } }
  const template = await docx([line('{title} {office} {#findings [loopOver: "paragraph"]}{title}: {text}{/findings}')])
  const filled = await fillWord(template, hostile, fields)
  expect(
    wordText(filled)
      .split('\n')
      .filter(text => text),
  ).toEqual([
    '{#findings}{/findings} {office} { }{title} {#findings}{/findings} {office} {: satu',
    '{#findings}{/findings} {office} { }{title} {#findings}{/findings} {office} {: dua',
  ])
})

test('markup and control characters in the data neither break the document nor vanish', async () => {
  const hostile = { ...data, texts: { title: '<w:p/>&amp;]]>\u0000\ud800"', office: 'a\r\nb' } }
  const filled = await fillWord(await docx([line('{title}'), line('{office}')]), hostile, fields)
  expect(wordText(filled)).toContain('<w:p/>&amp;]]>��"')
  expect(wordText(filled)).toContain('a\nb')
})

test.each([
  ['an unknown tag', [line('{title} {jumlah}')], '{jumlah}', 'Tanda {jumlah} tidak dikenal'],
  ['a field outside its loop', [line('{text}')], '{text}', 'tidak dikenal di tempat itu'],
  ['an unknown loop', [line('{#temuan}{/temuan}')], '{#temuan}', 'tidak dikenal'],
  ['a loop without an end', [line('{#findings}{text}')], '{#findings}', 'tidak ditutup'],
  ['an end without a loop', [line('{title}{/findings}')], '{/findings}', 'tidak memiliki pembuka'],
  ['a brace without its other half', [line('nama {title')], 'nama {title', 'tidak lengkap'],
  ['a loop in a loop', [line('{#findings}{#actions}{who}{/actions}{/findings}')], '{#actions}', 'di dalam {#findings}'],
  ['options that cannot be read', [line('{#findings [loopOver: ]}{/findings}')], '{#findings [loopOver: ]}', 'tidak terbaca'],
  ['a loop that leaves its table', [rows('{#findings}{number}', '{text}'), line('{/findings}')], '{#findings}', 'tidak dapat diisi'],
])('%s is a problem, told with the tag and the reason', async (_, children, tag, reason) => {
  const problems = await templateProblems(Buffer.from(await docx(children)), fields)
  expect(problems[0]?.tag).toBe(tag)
  expect(problems[0]?.message.id).toContain(reason)
})

test('a template with problems is refused, and every one of them told at once', async () => {
  const template = await docx([line('{a} {title} {b}')])
  const problems = await checkTemplate(template, fields)
  expect(problems.map(problem => problem.tag)).toEqual(['{a}', '{b}'])
  const refusal = await fillWord(template, data, fields).catch(error => error)
  expect(refusal).toBeInstanceOf(TemplateRefusal)
  expect(refusal).toMatchObject({ code: 'invalid', problems })
})

test('problems of a template are told in a language that was added, too', async () => {
  addLanguage('qps', 'Pseudo', new Map([...messages()].map(([key, { id }]) => [key, pseudo(id)])))
  const [problem] = await checkTemplate(await docx([line('{a} {title}')]), fields)
  dropLanguage('qps')
  expect(problem!.message.id).toMatch(/^Tanda \{a\} /)
  expect(problem!.message['qps' as 'added']).toMatch(/^⟦Tándá \{a\} /)
})

test('a table of which no row is left is taken away, and what stands around it stays', async () => {
  const template = await docx([
    line('{title}'),
    rowsOnly('{#actions [loopOver: "row"]}{who}{/actions}'),
    line('{office}'),
    rows('{#findings}{number}', '{text}{/findings}'),
  ])
  const filled = await fillTemplate(Buffer.from(template), data)
  expect(wordTables(filled)).toHaveLength(1)
  expect(wordPart(filled, 'word/document.xml').match(/<w:tbl>/g)).toHaveLength(1)
  expect(wordText(filled)).toContain('Laporan\nKPU RI')
})

test.each([
  ['no file at all', new Uint8Array()],
  ['text', new TextEncoder().encode('Laporan')],
  ['a damaged archive', new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, () => 7)])],
])('%s is no Word document', async (_, bytes) => {
  expect((await checkTemplate(bytes, fields))[0]?.message.en).toBe('This file is not a valid Word document (.docx).')
})

test('a template that is too large, carries macros, or fetches something when it is opened is refused; a link is not', async () => {
  const told = async (bytes: Uint8Array) => (await checkTemplate(bytes, fields))[0]?.message.en
  const sound = await docx([line('{title}')])
  const relations = 'word/_rels/document.xml.rels'
  const related = (relation: string) =>
    withParts(sound, { [relations]: wordPart(sound, relations).replace('</Relationships>', `${relation}</Relationships>`) })
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  expect(await told(withParts(sound, {}))).toBeUndefined()
  expect(await told(new Uint8Array(10_000_001))).toContain('larger than 10 MB')
  expect(await told(withParts(sound, { 'word/media/a.txt': 'x'.repeat(60_000_001) }))).toContain('larger than 10 MB')
  expect(await told(withParts(sound, { 'word/vbaProject.bin': 'x' }))).toContain('macros')
  expect(await told(withParts(sound, { 'word/document.xml': undefined }))).toContain('not a valid Word document')
  expect(
    await told(related(`<Relationship Id="x1" Type="${type}/image" Target="http://192.0.2.1/a.png" TargetMode="External"/>`)),
  ).toContain('outside itself')
  expect(
    await told(related(`<Relationship Id="x1" Type="${type}/attachedTemplate" Target="file://192.0.2.1/a.dotm" TargetMode='External'/>`)),
  ).toContain('outside itself')
  const link = new ExternalHyperlink({ link: 'https://contoh.id', children: [new TextRun('tautan')] })
  expect(await told(await docx([new Paragraph({ children: [link] })]))).toBeUndefined()
})

test('nothing that a template fetches can be hidden by how its relations are written', async () => {
  const sound = await docx([line('{title}')])
  const name = 'word/_rels/document.xml.rels'
  const told = async (relations: string | Buffer) =>
    (await checkTemplate(withParts(sound, { [name]: relations as string }), fields))[0]?.message.en
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const own = wordPart(sound, name)
  const image = (more: string) => `Type="${type}/image" ${more}`
  const external = 'TargetMode="External"'
  for (const relation of [
    `<Relationship Id="a>b" ${image(`Target="http://192.0.2.1/a.png" ${external}`)}/>`,
    `<r:Relationship xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships" Id="x" ${image(`Target="//a" ${external}`)}/>`,
    `<Relationship Id="x" Target=" Type='x/hyperlink' TargetMode='Internal' " ${image(external)}/>`,
    `<Relationship Id="x" ${image('Target="//a" TargetMode="&#69;xternal"')}/>`,
  ])
    expect(await told(own.replace('</Relationships>', `${relation}</Relationships>`))).toContain('outside itself')
  expect(await told(Buffer.from(`\ufeff${own}`, 'utf16le'))).toContain('not a valid Word document')
})

test('a template that never ends a tag, or takes too long, costs the server nothing and is refused', async () => {
  const sound = await docx([line('{title}')])
  const endless = withParts(sound, { 'word/_rels/document.xml.rels': '<Relationship '.repeat(600_000) })
  expect((await checkTemplate(endless, fields))[0]?.message.en).toContain('not a valid Word document')
  expect((await checkTemplate(sound, fields, 1))[0]?.message.en).toContain('too complex')
})

test('a template that unpacks to more than the server should hold is refused before it is unpacked', async () => {
  const sound = await docx([line('{title}')])
  const body = wordPart(sound, 'word/document.xml').replace('{title}', ' '.repeat(75_000_000))
  const bomb = zip(Object.fromEntries(wordParts(sound).map(name => [name, name === 'word/document.xml' ? body : wordPart(sound, name)])))
  expect(bomb.length).toBeLessThan(1_000_000)
  expect((await checkTemplate(bomb, fields))[0]?.message.en).toContain('not a valid Word document')
})

function line(text: string): Paragraph {
  return new Paragraph(text)
}

function rowsOnly(text: string): Table {
  return new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] })
}

function rows(...cells: string[]): Table {
  const row = (texts: string[]) => new TableRow({ children: texts.map(text => new TableCell({ children: [new Paragraph(text)] })) })
  return new Table({ rows: [row(['No.', 'Uraian']), row(cells)] })
}

async function docx(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
