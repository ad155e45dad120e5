import { UnreadableSpreadsheet } from './unreadable.ts'

/** What a part's reader wants to hear of. Names come without their prefix; a tag that closes itself is told as opened and closed. */
export type Visitor = { open(name: string, attributes: string): void; close?(name: string): void; text?(value: string): void }

/**
 * Walks through an XML part once, from its first byte to its last, and keeps nothing: hostile XML costs no more than its length.
 * Entities of the document's own are not expanded. Text is told decoded, in one or more pieces. Refuses a part that ends inside
 * a tag or an element, because then rows are missing.
 */
export function walkXml(bytes: Uint8Array, { open, close, text }: Visitor): void {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let depth = 0
  for (let at = 0; at < xml.length; ) {
    const tag = indexOfByte(xml, lessThan, at)
    if (text) {
      for (let from = at; from < tag; ) {
        const to = from + longestPiece < tag ? between(xml, from + longestPiece) : tag
        text(decode(xml.toString('utf8', from, to)))
        from = to
      }
    }
    if (tag >= xml.length) break
    const next = xml[tag + 1]
    if (next === exclamation || next === question) {
      const section = sections.find(({ opening }) => xml.toString('latin1', tag, tag + opening.length) === opening)!
      const end = xml.indexOf(section.closing, tag + section.opening.length)
      if (end < 0) throw unfinished()
      if (section.opening === '<![CDATA[') text?.(xml.toString('utf8', tag + 9, end))
      at = end + section.closing.length
      continue
    }
    const end = endOfTag(xml, tag + 1)
    if (end < 0) throw unfinished()
    if (next === slash) closeTag(localName(xml.toString('utf8', tag + 2, end)))
    else openTag(xml.toString('utf8', tag + 1, xml[end - 1] === slash ? end - 1 : end), xml[end - 1] === slash)
    at = end + 1
  }
  if (depth !== 0) throw unfinished()

  function openTag(content: string, closesItself: boolean): void {
    const space = content.search(/\s/)
    const name = localName(space < 0 ? content : content.slice(0, space))
    depth++
    open(name, space < 0 ? '' : content.slice(space))
    if (closesItself) closeTag(name)
  }

  function closeTag(name: string): void {
    depth--
    close?.(name)
  }
}

/** The value of an attribute in the text that `open` was given; `name` may be a pattern, as for `\w+:id`. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = attributePattern(name).exec(attributes)
  return found ? decode(found[1] ?? found[2] ?? '') : undefined
}

/** All attributes by name, each once read: what stands inside a value is never taken for another. Refuses what is not well formed. */
export function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; ; ) {
    const equals = text.indexOf('=', at)
    if (equals < 0) return found
    let start = equals + 1
    while (/\s/.test(text[start] ?? '')) start++
    const quote = text[start]
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1
    if (end < 0) throw unfinished()
    found.set(text.slice(at, equals).trim(), decode(text.slice(start + 1, end)))
    at = end + 1
  }
}

/** Excel writes what XML cannot hold, and line ends of text, as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

const [lessThan, greaterThan, exclamation, question, slash, single, double] = [0x3c, 0x3e, 0x21, 0x3f, 0x2f, 0x27, 0x22]
const [ampersand, semicolon] = [0x26, 0x3b]

const sections = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<!', closing: '>' },
  { opening: '<?', closing: '?>' },
]

/** Bytes of text that are told at once: a reader that has enough of them ends it there, before more is made of them than it can hold. */
const longestPiece = 65_536

/** The last place, not after this one, that is within no entity and no letter. */
function between(xml: Uint8Array, at: number): number {
  for (let back = at - 1; back > at - 12 && xml[back] !== semicolon; back--) if (xml[back] === ampersand) return back
  let place = at
  while (place > at - 3 && (xml[place]! & 0xc0) === 0x80) place--
  return place
}

function indexOfByte(bytes: Uint8Array, wanted: number, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== wanted) at++
  return at
}

function endOfTag(xml: Uint8Array, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const byte = xml[at]!
    if (quote) quote = byte === quote ? 0 : quote
    else if (byte === single || byte === double) quote = byte
    else if (byte === greaterThan) return at
  }
  return -1
}

const unfinished = () => new UnreadableSpreadsheet('not_a_spreadsheet', 'Not a workbook: its XML is cut off')

const localName = (name: string) => name.slice(name.indexOf(':') + 1).trimEnd()

const patterns = new Map<string, RegExp>()
function attributePattern(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  const made = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, made)
  return made
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
