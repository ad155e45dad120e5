import { z } from 'zod'
import { written } from '../../platform/values/shapes.ts'
import { refusals } from './words/refusals.ts'

export const Tag = written(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/, refusals.writeTag)
  .refine(isCanonical, { params: { message: refusals.writeTag } })
  .describe('Of the language, as in BCP 47: jv, su, zh-Hant')

/** What is no tag, such as `jv-12`, has no numbers and days either: whatever is said in every language could not be said any more. */
function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** A message as a translator finds it. */
export const Entry = z.object({
  id: z.string().optional().describe('What it says in Indonesian'),
  en: z.string().optional().describe('What it says in English'),
  text: z.string().nullable().default('').describe('What it says in this language; null takes back what it said'),
  state: z.enum(['new', 'stale']).optional().describe('`new` was never translated, `stale` before the Indonesian changed'),
})
/** Of control characters, those that break a line, and those that turn the direction of what follows: they hide things in every list. */
const Name = written(
  /^(?=.*\p{L})[^\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,80}$/u,
  refusals.writeName,
)
/** The file of one language. */
export const LanguageFile = z.object({ language: Tag, name: Name, messages: z.record(z.string(), Entry) })
export type LanguageFile = z.infer<typeof LanguageFile>

export const problems = ['unknown', 'unreadable', 'places', 'markup', 'long'] as const
export type Problem = (typeof problems)[number]

export const Coverage = z.object({
  tag: z.string(),
  name: z.string(),
  translated: z.int().describe('Messages that it says'),
  stale: z.int().describe('Of these, those whose Indonesian has changed since'),
  total: z.int().describe('Messages that there are'),
})
export type Coverage = z.infer<typeof Coverage>

export const Imported = Coverage.extend({
  taken: z.int().describe('Messages of the file that are new or say something else than before'),
  problems: z
    .array(z.object({ key: z.string(), problem: z.enum(problems), detail: z.string().describe('What was expected, or where it breaks') }))
    .describe('What was not taken; everything else was'),
})
export type Imported = z.infer<typeof Imported>

/** What is kept of a translation: the text, and the Indonesian one it was made from. */
export type Kept = { [key: string]: { text: string; id: string } }
