import { listParts, unpack } from '../spreadsheets/archive.ts'
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
    const relations = names
      .filter(name => name.endsWith('.rels'))
      .map(name => Buffer.from(unpack(template, parts.get(name)!)).toString('utf8'))
    return relations.some(pointsOutside) ? [outside()] : []
  } catch {
    return [notWord()]
  }
}

function pointsOutside(relations: string): boolean {
  const external = (relations.match(/<Relationship\b[^>]*>/g) ?? []).filter(relation => /TargetMode\s*=\s*["']External["']/i.test(relation))
  return external.some(relation => !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(relation))
}

const tooLarge = (): TemplateProblem => ({
  tag: '',
  said: { id: 'Templat lebih besar dari 10 MB.', en: 'The template is larger than 10 MB.' },
})
const macros = (): TemplateProblem => ({
  tag: '',
  said: {
    id: 'Templat memuat makro. Simpan sebagai .docx tanpa makro.',
    en: 'The template carries macros. Save it as .docx without them.',
  },
})
const outside = (): TemplateProblem => ({
  tag: '',
  said: {
    id: 'Templat menunjuk ke berkas di luar dirinya (templat jarak jauh, objek, atau gambar tertaut). Sematkan isinya.',
    en: 'The template points to a file outside itself (a remote template, an object or a linked picture). Embed it instead.',
  },
})
