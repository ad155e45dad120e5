import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { roomFor } from '../../../platform/intake/room.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download, id, keptRev, language, line, optional, seenRev, Upload } from '../../../platform/values/shapes.ts'
import { officeId } from '../../organisation/schema.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import { exampleTemplate } from '../documents/example-template.ts'
import { checkReportTemplate } from '../documents/word.ts'
import { defaultTemplate } from '../documents/word-template.ts'
import { findReport, templateInForce } from '../queries/reports.ts'
import { fileTypes } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

const office = optional(line(40)).describe('Id or code of an office; your own unless given')
const Template = z.object({
  rev: keptRev,
  template: z
    .object({ id: z.uuid(), name: z.string(), office: z.string(), uploadedAt: z.iso.datetime() })
    .nullable()
    .describe('null is the built-in one'),
})
const thisTemplate = refusals.template

export const showTemplate = operation({
  name: 'templates.show',
  summary: 'The Word template in force for reports of your office',
  power: 'report.read',
  reads: true,
  input: z.object({ office }),
  output: Template,
  example: { office: officeId('35.10') },
  run: async (context, { office }) => inForce(context, await pathOf(context, office)),
})

export const downloadTemplate = operation({
  name: 'templates.download',
  summary: 'The Word template in force, for editing: of your office, or of the office of a report',
  power: 'report.read',
  reads: true,
  input: z.object({ report: id.optional(), office, locale: language.default('id') }),
  output: Download,
  example: { report: example.report },
  async run(context, { report, office, locale }) {
    const path = report ? (await findReport(context, report)).office.path : await pathOf(context, office)
    authorize(context, 'report.read', { path })
    const template = await templateInForce(context, path)
    if (template) return storedFile(context, template.fileId)
    return fileOf('templat-laporan.docx', fileTypes.word, await defaultTemplate(locale))
  },
})

/** One template at a time is looked at: each may cost seconds and a gigabyte. */
const turns = roomFor(1)

export const uploadTemplate = operation({
  name: 'templates.upload',
  summary: 'Put a Word template of your own in force for reports of your office and those below it',
  power: 'report.write',
  input: z.object({ file: Upload, office, rev: seenRev }),
  output: Template,
  example: { file: { name: 'templat.docx', bytes: exampleTemplate() }, office: officeId('35.10'), rev: 1 },
  async prepare(context, { file, office }) {
    authorize(context, 'report.write', { path: await pathOf(context, office) })
    const leave = await turns.enter(1)
    const problems = await checkReportTemplate(file.bytes).finally(leave)
    if (problems.length)
      throw new Refusal('invalid', refusals.templateNotUsable, {
        file: problems.slice(0, 20).map(({ tag, message }) => (tag ? refusals.text({ tag, message }) : message)),
      })
  },
  async run(context, { file, office, rev }) {
    const path = await pathOf(context, office)
    authorize(context, 'report.write', { path })
    const officeOf = await officeForChange(context, path, rev)
    const { template: before } = await inForce(context, path)
    const stored = await keepFile(context, file, { reach: [path] })
    await context.db
      .updateTable('report_template')
      .set({ retired_at: context.clock.now() })
      .where('office_id', '=', officeOf)
      .where('retired_at', 'is', null)
      .execute()
    const row = {
      id: newId(),
      office_id: officeOf,
      kind: 'national' as const,
      file_id: stored.id,
      uploaded_by: context.actor.personId,
      uploaded_at: context.clock.now(),
    }
    await context.db.insertInto('report_template').values(row).execute()
    record(context, { kind: 'report_template', id: row.id, reach: [path] }, before, { name: stored.name, sha256: stored.sha256 })
    return inForce(context, path)
  },
})

export const retireTemplate = operation({
  name: 'templates.retire',
  summary: 'Go back to the template of the office above, or to the built-in one',
  power: 'report.write',
  input: z.object({ office, rev: seenRev }),
  output: z.object({ retired: z.int(), rev: keptRev }),
  example: { office: officeId('35.10'), rev: 1 },
  async run(context, { office, rev }) {
    const path = await pathOf(context, office)
    authorize(context, 'report.write', { path })
    const officeOf = await officeForChange(context, path, rev)
    const retired = await context.db
      .updateTable('report_template')
      .set({ retired_at: context.clock.now() })
      .where('retired_at', 'is', null)
      .where('office_id', '=', officeOf)
      .returning('id')
      .execute()
    for (const { id } of retired) record(context, { kind: 'report_template', id, reach: [path] }, { retired: false }, { retired: true })
    return { retired: retired.length, rev: await revOf(context, officeOf) }
  },
})

async function inForce(context: Context, path: string): Promise<z.output<typeof Template>> {
  authorize(context, 'report.read', { path })
  const found = await templateInForce(context, path)
  const { id: officeOf } = await officeAt(context, path).executeTakeFirstOrThrow()
  return {
    rev: await revOf(context, officeOf),
    template: found ? { id: found.id, name: found.name, office: found.office, uploadedAt: found.uploadedAt.toISOString() } : null,
  }
}

const officeAt = ({ db }: Context, path: string) =>
  db.selectFrom('office_card').select('id').where(sql<boolean>`path = ${path}::text::ltree`)

/** The office whose own template changes, locked, so that of two at once the second sees what the first has done. */
async function officeForChange(context: Context, path: string, seen: number): Promise<string> {
  const { id } = await officeAt(context, path).forUpdate().executeTakeFirstOrThrow()
  checkRevision(seen, { rev: await revOf(context, id) }, thisTemplate)
  return id
}

/** How many templates of its own an office has put in force and taken back: none is ever deleted. */
async function revOf({ db }: Context, officeOf: string): Promise<number> {
  const { rev } = await db
    .selectFrom('report_template')
    .select(sql<number>`count(*) + count(retired_at)`.as('rev'))
    .where('office_id', '=', officeOf)
    .executeTakeFirstOrThrow()
  return rev
}

const pathOf = async (context: Context, given: string | null): Promise<string> => (await keepingOffice(context, given)).path
