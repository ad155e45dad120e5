import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Locale } from '../../../platform/i18n/words.ts'
import { type Content, figureTables } from './content.ts'
import { appendixKeys, figureKeys } from './plans.ts'
import { chartRun } from './word-chart.ts'
import { type Block, type Chapter, chapters, shortChapters, type WordChartName, wordFigures } from './word-outline.ts'
import { styles } from './word-styles.ts'
import { factTable, registerTable, repeated, reportTable, signatures, statTable } from './word-tables.ts'
import { documentWords } from './words.ts'

type Children = (Paragraph | Table | TableOfContents)[]

/** A4 in twentieths of a point, and the text between the margins. */
const paper = { width: 11906, height: 16838 }
const margin = { top: 1417, bottom: 1417, left: 1701, right: 1417 }
const narrow = paper.width - margin.left - margin.right
const wide = paper.height - margin.left - margin.right

/**
 * The Word template of the national report as it comes with Sinergi: the same outline as the PDF, with a tag wherever a figure or a text
 * of the report goes. An office downloads it, changes it in Word, and uploads its own.
 */
export function defaultTemplate(locale: Locale = 'id'): Promise<Uint8Array> {
  const known = made.get(locale) ?? make({ locale })
  made.set(locale, known)
  return known
}

/** The same for one report: with the columns, the appendices and the contents that this one has, and columns as wide as its cells need. */
export const templateFor = (content: Content): Promise<Uint8Array> => make({ locale: content.lang, content })

type Wanted = { locale: Locale; content?: Content }
/** Made once a process: some 40 kB each, and a second of work. */
const made = new Map<Locale, Promise<Uint8Array>>()

async function make(wanted: Wanted): Promise<Uint8Array> {
  const { locale, content } = wanted
  const say = documentWords[locale]
  const text = (children: Children, turned = false, footed = true): ISectionOptions => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: { ...paper, orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin },
    },
    ...(footed && { footers: { default: footer(locale, turned ? wide : narrow) } }),
    children,
  })
  const document = new Document({
    title: say.cover.kind,
    creator: 'Sinergi',
    lastModifiedBy: 'Sinergi',
    styles: styles(locale),
    numbering: {
      config: ['legalBasis', 'recommendations', 'mainConclusions', 'mainRecommendations'].map(reference => ({
        reference,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1.',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 500, hanging: 400 } } },
          },
        ],
      })),
    },
    sections: [
      text(cover(locale), false, false),
      text([...front(wanted), ...chaptersOf(wanted).flatMap(chapter => body(wanted, chapter)), ...signed()]),
      ...(content?.short
        ? []
        : [text([repeated('noAppendices'), ...(content?.appendices ?? everyAppendix).flatMap(each => appendix(wanted, each))], true)]),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Those that a template for any report has. */
const everyAppendix: readonly Pick<Content['appendices'][number], 'key' | 'tables'>[] = [
  ...appendixKeys.map(key => ({ key, tables: [key] })),
  { key: 'figures', tables: [...figureKeys] },
]

function cover(locale: Locale): Children {
  const say = documentWords[locale]
  return [
    ...letterhead(),
    new Paragraph({ style: 'Title', spacing: { before: 3200 }, children: [new TextRun('{coverTitle}')] }),
    centred('{cycle}', 28),
    centred('{period}'),
    new Paragraph({ style: 'Centred', spacing: { before: 500 }, children: [new TextRun(`${say.cover.number}: {number}`)] }),
    new Paragraph({ style: 'Centred', spacing: { before: 3600 }, children: [new TextRun({ text: '{office}', bold: true })] }),
    centred('{place}, {year}'),
  ]
}

const chaptersOf = ({ content }: Wanted): readonly Chapter[] => (content?.short ? shortChapters : chapters)

function front(wanted: Wanted): Children {
  const say = documentWords[wanted.locale]
  const short = wanted.content?.short
  return [
    heading(1, say.parts.approval.toUpperCase()),
    ...letterhead(),
    factTable(narrow),
    new Paragraph({ style: 'Normal', spacing: { before: 200, after: 300 }, children: [new TextRun('{statement}')] }),
    ...signatures(wanted, narrow),
    ...(short ? [] : foreword(wanted)),
    heading(1, say.parts.summary.toUpperCase()),
    statTable(narrow),
    new Paragraph({ spacing: { after: 200 } }),
    repeated('summaryText'),
    ...main(short ? say.parts.conclusion : say.parts.mainConclusions, 'mainConclusions'),
    ...main(short ? say.parts.recommendations : say.parts.mainRecommendations, 'mainRecommendations'),
  ]
}

function foreword(wanted: Wanted): Children {
  const say = documentWords[wanted.locale]
  return [
    heading(1, say.parts.foreword.toUpperCase()),
    repeated('forewordText'),
    ...signed(),
    new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new TextRun(say.parts.contents.toUpperCase())] }),
    new TableOfContents(say.parts.contents, {
      hyperlink: true,
      headingStyleRange: '1-2',
      useAppliedParagraphOutlineLevel: true,
      tabLeader: LeaderType.NONE,
      cachedEntries: contents(wanted),
    }),
  ]
}

function body(wanted: Wanted, { number, title, sections }: Chapter): Children {
  const { parts } = wanted.content?.words ?? documentWords[wanted.locale]
  return [
    heading(1, `${parts.chapter.toUpperCase()} ${number}`, parts[title].toUpperCase(), !wanted.content?.short),
    ...sections
      .filter(section => !isLeftOut(wanted, section))
      .flatMap((section, at) => [
        heading(2, `${String.fromCharCode(65 + at)}. ${parts[section.title]}`),
        ...section.blocks.flatMap(block => drawn(wanted, block)),
      ]),
  ]
}

