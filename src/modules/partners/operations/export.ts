import { reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { talliesOf } from '../../../platform/subject/subject.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { pageOfPartners } from '../queries/partners.ts'
import { type Partner, PartnerFilter } from '../schema.ts'
import { words } from '../words.ts'

export const exportPartners = operation({
  name: 'partners.export',
  summary: 'Download exactly what is filtered of the partners: CSV, XLSX or JSON, with what is counted of each',
  power: 'partner.read',
  reads: 'stream',
  input: PartnerFilter.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', class: 'state_body' },
  async run(context, { format, ...asked }) {
    reach(context, 'partner.read')
    const inIndonesian = { ...context, locale: 'id' as const }
    const { columns } = await talliesOf(inIndonesian, 'partner', [])
    return tableFile(
      format,
      {
        name: `mitra-${context.clock.today(context.actor.zone)}`,
        sheet: w.partners,
        zone: context.actor.zone,
        columns: [
          ...[w.name, w.class, ...columns.map(({ id }) => id), w.contact].map(header => ({ header, width: 24, kind: 'text' as const })),
        ],
        cells: ({ name, class: kind, counted, contact }: Listed) => [name, w.classes[kind], ...counted, contact],
      },
      everyPage(async after => {
        const { partners, next } = await pageOfPartners(context, { ...asked, after }, flowSize)
        const { cells } = await talliesOf(inIndonesian, 'partner', partners)
        return { rows: partners.map(partner => ({ ...partner, counted: cells.get(partner.id)!.map(cell => cell?.text ?? null) })), next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = words.id
type Listed = Omit<Partner, 'parent'> & { counted: (string | null)[] }
