import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, PaperBlock } from './paper.ts'

const face = 'Bookman Old Style'
const ink = '17212A'
const brand = '0B5267'

/** The same as a Word document on A4, for an office that has more to write. Text is made printable before. */
export async function makePaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title ? `${paper.heading}: ${paper.title}` : paper.heading,
    creator: 'Sinergi',
    lastModifiedBy: 'Sinergi',
    styles: { default: { document: { run: { font: face, size: 22, color: ink, language: { value: paper.lang } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1417, bottom: 1417, left: 1701, right: 1417 } } },
        footers: { default: footer(paper) },
        children: [...head(paper), ...paper.blocks.flatMap(partOf)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

type Children = (Paragraph | Table)[]

const plain = (text: string, more: object = {}) => new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, ...more })] })
const centred = (text: string, more: object = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...more })] })
/** What was written in several lines stays in several lines. */
const lines = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => plain(line))

const footer = ({ foot, pageWords: [page, of] }: Paper) =>
  new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ size: 16, children: [`${foot} · ${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })

const head = ({ layout, letterhead, heading, title, number }: Paper): Children => [
  ...letterhead.map(line => centred(line.toUpperCase(), { bold: true, size: 26 })),
  new Paragraph({ spacing: { after: 300 }, border: { top: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: ink, space: 4 } } }),
  ...(layout === 'letter' ? [] : headed({ heading, title, number })),
]

const headed = ({ heading, title, number }: Pick<Paper, 'heading' | 'title' | 'number'>): Children => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: heading.toUpperCase(), bold: true, size: 28, color: ink, font: face })],
  }),
  ...(title ? [centred(title, { bold: true, size: 24 })] : []),
  ...(number ? [centred(number)] : []),
  new Paragraph({}),
]

function partOf(block: PaperBlock): Children {
  switch (block.kind) {
    case 'facts':
      return [table(block.rows, [30, 70]), new Paragraph({})]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: block.text, bold: true, size: 24, color: brand, font: face })],
        }),
      ]
    case 'text':
      return block.paragraphs.flatMap(lines)
    case 'list':
      return block.items.map((text, at) => plain(`${at + 1}. ${text}`))
    case 'speech':
      return speech(block)
    case 'table':
      return tableOf(block)
    case 'reference':
      return [
        new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(block.place)] }),
        ...block.rows.map(
          ([name, value]) =>
            new Paragraph({
              tabStops: [{ type: TabStopType.LEFT, position: 1400 }],
              indent: { left: 1550, hanging: 1550 },
              children: [new TextRun(`${name}\t: ${value}`)],
            }),
        ),
        new Paragraph({}),
      ]
    case 'address':
      return [...block.lines.map(text => new Paragraph({ children: [new TextRun(text)] })), new Paragraph({})]
    case 'annex':
      return [
        ...block.lines.map(
          (text, at) => new Paragraph({ pageBreakBefore: at === 0, alignment: AlignmentType.RIGHT, children: [new TextRun(text)] }),
        ),
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          alignment: AlignmentType.CENTER,
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: block.title, bold: true, size: 24, color: brand, font: face })],
        }),
      ]
    case 'signatures':
      return block.signers.flatMap(signed)
  }
}

type Of<Kind> = Extract<PaperBlock, { kind: Kind }>

const speech = ({ speaker, text, conclusion, conclusionLabel }: Of<'speech'>): Children => [
  ...(speaker ? [new Paragraph({ keepNext: true, children: [new TextRun({ text: speaker, bold: true })] })] : []),
  ...lines(text),
  ...(conclusion
    ? [
        new Paragraph({ indent: { left: 300 }, keepNext: true, children: [new TextRun({ text: `${conclusionLabel}.`, bold: true })] }),
        ...lines(conclusion),
      ]
    : []),
]

const tableOf = ({ title, columns, rows, empty }: Of<'table'>): Children =>
  rows.length
    ? [
        new Paragraph({ keepNext: true, spacing: { before: 120, after: 80 }, children: [new TextRun({ text: title, bold: true })] }),
        table(
          [columns.map(({ header }) => header), ...rows],
          columns.map(({ width }) => width),
          columns.some(({ kind }) => kind === 'sign') ? 500 : 0,
          true,
        ),
        new Paragraph({}),
      ]
    : [plain(empty)]

/** `height` is the least of a row. */
function table(rows: readonly (readonly string[])[], widths: number[], height = 0, hasHead = false): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map(width => Math.round((8788 * width) / whole)),
    rows: rows.map((row, at) => {
      const isHead = hasHead && at === 0
      return new TableRow({
        tableHeader: isHead,
        cantSplit: row.every(text => text.length < 900),
        ...(height && !isHead ? { height: { value: height, rule: 'atLeast' } } : {}),
        children: row.map(
          (text, column) =>
            new TableCell({
              width: { size: Math.round((100 * widths[column]!) / whole), type: WidthType.PERCENTAGE },
              margins: { left: 80, right: 80 },
              children: inCell(text, { size: hasHead ? 18 : 20, bold: isHead }),
            }),
        ),
      })
    }),
  })
}

/** A cell has a paragraph for each of its lines. */
const inCell = (text: string, more: object) =>
  text.split('\n').map(line => new Paragraph({ children: [new TextRun({ text: line, ...more })] }))

const signed = ({ place, position, name }: Of<'signatures'>['signers'][number]): Children => {
  const line = (text: string, after = 0, more: object = {}) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { left: 4300 },
      spacing: { after },
      keepNext: true,
      children: [new TextRun({ text, ...more })],
    })
  return [
    new Paragraph({ spacing: { before: 360 } }),
    ...(place ? [line(place)] : []),
    line(position, 1000),
    line(name, 120, { bold: true }),
  ]
}
