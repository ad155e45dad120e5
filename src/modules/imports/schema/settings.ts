import { z } from 'zod'
import { dayOrders } from '../../../platform/reading/days.ts'
import { line, list } from '../../../platform/values/shapes.ts'
import { dayFields, kinds, partnerClasses } from './codes.ts'

const text = z.string().nullable()

const ChosenOrders = z.partialRecord(z.enum(dayFields), z.enum(dayOrders))
const chosen = {
  office: text.describe('code of the office'),
  kind: z.enum(kinds).nullable(),
  partnerClass: z.enum(partnerClasses).nullable(),
}
/**
 * What was chosen for a whole file. Office, kind and class of partner stand for rows that say none. `remembered` is the order of days
 * that was chosen for an earlier file of the layout; it counts only where the file proves nothing itself.
 */
export const Settings = z.object({
  office: chosen.office.default(null),
  kind: chosen.kind.default(null),
  partnerClass: chosen.partnerClass.default(null),
  apart: z
    .array(z.string())
    .default([])
    .describe('KPU numbers, folded, whose rows are agreements of their own although they look like one'),
  dayOrder: ChosenOrders.default({}),
  remembered: ChosenOrders.default({}),
})
export type Settings = z.infer<typeof Settings>

/** Left out is as it was, empty is none. */
const choice = <T extends z.ZodType>(shape: T) => z.union([z.literal('').transform(() => null), z.null(), shape]).optional()
const dayOrderText = z
  .string()
  .regex(/^[a-zA-Z]+=(day-first|month-first)$/)
  .transform(said => said.split('=') as [string, string])
/** Numbers of rows that are agreements of their own, although they look like one of several parties. */
export const apartNumbers = list(line(300)).describe('KPU numbers whose rows are agreements of their own, each with its partner')
/** The choices as they come in: by a program as an object, by a form with empty ones, on the command line as `signedOn=month-first`. */
export const fileChoices = {
  kind: choice(z.enum(kinds)).describe('For rows that say no kind'),
  partnerClass: choice(z.enum(partnerClasses)).describe('For rows that say no class of partner'),
  dayOrder: z
    .union([
      z.record(z.string(), z.string()),
      dayOrderText.transform(pair => Object.fromEntries([pair])),
      z.array(dayOrderText).transform(pairs => Object.fromEntries(pairs)),
    ])
    .transform(orders => Object.fromEntries(Object.entries(orders).filter(([, order]) => order !== '')))
    .pipe(ChosenOrders)
    .optional()
    .describe('Whether days of a column are written day-first or month-first, such as signedOn=month-first'),
}
export const officeChoice = choice(z.string().max(200))