/** A section of tables alone that have no rows in this report; a template for any report has it all the same. */
const isLeftOut = ({ content }: Wanted, { title, blocks }: Chapter['sections'][number]): boolean =>
  (title === 'comparison' || title === 'untreated') &&
  content !== undefined &&
  blocks.every(block => 'table' in block && !content.tables[block.table].rows.length)

function drawn(wanted: Wanted, block: Block): Children {
  const say = documentWords[wanted.locale]
  if ('text' in block) return [repeated(`${block.text}Text`)]
  if ('list' in block) return [listed(block.list, `${block.list}Text`)]
  if ('register' in block) return registerTable(wanted, narrow)
  if ('empty' in block) return [repeated(`${block.empty}Empty`)]
  if ('table' in block) return reportTable(wanted, block.table, narrow, block.table === 'urgent' ? 15 : 17)
  if ('note' in block)
    return block.note !== 'more' ? [repeated(block.note)] : [new Paragraph({ style: 'Normal', children: [new TextRun('{more}')] })]
  const loop = `${block.chart}Figure`
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new TextRun(`{#${loop} [loopOver: "paragraph"]}`),
        chartRun(block.chart, say.figures[block.figure], wanted.content && rowsOf(wanted.content, block.chart)),
        new TextRun(`{/${loop}}`),
      ],
    }),
    new Paragraph({
      style: 'Caption',
      children: [
        new TextRun({ text: `{#${loop} [loopOver: "paragraph"]}{label}. `, bold: true }),
        new TextRun(`${say.figures[block.figure]}{/${loop}}`),
      ],
    }),
  ]
}

const listed = (reference: string, list: string): Paragraph =>
  new Paragraph({
    style: 'Normal',
    keepLines: true,
    numbering: { reference, level: 0 },
    children: [new TextRun(`{#${list}}{text}{/${list}}`)],
  })

/** What the summary ends with, under a heading that the contents leave out. */
const main = (title: string, list: string): Children => [
  new Paragraph({ style: 'Normal', keepNext: true, spacing: { before: 200 }, children: [new TextRun({ text: title, bold: true })] }),
  listed(list, list),
]

/**
 * The table of contents until Word brings it up to date on opening and adds the pages, which nobody knows before. A template for any
 * report lacks the appendices: no loop may stand in a contents.
 */
function contents({ locale, content }: Wanted): { title: string; level: number }[] {
  const { parts } = content?.words ?? documentWords[locale]
  const front = [parts.approval, parts.foreword, parts.summary].map(title => ({ title: title.toUpperCase(), level: 1 }))
  const body = chapters.flatMap(({ number, title, sections }) => [
    { title: `${parts.chapter.toUpperCase()} ${number} ${parts[title].toUpperCase()}`, level: 1 },
    ...sections
      .filter(section => !isLeftOut({ locale, ...(content && { content }) }, section))
      .map((section, at) => ({ title: `${String.fromCharCode(65 + at)}. ${parts[section.title]}`, level: 2 })),
  ])
  const appendices = content?.appendices.map(({ label, title }) => ({ title: `${label.toUpperCase()} ${title}`, level: 1 })) ?? []
  return [...front, ...body, ...appendices]
}

/** Heading and tables of an appendix, on its own page as in the PDF; nothing at all where it has no rows. */
function appendix(wanted: Wanted, { key, tables }: (typeof everyAppendix)[number]): Children {
  return [
    new Paragraph({
      style: 'AppendixHeading',
      outlineLevel: 0,
      pageBreakBefore: true,
      spacing: { after: 240 },
      children: [
        new TextRun({ text: `{#${key}Appendix [loopOver: "paragraph"]}{label}`, allCaps: true }),
        new TextRun({ text: `{title}{/${key}Appendix}`, break: 1 }),
      ],
    }),
    ...(key === 'findingGroups' ? [repeated('moreFindings')] : []),
    ...tables.flatMap(each => reportTable(wanted, each, wide, 15, true)),
  ]
}

const signed = (): Children => [
  new Paragraph({ style: 'Signed', spacing: { before: 500 }, children: [new TextRun('{signedOn}')] }),
  new Paragraph({ style: 'Signed', spacing: { after: 1300 }, children: [new TextRun('{signatoryPosition}')] }),
  new Paragraph({ style: 'Signed', children: [new TextRun({ text: '{signatoryName}', bold: true })] }),
]

const rowsOf = ({ tables }: Content, chart: WordChartName): number => tables[figureTables[wordFigures[chart]]].rows.length

/** Each line of the letterhead a paragraph, with a double rule below the last. */
const letterhead = (): Children => [
  new Paragraph({
    style: 'Letterhead',
    children: [new TextRun({ text: '{#letterhead [loopOver: "paragraph"]}{text}{/letterhead}', allCaps: true })],
  }),
  new Paragraph({
    spacing: { after: 300 },
    border: { top: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: '17212A', space: 4 } },
  }),
]

const centred = (text: string, size = 22) => new Paragraph({ style: 'Centred', children: [new TextRun({ text, size })] })

function heading(level: 1 | 2, first: string, second?: string, onNewPage = level === 1): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore: onNewPage,
    ...(level === 1 && !onNewPage && { spacing: { before: 560, after: 240 } }),
    children: [new TextRun(first), ...(second ? [new TextRun({ text: second, break: 1 })] : [])],
  })
}

function footer(locale: Locale, width: number): Footer {
  const say = documentWords[locale].footer
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C5CED4', space: 4 } },
        children: [new TextRun(`{number}  ·  ${say.data({ cutoff: '{cutoff}' })}`)],
      }),
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(say.hash({ hash: '{hash}' })),
          new TextRun({ children: ['\t', `${say.page} `, PageNumber.CURRENT, ` ${say.of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
