import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import type { Locale, Localized } from '../i18n/words.ts'
import { type FileAnswer, isIterator } from './file-answer.ts'
import { readNumber } from './numbers.ts'
import { refusals } from './refusal-words.ts'

/** One line of words: NFC, no control characters, white space folded, `least` to `most` characters. */
export const line = (most = 300, least = 1) =>
  z
    .string()
    .transform(text => cleanLine(text))
    .pipe(z.string().min(least).max(most))
/** Paragraphs: NFC, line breaks kept, no other control characters. */
export const paragraphs = (most = 10_000, least = 1) => z.string().transform(cleanText).pipe(z.string().min(least).max(most))
/** Text of a certain form; what breaks it is said in words, never as the pattern. */
export const written = (pattern: RegExp, message: Localized) =>
  z
    .string()
    .refine(text => pattern.test(text), { params: { message } })
    .meta({ pattern: pattern.source })
/** The code of an office as the Ministry of Home Affairs writes it: `35`, `35.76`, `35.76.01.2003`. */
export const officeCode = written(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, refusals.giveCodeRegion35)
export const id = z.uuid()
/** Whether a text that names something is its id, rather than a code, a number or a name. */
export const isId = (text: unknown): boolean => id.safeParse(text).success
/**
 * The first and the last day that anybody may give: other years are slips, and to these days others can be added within what a date holds.
 */
export const days = { first: '1945-01-01', last: '2099-12-31' } as const
/** A day as somebody gives it. */
export const day = z.iso.date().refine(value => value >= days.first && value <= days.last, {
  params: { message: refusals.yearBetween19452099 },
})
/** An instant as a program gives it, or a page that says when it was read. */
export const instant = z.iso.datetime().refine(at => day.safeParse(at.slice(0, 10)).success, {
  params: { message: refusals.yearBetween19452099 },
})
/** A day as it stands in the register, whatever the limits were when it came in. */
export const keptDay = z.iso.date()
/** What a person is told about a number that does not read as one. */
export const numberProblems: Record<'unclear' | 'none', Localized> = {
  unclear: refusals.numberAmbiguous,
  none: refusals.writeNumberOnly12,
}
/** Yes or no: `true`, or what a form sends for a ticked box (`ya`), a program (`true`, `1`) or a radio button (`tidak`). */
export const flag = z.union([
  z.boolean(),
  z.stringbool({ truthy: ['true', '1', 'yes', 'on', 'ya'], falsy: ['false', '0', 'no', 'off', 'tidak'] }),
])
/** A whole number, typed as `readNumber` reads it. */
export const wholeFrom = (least: number, most: number) => z.preprocess(typed, z.int().min(least).max(most))
/** One of these or several, in any door: a list, or a text with commas between them. */
export const severalOf = <T extends z.ZodType>(one: T, most = 20) =>
  z.preprocess(given => (typeof given === 'string' ? given.split(',').map(each => each.trim()) : given), z.array(one).min(1).max(most))
/** The year of a day, to filter by. */
export const year = wholeFrom(1945, 2099)
/** One that fits a column of its own. */
export const whole = wholeFrom(-2_147_483_648, 2_147_483_647)
/** Of what is changed, so that nobody overwrites what they have not seen (`checkRevision`). */
export const seenRev = whole.describe('The `rev` that you saw, as reading answers with it; when there is a newer one nothing is changed')
/** The same, as reading answers with it: it grows with every change. */
export const keptRev = z.int().describe('Goes back with a change')
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
/** A telephone number exactly as typed, with its zeros, blanks, country and extension: it is a text, never a number. */
export const phone = line(60).refine(text => text.replace(/\P{Nd}/gu, '').length >= 3 && !text.includes('@'), {
  params: {
    message: refusals.giveTelephoneNumber0812,
  },
})
/** Absent, null and empty are all "not given". */
export const optional = <T extends z.ZodType>(shape: T) =>
  z
    .union([z.literal('').transform(() => null), z.null(), shape])
    .optional()
    .transform(value => value ?? null)
/** One or several: HTML sends a lone value for a list of one. */
export const list = <T extends z.ZodType>(shape: T, most = 200) =>
  z.preprocess(value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(shape).max(most))

function typed(value: unknown, context: z.RefinementCtx): unknown {
  if (typeof value !== 'string' || value === '') return value
  const number = readNumber(value)
  if (typeof number === 'number') return number
  context.addIssue({ code: 'custom', params: { message: numberProblems[number] } })
  return z.NEVER
}

/**
 * A rule between fields, said in both languages beside the field `path`. It is judged as soon as the fields that it `reads` are right,
 * whatever else is wrong, so that everything is said at once.
 */
export const rule = (path: string[], message: Localized, reads?: readonly string[]) => ({
  path,
  params: { message, between: true },
  error: message.en,
  ...(reads && {
    when: ({ value, issues }: z.core.ParsePayload) =>
      typeof value === 'object' && value !== null && !issues.some(issue => !isBetween(issue) && spoils(issue, reads)),
  }),
})
/** A text of ours in every language that there was. */
export const localized = z.looseObject({ id: z.string(), en: z.string() }) as unknown as z.ZodType<Localized, Localized>
/** A language that people can choose. */
export const language = z
  .string()
  .max(50)
  .refine(tag => languages.has(tag as Locale), rule([], refusals.chooseLanguage)) as unknown as z.ZodType<Locale, Locale>

/** What is wrong with the whole is wrong with each field of it. */
const spoils = ({ path }: { path?: PropertyKey[] | undefined }, reads: readonly string[]): boolean =>
  !path?.length || reads.includes(String(path[0]))
/** Said of how fields stand to each other: each of them could be read. */
const isBetween = (issue: object): boolean => 'params' in issue && (issue.params as { between?: true } | undefined)?.between === true

// Control characters other than tab and line feed, and those that turn the direction of what follows: PostgreSQL refuses NUL, the others
// hide things. Words of right-to-left scripts need none of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const cleanText = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').replace(control, '').trim()
const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array, {
  params: { message: refusals.chooseFile },
})
/** A file that comes in: multipart over REST, a path on the command line. */
export const Upload = z.object({ name: z.string().max(500), bytes }).meta({ 'x-upload': true })
/** A file that goes out. */
export const Download = z
  .object({ name: z.string(), type: z.string(), size: z.int().nullable(), chunks: z.custom<FileAnswer['chunks']>(isIterator) })
  .meta({ 'x-upload': true })
