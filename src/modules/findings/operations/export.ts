import { reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { type Table, tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { pageOfGroups } from '../queries/groups.ts'
import { pageOfFindings } from '../queries/list.ts'
import { meant } from '../queries/meant.ts'
import { signatureOf } from '../rules.ts'
import { type Finding, type FindingGroup, FindingListing } from '../schema.ts'
import { words } from '../words.ts'

export const exportFindings = operation({
  name: 'findings.export',
  summary: 'Download exactly what is filtered of the findings: CSV, XLSX or JSON, with agreement, partner and office',
  power: 'finding.read',
  reads: 'stream',
  input: FindingListing.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', kind: 'obstacle' },
  async run(context, { format, sort, ...asked }) {
    reach(context, 'finding.read')
    const { filter } = await meant(context, asked)
    return tableFile(
      format,
      listed(context),
      everyPage(async after => {
        const { findings, next } = await pageOfFindings(context, { ...filter, sort, after }, flowSize)
        return { rows: findings, next }
      }),
    )
  },
})

/** So many at a time: each part reads all of the filter anew. */
const groupsAtOnce = 20_000

export const exportGroups = operation({
  name: 'findings.exportGroups',
  summary: 'Download what is filtered of the findings by sentence: how many say it, at how many offices, with how many partners',
  power: 'finding.read',
  reads: 'stream',
  input: FindingListing.omit({ sort: true, after: true, before: true, most: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', kind: 'obstacle' },
  async run(context, { format, ...asked }) {
    reach(context, 'finding.read')
    const { filter } = await meant(context, asked)
    return tableFile(
      format,
      grouped(context),
      everyPage(async after => {
        const { groups, next } = await pageOfGroups(context, { ...filter, after }, groupsAtOnce)
        return { rows: groups, next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = words.id
const text = (header: string, width = 20) => ({ header, width, kind: 'text' as const })
const count = (header: string) => ({ header, width: 12, kind: 'number' as const })

const listed = ({ clock, actor }: Context): Table<Finding> => ({
  name: `temuan-${clock.today(actor.zone)}`,
  sheet: w.findings,
  zone: actor.zone,
  columns: [
    text(w.number),
    text(w.kind),
    text(w.category),
    text(w.finding, 60),
    text(w.agreement, 40),
    text(w.partner, 40),
    text(w.office, 30),
    text(w.side),
    text(w.author, 30),
    { header: w.created, width: 14, kind: 'day' },
    text(w.status, 24),
  ],
  cells: row => [
    row.number,
    w.kinds[row.kind],
    row.category && w.categories[row.category],
    row.text,
    row.agreement?.title ?? null,
    row.partner?.name ?? row.agreement?.partners ?? null,
    row.office.name,
    row.side && w.sides[row.side],
    row.author ? signatureOf(row.author) : w.bySystem,
    dayIn(new Date(row.createdAt), actor.zone),
    w.statuses[row.status],
  ],
})

const grouped = ({ clock, actor }: Context): Table<FindingGroup> => ({
  name: `kelompok-temuan-${clock.today(actor.zone)}`,
  sheet: w.groups,
  zone: actor.zone,
  columns: [
    text(w.sentence, 60),
    text(w.kind, 30),
    count(w.findings),
    count(w.offices),
    count(w.partner),
    count(w.statuses.open),
    count(w.statuses.noted),
    count(w.statuses.underway),
    count(w.statuses.done),
  ],
  cells: ({ text, kinds, count, offices, partners, statuses }) => [
    text,
    kinds.map(kind => w.kinds[kind]).join(', '),
    count,
    offices,
    partners,
    statuses.open,
    statuses.noted,
    statuses.underway,
    statuses.done,
  ],
})
