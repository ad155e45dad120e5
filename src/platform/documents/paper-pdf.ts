import type { Limits } from '../process/apart.ts'
import { fitted } from './fitted-table.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { renderPdf } from './pdf.ts'

const paperTemplate = 'src/platform/documents/paper.typ'

/** As a tagged PDF on A4: the same paper gives the same bytes. */
export const paperPdf = (paper: Paper, limits: Limits = {}): Promise<Uint8Array> => papersPdf([paper], limits)

/** Several papers of one kind in one PDF, each with pages of its own number. */
export const papersPdf = (papers: readonly [Paper, ...Paper[]], limits: Limits = {}): Promise<Uint8Array> =>
  renderPdf(paperTemplate, pdfContent(papers), { ...limits, made: papers[0].made })

const pdfContent = (papers: readonly Paper[]) => ({
  papers: papers.map(paper => ({ ...paper, blocks: paper.blocks.map(forPdf) })),
})

/** A table fitted to the width of the text. */
function forPdf(block: PaperBlock) {
  if (block.kind !== 'table') return block
  const isSigned = block.columns.some(({ kind }) => kind === 'sign')
  const { columns, rows, ...table } = fitted({ ...block, total: null }, { width: 155, size: 9, byContent: !isSigned })
  return { ...table, columns, rows, paper: { ...table.paper, ...(isSigned ? { pad: 3 } : {}) } }
}
