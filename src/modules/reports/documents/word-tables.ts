import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { fitted } from '../../../platform/documents/fitted-table.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Content } from './content.ts'
import { type Kind, plans, type TableKey } from './plans.ts'
import { isFigure } from './table.ts'
import { tableWords } from './table-words.ts'
import { documentWords } from './words.ts'

type Column = { key: string; header: string; kind: Kind; width: number }

const twipsPerMillimetre = 1440 / 25.4
/** A table of up to so many rows stays on one page. */
const wholeUpTo = 24
/** The typeface of official letters is wider than that of the PDF, for which `fitted` measures. */
const wider = 1.15

const brand = '0B5267'
const tint = 'E2EFF3'
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const strong: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: brand }
const hair: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'C5CED4' }
const margins = { top: 40, bottom: 40, left: 80, right: 80 }

/**
 * Caption and table of one kind of rows: a head that repeats, a row that the filler repeats, and the total. All of them are loops: of a
 * table without rows nothing is left but the sentence beneath it, and in an `appendix` not even that. The first rows stay with the head.
 */
export function reportTable(
  { locale, content }: { locale: Locale; content?: Content },
  key: TableKey,
  width: number,
  size: number,
  appendix = false,
): (Paragraph | Table)[] {
  const known = content?.tables[key]
  const columns = known?.columns ?? columnsOf(locale, key)
  const rows = [...(known?.rows ?? []), columns.map(({ key: name }) => widest(key, name))]
  const { columns: laid, paper } = fitted(
    { columns: [...columns], rows, total: known?.total ?? null },
    { width: width / twipsPerMillimetre, size: (size / 2) * wider },
  )
  const widths = laid.map(column => Math.round(column.width * twipsPerMillimetre))
  const row = (
    name: string,
    texts: string[],
    look: Pick<CellLook, 'bold' | 'bottom' | 'top' | 'fill'> & { keepNext?: boolean },
    head = false,
  ) =>
    new TableRow({
      tableHeader: head,
      ...(head && paper.upright && { height: { value: upright(columns, size), rule: HeightRule.ATLEAST } }),
      cantSplit: true,
      children: columns.map((column, at) => {
        const [before, after] = [at === 0 ? `{#${name}}` : '', at === columns.length - 1 ? `{/${name}}` : '']
        const wide = texts[at] === '{gap}' && !look.bold
        return cell(wide ? `${before}{gapPlain}` : `${before}${texts[at]}${after}`, {
          ...(wide && { strong: '{gapBold}', after }),
          width: widths[at]!,
          right: isFigure(column.kind),
          size,
          ...look,
          upright: head && paper.upright && isFigure(column.kind),
        })
      }),
    })
  const fields = columns.map(column => `{${column.key}}`)
  const headers = columns.map(column => column.header)
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [
        new TextRun({ text: `{#${key}Caption [loopOver: "paragraph"]}{label}. `, bold: true }),
        new TextRun(`{title}{/${key}Caption}`),
      ],
    }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [
        row(`${key}Head`, headers, { bold: true, top: strong, bottom: strong, fill: tint, keepNext: true }, true),
        row(`${key}First`, fields, { bold: false, bottom: hair, keepNext: true }),
        row(`${key}Rest`, fields, { bold: false, bottom: hair, keepNext: known !== undefined && known.rows.length <= wholeUpTo }),
        row(`${key}Total`, fields, { bold: true, bottom: strong }),
      ],
    }),
    new Paragraph({ spacing: { after: 200 } }),
    ...(appendix ? [] : [repeated(`${key}Empty`)]),
  ]
}

/** A paragraph for each text of a list; none where it is empty. */
export const repeated = (list: string): Paragraph =>
  new Paragraph({ style: 'Normal', children: [new TextRun(`{#${list} [loopOver: "paragraph"]}{text}{/${list}}`)] })

/** The register of a short report, each agreement as names and values, under the caption of its table. */
export const registerTable = ({ content }: { content?: Content }, width: number): (Paragraph | Table)[] => {
  const { label, title, empty } = content?.tables.agreements ?? { label: '', title: '', empty: '' }
  if (!label) return empty ? [new Paragraph({ style: 'Normal', children: [new TextRun(empty)] })] : []
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun({ text: `${label}. `, bold: true }), new TextRun(title)] }),
    plain(width, [Math.round(width * 0.32), Math.round(width * 0.68)], [['{#register}{name}', '{value}{/register}']], hair),
    new Paragraph({ spacing: { after: 200 } }),
  ]
}

