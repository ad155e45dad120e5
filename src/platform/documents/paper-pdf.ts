import type { Limits } from '../process/apart.ts'
import { fitted } from './fitted-table.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { renderPdf } from './pdf.ts'

/** As a tagged PDF on A4: the same paper gives the same bytes. */
export const paperPdf = (paper: Paper, limits: Limits = {}): Promise<Uint8Array> =>
  renderPdf('src/platform/documents/paper.typ', { ...paper, blocks: paper.blocks.map(forPdf) }, { ...limits, made: paper.made })

/** A table fitted to the width of the text. */
function forPdf(block: PaperBlock) {
  if (block.kind !== 'table') return block
  const isSigned = block.columns.some(({ kind }) => kind === 'sign')
  const { columns, rows, ...table } = fitted({ ...block, total: null }, { width: 155, size: 9, byContent: !isSigned })
  return { ...table, columns, rows, paper: { ...table.paper, ...(isSigned ? { pad: 3 } : {}) } }
}
