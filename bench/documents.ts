// How long the documents of a national report take, and how much memory: at the real size, and at twenty times that.
import { spawnSync } from 'node:child_process'
import { reportContent } from '../src/modules/reports/documents/content.ts'
import { nationalTemplate, pdfContent } from '../src/modules/reports/documents/pdf.ts'
import { wordData } from '../src/modules/reports/documents/word-data.ts'
import { defaultTemplate } from '../src/modules/reports/documents/word-template.ts'
import { reportWorkbook } from '../src/modules/reports/documents/workbook.ts'
import type { ReportData } from '../src/modules/reports/schema.ts'
import { printableAll } from '../src/platform/documents/text.ts'
import { typesetPdf } from '../src/platform/documents/typst.ts'
import { fillTemplate } from '../src/platform/documents/word-template.ts'
import { root } from '../src/platform/process/root.ts'
import { sampleReport } from '../test/sample-report.ts'

const sizes = { real: { agreements: 124, findings: 300 }, large: { agreements: 2850, findings: 3000 } }
const makers: Record<string, (data: ReportData) => Promise<Uint8Array>> = {
  pdf: async data =>
    typesetPdf({ root, template: nationalTemplate, data: JSON.stringify(printableAll(pdfContent(data))), made: data.cutoff }),
  word: async data => fillTemplate(Buffer.from(await defaultTemplate(data.locale)), printableAll(wordData(reportContent(data)))),
  xlsx: reportWorkbook,
}

const [kind, size] = process.argv.slice(2)
if (kind && size) await measure(kind, size as keyof typeof sizes)
else
  for (const which of Object.keys(sizes))
    for (const one of Object.keys(makers))
      spawnSync(process.execPath, [process.argv[1]!, one, which], { stdio: 'inherit', timeout: 600_000 })

/** In a process of its own, so that the memory is that of one document. */
async function measure(kind: string, size: keyof typeof sizes): Promise<void> {
  const data = sampleReport(7, sizes[size])
  const start = performance.now()
  const before = process.cpuUsage()
  const bytes = await makers[kind]!(data)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const { user, system } = process.cpuUsage(before)
  const { agreements, findings } = sizes[size]
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${kind} of ${agreements} agreements and ${findings} findings: ${seconds} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${(bytes.length / 1e6).toFixed(1)} MB, at most ${memory} MB of memory`,
  )
}
