import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { lacking } from '../../../platform/authority/lacking.ts'
import { authorize, isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import { Cursor, Ends, pageOf, pageSize } from '../../../platform/database/keyset.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import { cancelRun, startRun } from '../../../platform/runs/move.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, language, line, optional, wholeFrom } from '../../../platform/values/shapes.ts'
import { findCycle } from '../../evaluation/queries/cycles.ts'
import { headOf } from '../../organisation/queries/posts.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import { columns, findReport, findReportDetail, reportOf, visible } from '../queries/reports.ts'
import { boundTo } from '../rules/bounds.ts'
import { placeOf, signedAs } from '../rules/signing.ts'
import { Figures, forms, makingReports, Report, ReportDetail } from '../schema.ts'
import { words } from '../words.ts'
import { liveFiguresOf } from './figures.ts'
import { holdReport } from './holding.ts'

/** Computing, and one step for each document. */
const partCount = 1 + forms.length

export const showDashboard = operation({
  name: 'dashboards.show',
  summary: 'The figures of a cycle as they stand now, in your reach',
  power: 'report.read',
  reads: 'snapshot',
  input: z.object({ cycle: id, locale: language.optional() }),
  output: Figures,
  example: { cycle: example.cycle },
  async run(context, { cycle, locale }) {
    if (isEmpty(reach(context, 'report.read'))) throw lacking('report.read', context.actor)
    return liveFiguresOf(context, cycle, locale ?? context.locale)
  },
})

export const listReports = operation({
  name: 'reports.list',
  summary: 'Reports of your offices, the latest first',
  power: 'report.read',
  reads: true,
  input: z.object({
    cycle: id.optional(),
    office: id.optional(),
    after: Cursor.optional(),
    before: Cursor.optional(),
    most: wholeFrom(1, pageSize).default(pageSize).describe('Reports at most'),
  }),
  output: z.object({ reports: z.array(Report), ...Ends }),
  example: {},
  async run(context, { cycle, office, most, ...turn }) {
    const order = { name: 'created', column: sql.ref('r.created_at'), type: 'timestamptz', descending: true } as const
    const query = visible(context)
      .select(columns)
      .$if(!!cycle, rows => rows.where('r.cycle_id', '=', cycle!))
      .$if(!!office, rows => rows.where('r.office_id', '=', office!))
    const { rows, next, previous } = await pageOf(query, order, sql.ref('r.id'), turn, most)
    return { reports: rows.map(row => reportOf(context, row)), next, previous }
  },
})

export const showReport = operation({
  name: 'reports.show',
  summary: 'One report: how far it is, its key figures, cut-off, hash and files',
  power: 'report.read',
  reads: true,
  input: z.object({ id }),
  output: ReportDetail,
  example: { id: example.report },
  run: (context, { id }) => findReportDetail(context, id),
})

const Signatory = z.object({ name: line(150), position: line(150), place: line(80) })

/** How many offices one chooses from in a list; of more one is sought. */
const mostChoices = 60

const ReportingOffice = z.object({ id: z.uuid(), code: z.string(), name: z.string() })
const officeAsked = line(240).nullish().describe('Id or code of the office whose report it is; the widest of yours unless given')

