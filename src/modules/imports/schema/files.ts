import { z } from 'zod'
import { dayOrders } from '../../../platform/reading/days.ts'
import { keptDay } from '../../../platform/values/shapes.ts'
import { cellReasons, dayFields, fields, kinds, outcomes, problems, rowReasons, sheetReasons } from './codes.ts'
import { Cause } from './rows.ts'

const text = z.string().nullable()
const day = keptDay.nullable()

/** How the days of a column are read, and why: see `rules/day-order.ts`. */
export const DayOrders = z.partialRecord(
  z.enum(dayFields),
  z.object({
    order: z.enum(dayOrders).nullable().describe('null while a person has to say'),
    by: z.enum(['person', 'column', 'remembered', 'usual', 'nobody']),
    dayFirst: z.int().describe('values that can only be day first'),
    monthFirst: z.int().describe('values that can only be month first'),
    open: z.int().describe('values that are another day in the other order'),
    example: z.string().nullable().describe('one of those'),
  }),
)
export type DayOrders = z.infer<typeof DayOrders>

/** For each field the place of its column among the headers, from 0; null when the file has none. */
export const Mapping = z.record(z.enum(fields), z.int().min(0).nullable())
export type Mapping = z.infer<typeof Mapping>

/** What of a file was not read, with its text. */
export const Unread = z.object({
  sheets: z.array(z.object({ sheet: z.string(), reason: z.enum(sheetReasons), rows: z.int().describe('rows that hold something') })),
  rows: z.array(z.object({ sheet: text, row: z.int(), reason: z.enum(rowReasons), text: z.string() })),
  cells: z.array(
    z.object({
      sheet: text,
      cell: z.string(),
      reason: z.enum([...cellReasons, ...problems]),
      text: z.string(),
      proposal: z.string().optional(),
    }),
  ),
})
export type Unread = z.infer<typeof Unread>

/** Headers of columns that mean nothing to the register, and of those that are hidden in the file (which are read). */
export const Columns = z.object({ unread: z.array(z.string()), hidden: z.array(z.string()) })
export type Columns = z.infer<typeof Columns>

/** A column of the file as the mapping step shows it. */
export const FileColumn = z.object({
  header: z.string(),
  field: z.enum(fields).nullable().describe('what it means; null for nothing'),
  samples: z.array(z.string()).describe('up to three different texts of its cells'),
  hidden: z.boolean().describe('hidden in the file'),
})
export type FileColumn = z.infer<typeof FileColumn>

/** Of sheets whose columns stand in another order than the headers of the file: for each header the place of its column there, from 0. */
export const Places = z.record(z.string(), z.array(z.int()))
export type Places = z.infer<typeof Places>

/** What the preview prints; it changes nothing. */
export const Preview = z.object({
  counts: z.object({ ready: z.int(), duplicate: z.int(), update: z.int(), attention: z.int() }),
  rows: z.array(
    z.object({
      row: z.int().describe('number of the row in its sheet'),
      sheet: z.string().optional().describe('where the file has several'),
      hidden: z.literal(true).optional().describe('hidden in the file, by a filter or by hand'),
      outcome: z.enum(outcomes),
      problems: z.array(z.enum(problems)),
      causes: z.array(Cause).optional().describe('which cells the problems come from, where a problem does not say it itself'),
      office: text,
      kind: z.enum(kinds).nullable(),
      signedOn: day,
      endsOn: day,
      partner: text,
      partners: z.array(z.string()).optional().describe('all of them in their order, where there are several'),
      together: z.array(z.int()).optional().describe('rows that are one agreement of several parties; `apart` says that they are several'),
      of: z.int().optional().describe('for a duplicate and for an update: the earlier row of the file'),
      ofSheet: z.string().optional().describe('the sheet of that row, where the file has several'),
    }),
  ),
  unread: Unread,
  columns: Columns,
  dayOrders: DayOrders.describe('how the days of each column are read; a column without an order waits for `dayOrder`'),
})
export type Preview = z.infer<typeof Preview>
