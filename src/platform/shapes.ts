import { z } from 'zod'
import type { Said } from './refusal.ts'

/** One line of words: NFC, no control characters, white space folded, `least` to `most` characters. */
export const line = (most = 300, least = 1) => z.string().transform(cleanLine).pipe(z.string().min(least).max(most))
/** Paragraphs: NFC, line breaks kept, no other control characters. */
export const paragraphs = (most = 10_000, least = 1) => z.string().transform(cleanText).pipe(z.string().min(least).max(most))
/** Text of a certain form; what breaks it is said in words, never as the pattern. */
export const written = (pattern: RegExp, said: Said) =>
  z
    .string()
    .refine(text => pattern.test(text), { params: { said } })
    .meta({ pattern: pattern.source })
/** The code of an office as the Ministry of Home Affairs writes it: `35`, `35.76`, `35.76.01.2003`. */
export const officeCode = written(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, {
  id: 'Tulis kode wilayah seperti 35 atau 35.76.',
  en: 'Give the code of a region, such as 35 or 35.76.',
})
export const id = z.uuid()
/** Whether a text that names something is its id, rather than a code, a number or a name. */
export const isId = (text: unknown): boolean => id.safeParse(text).success
/** A day from 1945 to 2099: other years are slips, and days can be added to these and taken from them without leaving what a date holds. */
export const day = z.iso.date().refine(value => value >= '1945' && value < '2100', {
  params: { said: { id: 'Tahunnya harus antara 1945 dan 2099.', en: 'The year must be between 1945 and 2099.' } },
})
/** Yes or no: `true`, or what a form sends for a ticked box (`ya`), a program (`true`, `1`) or a radio button (`tidak`). */
export const flag = z.union([
  z.boolean(),
  z.stringbool({ truthy: ['true', '1', 'yes', 'on', 'ya'], falsy: ['false', '0', 'no', 'off', 'tidak'] }),
])
/** A whole number that fits a column of its own. */
export const whole = z.coerce.number<number | string>().int().max(2_147_483_647).min(-2_147_483_648)
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
/** Absent, null and empty are all "not given". */
export const optional = <T extends z.ZodType>(shape: T) =>
  z
    .union([z.literal('').transform(() => null), z.null(), shape])
    .optional()
    .transform(value => value ?? null)
/** One or several: HTML sends a lone value for a list of one. */
export const list = <T extends z.ZodType>(shape: T, most = 200) =>
  z.preprocess(value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(shape).max(most))

/** A rule between fields, said in both languages beside the field `path`. */
export const rule = (path: string[], said: Said) => ({ path, params: { said }, error: said.en })

// Control characters other than tab and line feed, and those that turn the direction of what follows: PostgreSQL refuses NUL, the others
// hide things. Words of right-to-left scripts need none of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const cleanText = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').replace(control, '').trim()
const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array, {
  params: { said: { id: 'Pilih berkasnya.', en: 'Choose the file.' } },
})
/** A file that comes in: multipart over REST, a path on the command line. */
export const Upload = z.object({ name: z.string().max(500), bytes }).meta({ 'x-upload': true })
/** A file that goes out. */
export const Download = z.object({ name: z.string(), type: z.string(), bytes }).meta({ 'x-upload': true })