export const newReport = operation({
  name: 'reports.begin',
  summary:
    'What a new report begins with: whose it is, and who signed the last one of that office, of yours before those of others; without one, who heads the office',
  power: 'report.write',
  reads: true,
  input: z.object({ office: officeAsked }),
  output: z.object({
    office: ReportingOffice,
    signatory: z.object({ name: z.string(), position: z.string(), place: z.string() }).describe('empty where unknown'),
    reported: z.array(id).describe('cycles of which that office has a report, or has one being made'),
    offices: z
      .array(ReportingOffice.omit({ id: true }))
      .nullable()
      .describe(`those whose report you may make; null where there are more than ${mostChoices}`),
  }),
  example: { office: '35.10' },
  async run(context, { office: given }) {
    const { id, code, name } = await officeOf(context, given)
    const last = await visible(context)
      .select(sql<z.output<typeof Signatory>>`r.narrative -> 'asked' -> 'signatory'`.as('signatory'))
      .where('r.office_id', '=', id)
      .orderBy(sql`r.requested_by is not distinct from ${context.actor.personId}::uuid`, 'desc')
      .orderBy('r.created_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const reported = await visible(context)
      .select('c.id')
      .distinct()
      .where('r.office_id', '=', id)
      .where('w.state', 'in', ['waiting', 'running', 'done'])
      .execute()
    return {
      office: { id, code, name },
      reported: reported.map(cycle => cycle.id),
      signatory: last?.signatory ?? (await headSigning(context, { id, name })),
      offices: await reportingOffices(context),
    }
  },
})

/** Who heads an office signs for it, at the place that a regency or city is named after. */
async function headSigning(context: Context, { id, name }: { id: string; name: string }) {
  const head = await headOf(context, id)
  return { name: head?.name ?? '', position: head ? signedAs(context.locale, head) : '', place: placeOf(name) }
}

/** The offices whose report the one who asks may make: committees of districts and villages are of their regency. */
async function reportingOffices(context: Context): Promise<{ code: string; name: string }[] | null> {
  const rows = await context.db
    .selectFrom('office_card as o')
    .select(['o.code', 'o.name'])
    .where(within(reach(context, 'report.write'), { path: sql.ref('o.path') }))
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .orderBy('o.code')
    .limit(mostChoices + 1)
    .execute()
  return rows.length > mostChoices ? null : rows
}

export const createReport = operation({
  name: 'reports.create',
  summary: 'Have the report of a cycle made: frozen at this moment, as PDF, Word and XLSX, by a job',
  power: 'report.write',
  input: z.object({
    cycle: id,
    office: officeAsked,
    title: optional(line(200)),
    number: optional(line(100)).describe('official number, where one has been given'),
    locale: language.default('id'),
    signatory: Signatory,
  }),
  output: Report,
  example: { cycle: example.cycle, signatory: { name: 'Nurul Hidayah', position: 'Sekretaris', place: 'Banyuwangi' } },
  async run(context, { cycle, title, number, locale, signatory, ...given }) {
    const office = await officeOf(context, given.office)
    const { name } = await findCycle({ ...context, actor: boundTo(context.actor, office.path) }, cycle)
    const id = newId()
    const row = {
      id,
      run_id: await startRun(context, makingReports, { subjectId: id, path: office.path, total: partCount }),
      cycle_id: cycle,
      office_id: office.id,
      title: title ?? words[locale].defaultTitle({ cycle: name, office: office.path === 'id' ? null : office.name }),
      locale,
      number: await nextNumber(context, office),
      narrative: JSON.stringify({ asked: { number: number ?? '', signatory } }),
      requested_by: context.actor.personId,
      created_at: context.clock.now(),
    }
    await context.db.insertInto('report').values(row).execute()
    record(context, { kind: 'report', id: row.id, reach: [office.path] }, null, { number: row.number, cycle: name, title: row.title })
    return findReport(context, row.id)
  },
})

/** `LAP-2026-0001` of the national office, `LAP-2026-32.10-0001` of another: each office counts its own. */
async function nextNumber(context: Context, { code, path }: Office): Promise<string> {
  const year = context.clock.today().slice(0, 4)
  const series = path === 'id' ? `LAP-${year}` : `LAP-${year}-${code}`
  return `${series}-${String(await takeNumbers(context, series)).padStart(4, '0')}`
}

/** The office that a report is filed at. */
async function officeOf(context: Context, given: string | null | undefined): Promise<Office> {
  const path = given ? (await keepingOffice(context, given)).path : widestOf(context)
  authorize(context, 'report.write', { path })
  return context.db
    .selectFrom('office_card')
    .select(['id', 'code', 'name', sql<string>`path::text`.as('path')])
    .where(sql<boolean>`path = ${path}::text::ltree`)
    .executeTakeFirstOrThrow()
}

type Office = { id: string; code: string; name: string; path: string }

/**
 * The widest place where the one who asks makes reports, their own office before others as wide. What a report shows is bounded by it
 * (`boundTo`), so that whoever may read it there may read what stands in it.
 */
function widestOf(context: Context): string {
  const { everywhere, below, at } = reach(context, 'report.write')
  const own = context.actor.office?.path
  const [widest] = everywhere ? ['id'] : [...below, ...at].toSorted((a, b) => depth(a) - depth(b) || Number(b === own) - Number(a === own))
  if (!widest) throw forbidden()
  return widest
}
const depth = (path: string): number => path.split('.').length

export const cancelReport = operation({
  name: 'reports.cancel',
  summary: 'Cancel a report that is being made',
  power: 'report.write',
  input: z.object({ id }),
  output: Report,
  example: { id: example.report },
  async run(context, { id }) {
    const report = await holdReport(context, id)
    await cancelRun(context, report.runId)
    return findReport(context, id)
  },
})
