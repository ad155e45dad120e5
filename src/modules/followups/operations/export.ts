import { reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { type Table, tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { withGrounds } from '../queries/grounds.ts'
import { pageOfFollowUps } from '../queries/list.ts'
import { meant } from '../queries/meant.ts'
import { aboutOf } from '../rules.ts'
import { type FollowUpLine, FollowUpListing } from '../schema.ts'
import { words } from '../words.ts'

export const exportFollowUps = operation({
  name: 'followups.export',
  summary: 'Download exactly what is filtered of the follow-ups: CSV, XLSX or JSON, with what each was begun for',
  power: 'followup.read',
  reads: 'stream',
  input: FollowUpListing.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', overdue: true },
  async run(context, { format, ...asked }) {
    reach(context, 'followup.read')
    const { filter } = await meant(context, asked)
    return tableFile(
      format,
      listed(context),
      everyPage(async after => {
        const { followUps, next } = await pageOfFollowUps(context, { ...filter, after }, flowSize)
        return { rows: await withGrounds(context, followUps), next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = words.id
const text = (header: string, width = 20) => ({ header, width, kind: 'text' as const })

const listed = ({ clock, actor }: Context): Table<FollowUpLine> => ({
  name: `tindak-lanjut-${clock.today(actor.zone)}`,
  sheet: w.followUps,
  zone: actor.zone,
  columns: [
    text(w.number),
    text(w.action, 50),
    text(w.grounds, 50),
    { header: w.groundsCount, width: 12, kind: 'number' },
    text(w.agreement, 40),
    text(w.partner, 40),
    text(w.office, 30),
    text(w.owner, 30),
    { header: w.due, width: 14, kind: 'day' },
    text(w.state, 24),
    text(w.overdue, 12),
    text(w.important, 12),
  ],
  cells: row => {
    const { agreement, partner } = aboutOf(row)
    const yes = (is: boolean) => (is ? w.fields.isSo : null)
    return [
      row.number,
      row.action,
      row.grounds?.text ?? null,
      row.grounds?.count ?? null,
      agreement?.name ?? null,
      partner?.name ?? null,
      row.office.name,
      row.owner.name,
      row.dueOn,
      w.states[row.state],
      yes(row.overdue),
      yes(row.important),
    ]
  },
})
