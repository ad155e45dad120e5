import { listParts, unpack } from '../spreadsheets/archive.ts'
import { attributesOf, walkXml } from '../spreadsheets/xml.ts'
import { refusals } from './refusal-words.ts'
import { notWord, type TemplateProblem } from './word-tags.ts'

const mostBytes = 10_000_000
const mostUnzipped = 60_000_000

/**
 * Why a file is no template to hand to others: it is not a Word document, unpacks to too much, carries macros, or points to something
 * outside itself (a remote template, an object) that Word would fetch. Links that a reader clicks are fine.
 */
export function unsafeParts(template: Uint8Array): TemplateProblem[] {
  if (template.byteLength > mostBytes) return [tooLarge()]
  try {
    const parts = listParts(template, mostUnzipped)
    if (!parts.has('word/document.xml')) return [notWord()]
    const names = [...parts.keys()]
    if (names.some(name => /vbaProject|embeddings\/.*\.bin$/i.test(name))) return [macros()]
    const relations = names.filter(name => name.endsWith('.rels')).map(name => unpack(template, parts.get(name)!))
    if (relations.some(part => part.includes(0))) return [notWord()] // another encoding, in which anything could hide
    return relations.some(pointsOutside) ? [outside()] : []
  } catch {
    return [notWord()]
  }
}

function pointsOutside(relations: Uint8Array): boolean {
  let found = false
  walkXml(relations, {
    open(name, text) {
      if (name !== 'Relationship') return
      const attributes = attributesOf(text)
      const isExternal = attributes.get('TargetMode')?.trim().toLowerCase() === 'external'
      if (isExternal && !attributes.get('Type')?.endsWith('/hyperlink')) found = true
    },
  })
  return found
}

const tooLarge = (): TemplateProblem => ({
  tag: '',
  message: refusals.templateLargerThan10,
})
const macros = (): TemplateProblem => ({
  tag: '',
  message: refusals.templateWithMacros,
})
const outside = (): TemplateProblem => ({
  tag: '',
  message: refusals.templateWithOutsideLinks,
})
