import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import type { Cell } from '../../../platform/spreadsheets/cells.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import type { Column } from '../../../platform/spreadsheets/write.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { words as agreementWords } from '../../agreements/words.ts'
import { exportedRegister } from '../queries/register.ts'
import { type Entry, formats, RegisterFilter } from '../schema.ts'
import { words } from '../words.ts'

export const exportRegister = operation({
  name: 'register.export',
  summary: 'Download exactly what is filtered of the public register, as CSV or JSON',
  power: 'register.read',
  reads: 'stream',
  input: RegisterFilter.extend({ format: z.enum(formats) }),
  output: Download,
  example: { format: 'csv', status: 'in_force' },
  async run(context, { format, ...filter }) {
    const { clock, actor } = context
    const table = { name: `daftar-publik-${clock.today(actor.zone)}`, sheet: 'Daftar publik', columns, cells, zone: actor.zone }
    return tableFile(format, table, await exportedRegister(context, filter))
  },
})

/** In Indonesian whatever the language of the reader, as one file is compared with another. */
const w = words.id
const days = [w.signedOn, w.startsOn, w.endsOn, w.endedOn]
const columns: Column[] = [w.number, w.kind, w.title, w.partner, w.office, ...days, w.status, w.openness, 'ID'].map(header => ({
  header,
  width: header === w.title || header === w.partner ? 40 : 20,
  kind: days.includes(header) ? 'day' : 'text',
}))

const cells = (entry: Entry): Cell[] => [
  entry.number,
  agreementWords.id.kinds[entry.kind],
  entry.title,
  entry.partners,
  entry.office,
  entry.signedOn,
  entry.startsOn,
  entry.endsOn,
  entry.endedOn,
  w.statuses[entry.status],
  w.opennesses[entry.openness],
  entry.id,
]
