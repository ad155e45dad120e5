import { type ScopeData, type TemplateContext, TemplateExtension, type XmlNode } from 'easy-template-x'

// Braces in the data are carried through as two code points that no text may hold (`printable` has removed them). Otherwise a text that
// was already set before a loop is repeated would be read again as a tag.
const open = '\ufdd0'
const close = '\ufdd1'

/** The data with every brace in its strings hidden from the search for tags. */
export function hideBraces<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('{', open).replaceAll('}', close) as T
  if (Array.isArray(value)) return value.map(hideBraces) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, hideBraces(held)])) as T
}

/** Puts the braces back when a part of the document has been filled. */
export const braceKeeper = new (class extends TemplateExtension {
  async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    restore(await currentPart.xmlRoot())
  }
})()

function restore(node: XmlNode): void {
  if ('textContent' in node && node.textContent) node.textContent = withBraces(node.textContent)
  if ('attributes' in node && node.attributes) {
    for (const [name, value] of Object.entries(node.attributes)) node.attributes[name] = withBraces(value)
  }
  for (const child of node.childNodes ?? []) restore(child)
}

const withBraces = (text: string): string => text.replaceAll(open, '{').replaceAll(close, '}')
