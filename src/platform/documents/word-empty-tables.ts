import { type ScopeData, type TemplateContext, TemplateExtension, type XmlNode, xml } from 'easy-template-x'

/** Takes away each table of which no row is left: every row was a loop over nothing, and Word calls such a table damaged. */
export const emptyTables = new (class extends TemplateExtension {
  async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    removeFrom(await currentPart.xmlRoot())
  }
})()

function removeFrom(node: XmlNode): void {
  for (const child of [...(node.childNodes ?? [])]) {
    if (child.nodeName === 'w:tbl' && !child.childNodes?.some(row => row.nodeName === 'w:tr')) xml.modify.remove(child)
    else removeFrom(child)
  }
}
