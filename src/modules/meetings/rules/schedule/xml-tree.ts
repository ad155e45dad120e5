import { SaxesParser } from 'saxes'
import type { Localized } from '../../../../platform/i18n/words.ts'
import { scheduleProblems } from '../../words/schedule-problems.ts'
import { limits } from './source.ts'

/** `text` is what stands in the element itself, `line` where it begins, `nth` its place among those of its name. */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Element[]
  text: string
  line: number
  nth: number
  parent: Element | null
}
/** `notes` are the processing instructions for Sinergi, in the order of the document. */
export type Tree = { root: Element; notes: string[] }

/** What is wrong with a document, and where. */
export class XmlFault extends Error {
  readonly at: string
  readonly problem: Localized
  constructor(at: string, problem: Localized) {
    super('The XML is wrong')
    this.at = at
    this.problem = problem
  }
}

/**
 * The elements of an XML document. Document types are refused, so there are no entities but the five of XML; neither length nor depth nor
 * number of parts costs more than the limits say.
 *
 * @throws XmlFault
 */
export function parseXml(text: string): Tree {
  if (text.length > limits.characters) throw new XmlFault('', scheduleProblems.tooLong({ most: limits.characters }))
  const notes: string[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  let [parts, line] = [0, 1]
  let root: Element | null = null
  let open: Element | null = null
  /** How many of each name there are in what is open, outermost first. */
  const counts: Map<string, number>[] = [new Map()]

  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    const nth = (counts.at(-1)!.get(name) ?? 0) + 1
    counts.at(-1)!.set(name, nth)
    const element: Element = { name, attributes, children: [], text: '', line, nth, parent: open }
    parts += 1 + Object.keys(attributes).length
    if (parts > limits.parts) throw new XmlFault(placeOf(element), scheduleProblems.tooManyParts({ most: limits.parts }))
    if (counts.length > limits.depth) throw new XmlFault(placeOf(element), scheduleProblems.tooDeep({ most: limits.depth }))
    open?.children.push(element)
    root ??= element
    open = element
    counts.push(new Map())
  })
  parser.on('closetag', () => {
    open = open?.parent ?? null
    counts.pop()
  })
  const addText = (text: string) => {
    if (open) open.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === noteTarget) notes.push(body)
  })
  const placeOfOpen = () => `${open ? pathOf(open) : ''}:${parser.line}`
  parser.on('doctype', () => {
    throw new XmlFault(placeOfOpen(), scheduleProblems.documentType)
  })
  parser.on('error', () => {
    throw new XmlFault(placeOfOpen(), scheduleProblems.notXml)
  })
  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk))
  parser.close()
  return { root: root!, notes }
}
export const noteTarget = 'sinergi'
const chunk = 65_536

/** `/schedule/day[2]/room[1]/event[3]/@id:45`: the path of an element, or of an attribute of it, and its line. */
export const placeOf = (element: Element, attribute?: string): string =>
  `${pathOf(element)}${attribute === undefined ? '' : `/@${attribute}`}:${element.line}`

function pathOf(element: Element): string {
  const steps: string[] = []
  for (let each: Element | null = element; each; each = each.parent) {
    const isCounted = ['day', 'room', 'event', 'entry', 'person'].includes(each.name) && each.parent !== null
    steps.unshift(isCounted ? `${each.name}[${each.nth}]` : each.name.slice(0, 80))
  }
  return `/${steps.join('/')}`
}
