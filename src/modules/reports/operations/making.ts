import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, internalOperation } from '../../../platform/operation/operation.ts'
import { advanceRun, finishRun } from '../../../platform/runs/move.ts'
import { id, Upload } from '../../../platform/values/shapes.ts'
import { postOf } from '../../organisation/queries/posts.ts'
import { fingerprint } from '../documents/fingerprint.ts'
import { draftNarrative } from '../documents/narrative.ts'
import { findReport } from '../queries/reports.ts'
import { figuresAbove } from '../queries/shared.ts'
import { boundTo } from '../rules/bounds.ts'
import { signedAs } from '../rules/signing.ts'
import { contradictions, forms, Narrative, Report, ReportData, type ReportFigures } from '../schema.ts'
import { words } from '../words.ts'
import { figuresOf } from './figures.ts'
import { holdReport } from './holding.ts'

type ReportRequest = { number: string; signatory: { name: string; position: string; place: string } }

/** A report that is being made, with its figures as they were frozen, or none yet; null when it is over. */
export const frozenReport = internalOperation({
  name: 'reports.frozen',
  power: 'report.write',
  reads: true,
  input: z.object({ id }),
  output: z.object({ report: Report, data: ReportData.nullable() }).nullable(),
  async run(context, { id }) {
    const report = await findReport(context, id)
    authorize(context, 'report.write', { path: report.office.path })
    if (isOver(report)) return null
    const { data } = await context.db.selectFrom('report').select('data').where('id', '=', id).executeTakeFirstOrThrow()
    return { report, data: data as ReportData | null }
  },
})

/**
 * The figures of a report as they all stand at one moment, or those that were frozen before; null when it is over. Steps of the job
 * alone: a report shows what Sinergi computed, and nobody hands in figures or documents.
 */
export const computeReport = internalOperation({
  name: 'reports.compute',
  power: 'report.write',
  reads: 'snapshot',
  input: z.object({ id }),
  output: ReportData.nullable(),
  async run(context, { id }) {
    const report = await findReport(context, id)
    authorize(context, 'report.write', { path: report.office.path })
    const stored = await context.db.selectFrom('report').select(['data', 'narrative']).where('id', '=', id).executeTakeFirstOrThrow()
    if (isOver(report)) return null
    if (stored.data) return stored.data as ReportData
    const { asked } = stored.narrative as { asked: ReportRequest }
    const data = { ...(await figuresFor(context, report, asked)), narrative: {} as ReportData['narrative'] }
    const wrong = contradictions(data)
    if (wrong.length) throw new Error(`The figures of report ${report.number} contradict themselves: ${wrong.join('; ')}`)
    return { ...data, narrative: Narrative.parse(draftNarrative(data)) }
  },
})

/** Keeps computed figures for good: those that were kept first stay. */
export const freezeReport = internalOperation({
  name: 'reports.freeze',
  power: 'report.write',
  input: z.object({ id, data: ReportData }),
  output: Report,
  async run(context, { id, data }) {
    const report = await holdReport(context, id)
    if (isOver(report)) return report
    const stored = await context.db.selectFrom('report').select('data').where('id', '=', id).executeTakeFirstOrThrow()
    if (stored.data) return report
    const hash = fingerprint(data)
    await context.db
      .updateTable('report')
      .set({ data: JSON.stringify(data), data_hash: hash, cutoff_at: data.cutoff })
      .where('id', '=', id)
      .execute()
    await advanceRun(context, report.runId, { by: 1, phase: 1 })
    record(context, { kind: 'report', id, reach: [report.office.path] }, null, { state: 'running', hash, cutoff: data.cutoff })
    return findReport(context, id)
  },
})

async function figuresFor(context: Context, report: Report, asked: ReportRequest): Promise<ReportFigures> {
  const { code } = await context.db.selectFrom('office_card').select('code').where('id', '=', report.office.id).executeTakeFirstOrThrow()
  // Of the office it is filed at and those below: whoever may read the report there may read what stands in it.
  const inside = { ...context, actor: boundTo(context.actor, report.office.path) }
  const figures = await figuresOf(inside, report.cycle.id, report.locale)
  return {
    ...figures,
    above: await figuresAbove(context, report),
    number: asked.number || report.number,
    title: report.title,
    locale: report.locale,
    zone: context.actor.zone,
    office: { code, name: report.office.name },
    letterhead: [...words[report.locale].letterhead.split('\n'), ...(code === '00' ? [] : [report.office.name.toUpperCase()])],
    securityClass: words[report.locale].securityClass,
    cutoff: context.clock.now().toISOString(),
    preparer: report.requestedBy ? { name: report.requestedBy, position: await postOfPreparer(context, report) } : null,
    signatory: { ...asked.signatory, day: context.clock.today(context.actor.zone) },
  }
}

async function postOfPreparer(context: Context, { id, locale }: Report): Promise<string> {
  const { requested_by: person } = await context.db
    .selectFrom('report')
    .select('requested_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const post = person && (await postOf(context, person))
  return post ? signedAs(locale, post) : ''
}

export const attachReport = internalOperation({
  name: 'reports.attach',
  power: 'report.write',
  input: z.object({ id, form: z.enum(forms), file: Upload }),
  output: Report,
  async run(context, { id, form, file }) {
    const report = await holdReport(context, id)
    if (report.state !== 'running' || report.files[form]) return report
    const stored = await keepFile(context, file, { reach: [report.office.path] })
    const files = { ...report.files, [form]: stored.id }
    await context.db
      .updateTable('report')
      .set({ [`${form}_id`]: stored.id })
      .where('id', '=', id)
      .execute()
    await advanceRun(context, report.runId, { by: 1, phase: Math.min(report.phase + 1, forms.length) })
    if (forms.every(each => files[each])) await finishRun(context, report.runId)
    record(context, { kind: 'report', id, reach: [report.office.path] }, { [form]: null }, { [form]: stored.sha256 })
    return findReport(context, id)
  },
})

const isOver = ({ state }: Report): boolean => state !== 'queued' && state !== 'running'
