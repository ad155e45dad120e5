import { checkTemplate, fillWord } from '../../../platform/documents/word.ts'
import type { TemplateProblem } from '../../../platform/documents/word-tags.ts'
import type { Limits } from '../../../platform/process/apart.ts'
import type { ReportData } from '../schema.ts'
import { reportContent } from './content.ts'
import { keptTogether } from './kept-together.ts'
import { reportFields, wordData } from './word-data.ts'
import { templateFor } from './word-template.ts'

/** The report as a Word document, from an office's own template or from ours. Throws `TemplateRefusal` for a template that is broken. */
export async function reportWord(data: ReportData, template?: Uint8Array, limits: Limits = {}): Promise<Uint8Array> {
  const content = keptTogether(data.locale, reportContent(data))
  const filled = wordData(content)
  return template ? fillWord(template, filled, reportFields, limits) : fillWord(await templateFor(content), filled, undefined, limits)
}

/** What is wrong with a template for this report, each problem with its tag; an empty list when it can be used. */
export const checkReportTemplate = (template: Uint8Array): Promise<TemplateProblem[]> => checkTemplate(template, reportFields)