/** Two columns without lines, a name and its value: the facts of the approval page. */
export function factTable(width: number): Table {
  const widths = [Math.round(width * 0.32), Math.round(width * 0.68)]
  return plain(width, widths, [['{#facts}{name}', '{value}{/facts}']], hair)
}

/** The figures of the summary as rows: value, what it is, out of what. */
export function statTable(width: number): Table {
  const widths = [Math.round(width * 0.18), Math.round(width * 0.5), Math.round(width * 0.32)]
  return plain(width, widths, [['{#stats}{value}', '{label}', '{of}{/stats}']], hair, 'figures')
}

/** Place and day, and who drew the report up, where that is somebody else, beside who approves it, with room to sign. */
export function signatures({ locale, content }: { locale: Locale; content?: Content }, width: number): (Paragraph | Table)[] {
  const half = Math.round(width / 2)
  const { approval } = documentWords[locale]
  const alone = content && !content.preparer
  const rows = [
    ...(alone ? [['', '{signedOn}']] : []),
    [alone ? '' : approval.prepared, approval.approved],
    ['{preparerPosition}', '{signatoryPosition}'],
    ['', ''],
    ['', ''],
    ['', ''],
    ['{preparerName}', '{signatoryName}'],
  ]
  const day = new Paragraph({
    style: 'Centred',
    keepNext: true,
    spacing: { after: 160 },
    children: [new TextRun({ text: '{signedOn}', size: 21 })],
  })
  return [...(alone ? [] : [day]), plain(width, [half, half], rows, none, 'signed')]
}

/** The numbers that Sinergi gives are never broken, so their columns have room for them. */
const widest = (table: TableKey, column: string): string =>
  (column === 'number' && table !== 'agreements' && table !== 'itemScores') || (column === 'followUp' && table === 'findings')
    ? 'TL-0000-0000'
    : ''

function columnsOf(locale: Locale, key: TableKey): Column[] {
  const said: Record<string, string> = tableWords[locale][key]
  const { levels, labels } = documentWords[locale]
  const level: Record<string, string> = {
    level1: levels.one,
    level2: levels.two,
    level3: levels.three,
    level4: levels.four,
    unknown: levels.unknown,
  }
  const header = (name: string) => (key === 'maturity' ? level[name] : undefined) ?? said[name] ?? name
  const columns = plans[key].map(([name, kind, width]) => ({ key: name, header: header(name), kind, width }))
  return key === 'statuses' ? [...columns, { key: 'detail', header: labels.detail, kind: 'text' as const, width: 5 }] : columns
}

/** Height of a head whose headings stand upright, in twentieths of a point: its longest heading on one line. */
const upright = (columns: readonly Column[], size: number): number =>
  Math.round(Math.max(...columns.filter(({ kind }) => isFigure(kind)).map(({ header }) => header.length)) * size * 10 * 0.62) + 160

type CellLook = {
  width: number
  right: boolean
  bold: boolean
  size: number
  top?: IBorderOptions
  bottom: IBorderOptions
  fill?: string
  keepNext?: boolean
  upright: boolean
  /** What stands behind the text in bold, and what closes the row behind that. */
  strong?: string
  after?: string
}

function cell(text: string, look: CellLook): TableCell {
  const { width, right, bold, size, top = none, bottom, fill, keepNext = false, upright, strong, after = '' } = look
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    borders: { top, bottom, left: none, right: none },
    ...(upright && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
    verticalAlign: fill ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        style: 'Cell',
        keepNext,
        alignment: right && !upright ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          new TextRun({ text, bold, size }),
          ...(strong ? [new TextRun({ text: strong, bold: true, size }), new TextRun({ text: after, size })] : []),
        ],
      }),
    ],
  })
}

type Look = 'plain' | 'figures' | 'signed'

function plain(width: number, widths: number[], rows: string[][], line: IBorderOptions, look: Look = 'plain'): Table {
  const run = (at: number) => (look === 'figures' && at === 0 ? { bold: true, size: 32, color: brand } : { size: 21 })
  const cellOf = (text: string, at: number) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins,
      borders: { top: none, bottom: line, left: none, right: none },
      verticalAlign: look === 'figures' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          style: 'Cell',
          keepNext: look === 'signed',
          alignment: look === 'signed' ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, ...run(at) })],
        }),
      ],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: rows.map(row => new TableRow({ cantSplit: true, children: row.map(cellOf) })),
  })
}
