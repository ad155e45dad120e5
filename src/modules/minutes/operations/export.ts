import { reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { type Table, tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { pageOfDecisions } from '../queries/decision-list.ts'
import { type Decision, DecisionListing } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'

export const exportDecisions = operation({
  name: 'decisions.export',
  summary: 'Download exactly what is filtered of the decisions: CSV, XLSX or JSON, with meeting, addressee, result and status',
  power: 'meeting.read',
  reads: 'stream',
  input: DecisionListing.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv' },
  async run(context, { format, sort, ...asked }) {
    reach(context, 'meeting.read')
    const office = asked.office ? (await resolveOffice(context, asked.office)).id : undefined
    return tableFile(
      format,
      listed(context),
      everyPage(async after => {
        const { decisions, next } = await pageOfDecisions(context, { ...asked, office, sort, after }, flowSize)
        return { rows: decisions, next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = decisionWords.id
const text = (header: string, width = 20) => ({ header, width, kind: 'text' as const })
const dayColumn = (header: string) => ({ header, width: 14, kind: 'day' as const })

const listed = ({ clock, actor }: Context): Table<Decision> => ({
  name: `keputusan-${clock.today(actor.zone)}`,
  sheet: w.decisions,
  zone: actor.zone,
  columns: [
    text(w.number),
    text(w.kind),
    text(w.text, 60),
    text(w.addressee, 40),
    text(w.result),
    text(w.note, 40),
    dayColumn(w.dueOn),
    text(w.status, 24),
    text(w.overdue),
    text(w.meeting, 40),
    dayColumn(w.heldOn),
  ],
  cells: row => [
    row.number,
    w.kinds[row.kind],
    row.text,
    row.addressee?.name ?? null,
    w.results[row.result],
    row.note,
    row.dueOn ?? row.postponedOn,
    w.statuses[row.status],
    row.overdue ? w.yes : null,
    row.meeting.title,
    dayIn(new Date(row.meeting.startsAt), actor.zone),
  ],
})
