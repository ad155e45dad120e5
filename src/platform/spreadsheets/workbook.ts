import { posix } from 'node:path'
import { listParts, unpack } from './archive.ts'
import { type Caps, type Sheet, spending } from './cells.ts'
import { readSharedTexts, readStyles } from './parts.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'
import { type Book, readWorksheet } from './worksheet.ts'
import { attribute, walkXml } from './xml.ts'

/** The worksheets of an .xlsx file (ECMA-376) in their order; chart sheets and everything beside the cells are passed over. */
export function readWorkbook(bytes: Uint8Array, caps: Caps): Sheet[] {
  const parts = listParts(bytes, caps.unzippedBytes)
  if (parts.has('xl/workbook.bin') || parts.has('content.xml'))
    throw new UnreadableSpreadsheet('other_format', 'The file is a workbook, but not .xlsx')
  let unpacked = 0
  const path = relationsOf('').find(({ type }) => type === 'officeDocument')?.target
  if (!path) throw damaged('it names no workbook')
  const relations = relationsOf(path)
  const book: Book = { texts: [], styles: [], since1904: false, spent: spending(caps) }
  const named: { name: string; id: string; hidden: boolean }[] = []
  walkXml(partOf(path), {
    open(name, attributes) {
      if (name === 'workbookPr') book.since1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name === 'sheet')
        named.push({
          name: attribute(attributes, 'name') ?? '',
          id: attribute(attributes, '\\w+:id') ?? '',
          hidden: /^(hidden|veryHidden)$/i.test(attribute(attributes, 'state') ?? ''),
        })
    },
  })
  const shared = relations.find(({ type }) => type === 'sharedStrings')
  if (shared && parts.has(shared.target)) book.texts = readSharedTexts(partOf(shared.target))
  const styles = relations.find(({ type }) => type === 'styles')
  if (styles && parts.has(styles.target)) book.styles = readStyles(partOf(styles.target))
  const byId = new Map(relations.map(relation => [relation.id, relation]))
  return named.flatMap(({ name, id, hidden }): Sheet[] => {
    const relation = byId.get(id)
    if (relation?.type !== 'worksheet') return []
    const sheet = readWorksheet(partOf(relation.target), book)
    return [{ name, ...sheet, ...(hidden && { hidden }), ...(book.since1904 && { since1904: true }) }]
  })

  /** What a part refers to: `xl/workbook.xml` keeps its list in `xl/_rels/workbook.xml.rels`, the archive in `_rels/.rels`. */
  function relationsOf(source: string): { id: string; type: string; target: string }[] {
    const list: { id: string; type: string; target: string }[] = []
    walkXml(partOf(source.replace(/([^/]*)$/, '_rels/$1.rels')), {
      open(name, attributes) {
        if (name !== 'Relationship') return
        const [id, type, target] = ['Id', 'Type', 'Target'].map(wanted => attribute(attributes, wanted) ?? '') as [string, string, string]
        list.push({
          id,
          type: type.slice(type.lastIndexOf('/') + 1),
          target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(source), target),
        })
      },
    })
    return list
  }

  /** Many sheets may name the same part, so what is unpacked again counts again. */
  function partOf(name: string): Uint8Array {
    const part = parts.get(name)
    if (!part) throw damaged(`${name} is missing`)
    unpacked += part.unpacked
    if (unpacked > caps.unzippedBytes)
      throw new UnreadableSpreadsheet('too_large', `The file unpacks to more than ${caps.unzippedBytes} bytes`)
    return unpack(bytes, part)
  }
}

const damaged = (what: string) => new UnreadableSpreadsheet('not_a_spreadsheet', `Not a workbook: ${what}`)
