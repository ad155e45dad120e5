import type { Actor } from '../../platform/authority/actor.ts'
import { canAnywhere } from '../../platform/authority/reach.ts'
import { call, type Kernel } from '../../platform/operation/operation.ts'
import { forbidden } from '../../platform/refusals/refusal.ts'
import type { Run, RunKind } from '../../platform/runs/run.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { reportPdf } from './documents/pdf.ts'
import { reportWord } from './documents/word.ts'
import { reportWorkbook } from './documents/workbook.ts'
import { holdReport, noteReport } from './operations/holding.ts'
import { attachReport, computeReport, freezeReport, frozenReport } from './operations/making.ts'
import { downloadTemplate, showTemplate } from './operations/templates.ts'
import { endings, type Form, forms, makingReports, type ReportData } from './schema.ts'
import { phases } from './words/phases.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'

export const making: RunKind = {
  kind: makingReports,
  names: titles.makingReport,
  subject: 'report',
  seenBy: 'report.read',
  phases,
  step: makeNext,
  hold: (context, { subjectId }) => holdReport(context, subjectId),
  moved: async (context, run, before) => noteReport(context, run, before),
  notAnyMore: refusals.reportWithoutAsker,
}

/** The next document that is not there yet; before the first one, the figures are frozen, which is a step of its own. */
async function makeNext(kernel: Kernel, actor: Actor, { subjectId: id }: Run): Promise<void> {
  if (actor.kind === 'person' && !canAnywhere(actor, 'report.write')) throw forbidden()
  const frozen = await call(kernel, actor, frozenReport, { id }, 'job')
  if (!frozen) return
  const { report, data } = frozen
  if (!data) return freezeNow(kernel, actor, id)
  const form = forms.find(each => !report.files[each])
  if (!form) return
  const template = form === 'word' ? await templateFor(kernel, actor, id, report.office.id) : undefined
  const file = { name: `${report.number}.${endings[form]}`, bytes: await make(form, data, template) }
  await call(kernel, actor, attachReport, { id, form, file }, 'job')
}

async function freezeNow(kernel: Kernel, actor: Actor, id: string): Promise<void> {
  const data = await call(kernel, actor, computeReport, { id }, 'job')
  if (data) await call(kernel, actor, freezeReport, { id, data }, 'job')
}

async function templateFor(kernel: Kernel, actor: Actor, report: string, office: string): Promise<Uint8Array | undefined> {
  const { template } = await call(kernel, actor, showTemplate, { office }, 'job')
  return template ? bytesOf(await call(kernel, actor, downloadTemplate, { report }, 'job')) : undefined
}

/**
 * Where an office has no template of its own, ours is made for what this report holds. The documents are made outside any transaction: they
 * take seconds, and nothing of them leaves before it is attached.
 */
const make = (form: Form, data: ReportData, template: Uint8Array | undefined): Promise<Uint8Array> =>
  form === 'pdf' ? reportPdf(data) : form === 'word' ? reportWord(data, template) : reportWorkbook(data)
