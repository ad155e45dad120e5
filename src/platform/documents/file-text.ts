import { listParts, unpack } from '../spreadsheets/archive.ts'
import { walkXml } from '../spreadsheets/xml.ts'

/** What a file says in words; `cut` where there was more than is kept. */
export type FileText = { text: string; cut: boolean }

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
/** Kinds of files whose text can be read. */
export const readableTypes: readonly string[] = Object.values(types)

/** Characters that are kept, pages of a PDF that are looked at, and bytes that a Word document may unpack to. */
const most = { text: 200_000, pages: 400, unzipped: 60_000_000 }

/**
 * The text of a PDF or of a Word document, without signs that are not shown. Throws whatever the reader says of a file that is damaged,
 * locked or something else; it may take any time and memory, so it is called in a process of its own (`file-text-apart.ts`).
 */
export async function textOf(bytes: Uint8Array, type: string): Promise<FileText> {
  const pieces = type === types.pdf ? pagesOf(bytes) : paragraphsOf(bytes)
  let [text, cut] = ['', false]
  for await (const piece of pieces) {
    text += `${plain(piece)}\n`
    cut = text.length > most.text
    if (cut) break
  }
  return { text: text.slice(0, most.text).trim(), cut }
}

async function* pagesOf(bytes: Uint8Array): AsyncGenerator<string> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  for (let number = 1; number <= Math.min(document.numPages, most.pages); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    yield items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    page.cleanup()
  }
}

function* paragraphsOf(bytes: Uint8Array): Generator<string> {
  const parts = listParts(bytes, most.unzipped)
  const body = parts.get('word/document.xml')
  if (!body) throw new Error('The archive is no Word document')
  const paragraphs: string[] = []
  let [paragraph, isText] = ['', false]
  walkXml(unpack(bytes, body), {
    open(name) {
      isText = name === 't'
      if (name === 'tab' || name === 'br') paragraph += ' '
    },
    close(name) {
      isText = false
      if (name !== 'p') return
      paragraphs.push(paragraph)
      paragraph = ''
    },
    text(value) {
      if (isText && paragraph.length < most.text) paragraph += value
    },
  })
  yield* paragraphs
}

/** Soft hyphens and the spaces without width by which lines are broken would part words; a NUL no column holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g
const plain = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/-\n(?=\p{Ll})/gu, '')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
