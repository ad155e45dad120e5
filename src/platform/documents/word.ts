import { languages } from '../i18n/languages.ts'
import { inEach, type Locale } from '../i18n/words.ts'
import type { Limits } from '../process/apart.ts'
import { Refusal } from '../refusals/refusal.ts'
import { runInWorker, type Spoken } from './apart.ts'
import type { Paper } from './paper.ts'
import { refusals } from './refusal-words.ts'
import { printableAll } from './text.ts'
import { type TemplateFields, type TemplateProblem, tooMuch, type WordData } from './word-tags.ts'

/** A template that cannot be filled, with each tag that is wrong and why, for the person who edits it. */
export class TemplateRefusal extends Refusal {
  readonly problems: TemplateProblem[]
  constructor(problems: TemplateProblem[]) {
    const told = (language: Locale) => problems.map(problem => problem.message[language] ?? problem.message.id).join(' ')
    super('invalid', refusals.wordTemplateNotUsable({ told: inEach(told) }))
    this.problems = problems
  }
}

/**
 * A Word document (.docx) from a template with tags (`{title}`, `{#findings}{text}{/findings}`) and data. Text in the data stays text,
 * braces included. Throws `TemplateRefusal` for a broken template, also for a tag that `fields` does not know: an unknown tag would
 * leave a hole in a signed report without anybody noticing. Without `fields` the template is one of ours, which tests have checked.
 */
export async function fillWord(
  template: Uint8Array,
  data: WordData,
  fields: TemplateFields | undefined,
  limits: Limits = {},
): Promise<Uint8Array> {
  const problems = fields ? await checkTemplate(template, fields) : []
  if (problems.length) throw new TemplateRefusal(problems)
  return runInWorker({ kind: 'word', template, data: printableAll(data) }, limits)
}

/** A paper as a Word document, with nothing of an office's own. */
export const paperWord = (paper: Paper, limits: Limits = {}): Promise<Uint8Array> =>
  runInWorker({ kind: 'paper', paper: printableAll(paper) }, limits)

/**
 * What is wrong with a template: nothing, or each problem with the tag it is about. Nothing in the file is run or followed, and nothing
 * of it is looked at in this process: what takes longer than `timeout` milliseconds is itself a problem.
 */
export async function checkTemplate(template: Uint8Array, fields: TemplateFields, timeout = 60_000): Promise<TemplateProblem[]> {
  const found = await runInWorker({ kind: 'problems', template, fields, languages: added() }, { timeout }).catch(error => {
    if (error.name !== 'TimeoutError') throw error
    return null
  })
  if (!found) return [tooMuch()]
  return JSON.parse(Buffer.from(found).toString('utf8')) as TemplateProblem[]
}

const added = (): Spoken[] =>
  [...languages.values()]
    .filter(({ tag }) => tag !== 'id' && tag !== 'en')
    .map(({ tag, name, texts }) => ({ tag, name, texts: [...texts].filter(([key]) => key.startsWith('platform.documents.')) }))
