import type { Limits } from '../process/apart.ts'
import { root } from '../process/root.ts'
import { runInWorker } from './apart.ts'
import { printableAll } from './text.ts'

/**
 * A PDF from a Typst template (a path from the project's folder, `src/modules/reports/documents/national.typ`) and plain data, which the
 * template reads with `json(bytes(sys.inputs.data))`. Text in the data is made printable first. `made` is the document's own date, an
 * instant: the same template, data and date give the same bytes. Throws when the template is wrong or a limit is reached.
 */
export const renderPdf = (template: string, data: unknown, { made, ...limits }: Limits & { made: string }): Promise<Uint8Array> =>
  runInWorker({ kind: 'pdf', root, template, made, data: JSON.stringify(printableAll(data)) }, limits)
