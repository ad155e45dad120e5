import { expect } from 'vitest'
import { downloadPaper, showPaper } from '../src/modules/papers/operations/papers.ts'
import type { PaperAsked } from '../src/modules/papers/schema/papers.ts'
import { addressOf } from '../src/modules/papers/views/address.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import type { Paper, PaperBlock } from '../src/platform/documents/paper.ts'
import { printableAll } from '../src/platform/documents/text.ts'
import { bytesOf, type FileAnswer } from '../src/platform/values/file-answer.ts'
import { bare, pdfPages, wordTables, wordText } from './document-text.ts'
import { as, browser } from './world.ts'

/** A paper as somebody reads it, and the text of its page, its PDF and its Word document, without spaces. */
export async function formsOf(actor: Actor, asked: PaperAsked) {
  const { paper }: { paper: Paper } = await as(actor)(showPaper, asked)
  const file = async (form: 'pdf' | 'word') => bytesOf((await as(actor)(downloadPaper, { ...asked, form })) as FileAnswer)
  const [pdf, word] = [await file('pdf'), await file('word')]
  const page = await (await (await browser(actor)).get(addressOf(asked.meeting, { ...asked, of: asked.of ?? null }))).text()
  return {
    paper: printableAll(paper),
    pdf: (await pdfPages(pdf)).join(''),
    word: bare(wordText(word)),
    page: bare(readable(/<article class="official[\s\S]*<\/article>/.exec(page)?.[0] ?? '')),
    tables: wordTables(word),
  }
}

/** Everything that a paper says stands in all three, and the tables of the Word document are those of the paper. */
export async function expectSameInAll(actor: Actor, asked: PaperAsked): Promise<Paper> {
  const { paper, tables, ...forms } = await formsOf(actor, asked)
  const titles = paper.layout === 'letter' ? [] : [paper.heading, paper.title, paper.number]
  const texts = [...paper.letterhead, ...titles, ...paper.blocks.flatMap(textsOf)].filter(Boolean)
  for (const [form, text] of Object.entries(forms)) {
    // The reader of the tests passes over a slash behind which a line may break.
    const read = (words: string) => (form === 'pdf' ? words.replaceAll('/', '') : words).toUpperCase()
    expect({ form, lacking: texts.filter(each => !read(text).includes(read(bare(each)))) }).toEqual({ form, lacking: [] })
  }
  expect(tables).toEqual(paper.blocks.flatMap(tableOf))
  return paper
}

function textsOf(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(row => row.join(''))
    case 'heading':
      return [block.text]
    case 'text':
      return block.paragraphs
    case 'list':
      return block.items
    case 'speech':
      return [block.speaker, block.text, block.conclusion]
    case 'table':
      return block.rows.length ? [block.title, ...block.columns.map(({ header }) => header), ...block.rows.flat()] : [block.empty]
    case 'reference':
      return [block.place, ...block.rows.flat()]
    case 'address':
      return block.lines
    case 'annex':
      return [...block.lines, block.title]
    case 'signatures':
      return block.signers.flatMap(({ place, position, name }) => [place, position, name])
  }
}

function tableOf(block: PaperBlock): string[][][] {
  const flat = (rows: readonly (readonly string[])[]) => rows.map(row => row.map(cell => cell.replaceAll('\n', '')))
  if (block.kind === 'facts') return [flat(block.rows)]
  return block.kind === 'table' && block.rows.length ? [flat([block.columns.map(({ header }) => header), ...block.rows])] : []
}

const readable = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
