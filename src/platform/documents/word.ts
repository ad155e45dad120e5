import { TemplateHandler, type Tag, type TemplateData } from 'easy-template-x'
import { braceKeeper, hideBraces } from './word-braces.ts'
import { unsafeParts } from './word-package.ts'
import { checkTags, problemOf, type TemplateFields, type TemplateProblem } from './word-tags.ts'
import { Refusal } from '../refusal.ts'
import { printableAll } from './text.ts'

/** A chart's new figures, in place of those that the template's chart was drawn with. `values` has one for each category. */
export type WordChart = { categories: string[]; series: { name: string; values: number[] }[] }
/** What fills a template: texts by tag, lists of rows by loop, charts by the tag in their title. */
export type WordData = { texts: Record<string, string>; lists: Record<string, Record<string, string>[]>; charts: Record<string, WordChart> }

/** A template that cannot be filled, with each tag that is wrong and why, for the person who edits it. */
export class TemplateRefusal extends Refusal {
  readonly problems: TemplateProblem[]
  constructor(problems: TemplateProblem[]) {
    const told = (language: 'id' | 'en') => problems.map(problem => problem.said[language]).join(' ')
    super('invalid', { id: `Templat Word belum dapat dipakai. ${told('id')}`, en: `The Word template cannot be used yet. ${told('en')}` })
    this.problems = problems
  }
}

/**
 * A Word document (.docx) from a template with tags (`{title}`, `{#findings}{text}{/findings}`) and data. Text in the data stays text,
 * braces included. Throws `TemplateRefusal` for a broken template, also for a tag that `fields` does not know: an unknown tag would
 * leave a hole in a signed report without anybody noticing.
 */
export async function fillWord(template: Uint8Array, data: WordData, fields: TemplateFields): Promise<Uint8Array> {
  const problems = await checkTemplate(template, fields)
  if (problems.length) throw new TemplateRefusal(problems)
  const { texts, lists, charts } = printableAll(data)
  const content = { ...hideBraces({ ...texts, ...lists }), ...chartsOf(charts) } as TemplateData
  const handler = new TemplateHandler({ maxXmlDepth: 40, extensions: { afterCompilation: [braceKeeper] } })
  try {
    return await handler.process(Buffer.from(template), content)
  } catch (error) {
    throw new TemplateRefusal([problemOf(error)])
  }
}

/** What is wrong with a template: nothing, or each problem with the tag it is about. Nothing in the file is run or followed. */
export async function checkTemplate(template: Uint8Array, fields: TemplateFields): Promise<TemplateProblem[]> {
  const unsafe = unsafeParts(template)
  if (unsafe.length) return unsafe
  let tags: Tag[]
  try {
    tags = await new TemplateHandler({ maxXmlDepth: 40 }).parseTags(Buffer.from(template))
  } catch (error) {
    return [problemOf(error)]
  }
  return checkTags(tags, fields)
}

const chartsOf = (charts: Record<string, WordChart>) =>
  Object.fromEntries(
    Object.entries(charts).map(([name, { categories, series }]) => [name, { _type: 'chart', categories: { names: categories }, series }]),
  )
