import { boundText, type Cell } from './cells.ts'
import { type Showing, showingOf } from './shown.ts'
import { attribute, unescapeText, walkXml } from './xml.ts'

/** The texts that cells of all sheets share, in order. Reading aids over the text (`rPh`) are not part of it. */
export function readSharedTexts(part: Uint8Array): string[] {
  const texts: string[] = []
  let text = ''
  let inText = false
  let inAid = false
  walkXml(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = !inAid
      else if (name === 'rPh') inAid = true
    },
    text(value) {
      if (inText) text += value
      boundText(text.length)
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inAid = false
      else if (name === 'si') texts.push(unescapeText(text))
    },
  })
  return texts
}

/** For each cell style, how it shows a number. */
export function readStyles(part: Uint8Array): Showing[] {
  const codes = new Map<number, string>()
  const styles: Showing[] = []
  let inCellStyles = false
  walkXml(part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        styles.push(showingOf(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

/** The day and time of a serial number: its wall clock in UTC parts, to the second. Beyond the years 1900 to 9999 it is a number. */
export function fromSerial(serial: number, since1904: boolean): Cell {
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!(days >= 0 && days < 2_958_466)) return serial
  return new Date(Math.round((days - 25_569) * 86_400) * 1000)
}
